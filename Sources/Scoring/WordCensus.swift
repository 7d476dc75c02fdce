import Articles
import Words

/// Counts the words of articles by source, by the words' numbers: a dictionary of each article's words would hash each of them as a text.
struct WordCensus {
    /// A word of one article.
    private struct Use {
        let word: Int32
        let occurrences: Int32
    }

    private struct SourceUses {
        var articles = 0
        /// Of one article behind the other, each word once for each.
        var uses: [Use] = []
    }

    private var folded = FoldedWordNumbers()
    private var sourceNumbers: [String: Int] = [:]
    /// By the number of the source.
    private var usesOfSource: [SourceUses] = []
    /// By word, in the article at hand; 0 between articles.
    private var occurrences: [Int32] = []

    mutating func add(_ article: Article) {
        var words: [Int32] = []
        for passage in article.passages where passage.kind.isReaderFacing {
            let found = folded.numbers(of: passage, in: article)
            occurrences.append(contentsOf: repeatElement(0, count: folded.words.count - occurrences.count))
            for word in found {
                if occurrences[Int(word)] == 0 { words.append(word) }
                occurrences[Int(word)] += 1
            }
        }
        let source = number(of: article.source.displayName(date: article.date))
        usesOfSource[source].articles += 1
        for word in words {
            usesOfSource[source].uses.append(Use(word: word, occurrences: occurrences[Int(word)]))
            occurrences[Int(word)] = 0
        }
    }

    /// By the sources' names.
    var sources: [String: WordTable.SourceWords] {
        let order = folded.order
        var sums = WordSums(order: order)
        return sourceNumbers.mapValues { number in
            for use in usesOfSource[number].uses { sums.add(use.word, Int(use.occurrences)) }
            var source = WordTable.SourceWords()
            source.articles = usesOfSource[number].articles
            source.words = sums.taken().map { sum in
                WordTable.WordCount(word: folded.words[sum.word], articles: sum.articles, occurrences: sum.occurrences)
            }
            return source
        }
    }

    private mutating func number(of source: String) -> Int {
        if let known = sourceNumbers[source] { return known }
        sourceNumbers[source] = usesOfSource.count
        usesOfSource.append(SourceUses())
        return usesOfSource.count - 1
    }
}

/// Adds up the uses of words for one source after the other.
private struct WordSums {
    /// All words, as they are wanted.
    private let order: [Int]
    /// The places of words in `order`.
    private var ranks: [Int32]
    private var articles: [Int]
    private var occurrences: [Int]
    /// The ranks of the words that were added.
    private var added: [Int32] = []

    init(order: [Int]) {
        self.order = order
        ranks = Array(repeating: 0, count: order.count)
        for (rank, word) in order.enumerated() { ranks[word] = Int32(rank) }
        articles = Array(repeating: 0, count: order.count)
        occurrences = Array(repeating: 0, count: order.count)
    }

    /// Counts a word of one more article.
    mutating func add(_ word: Int32, _ count: Int) {
        if articles[Int(word)] == 0 { added.append(ranks[Int(word)]) }
        articles[Int(word)] += 1
        occurrences[Int(word)] += count
    }

    /// The words added, in order; none is left.
    mutating func taken() -> [(word: Int, articles: Int, occurrences: Int)] {
        added.sort()
        var sums: [(word: Int, articles: Int, occurrences: Int)] = []
        sums.reserveCapacity(added.count)
        for rank in added {
            let word = order[Int(rank)]
            sums.append((word, articles[word], occurrences[word]))
            (articles[word], occurrences[word]) = (0, 0)
        }
        added.removeAll(keepingCapacity: true)
        return sums
    }
}
