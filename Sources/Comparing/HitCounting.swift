import Articles
import Scoring
import Words

/// The hits of a settled tally by concept, framing and source, and what was set aside.
struct HitCounting {
    struct Key: Hashable {
        let concept: String
        let framing: String
        let source: Int
    }

    private(set) var hits: [Key: [ComparedHit]] = [:]
    private(set) var setAside = SetAside()
    private(set) var counted = 0
    /// Hits left out because another source has the text too.
    private(set) var sharedHits: [Key: [ComparedHit]] = [:]

    init(_ settled: SettledTally, grouping: SourceGrouping) {
        for (index, member) in grouping.settledIndices.enumerated() {
            let article = settled.articles[member]
            setAside.wordsRepeated += article.wordsSetAside
            setAside.wordsShared += article.wordsShared
            for passage in article.tally.passages where !passage.kind.isReaderFacing {
                setAside.wordsLeftOut[passage.kind, default: 0] += passage.wordCount
            }
            for hit in article.tally.hits { add(hit, article: index, source: grouping.articles[index].sourceIndex) }
        }
        for key in hits.keys { hits[key]?.sort(by: Self.readingOrder) }
    }

    private mutating func add(_ hit: Hit, article: Int, source: Int) {
        switch hit.status {
        case .counted:
            counted += 1
            let key = Key(concept: hit.concept, framing: hit.framing, source: source)
            hits[key, default: []].append(ComparedHit(article: article, hit: hit))
        case .shared:
            setAside.shared += 1
            let key = Key(concept: hit.concept, framing: hit.framing, source: source)
            sharedHits[key, default: []].append(ComparedHit(article: article, hit: hit))
        case .repeated: setAside.repeated += 1
        case .duplicate: setAside.duplicate += 1
        case .link: setAside.link += 1
        case .rejected: setAside.rejected += 1
        }
    }

    /// Own voice first, then by article and place.
    private static func readingOrder(_ left: ComparedHit, _ right: ComparedHit) -> Bool {
        place(of: left) < place(of: right)
    }

    private static func place(of hit: ComparedHit) -> (Int, Int, Int, Int) {
        let voice = Voice.allCases.firstIndex(of: hit.hit.voice) ?? 0
        return (voice, hit.article, hit.hit.passageIndex, hit.hit.span.start)
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
