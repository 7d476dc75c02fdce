package import Articles
import Words

/// The words behind the hashes of a tally, so that a word list can be printed after the text is gone.
///
/// Two words may have one 24-bit hash. Then the word of more articles names it, and no word does where the other stands in more than a tenth
/// as many: their counts cannot be told apart.
package struct Vocabulary: Sendable {
    private struct Holder {
        var word: String
        var articles: Int
        /// Articles of the next most frequent word with the same hash.
        var rivalArticles = 0
    }

    private var holders: [UInt32: Holder] = [:]
    /// Counts from files are not trusted to add up.
    private static let mostArticles = 1 << 40

    /// The words of files of scores, whichever parts they come in.
    package init(_ tables: [WordTable]) {
        var articles: [String: Int] = [:]
        for table in tables {
            for source in table.sources.values {
                for count in source.words {
                    let added = min(max(count.articles, 0), Self.mostArticles)
                    articles[count.word] = min((articles[count.word] ?? 0) + added, Self.mostArticles)
                }
            }
        }
        for (word, count) in articles { add(word, articles: count) }
    }

    /// The words of the reader-facing passages of `articles`.
    ///
    /// - Complexity: O(bytes); each distinct spelling is folded once.
    package init(articles: [Article]) {
        var counter = WordCounter()
        for article in articles { counter.add(article) }
        for (word, count) in zip(counter.words, counter.articles) { add(word, articles: count) }
    }

    /// The folded word with this hash; nil where there is none, where two cannot be told apart, and where it has fewer than two letters.
    package func word(for hash: UInt32) -> String? {
        guard let holder = holders[hash], holder.rivalArticles * 10 <= holder.articles else { return nil }
        return holder.word.unicodeScalars.count { $0.properties.isAlphabetic } > 1 ? holder.word : nil
    }

    private mutating func add(_ word: String, articles: Int) {
        let hash = WordSignature.hash(ofFolded: word)
        guard let holder = holders[hash] else {
            holders[hash] = Holder(word: word, articles: articles)
            return
        }
        let wins = (articles, holder.word) > (holder.articles, word)
        let (winner, most) = wins ? (word, articles) : (holder.word, holder.articles)
        let rival = max(holder.rivalArticles, wins ? holder.articles : articles)
        holders[hash] = Holder(word: winner, articles: most, rivalArticles: rival)
    }
}

/// Counts in how many articles each word stands.
private struct WordCounter {
    private var folded = FoldedWordNumbers()
    /// By number of the word.
    private(set) var articles: [Int] = []
    private var lastArticle: [Int] = []
    private var articleCount = 0

    var words: [String] { folded.words }

    mutating func add(_ article: Article) {
        articleCount += 1
        for passage in article.passages where passage.kind.isReaderFacing {
            let found = folded.numbers(of: passage, in: article)
            let added = folded.words.count - articles.count
            articles.append(contentsOf: repeatElement(0, count: added))
            lastArticle.append(contentsOf: repeatElement(0, count: added))
            for word in found where lastArticle[Int(word)] != articleCount {
                lastArticle[Int(word)] = articleCount
                articles[Int(word)] += 1
            }
        }
    }
}
