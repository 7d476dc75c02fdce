package import Articles

/// A tally in which repeated text counts once: hits carry their final status, words are counted without what was set aside.
///
/// A run of 25 or more equal words in two articles of one source counts for the earlier; an equal passage within an article counts once.
package struct SettledTally: Sendable {
    /// In the tally's order.
    package let articles: [SettledArticle]
    /// Runs that an earlier article of the same source has too, by the later article's doc and place.
    package let sharedRuns: [RepeatFinder.SharedRun]

    /// - Parameter tally: without clashing docs.
    package init(_ tally: Tally) {
        let repeats = RepeatFinder.find(in: tally.articles.map(Self.text))
        articles = zip(tally.articles, repeats.uncounted).map { SettledArticle($0, uncounted: $1) }
        sharedRuns = repeats.runs
    }

    private static func text(of article: ArticleTally) -> RepeatFinder.Text {
        RepeatFinder.Text(
            doc: article.doc, sourceKey: article.sourceName, date: article.date,
            passages: article.passages.map { $0.kind.isReaderFacing ? $0.signature : WordSignature(words: []) }
        )
    }
}

/// One article of a settled tally.
package struct SettledArticle: Sendable {
    /// With the final status of every hit and every verb of speech.
    package let tally: ArticleTally
    /// Reader-facing words by voice, without those set aside.
    package let words: VoiceCounts
    /// Reader-facing words that an earlier article or passage has too.
    package let wordsSetAside: Int
    /// Words by speaker (index into the tally's speakers; nil where nobody is named), without those set aside and without own words.
    package let speakerWords: [Int?: VoiceCounts]
    /// By passage the word ranges that were set aside, ascending.
    private let setAsideRanges: [[Range<Int>]]

    init(_ tally: ArticleTally, uncounted: [[RepeatFinder.Uncounted]]) {
        var settled = tally
        for index in settled.hits.indices where settled.hits[index].status == .counted {
            let hit = settled.hits[index]
            settled.hits[index].status = Self.status(of: hit.firstWord..<hit.endWord, among: uncounted[hit.passageIndex])
        }
        for index in settled.introductions.indices {
            let verb = settled.introductions[index]
            settled.introductions[index].status = Self.status(of: verb.word..<verb.word + 1, among: uncounted[verb.passageIndex])
        }
        var count = WordCount()
        for (passage, ranges) in zip(tally.passages, uncounted) where passage.kind.isReaderFacing {
            count.add(passage, without: ranges.map(\.words))
        }
        self.tally = settled
        words = count.words
        wordsSetAside = count.setAside
        speakerWords = count.bySpeaker
        setAsideRanges = uncounted.map { $0.map(\.words) }
    }

    /// The hashes of its reader-facing words in reading order, without words set aside and without those inside a hit.
    package func hashesOutsideHits() -> [UInt32] {
        let hits = Dictionary(grouping: tally.hits, by: \.passageIndex)
        var hashes: [UInt32] = []
        for (index, passage) in tally.passages.enumerated() where passage.kind.isReaderFacing {
            let all = 0..<passage.wordCount
            var counts = Array(repeating: true, count: passage.wordCount)
            for range in setAsideRanges[index] { for word in range.clamped(to: all) { counts[word] = false } }
            for hit in hits[index] ?? [] where hit.firstWord < hit.endWord {
                for word in (hit.firstWord..<hit.endWord).clamped(to: all) { counts[word] = false }
            }
            for word in all where counts[word] { hashes.append(passage.signature.words[word]) }
        }
        return hashes
    }

    /// Words that lie whole in a range set aside go with it.
    private static func status(of words: Range<Int>, among uncounted: [RepeatFinder.Uncounted]) -> HitStatus {
        let holder = uncounted.first { $0.words.lowerBound <= words.lowerBound && words.upperBound <= $0.words.upperBound }
        return switch holder?.reason {
        case .repeated: .repeated
        case .duplicate: .duplicate
        case nil: .counted
        }
    }
}

/// Adds up words by voice and speaker, passage by passage.
private struct WordCount {
    var words = VoiceCounts()
    var bySpeaker: [Int?: VoiceCounts] = [:]
    var setAside = 0

    mutating func add(_ passage: PassageTally, without ranges: [Range<Int>]) {
        let left = ranges.reduce(0) { $0 + $1.count }
        setAside += left
        words.own += passage.wordCount - left
        for run in passage.voiceRuns where run.voice != .own {
            let kept = run.end - run.first - ranges.reduce(0) { $0 + $1.clamped(to: run.first..<run.end).count }
            words.own -= kept
            words[run.voice] += kept
            bySpeaker[run.speaker, default: VoiceCounts()][run.voice] += kept
        }
    }
}
