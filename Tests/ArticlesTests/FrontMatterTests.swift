import Articles
import Diagnostics
import Testing

@Suite struct FrontMatterTests {
    private func read(_ text: String) -> FrontMatter { FrontMatter(of: Array(text.utf8), file: "a.md") }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `the known keys are read and the others kept, whatever the line ends`(lineEnd: String) {
        let lines = [
            "---", "source: no", "date: 2020-10-07", "title: \"A title: with colon\"", "url: http://x.org", "language: en", "retold: true",
            "date-is-inferred: yes", "desk: foreign", "id: 7", "---", "Text",
        ]
        let text = lines.joined(separator: lineEnd)
        let frontMatter = read(text)
        #expect(frontMatter.diagnostics.isEmpty)
        #expect(frontMatter.metadata.source == "no")
        #expect(frontMatter.metadata.date == "2020-10-07")
        #expect(frontMatter.metadata.title == "A title: with colon")
        #expect(frontMatter.metadata.isRetold == true)
        #expect(frontMatter.metadata.dateIsInferred == true)
        #expect(frontMatter.metadata.id == "7")
        #expect(frontMatter.metadata.otherKeys == [Article.Metadatum(key: "desk", value: "foreign")])
        #expect(String(decoding: Array(text.utf8)[frontMatter.bodyStart...], as: UTF8.self) == "Text")
    }

    @Test func `broken front matter is a warning with its line, and its block is no text`() {
        let frontMatter = read("---\nsource: A\ndate: b: c\n---\nText")
        #expect(frontMatter.diagnostics.map(\.line) == [3])
        #expect(frontMatter.diagnostics.map(\.severity) == [.warning])
        #expect(frontMatter.metadata.source == nil)
        #expect(frontMatter.bodyStart == "---\nsource: A\ndate: b: c\n---\n".utf8.count)
    }

    @Test func `a repeated key keeps the first`() {
        let frontMatter = read("---\nsource: A\nsource: B\n---\nText")
        #expect(frontMatter.metadata.source == "A")
        #expect(frontMatter.diagnostics.map(\.line) == [3])
    }

    @Test(arguments: [
        "Text\n---\nsource: A\n---\n", "---\nOnce upon a time.\n---\nMore.", "----\nsource: A\n---\n", "--- x\n", "", "-", "---",
        "---\n\nNo end",
    ])
    func `what only looks like front matter is text`(text: String) {
        #expect(read(text).bodyStart == 0)
        #expect(read(text).diagnostics.isEmpty)
    }

    @Test func `front matter without an end is told`() {
        let frontMatter = read("---\nsource: A\nText that goes on")
        #expect(frontMatter.bodyStart == 0)
        #expect(frontMatter.diagnostics.map(\.line) == [1])
    }
}
