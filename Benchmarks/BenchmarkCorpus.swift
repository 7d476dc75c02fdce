import Articles
import Foundation
import Lexicons
import TestSupport

/// The articles that a benchmark runs on, in memory before any clock starts.
struct BenchmarkCorpus {
    let description: String
    let articles: [Article]

    /// Bytes of text.
    var byteCount: Int { articles.reduce(0) { $0 + $1.text.count } }

    /// Articles enough to compare the matcher with its naive twin in some seconds.
    var sample: ArraySlice<Article> { articles.prefix(20) }

    static func load() throws -> BenchmarkCorpus {
        if let folder = ProcessInfo.processInfo.environment["BENCH_CORPUS"] {
            // The recipe's folder has the same texts in other forms and its lexicons besides.
            let records = URL(filePath: folder).appending(path: "corpus.jsonl").path
            let path = FileManager.default.fileExists(atPath: records) ? records : folder
            let articles = CorpusReader.read(paths: [path], options: ReadingOptions()).articles
            guard !articles.isEmpty else { throw BenchmarkFault(message: "no articles in BENCH_CORPUS=\(path)") }
            return BenchmarkCorpus(description: "\(articles.count) articles of \(path)", articles: articles)
        }
        var generator = NewsGenerator(seed: 20_201_007)
        let articles = (0..<2_000).map { makeArticle(generator.article(bytes: 5_000), id: "\($0)", source: "S\($0 % 7)") }
        return BenchmarkCorpus(description: "\(articles.count) generated articles, seed 20201007", articles: articles)
    }

    /// The lexicon named by `BENCH_LEXICON`, else the shipped one.
    static func lexicon() throws -> Lexicon {
        let file = URL(fileURLWithPath: ProcessInfo.processInfo.environment["BENCH_LEXICON"] ?? "lexicons/karabakh.yaml")
        let text = String(decoding: try contents(of: file), as: UTF8.self)
        guard let lexicon = LexiconFile.read(text, file: file.path).lexicon else {
            throw BenchmarkFault(message: "\(file.path) cannot be read")
        }
        return lexicon
    }

    static func mapped(_ path: String) throws -> MappedFile {
        guard let file = MappedFile(path: path) else { throw BenchmarkFault(message: "\(path) cannot be read, or is empty") }
        return file
    }

    static func contents(of file: URL, options: Data.ReadingOptions = []) throws -> Data {
        do {
            return try Data(contentsOf: file, options: options)
        } catch {
            throw BenchmarkFault(message: "\(file.path) cannot be read (is it there? BENCH_LEXICON and BENCH_CORPUS name other files)")
        }
    }
}

struct BenchmarkFault: Error {
    let message: String
}
