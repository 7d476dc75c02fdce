import Articles
import Scoring
import Words

/// What two articles of one source both have, as running text, with the words between that only one of them has.
struct RepeatText {
    enum Part: Equatable {
        case same(String)
        case onlyEarlier(String)
        case onlyLater(String)
    }

    /// A paragraph for each stretch; within one, runs of equal words with what differs between them.
    let blocks: [[Part]]

    /// Words that may stand between two runs of one stretch, in either article.
    private static let widestGap = 25
    /// Words of a run that are printed.
    private static let longestRun = 120

    /// - Parameter runs: those of this pair, in the order of the later article.
    init(_ runs: [RepeatFinder.SharedRun], earlier: WordText, later: WordText) {
        var blocks: [[Part]] = []
        var last: RepeatFinder.SharedRun?
        for run in runs {
            let same = Part.same(later.text(run.laterWords, most: Self.longestRun))
            if let last, let gaps = Self.gaps(between: last, and: run), let block = blocks.indices.last {
                if !gaps.earlier.isEmpty { blocks[block].append(.onlyEarlier(earlier.text(gaps.earlier))) }
                if !gaps.later.isEmpty { blocks[block].append(.onlyLater(later.text(gaps.later))) }
                blocks[block].append(same)
            } else {
                blocks.append([same])
            }
            last = run
        }
        self.blocks = blocks
    }

    /// The words between two runs where they follow one another closely in both articles; else nil.
    private static func gaps(
        between first: RepeatFinder.SharedRun, and second: RepeatFinder.SharedRun
    ) -> (earlier: Range<Int>, later: Range<Int>)? {
        let (earlierStart, laterStart) = (first.earlierWords.upperBound, first.laterWords.upperBound)
        let (earlierEnd, laterEnd) = (second.earlierWords.lowerBound, second.laterWords.lowerBound)
        guard earlierStart <= earlierEnd, laterStart <= laterEnd, earlierEnd - earlierStart <= widestGap, laterEnd - laterStart <= widestGap
        else { return nil }
        return (earlierStart..<earlierEnd, laterStart..<laterEnd)
    }
}

/// The words of an article by their number, as `RepeatFinder` counts them: those that speak to readers, one passage after the other.
struct WordText {
    private struct Place {
        let passage: Int
        /// From the word's first byte to the next word's, or to the passage's end.
        let span: ByteSpan
    }

    private let article: Article
    private let places: [Place]

    init(_ article: Article) {
        self.article = article
        places = article.passages.indices.flatMap { index -> [Place] in
            let passage = article.passages[index]
            guard passage.kind.isReaderFacing else { return [] }
            let starts = WordSegmenter.words(in: article.bytes(of: passage.field), span: passage.span).map(\.start)
            return zip(starts, starts.dropFirst() + [passage.span.end]).map { Place(passage: index, span: ByteSpan($0, $1)) }
        }
    }

    /// The words with what stands between them, a blank between passages, an ellipsis where more than `most` were cut.
    func text(_ words: Range<Int>, most: Int = .max) -> String {
        let shown = places[words.clamped(to: places.indices)].prefix(most)
        var parts: [String] = []
        var rest = shown[...]
        while let first = rest.first {
            let passage = rest.prefix { $0.passage == first.passage }
            let end = passage.last?.span.end ?? first.span.end
            parts.append(article.string(ByteSpan(first.span.start, end), in: article.passages[first.passage].field).withoutTrailingBlanks)
            rest = rest.dropFirst(passage.count)
        }
        return parts.joined(separator: " ") + (shown.count < words.count ? " \u{2026}" : "")
    }
}
