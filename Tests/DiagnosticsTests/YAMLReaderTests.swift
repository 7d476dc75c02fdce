import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite struct YAMLReaderTests {
    private func read(_ text: String, firstLine: Int = 1) -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
        YAMLReader.read(text, file: "f.yaml", firstLine: firstLine)
    }

    @Test(arguments: ["no", "on", "1984", "0x10", "~", "2020-10-07", "1e3", "NULL", "yes", "-5", "12:30"])
    func `words stay as written`(word: String) {
        #expect(read("key: \(word)\n").root?["key"]?.scalar == word)
    }

    @Test func `keys keep their order, and everything has line and column`() throws {
        let root = try #require(read("b: 1\na:\n  - x\n  - {é: y, z: w}\n").root)
        #expect(root.entries?.map(\.name) == ["b", "a"])
        let items = try #require(root["a"]?.items)
        #expect(items.map(\.line) == [3, 4])
        #expect(items.map(\.column) == [5, 5])
        let pair = try #require(items[1].entries?.last)
        #expect((pair.key.line, pair.key.column) == (4, 12))
        #expect((pair.value.line, pair.value.column) == (4, 15))
    }

    /// Lists whose lines are read past the parser; with a blank behind each line none of them is.
    @Test func `plain lists are read as the parser reads them`() {
        let texts = [
            "word", "two words", "\"quoted\"", "'single'", "\" padded \"", "\"it's\"", "wild* (a|b) <0-2>", "\u{43c}\u{43e}\u{440}\u{435}",
            "\u{e9}t\u{e9}", "'a: b'", "a:b", "key: value", "\"\"", "\"\\u0041\"", "[x, y]", "- x", "'it''s'", "", "\u{2028}x", "*x", "10",
        ]
        var random = SeededRandom(seed: 12)
        var plainCount = 0
        for round in 0..<2_000 {
            var lines: [String] = ["top:"]
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let indentation = String(repeating: " ", count: Int.random(in: 0...3, using: &random))
                let most = Bool.random(using: &random) ? 7 : texts.count - 1
                for _ in 0..<Int.random(in: 1...6, using: &random) {
                    lines.append(indentation + "- " + texts[Int.random(in: 0...most, using: &random)])
                }
                if Int.random(in: 0..<3, using: &random) == 0 { lines.append("    going on") }
                if Bool.random(using: &random) { lines.append("key\(lines.count):") }
            }
            let end = round % 5 == 0 ? "\r\n" : "\n"
            let text = lines.joined(separator: end) + (round % 7 == 0 ? "" : end)
            let found = read(text)
            let expected = read(lines.map { $0 + " " }.joined(separator: end) + end)
            if expected.root != nil { plainCount += 1 }
            #expect(found.root == expected.root, "\(text)")
        }
        #expect(plainCount > 200)
    }

    @Test func `a line between plain ones keeps its place`() throws {
        let root = try #require(read("a:\n  - one\n  - two\n  - three\n  - four\n    more\n  - x: 1\n  - 'five'\nb: 2\n").root)
        let items = try #require(root["a"]?.items)
        #expect(items.map(\.scalar) == ["one", "two", "three", "four more", nil, "five"])
        #expect(items.map(\.line) == [2, 3, 4, 5, 7, 8])
        #expect(items.map(\.column) == [5, 5, 5, 5, 5, 5])
        #expect(root["b"]?.line == 9)
    }

    @Test func `lines count from the line given`() {
        #expect(read("a: 1\nb: 2", firstLine: 7).root?["b"]?.line == 8)
        #expect(read("a: b: c", firstLine: 7).diagnostics.first?.line == 7)
        #expect(read("a: 1\na: 2", firstLine: 7).diagnostics.first?.message == "a repeated key, first on line 7")
    }

    @Test(arguments: ["", "\n\n", "# only a comment\n", "\u{FEFF}"])
    func `an empty file has no root and no fault`(text: String) {
        #expect(read(text).root == nil)
        #expect(read(text).diagnostics.isEmpty)
    }

    /// Text, then `line:column` of each fault and a word of its message.
    @Test(arguments: [
        ("a: 1\nb: 2\na: 3\n", ["3:1 repeated"]),
        ("a: 1\n\"a\": 2\n'a': 3\n", ["2:2 repeated", "3:2 repeated"]),
        ("l:\n- x: 1\n  y: 2\n  x: 3\n- x: 4\n", ["4:3 repeated"]),
        ("{a: 1, b: 2, a: 3}", ["1:14 repeated"]),
        ("o:\n  a: 1\n  b:\n    a: 2\n    a: 3\n  a: 4\n", ["5:5 repeated", "6:3 repeated"]),
        ("a: &x 1\nb: *x\n", ["1:4 anchor", "2:4 alias"]),
        ("terms:\n  - *phobia\n", ["2:5 alias"]),
        ("a:\n\tb: 1\n \tc: 2\n", ["2:1 tab", "3:2 tab"]),
        ("a: b: c\n", ["1:5 mapping values"]),
        ("a: [1, 2\nb: 3\n", ["2:2 did not find"]),
        ("a: 'open\nb: 3\n", ["3:1 end of stream"]),
        ("a: 1\n---\nb: 2\n", ["2:1 another document"]),
        ("a: @x\n", ["1:4 cannot start"]),
        ("a: \u{1}\n", ["1:4 control"]),
        ("a: \"\\q\"\n", ["1:5 escape"]),
        ("? [x]\n: 1\n", ["1:3 a key is a list"]),
    ])
    func `each fault is named at its own line and column, with a remedy`(text: String, expected: [String]) {
        let diagnostics = read(text).diagnostics
        #expect(diagnostics.count == expected.count, "\(diagnostics)")
        for (diagnostic, words) in zip(diagnostics, expected) {
            let parts = words.split(separator: " ", maxSplits: 1)
            #expect("\(diagnostic.line ?? 0):\(diagnostic.column ?? 0)" == parts[0], "\(diagnostic)")
            #expect(diagnostic.message.contains(parts[1]), "\(diagnostic)")
            #expect(diagnostic.remedy != nil)
        }
    }

    @Test func `of a repeated key the first is kept and the rest of the file is read`() {
        let (root, diagnostics) = read("a: 1\na: 2\nb: 3\n")
        #expect(diagnostics.count == 1)
        #expect(root?.entries?.map(\.name) == ["a", "b"])
        #expect(root?["a"]?.scalar == "1")
    }

    @Test(arguments: [
        "a: x & y\nb: 2 * 3\n", "a: |\n  &not an anchor\n  *nor this\n  \ttab\nb: 1\n", "a: >-\n  x: 1\n  x: 2\nb: 1\n",
        "a: words that go on\n  *here* and &there\nb: 1\n", "a: 'it''s *so* &c.'\nb: \"q: \\\" *x\"\n", "a: b#c # *comment*\nb: 1\n",
        "# &comment\na: 1\n   \nb: 1\n", "a: [x, 'y: z', \"&\"]\nb: {c: [1, 2]}\n", "a:\n- x: 1\n- x: 2\nb: 1\n",
        "a: http://x.org/*y\nb: 1",
        "a:\n  - - x: 1\n    - x: 1\nb: 1\n", "a: 1\r\nb: 2\r\n", "a: \"one\n  a: two\"\nb: 1\n", "--- \na: 1\nb: 2\n...\n",
        "a: !!str 5\nb: [{x: 1}, {x: 2}]\n", "a: |2\n    *x\n   y\nb: 1", "? a\n: 1\nb: 2\n", "a:\n  b: {x: 1}\n  c: {x: 1}\nb: 1\n",
    ])
    func `what only looks like a fault is none`(text: String) {
        let (root, diagnostics) = read(text)
        #expect(diagnostics.isEmpty, "\(diagnostics)")
        #expect(root?.entries?.map(\.name) == ["a", "b"])
    }

    @Test func `a bomb of aliases ends at once`() {
        var text = "a: &a [x, x, x, x, x, x, x, x, x]\n"
        for (last, next) in zip("abcdefgh", "bcdefghi") {
            text += "\(next): &\(next) [\(Array(repeating: "*\(last)", count: 9).joined(separator: ", "))]\n"
        }
        let time = ContinuousClock().measure { #expect(read(text).root == nil) }
        #expect(time < .seconds(20))
    }

    @Test(arguments: [
        "[", "{", "- ", "? ", "{a: ", "[{a: ", "a: [", ": ", "-\t", "!t ", "\"", "'", "a:\n", "{a: 1, ", "&a ", "* ", "\t", "[\t", "|\n ",
        "x\n", "-\n", "a: b ",
    ])
    func `hostile repetition neither crashes nor takes more than its length`(unit: String) {
        let time = ContinuousClock().measure { _ = read(String(repeating: unit, count: 50_000)) }
        #expect(time < .seconds(60))
    }

    @Test func `unknown keys are named with the nearest known one`() throws {
        let root = try #require(read("concpet: 1\nlabel: x\nzebra: 2").root)
        let diagnostics = root.unknownKeys(known: ["concept", "label"], file: "f.yaml")
        #expect(diagnostics.map(\.line) == [1, 3])
        #expect(diagnostics.map(\.remedy) == ["did you mean “concept”?", "the keys here are concept, label"])
    }

    @Test(
        .enabled(if: hasSharedData("interop/own/quanteda.yml")),
        arguments: [
            "seeds/corpus.yaml", "interop/own/quanteda.yml", "interop/third-party/newsmap-english.yml",
        ])
    func `real files are read without a fault`(path: String) throws {
        let (root, diagnostics) = read(String(decoding: try sharedData(path), as: UTF8.self))
        #expect(root?.entries?.isEmpty == false)
        #expect(diagnostics.isEmpty, "\(diagnostics)")
    }
}
