package import Articles
import Words

/// How many articles of each source hold each word, and how often it stands there: what keyness is computed from.
///
/// Words of reader-facing passages, folded. A monoid like `Tally`: tables of parts add up.
package struct WordTable: Hashable, Sendable, Codable {
    /// One source's words.
    package struct SourceWords: Hashable, Sendable, Codable {
        package var articles = 0
        /// By folded word: articles that hold it, then occurrences.
        package var words: [String: [Int]] = [:]

        package init() {}

        /// Adds one article's words with their occurrences.
        fileprivate mutating func add(_ counts: [String: Int]) {
            articles += 1
            for (word, count) in counts {
                words[word, default: [0, 0]][0] += 1
                words[word, default: [0, 0]][1] += count
            }
        }
    }

    package private(set) var sources: [String: SourceWords] = [:]

    package init() {}

    package init(articles: [Article]) {
        for article in articles { add(article) }
    }

    package mutating func merge(_ other: WordTable) {
        for (name, added) in other.sources {
            var entry = sources[name] ?? SourceWords()
            entry.articles += added.articles
            for (word, counts) in added.words { entry.words[word] = zip(entry.words[word] ?? [0, 0], counts).map(+) }
            sources[name] = entry
        }
    }

    private mutating func add(_ article: Article) {
        var counts: [String: Int] = [:]
        let cutter = PassageCutter()
        for passage in article.passages where passage.kind.isReaderFacing {
            let bytes = article.bytes(of: passage.field)
            for word in cutter.words(of: passage, in: article) {
                counts[CaseFolding.folded(bytes[word.range]), default: 0] += 1
            }
        }
        let name = article.source.displayName(date: article.date)
        // In place: an entry taken out and put back would be copied for each article.
        sources[name, default: SourceWords()].add(counts)
    }
}
