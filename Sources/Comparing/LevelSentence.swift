import Scoring

/// The sentence of one source's own words for one concept, built from its evidence level alone, so that no wording can exceed the evidence.
///
/// Source: the project's statistics rules, section "Evidence levels for one outlet and one concept".
package struct LevelSentence {
    /// Wordings named where none may be ranked by a share.
    private static let mostNamed = 4

    private let source: ComparedSource
    private let index: Int
    private let concept: ComparedConcept
    private var evidence: ConceptEvidence { concept.evidence[index] }
    /// Framings with own-voice hits, most first.
    private let framings: [ComparedFraming]

    /// - Parameters: indices into the concept's sources.
    package init(source index: Int, of concept: ComparedConcept, in comparison: Comparison) {
        self.index = index
        source = comparison.sources[index]
        self.concept = concept
        let used = concept.framings.filter { $0.cells[index].counts.own > 0 }
        framings = used.enumerated().sorted {
            (-$0.element.cells[index].counts.own, $0.offset) < (-$1.element.cells[index].counts.own, $1.offset)
        }.map(\.element)
    }

    package var runs: [Run] { RateSentence(source: index, of: concept, name: name)?.runs ?? shareRuns }

    private var shareRuns: [Run] {
        switch evidence.level {
        case .noText: [.plain("No text from "), name, .plain(".")]
        case .notFound:
            [
                .plain("None of the lexicon\u{2019}s terms for this were found in "), name,
                .plain("\u{2019}s own words in \(articles) (\(Phrasing.counted(source.words.own, "word")))."),
            ]
        case .oneArticle:
            [.plain("In one article "), name, .plain(" wrote ")] + Phrasing.list(timesNamed)
                + [.plain("\(rest). No interval: one article cannot show what "), name, .plain(" usually does.")]
        case .countsOnly:
            [name, .plain(": Too few mentions for a share: ")] + Phrasing.list(countsNamed, last: "and")
                + [.plain("\(rest), in \(articlesWithHits)."), .plain(concentration)]
        case .described:
            [.plain("In these \(articlesWithHits) from "), name, .plain(", ")] + Phrasing.list(partsOfMentions)
                + [.plain(". No interval: too few articles."), .plain(concentration)]
        case .estimated: [.plain("In this collection about ")] + share
        case .firm: share
        }
    }

    package var text: String { runs.map(\.text).joined() }

    private var name: Run { .source(source.name, index: index) }
    private var articles: String { Phrasing.counted(source.articles.count, "article") }
    private var articlesWithHits: String { Phrasing.counted(evidence.articlesWithOwnHit, "article") }

    /// "62% of X's mentions used A (95% interval 55 to 69%, 84 articles)."
    private var share: [Run] {
        let parts = topFramings.map { framing -> [Run] in
            let share = framing.cells[index].share
            let limits =
                share?.interval.map { "95% interval \(Self.whole($0.lowerBound)) to \(Self.whole($0.upperBound))%, " } ?? ""
            return [
                .plain("\(Self.whole(share?.estimate ?? 0))% of "), name, .plain("\u{2019}s mentions used "), wording(framing),
                .plain(" (\(limits)\(articlesWithHits))"),
            ]
        }
        return Phrasing.list(parts) + [.plain("."), .plain(concentration)]
    }

    /// A tie is never broken.
    private var topFramings: [ComparedFraming] {
        framings.filter { $0.cells[index].counts.own == framings.first?.cells[index].counts.own }
    }

    private var timesNamed: [[Run]] {
        framings.prefix(Self.mostNamed).map { [wording($0), .plain(" \(Phrasing.times($0.cells[index].counts.own))")] }
    }

    private var countsNamed: [[Run]] {
        framings.prefix(Self.mostNamed).map { [wording($0), .plain(" \(Phrasing.grouped($0.cells[index].counts.own))")] }
    }

    private var partsOfMentions: [[Run]] {
        topFramings.map {
            let part = "\(Phrasing.grouped($0.cells[index].counts.own)) of \(Phrasing.counted(evidence.counts.own, "mention"))"
            return [.plain("\(part) used "), wording($0)]
        }
    }

    /// ", with 3 further wordings".
    private var rest: String {
        let others = framings.count - Self.mostNamed
        return others > 0 ? ", with \(Phrasing.counted(others, "further wording"))" : ""
    }

    private var concentration: String {
        (evidence.topShare ?? 0) > 0.5 ? LevelSentence.concentrated : ""
    }

    static let concentrated = " One article holds most of these mentions."

    private func wording(_ framing: ComparedFraming) -> Run { .framing(Phrasing.inSentence(framing.label), voice: .own) }

    private static func whole(_ share: Double) -> Int { Int((share * 100).rounded()) }
}
