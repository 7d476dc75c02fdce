import Foundation
import TestSupport
import Testing

/// A report that the built program writes for the tests.
struct PageUnderTest: Sendable {
    /// Also the name of its folder.
    let name: String
    /// JSON lines and the lexicon to read them with; nil reads `seeds/` as the bare command does.
    let corpus: (articles: String, lexicon: String)?

    static let seeds = PageUnderTest(name: "seeds", corpus: nil)
    static let manySources = PageUnderTest(
        name: "many-sources", corpus: (InventedCorpus.articles(sources: 12, each: 4), InventedCorpus.lexicon))
    static let oneSource = PageUnderTest(name: "one-source", corpus: (InventedCorpus.articles(sources: 1, each: 1), InventedCorpus.lexicon))
    static let nothingFound = PageUnderTest(
        name: "nothing-found", corpus: (InventedCorpus.articles(sources: 2, each: 1), InventedCorpus.unmatchedLexicon))

    /// One page for each form that a report takes.
    static let forms = [seeds, manySources, oneSource, nothingFound]

    /// Runs the program in a folder of its own.
    ///
    /// - Returns: the HTML file.
    func write(in folder: TemporaryFolder) throws -> URL {
        let output = folder.url.appendingPathComponent(name)
        var arguments = ["report", "--output", output.path]
        if let corpus {
            let articles = try folder.write(corpus.articles, to: "\(name).jsonl")
            let lexicon = try folder.write(corpus.lexicon, to: "\(name).yaml")
            arguments += ["--lexicon", lexicon.path, articles.path]
        }
        let run = try Program(arguments)
        // Status 1 is a report with problems, such as a hostile article that could not be read.
        try #require((0...1).contains(run.status), "parallax \(arguments) ended with \(run.status): \(run.errors)")
        let files = try FileManager.default.contentsOfDirectory(at: output, includingPropertiesForKeys: nil)
        return try #require(files.first { $0.pathExtension == "html" }, "no page in \(files)")
    }
}

extension PageUnderTest: CustomTestStringConvertible {
    var testDescription: String { name }
}
