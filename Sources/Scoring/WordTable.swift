package import Articles
import Words

/// How many articles of each source hold each word, and how often it stands there: what keyness is computed from.
///
/// Words of reader-facing passages, folded. A monoid like `Tally`: tables of parts add up.
package struct WordTable: Hashable, Sendable, Decodable {
    /// One source's words.
    package struct SourceWords: Hashable, Sendable {
        package var articles = 0
        /// In the order of their bytes, each once.
        package var words: [WordCount] = []

        package init() {}
    }

    package struct WordCount: Hashable, Sendable {
        /// Folded.
        package var word: String
        /// Articles that hold it.
        package var articles: Int
        package var occurrences: Int
    }

    package private(set) var sources: [String: SourceWords] = [:]

    package init() {}

    /// - Complexity: O(bytes), and O(n log n) for n distinct words.
    package init(articles: [Article], threads: Int = 1) {
        let size = max(1, (articles.count + threads - 1) / max(1, threads))
        let parts = stride(from: 0, to: articles.count, by: size).map { articles[$0..<min($0 + size, articles.count)] }
        let tables = OrderedParallel(threads: threads).map(parts) { part in
            var census = WordCensus()
            for article in part { census.add(article) }
            return census.sources
        }
        for table in tables { merge(table) }
    }

    package mutating func merge(_ other: WordTable) { merge(other.sources) }

    private mutating func merge(_ others: [String: SourceWords]) {
        if sources.isEmpty { return sources = others }
        for (name, added) in others { sources[name, default: SourceWords()].merge(added) }
    }
}

extension WordTable.SourceWords {
    fileprivate mutating func merge(_ other: Self) {
        articles += other.articles
        var merged: [WordTable.WordCount] = []
        merged.reserveCapacity(max(words.count, other.words.count))
        var next = 0
        for added in other.words {
            while next < words.count, words[next].word.precedesInBytes(added.word) {
                merged.append(words[next])
                next += 1
            }
            merged.append(added)
            guard next < words.count, words[next].word == added.word else { continue }
            merged[merged.count - 1].articles += words[next].articles
            merged[merged.count - 1].occurrences += words[next].occurrences
            next += 1
        }
        words = merged + words[next...]
    }
}

extension WordTable.SourceWords: Decodable {
    private enum CodingKeys: CodingKey { case articles, words }

    /// From an object that holds for each word how many articles hold it, then how often it stands there.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        articles = try container.decode(Int.self, forKey: .articles)
        let counts = try container.decode([String: [Int]].self, forKey: .words)
        words = counts.map { WordTable.WordCount(word: $0, articles: $1.first ?? 0, occurrences: $1.dropFirst().first ?? 0) }
        words.sort { $0.word.precedesInBytes($1.word) }
    }
}

extension String {
    func precedesInBytes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
