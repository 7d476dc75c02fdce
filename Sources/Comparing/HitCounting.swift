import Articles
import Lexicons
import Scoring
import Words

/// The hits of a settled tally by framing and source, and what was set aside.
struct HitCounting {
    private(set) var setAside = SetAside()
    private(set) var counted = 0
    private let numbers: FramingNumbers
    private let sourceCount: Int
    /// By framing's number, then source.
    private var hits: [[ComparedHit]]
    /// Hits left out because another source has the text too.
    private var sharedHits: [[ComparedHit]]
    /// Hits left out because an earlier article or passage of the source has the text too.
    private var repeatedHits: [[ComparedHit]]

    init(_ settled: SettledTally, grouping: SourceGrouping, lexicon: Lexicon) {
        numbers = FramingNumbers(lexicon)
        sourceCount = grouping.sources.count
        hits = Array(repeating: [], count: numbers.count * sourceCount)
        (sharedHits, repeatedHits) = (hits, hits)
        reserve(settled, grouping)
        for (index, member) in grouping.settledIndices.enumerated() {
            add(settled.articles[member], at: index, source: grouping.articles[index].sourceIndex)
        }
        for place in hits.indices { Self.putInOrder(&hits[place]) }
    }

    /// Own voice first, in each voice by article and place.
    ///
    /// - Parameters: indices into the lexicon's concepts and the concept's framings, and into the sources.
    func hits(concept: Int, framing: Int, source: Int) -> [ComparedHit] {
        hits[numbers.number(concept: concept, framing: framing) * sourceCount + source]
    }

    /// The same with the text that another source has too.
    func hitsWithShared(concept: Int, framing: Int, source: Int) -> [ComparedHit] {
        let place = numbers.number(concept: concept, framing: framing) * sourceCount + source
        return Self.together(hits[place], sharedHits[place])
    }

    /// The same with the text that an earlier article or passage of the source has too.
    func hitsWithRepeats(concept: Int, framing: Int, source: Int) -> [ComparedHit] {
        let place = numbers.number(concept: concept, framing: framing) * sourceCount + source
        return Self.together(hits[place], repeatedHits[place])
    }

    private static func together(_ some: [ComparedHit], _ others: [ComparedHit]) -> [ComparedHit] {
        guard !others.isEmpty else { return some }
        var all = some + others
        putInOrder(&all)
        return all
    }

    /// Room for exactly the hits there are: growing by doubling would take twice the memory.
    private mutating func reserve(_ settled: SettledTally, _ grouping: SourceGrouping) {
        var sizes = [Int](repeating: 0, count: hits.count)
        for (index, member) in grouping.settledIndices.enumerated() {
            let source = grouping.articles[index].sourceIndex
            for hit in settled.articles[member].tally.hits where hit.status == .counted {
                if let number = numbers.number(of: hit) { sizes[number * sourceCount + source] += 1 }
            }
        }
        for (place, size) in sizes.enumerated() { hits[place].reserveCapacity(size) }
    }

    private mutating func add(_ article: SettledArticle, at index: Int, source: Int) {
        setAside.wordsRepeated += article.wordsSetAside
        setAside.wordsShared += article.wordsShared
        for passage in article.tally.passages where !passage.kind.isReaderFacing {
            setAside.wordsLeftOut[passage.kind, default: 0] += passage.wordCount
        }
        for hit in article.tally.hits {
            let place = numbers.number(of: hit).map { $0 * sourceCount + source }
            let compared = ComparedHit(article: index, hit: hit)
            switch hit.status {
            case .counted:
                counted += 1
                if let place { hits[place].append(compared) }
            case .shared:
                setAside.shared += 1
                if let place { sharedHits[place].append(compared) }
            case .repeated, .duplicate:
                if hit.status == .repeated { setAside.repeated += 1 } else { setAside.duplicate += 1 }
                if let place { repeatedHits[place].append(compared) }
            case .link: setAside.link += 1
            case .rejected: setAside.rejected += 1
            }
        }
    }

    /// Articles come in order, so that most lists are in order already.
    private static func putInOrder(_ hits: inout [ComparedHit]) {
        let isInOrder = zip(hits, hits.dropFirst()).allSatisfy { place(of: $0) <= place(of: $1) }
        if !isInOrder { hits.sort { place(of: $0) < place(of: $1) } }
    }

    private static func place(of hit: ComparedHit) -> (Int, Int, Int, Int) {
        (hit.hit.voice.readingRank, hit.article, hit.hit.passageIndex, hit.hit.span.start)
    }

    /// The hits of a later article that stand in a run it shares with an earlier one.
    static func hitsSetAside(by words: Range<Int>, in article: ArticleTally) -> Int {
        var firstWords: [Int] = []
        var count = 0
        for passage in article.passages {
            firstWords.append(count)
            count += passage.kind.isReaderFacing ? passage.wordCount : 0
        }
        return article.hits.count { hit in
            let first = firstWords[hit.passageIndex] + hit.firstWord
            let end = firstWords[hit.passageIndex] + hit.endWord
            return hit.status == .repeated && words.lowerBound <= first && end <= words.upperBound
        }
    }
}

extension Voice {
    fileprivate var readingRank: Int {
        switch self {
        case .own: 0
        case .reported: 1
        case .quoted: 2
        case .distanced: 3
        }
    }
}
