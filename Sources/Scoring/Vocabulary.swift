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
                for (word, counts) in source.words {
                    let added = min(max(counts.first ?? 0, 0), Self.mostArticles)
                    articles[word] = min((articles[word] ?? 0) + added, Self.mostArticles)
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
    private(set) var words: [String] = []
    /// By index in `words`.
    private(set) var articles: [Int] = []
    private var lastArticle: [Int] = []
    private var numbers: [String: Int32] = [:]
    private var cache = VocabularyCache()
    private var articleCount = 0

    mutating func add(_ article: Article) {
        articleCount += 1
        if cache.isFull { cache.removeAll() }
        for passage in article.passages where passage.kind.isReaderFacing {
            let bytes = article.bytes(of: passage.field)
            for word in WordSegmenter.words(in: bytes, span: passage.span) { add(word, in: bytes) }
        }
    }

    private mutating func add(_ word: ByteSpan, in bytes: [UInt8]) {
        var distinct: String?
        let next = Int32(words.count)
        let number = cache.value(for: word.range, in: bytes) { spelling in
            let folded = CaseFolding.folded(spelling)
            if let known = numbers[folded] { return known }
            distinct = folded
            return next
        }
        if let distinct {
            numbers[distinct] = number
            words.append(distinct)
            articles.append(0)
            lastArticle.append(0)
        }
        guard lastArticle[Int(number)] != articleCount else { return }
        lastArticle[Int(number)] = articleCount
        articles[Int(number)] += 1
    }
}
