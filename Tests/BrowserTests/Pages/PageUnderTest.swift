import Foundation
import TestSupport
import Testing

/// A report that the built program writes for the tests.
struct PageUnderTest: Sendable {
    enum Input: Sendable {
        /// `seeds/`, as the bare command reads it.
        case seeds
        /// The articles of the shared folder, with the lexicon that the project ships.
        case shared
        /// JSON lines and a lexicon.
        case lines(String, lexicon: String)
        /// Files by name and a lexicon.
        case files([String: String], lexicon: String)
    }

    /// Also the name of its folder.
    let name: String
    let input: Input

    static let seeds = PageUnderTest(name: "seeds", input: .seeds)
    static let sharedSeeds = PageUnderTest(name: "shared-seeds", input: .shared)
    static let manySources = PageUnderTest(
        name: "many-sources", input: .lines(InventedCorpus.articles(sources: 12, each: 4), lexicon: InventedCorpus.lexicon))
    static let oneSource = PageUnderTest(
        name: "one-source", input: .lines(InventedCorpus.articles(sources: 1, each: 1), lexicon: InventedCorpus.lexicon))
    static let nothingFound = PageUnderTest(
        name: "nothing-found", input: .lines(InventedCorpus.articles(sources: 2, each: 1), lexicon: InventedCorpus.unmatchedLexicon))
    /// 60 sources, 40 framings, 2,000 articles, 100,000 hits.
    static let large = PageUnderTest(name: "large", input: .lines(HarbourCorpus().lines, lexicon: HarbourCorpus.lexicon))

    /// One small page for each form that a report takes, and the shared articles where they are.
    static let forms = [seeds, manySources, oneSource, nothingFound] + (hasSharedData("seeds/corpus.yaml") ? [sharedSeeds] : [])
    /// With the large one, for what is quick to check.
    static let all = forms + [large]

    /// Runs the program in a folder of its own.
    ///
    /// - Returns: the HTML file.
    func write(in folder: TemporaryFolder) throws -> URL {
        let output = folder.url.appendingPathComponent(name)
        let arguments = try ["report", "--format", "html", "--output", output.path] + inputs(in: folder)
        let run = try Program(arguments)
        // Status 1 is a report with problems, such as a hostile article that could not be read.
        try #require((0...1).contains(run.status), "parallax \(arguments) ended with \(run.status): \(run.errors)")
        let files = try FileManager.default.contentsOfDirectory(at: output, includingPropertiesForKeys: nil)
        return try #require(files.first { $0.pathExtension == "html" }, "no page in \(files)")
    }

    private func inputs(in folder: TemporaryFolder) throws -> [String] {
        switch input {
        case .seeds: return []
        case .shared:
            let shared = try #require(sharedFolder())
            return ["--lexicon", "lexicons/karabakh.yaml", shared.appending(path: "seeds").path]
        case .lines(let lines, let lexicon):
            let articles = try folder.write(lines, to: "\(name).jsonl")
            return ["--lexicon", try folder.write(lexicon, to: "\(name).yaml").path, articles.path]
        case .files(let files, let lexicon):
            for (file, text) in files { try folder.write(text, to: "\(name)-files/\(file)") }
            return [
                "--lexicon", try folder.write(lexicon, to: "\(name).yaml").path, folder.url.appendingPathComponent("\(name)-files").path,
            ]
        }
    }
}

extension PageUnderTest: CustomTestStringConvertible {
    var testDescription: String { name }
}
