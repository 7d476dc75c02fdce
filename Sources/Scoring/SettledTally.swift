package import Articles

/// A tally in which repeated text counts once: hits carry their final status, words are counted without what was set aside.
///
/// A run of 25 or more equal words in two articles of one source counts for the earlier; an equal passage within an article counts once. An
/// article that nearly repeats an earlier one of its source (`NearDuplicateFinder`) counts for nothing. A run or an article that different sources
/// have counts for none of them: identical text cannot tell them apart.
package struct SettledTally: Sendable {
    /// In the tally's order.
    package private(set) var articles: [SettledArticle]
    /// Runs that an earlier article of the same source has too, by the later article's doc and place.
    package let sharedRuns: [RepeatFinder.SharedRun]
    /// For each article the earlier one of its source that it nearly repeats, by index.
    package private(set) var originals: [Int?]

    /// - Parameter tally: without clashing docs.
    package init(_ tally: Tally, threads: Int = 1) {
        let texts = OrderedParallel(threads: threads).map(tally.articles, Self.text)
        let windows = SharedWindows(of: texts, threads: threads)
        let repeats = RepeatFinder.find(in: texts, windows: windows, threads: threads)
        let near = NearDuplicateFinder.find(in: texts, threads: threads)
        let shared = SharedTextFinder.find(in: texts, nearDuplicates: near, windows: windows, threads: threads)
        articles = OrderedParallel(threads: threads).map(Array(tally.articles.indices)) { index in
            let whole = near.original[index].map { Self.repeated(texts[index], of: texts[$0].doc) }
            return SettledArticle(tally.articles[index], uncounted: whole ?? repeats.uncounted[index], shared: shared[index])
        }
        originals = near.original
        sharedRuns = repeats.runs
    }

    private static func repeated(_ text: RepeatFinder.Text, of doc: String) -> [[RepeatFinder.Uncounted]] {
        (0..<text.passageCount).map { passage in
            let words = text.place(ofPassage: passage)
            return words.isEmpty ? [] : [RepeatFinder.Uncounted(words: 0..<words.count, reason: .repeated(doc: doc))]
        }
    }

    /// The tally without some articles and hits, what is left settled as before.
    package func keeping(articles isKept: (ArticleTally) -> Bool, hits isCounted: (Hit) -> Bool) -> SettledTally {
        var part = self
        let kept = articles.indices.filter { isKept(articles[$0].tally) }
        let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
        part.articles = kept.map { articles[$0].keeping(isCounted) }
        part.originals = kept.map { originals[$0].flatMap { places[$0] } }
        return part
    }

    @Sendable
    private static func text(of article: ArticleTally) -> RepeatFinder.Text {
        var words: [UInt32] = []
        var ends: [Int] = []
        article.passages.withUnsafeBufferPointer { passages in
            words.reserveCapacity(passages.indices.reduce(0) { $0 + passages[$1].wordCount })
            ends.reserveCapacity(passages.count)
            for index in passages.indices {
                if passages[index].kind.isReaderFacing {
                    passages[index].signature.words.withUnsafeBufferPointer { words.append(contentsOf: $0) }
                }
                ends.append(words.count)
            }
        }
        return RepeatFinder.Text(
            doc: article.doc, sourceKey: article.sourceName, date: article.date, words: words, passageEnds: ends)
    }
}

/// One article of a settled tally.
package struct SettledArticle: Sendable {
    /// With the final status of every hit and every verb of speech.
    package private(set) var tally: ArticleTally
    /// Reader-facing words by voice, without those set aside.
    package let words: VoiceCounts
    /// Reader-facing words that an earlier article or passage has too.
    package let wordsSetAside: Int
    /// Reader-facing words set aside for no other reason than that another source has them too.
    package let wordsShared: Int
    /// Words by speaker (index into the tally's speakers; nil where nobody is named), without those set aside and without own words.
    package let speakerWords: [Int?: VoiceCounts]
    /// By passage the word ranges that were set aside, ascending; empty where none was.
    private let setAsideRanges: [[Range<Int>]]

    init(_ tally: ArticleTally, uncounted: [[RepeatFinder.Uncounted]], shared: [[Range<Int>]]) {
        self.tally = tally
        let passages = tally.passages
        var count = WordCount()
        var setAside: [[Range<Int>]] = []
        var wordsShared = 0
        for index in passages.indices {
            var ranges: [Range<Int>] = []
            if !uncounted[index].isEmpty || !shared[index].isEmpty {
                let repeated = uncounted[index].map(\.words)
                let onlyShared = Self.parts(of: shared[index], outside: repeated)
                ranges = (repeated + onlyShared).sorted { $0.lowerBound < $1.lowerBound }
                if passages[index].kind.isReaderFacing { wordsShared += onlyShared.reduce(0) { $0 + $1.count } }
                if setAside.isEmpty { setAside = Array(repeating: [], count: passages.count) }
                setAside[index] = ranges
            }
            guard passages[index].kind.isReaderFacing else { continue }
            if ranges.isEmpty, passages[index].voiceRuns.isEmpty {
                count.words.own += passages[index].wordCount
            } else {
                count.add(words: passages[index].wordCount, passages[index].voiceRuns, without: ranges)
            }
        }
        words = count.words
        wordsSetAside = count.setAside - wordsShared
        self.wordsShared = wordsShared
        speakerWords = count.bySpeaker
        setAsideRanges = setAside
        if !setAside.isEmpty || tally.introductions.contains(where: { $0.status != .counted }) { settleStatuses(uncounted, shared) }
    }

    /// Nearly all stay counted, and a change would copy all hits.
    private mutating func settleStatuses(_ uncounted: [[RepeatFinder.Uncounted]], _ shared: [[Range<Int>]]) {
        for index in tally.hits.indices where tally.hits[index].status == .counted {
            let words = tally.hits[index].firstWord..<tally.hits[index].endWord
            let passage = tally.hits[index].passageIndex
            let status = Self.status(of: words, among: uncounted[passage], shared: shared[passage])
            if status != .counted { tally.hits[index].status = status }
        }
        for index in tally.introductions.indices {
            let word = tally.introductions[index].word
            let passage = tally.introductions[index].passageIndex
            let status = Self.status(of: word..<word + 1, among: uncounted[passage], shared: shared[passage])
            if status != tally.introductions[index].status { tally.introductions[index].status = status }
        }
    }

    fileprivate func keeping(_ isKept: (Hit) -> Bool) -> SettledArticle {
        var article = self
        article.tally.hits.removeAll { !isKept($0) }
        return article
    }

    /// What of `ranges` lies in none of `others`; both ascending and without overlap.
    private static func parts(of ranges: [Range<Int>], outside others: [Range<Int>]) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var next = 0
        for range in ranges {
            var start = range.lowerBound
            while next < others.count, others[next].upperBound <= start { next += 1 }
            var other = next
            while other < others.count, others[other].lowerBound < range.upperBound {
                if start < others[other].lowerBound { parts.append(start..<others[other].lowerBound) }
                start = max(start, others[other].upperBound)
                other += 1
            }
            if start < range.upperBound { parts.append(start..<range.upperBound) }
        }
        return parts
    }

    /// The hashes of its reader-facing words in reading order, without words set aside and without those inside a hit.
    package func hashesOutsideHits() -> [UInt32] {
        let hits = Dictionary(grouping: tally.hits, by: \.passageIndex)
        var hashes: [UInt32] = []
        for (index, passage) in tally.passages.enumerated() where passage.kind.isReaderFacing {
            let all = 0..<passage.wordCount
            var counts = Array(repeating: true, count: passage.wordCount)
            for range in setAsideRanges.isEmpty ? [] : setAsideRanges[index] { for word in range.clamped(to: all) { counts[word] = false } }
            for hit in hits[index] ?? [] where hit.firstWord < hit.endWord {
                for word in (hit.firstWord..<hit.endWord).clamped(to: all) { counts[word] = false }
            }
            for (word, hash) in passage.signature.words.enumerated() where counts[word] { hashes.append(hash) }
        }
        return hashes
    }

    /// Whether words count: not where an earlier passage or article has them, nor where another source has them too.
    private static func status(of words: Range<Int>, among uncounted: [RepeatFinder.Uncounted], shared: [Range<Int>]) -> HitStatus {
        let holder = uncounted.first { $0.words.lowerBound <= words.lowerBound && words.upperBound <= $0.words.upperBound }
        switch holder?.reason {
        case .repeated: return .repeated
        case .duplicate: return .duplicate
        case nil: break
        }
        return shared.contains { $0.lowerBound <= words.lowerBound && words.upperBound <= $0.upperBound } ? .shared : .counted
    }
}

/// Adds up words by voice and speaker, passage by passage.
private struct WordCount {
    var words = VoiceCounts()
    var bySpeaker: [Int?: VoiceCounts] = [:]
    var setAside = 0

    mutating func add(words wordCount: Int, _ runs: [VoiceRun], without ranges: [Range<Int>]) {
        let left = ranges.reduce(0) { $0 + $1.count }
        setAside += left
        words.own += wordCount - left
        for run in runs where run.voice != .own {
            let kept = run.end - run.first - ranges.reduce(0) { $0 + $1.clamped(to: run.first..<run.end).count }
            words.own -= kept
            words[run.voice] += kept
            bySpeaker[run.speaker, default: VoiceCounts()][run.voice] += kept
        }
    }
}
