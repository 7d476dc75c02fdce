import Articles
import Diagnostics
import Testing

@Suite struct CorpusManifestTests {
    private func read(_ text: String) -> CorpusManifest { CorpusManifest(text, name: "corpus.yaml") }

    @Test func `entries say what their files are`() throws {
        let manifest = read(
            "articles:\n  - file: a.txt\n    source: Harbour Post\n    date: 2020-10-07   # shown\n    date-is-inferred: true\n  - file: b.txt\n"
        )
        #expect(manifest.diagnostics.isEmpty)
        #expect(manifest.entries.map(\.file) == ["a.txt", "b.txt"])
        let metadata = try #require(manifest.metadata(of: "a.txt"))
        #expect(metadata.source == "Harbour Post")
        #expect(metadata.dateIsInferred == true)
        #expect(manifest.metadata(of: "c.txt") == nil)
    }

    /// Text, then the line of each fault and a word of its message or remedy.
    @Test(arguments: [
        ("articles:\n  - file: a\n    sorce: X\n", ["3 source"]),
        ("artciles:\n  - file: a\n", ["1 articles", "1 no list"]),
        ("articles: x\n", ["1 no list"]),
        ("articles:\n  - a.txt\n  - source: X\n", ["2 a text", "3 names no file"]),
        ("articles:\n  - file: a\n  - file: a\n", ["3 second entry"]),
        ("articles:\n  - file: a\n    source: [x]\n", ["3 a list"]),
        ("articles:\n  - file: a\n    retold: perhaps\n", ["3 neither true"]),
        ("- a\n", ["1 no list"]),
        ("articles: [\n", ["2 did not find"]),
    ])
    func `each fault is told with its line`(text: String, expected: [String]) {
        let diagnostics = read(text).diagnostics
        #expect(diagnostics.count == expected.count, "\(diagnostics)")
        for (diagnostic, words) in zip(diagnostics, expected) {
            let parts = words.split(separator: " ", maxSplits: 1)
            #expect(diagnostic.line.map(String.init) == String(parts[0]))
            #expect((diagnostic.message + (diagnostic.remedy ?? "")).contains(parts[1]), "\(diagnostic)")
        }
    }

    @Test(arguments: ["", "articles:\n", "# nothing yet\n"])
    func `an empty manifest is no fault`(text: String) {
        #expect(read(text).entries.isEmpty)
        #expect(read(text).diagnostics.isEmpty)
    }

    @Test func `an entry for a missing file names the nearest`() {
        let diagnostics = read("articles:\n  - file: artcle.txt\n").missingFiles(among: ["article.txt"])
        #expect(diagnostics.map(\.line) == [2])
        #expect(diagnostics.map(\.remedy) == ["did you mean “article.txt”?"])
    }
}
