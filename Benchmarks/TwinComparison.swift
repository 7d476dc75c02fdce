import Articles
import Foundation
import Lexicons
import Scoring
import Words

/// Holds the matcher against its naive twin on a whole file of JSON lines: each word and each hit, on every instruction path, with one, two and
/// seven threads.
struct TwinComparison {
    private static let threads = [1, 2, 7]

    let path: String
    let lexicon: Lexicon

    struct Counts {
        var words = 0
        var hits = 0
        var differing: [String] = []
    }

    /// Prints what was compared; false where anything differs.
    func run() throws -> Bool {
        let articles = try PlainLines.articles(of: path)
        let paths = InstructionPath.allCases.filter(\.isAvailable)
        let counts = OrderedParallel(threads: ProcessInfo.processInfo.activeProcessorCount).map(
            articles, state: { (PassageLexicon(lexicon), paths.map { ArticleSearch(lexicon, path: $0) }) }
        ) { article, state in Self.compare(article, &state.0, &state.1) }
        let words = counts.reduce(0) { $0 + $1.words }
        let hits = counts.reduce(0) { $0 + $1.hits }
        let differing = counts.flatMap(\.differing)
        print(
            "\(articles.count) articles, \(words) words, \(hits) hits of the twin; \(differing.count) articles differ on \(paths.count) instruction paths"
        )
        for article in differing.prefix(10) { print("  article \(article)") }
        return try agree(on: paths, words: words, hits: hits) && differing.isEmpty
    }

    /// What the twin finds in an article; its name among those that differ where a search of `searches`, one for each path, finds something else.
    static func compare(_ article: Article, _ twin: inout PassageLexicon, _ searches: inout [ArticleSearch]) -> Counts {
        var counts = Counts()
        var expected: [Passage: [TermMatch]] = [:]
        for passage in article.passages where passage.kind.isSearched {
            let words = PassageWords(bytes: article.bytes(of: passage.field), span: passage.span)
            let matches = twin.matches(in: words)
            if !matches.isEmpty { expected[passage] = matches }
            counts.words += words.words.count
            counts.hits += matches.count
        }
        let agrees = searches.indices.allSatisfy { index in
            var found: [Passage: [TermMatch]] = [:]
            let words = searches[index].count(article) { found[$0, default: []].append($1) }
            return words == counts.words && found == expected
        }
        if !agrees { counts.differing.append(article.id) }
        return counts
    }

    private func agree(on paths: [InstructionPath], words: Int, hits: Int) throws -> Bool {
        let file = try BenchmarkCorpus.mapped(path)
        var answers: [EngineScan.Answer] = []
        for path in paths {
            for threads in Self.threads { answers.append(EngineScan(file: file, lexicon: lexicon, path: path).answer(threads: threads)) }
        }
        let agree = answers.allSatisfy { $0 == answers[0] && $0.words == words && $0.own + $0.quoted == hits }
        print(
            "from JSON lines with \(Self.threads.map(String.init).joined(separator: ", ")) threads, on each path: \(agree ? "the same" : "not the same")"
        )
        return agree
    }
}
