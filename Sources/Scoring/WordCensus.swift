import Articles
import Words

/// Counts the words of articles by source, by the words' numbers: a dictionary of each article's words would hash each of them as a text.
struct WordCensus {
    fileprivate struct Count {
        let word: Int32
        var articles = 0
        var occurrences = 0
        var lastArticle = 0
    }

    fileprivate struct SourceCount {
        var articles = 0
        /// Where in `counts` a word stands.
        var places = HashedNumbers()
        var counts: [Count] = []
    }

    private var folded = FoldedWordNumbers()
    private var sourceNumbers: [String: Int] = [:]
    /// By the number of the source.
    private var counts: [SourceCount] = []

    mutating func add(_ article: Article) {
        let source = number(of: article.source.displayName(date: article.date))
        counts[source].articles += 1
        for passage in article.passages where passage.kind.isReaderFacing {
            for word in folded.numbers(of: passage, in: article) { counts[source].add(word) }
        }
    }

    /// By the sources' names.
    var sources: [String: WordTable.SourceWords] {
        let ranks = folded.ranks
        return sourceNumbers.mapValues { number in
            var source = WordTable.SourceWords()
            source.articles = counts[number].articles
            source.words = counts[number].counts.sorted { ranks[Int($0.word)] < ranks[Int($1.word)] }.map { count in
                WordTable.WordCount(word: folded.words[Int(count.word)], articles: count.articles, occurrences: count.occurrences)
            }
            return source
        }
    }

    private mutating func number(of source: String) -> Int {
        if let known = sourceNumbers[source] { return known }
        sourceNumbers[source] = counts.count
        counts.append(SourceCount())
        return counts.count - 1
    }
}

extension WordCensus.SourceCount {
    /// Counts a word of the article that was begun last.
    fileprivate mutating func add(_ word: Int32) {
        let key = UInt64(UInt32(bitPattern: word))
        let place = places[key] ?? counts.count
        if place == counts.count {
            places[key] = place
            counts.append(WordCensus.Count(word: word))
        }
        counts[place].occurrences += 1
        guard counts[place].lastArticle != articles else { return }
        counts[place].lastArticle = articles
        counts[place].articles += 1
    }
}
