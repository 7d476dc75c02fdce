import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Articles

/// The scan of plain records against the strict parser that stands behind it.
@Suite struct FlatRecordTests {
    private static let pieces = [
        "{", "}", "\"", "\"a\"", "\"text\"", ":", ",", " ", "\t", "\\", "\\n", "\\\"", "\\u00e9", "\\u0041", "\\ud83d\\ude00", "\\ud83d",
        "\\u0000",
        "\\q", "\\u12", "1", "12", "007", "-1", "1.5", "1e3", "true", "false", "null", "nul", "[", "]", "\u{E9}", "\u{1F600}", "x",
        "long enough text",
        "\u{1}", "123456789012345678901", "\"b\":\"c\"", "\"d\":1", "\"e\":null", "\"f\":true", "\u{B}",
    ]

    private func isEqual(_ value: FlatRecord.Value, _ other: Any?) -> Bool {
        switch value {
        case .string(let bytes): (other as? String).map { Array($0.utf8) == bytes } ?? false
        case .number(let digits): (other as? NSNumber)?.stringValue == digits
        case .truth(let truth): (other as? Bool) == truth
        case .null: other is NSNull
        }
    }

    @Test func `what the scan reads the parser reads alike`() throws {
        var generator = SeededRandom(seed: 8259)
        var readCount = 0
        for _ in 0..<20_000 {
            let members = (0...Int.random(in: 0...3, using: &generator)).map { number -> String in
                let value = (0...Int.random(in: 0...3, using: &generator)).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }
                    .joined()
                return "\"k\(number)\": " + (Bool.random(using: &generator) ? "\"\(value)\"" : value)
            }
            let text = "{" + members.joined(separator: ", ") + "}"
            guard let record = FlatRecord(Array(text.utf8)[...]) else { continue }
            readCount += 1
            let value = try? JSONSerialization.jsonObject(with: Data(text.utf8))
            let parsed = try #require(value as? [String: Any], "\(text)")
            #expect(Set(parsed.keys) == Set(record.keys), "\(text)")
            for (key, value) in record.members { #expect(isEqual(value, parsed[key]), "\(key) of \(text)") }
        }
        #expect(readCount > 1_000)
    }

    @Test func `a long string with one escape at each place is read whole`() {
        for place in 0..<40 {
            let text = String(repeating: "a", count: place) + "\\n" + String(repeating: "b", count: 40 - place)
            let record = FlatRecord(Array("{\"text\":\"\(text)\"}".utf8)[...])
            #expect(record?.members["text"] == .string(Array(text.replacing("\\n", with: "\n").utf8)))
        }
    }

    @Test(arguments: ["\u{4ECA}\u{5929}\u{5F88}\u{597D}", "\u{E27}\u{E31}\u{E19}\u{E19}\u{E35}\u{E49}", "\u{1019}\u{103C}\u{1014}\u{103A}"])
    func `an article in a script without blanks is refused, one that names a word of it is not`(word: String) throws {
        let whole = String(repeating: word, count: 20)
        let lines =
            "{\"id\":\"whole\",\"text\":\"\(whole)\"}\n{\"id\":\"named\",\"text\":\"The sign above the gate of the old garden by the river read \(word), as it had for as long as anybody there could remember.\"}"
        let corpus = CorpusReader.read(paths: ["-"], options: ReadingOptions()) { Array(lines.utf8) }
        #expect(corpus.articles.map(\.id) == ["named"])
        #expect(corpus.diagnostics.contains { $0.severity == .error && $0.message.contains("without blanks") })
    }
}
