import Foundation
import TestSupport
import Testing

/// What the README shows works as shown.
@Suite struct DocumentationTests {
    static let readme = (try? String(contentsOf: Program.root.appendingPathComponent("README.md"), encoding: .utf8)) ?? ""

    /// The fenced blocks of the README of one kind, without the blanks of the list they stand in.
    static func blocks(_ kind: String) -> [String] {
        var blocks: [[String]] = []
        var indentation: Int?
        for line in readme.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            let text = line.drop { $0 == " " }
            if let blanks = indentation {
                if text == "```" {
                    indentation = nil
                } else {
                    blocks[blocks.count - 1].append(String(line.dropFirst(min(blanks, line.count - text.count))))
                }
            } else if text == "```\(kind)" {
                indentation = line.count - text.count
                blocks.append([])
            }
        }
        return blocks.map { $0.joined(separator: "\n") + "\n" }
    }

    @Test func theLexiconOfTheReadmeHasNoFaults() throws {
        let lexicon = try #require(Self.blocks("yaml").first { $0.hasPrefix("lexicon:") })
        let folder = try TemporaryFolder()
        try folder.write(lexicon, to: "water.yaml")
        let run = try Program(["lexicon", "check", "water.yaml"], in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("no faults found"))
    }

    @Test func theManifestOfTheReadmeDescribesItsFiles() throws {
        let manifest = try #require(Self.blocks("yaml").first { $0.contains("articles:") })
        let folder = try TemporaryFolder()
        try folder.write(manifest, to: "texts/corpus.yaml")
        try folder.write("The occupied land.\n", to: "texts/one.txt")
        try folder.write("The disputed land.\n", to: "texts/two.txt")
        let lexicon = Program.root.appendingPathComponent("lexicons/karabakh.yaml").path
        let run = try Program(["hits", "texts", "--lexicon", lexicon, "--format", "tsv"], in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("one.txt\tThe Daily Example\t2024-03-01"))
        #expect(run.output.contains("two.txt\tUnknown 2024\t2024-03-02"))
    }

    @Test(arguments: [
        "report", "score", "hits", "voices", "concordance", "lexicon check", "lexicon convert", "lexicon new", "lexicon add",
        "corpus index",
    ])
    func everyCommandOfTheProgramStandsInTheReadme(command: String) {
        #expect(Self.readme.contains("parallax \(command)"))
    }

    @Test func everyCommandOfTheReadmeIsOneOfTheProgram() throws {
        let named = Self.readme.matches(of: /^parallax ([a-z]+)/.anchorsMatchLineEndings()).map { String($0.1) }
        #expect(named.count >= 6)
        for command in Set(named) where command != "help" {
            #expect(try Program(["help", command]).status == 0, "\(command)")
        }
    }
}
