import Diagnostics
import Foundation
import TestSupport
import Testing
import Words

@testable import Articles

/// The scan of plain records against the strict parser that stands behind it, on every instruction path.
@Suite struct RecordFieldsTests {
    private static let pieces = [
        "{", "}", "\"", "\"a\"", "\"text\"", ":", ",", " ", "\t", "\\", "\\n", "\\\"", "\\/", "\\u00e9", "\\u0041", "\\uD83D\\uDE00",
        "\\ud83d", "\\ude00", "\\ud83d\\u0041", "\\u0000", "\\q", "\\u12", "\\u00g0", "1", "12", "007", "-1", "1.5", "1e3", "true", "false",
        "null", "nul", "[", "]", "\u{E9}", "\u{1F600}", "x", "long enough text that goes over a block or two of the masks", "\u{1}",
        "123456789012345678901", "\"b\":\"c\"", "\"d\":1", "\"e\":null", "\"f\":true", "\u{B}", "\u{2028}", "\u{7F}",
    ]

    private func letters(_ value: RecordScan.Member, _ scan: RecordScan, _ record: [UInt8]) -> [UInt8]? {
        guard case .string = value.kind else { return Array(record[value.place]) }
        var letters: [UInt8] = []
        let read = scan.copyString(at: value.place.lowerBound, of: record.span, into: &letters)
        #expect(read?.end == value.place.upperBound && read.map { .string(isEscaped: $0.isEscaped) } == value.kind)
        #expect(value.kind != .string(isEscaped: false) || letters == Array(record[value.place]))
        return letters
    }

    private func isEqual(_ member: RecordScan.Member, _ scan: RecordScan, _ record: [UInt8], _ other: Any?) -> Bool {
        let letters = letters(member, scan, record)
        return switch member.kind {
        // Of half a pair of surrogates Foundation makes nothing or U+FFFD; the scan leaves it alone.
        case .string: letters.map { (other as? String).map { Array($0.utf8) } == $0 } ?? true
        case .number: (other as? NSNumber)?.stringValue == letters.map { String(decoding: $0, as: UTF8.self) }
        case .truth(let truth): (other as? Bool) == truth
        case .null: other is NSNull
        }
    }

    @Test(arguments: ByteScanTests.paths)
    func `what the scan reads the parser reads alike`(path: InstructionPath) throws {
        var generator = SeededRandom(seed: 8259)
        var readCount = 0
        var scan = RecordScan(path: path)
        for _ in 0..<20_000 {
            let members = (0...Int.random(in: 0...3, using: &generator)).map { number -> String in
                let value = (0...Int.random(in: 0...3, using: &generator)).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }
                    .joined()
                return "\"k\(number)\": " + (Bool.random(using: &generator) ? "\"\(value)\"" : value)
            }
            let text = "{" + members.joined(separator: ", ") + "}"
            let record = Array(text.utf8)
            let wanted = Int.random(in: 0...3, using: &generator)
            var copied: [UInt8] = []
            guard scan.read(record.span, copying: wanted, into: &copied) else { continue }
            readCount += 1
            if wanted < scan.members.count, case .string = scan.members[wanted].kind {
                #expect(letters(scan.members[wanted], scan, record) == copied)
            }
            let parsed = try #require(try? JSONSerialization.jsonObject(with: Data(record)) as? [String: Any], "\(text)")
            let keys = scan.members.map { String(decoding: record[$0.key], as: UTF8.self) }
            #expect(Set(parsed.keys) == Set(keys), "\(text)")
            for (key, member) in zip(keys, scan.members) where keys.count(where: { $0 == key }) == 1 {
                #expect(isEqual(member, scan, record, parsed[key]), "\(key) of \(text)")
            }
        }
        #expect(readCount > 1_000)
    }

    @Test(arguments: ByteScanTests.paths)
    func `a long text with one escape at each place is read whole, also at the end of the bytes`(path: InstructionPath) {
        var reader = RecordFieldReader(path: path)
        for (written, letters) in [("\\n", "\n"), ("\\u2019", "\u{2019}"), ("\\ud83d\\ude00", "\u{1F600}"), ("\\\\", "\\"), ("", "")] {
            for place in 1..<140 {
                let (front, back) = (String(repeating: "a", count: place), String(repeating: "b", count: 140 - place))
                let fields = reader.fields(of: Array("{\"id\":7,\"text\":\"\(front)\(written)\(back)\"}".utf8).span)
                #expect(fields?.text == Array((front + letters + back).utf8))
                #expect(fields?.metadata.id == "7")
            }
        }
    }

    /// Each is left to the strict parser.
    @Test(arguments: [
        "{\"text\":\"a\",\"text\":\"b\"}", "{\"te\\u0078t\":\"a\"}", "{\"text\":\" \"}", "{\"text\":\"\"}",
        "{\"text\":\"a\",\"x\":\"\\q\"}",
        "{\"text\":\"a\",\"x\":[1]}", "{\"text\":\"a\",\"x\":1.5}", "{\"text\":\"a\",\"source\":true}", "{\"text\":\"a\",\"url\":7}",
        "{\"text\":\"a\",\"title\":{}}",
        "{\"text\":\"a\",\"retold\":\"yes\"}",
        "{\"text\":\"a\"} x", "{\"text\":\"a\"", "{\"text\":\"a", "{\"text\":\"a\\", "[]", "", "{\"text\":\"a\",}", "{\"text\":\"a\u{1}\"}",
        "{\"text\":\"\\ud800\"}", "{\"text\":\"a\",\"x\":\"\\u0000\"}",
    ])
    func `what is unusual gives no fields`(line: String) {
        var reader = RecordFieldReader()
        let fields = reader.fields(of: Array(line.utf8).span)
        #expect(fields == nil)
    }

    @Test(arguments: ["\u{201C}Quoted", "\u{41C}\u{438}\u{440}", "7", "\u{1F600}"])
    func `a text may begin with any visible character`(text: String) {
        var reader = RecordFieldReader()
        let fields = reader.fields(of: Array("{\"text\":\"\(text)\"}".utf8).span)
        #expect(fields?.text == Array(text.utf8))
    }

    /// The parser tells whether these are blank as a whole.
    @Test(arguments: ["\u{A0}", "\u{2003}x", "\u{FEFF}x", " \u{301}x", "\\n\u{201C}x", " \\n ", "\\b"])
    func `a text that may be blank is left to the parser`(text: String) {
        var reader = RecordFieldReader()
        let fields = reader.fields(of: Array("{\"text\":\"\(text)\"}".utf8).span)
        #expect(fields == nil)
    }

    @Test(arguments: ["\u{7F}", " x", "\\n\\t x", "\\r\\n7"])
    func `a text may begin with blanks before an ASCII character`(text: String) throws {
        var reader = RecordFieldReader()
        let record = Array("{\"text\":\"\(text)\"}".utf8)
        let parsed = try #require(try JSONSerialization.jsonObject(with: Data(record)) as? [String: String])
        #expect(reader.fields(of: record.span)?.text == parsed["text"].map { Array($0.utf8) })
    }

    /// Lines with every fault a record may have between them, and ends of both kinds.
    @Test(arguments: ByteScanTests.paths)
    func `texts are read from lines as from records' own bytes`(path: InstructionPath) {
        var generator = SeededRandom(seed: 7_464)
        var readCount = 0
        for _ in 0..<400 {
            let lines = (0..<8).map { number in
                let value = (0...Int.random(in: 0...40, using: &generator)).map { _ in
                    Bool.random(using: &generator) || Bool.random(using: &generator)
                        ? "plain " : Self.pieces.randomElement(using: &generator) ?? ""
                }
                return Array("{\"id\":\(number),\"text\":\"t\(value.filter { $0 != "\"" }.joined())\"}".utf8)
            }
            let bytes = Array(lines.joined(separator: [Bool.random(using: &generator) ? 0x0A : 0x0D]))
            var (start, together) = (0, RecordFieldReader(path: path))
            var text: [UInt8] = []
            for line in lines {
                var alone = RecordFieldReader(path: path)
                let before = text
                let (isRead, end) = together.readText(ofLineAt: start, in: bytes.span, into: &text)
                let expected = alone.fields(of: line.span)
                #expect(text == before + (expected?.text ?? []) && isRead == (expected != nil), "\(String(decoding: line, as: UTF8.self))")
                #expect(end == start + line.count)
                readCount += isRead ? 1 : 0
                start = end + 1
            }
        }
        #expect(readCount > 200)
    }

    @Test func `scripts without blanks are counted at each place alike`() {
        var generator = SeededRandom(seed: 4)
        let pieces = ["a", "word ", "\u{E9}", "\u{4ECA}", "\u{E27}", "\u{3042}", "\u{AC00}", "\u{201C}", "\u{1F600}", "eight by"]
        for _ in 0..<3_000 {
            let text = (0..<Int.random(in: 0...12, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            let spaceless = text.unicodeScalars.count { [0x4ECA, 0xE27, 0x3042].contains($0.value) }
            #expect(SpacelessScript.prevails(in: Array(text.utf8)) == (spaceless * 12 > text.utf8.count), "\(text)")
        }
    }

    @Test func `records of changing keys are read each by its own`() {
        var reader = RecordFieldReader(fieldMap: ["source": "paper"])
        let lines = [
            ("{\"text\":\"one\",\"paper\":\"A\"}", "A"), ("{\"paper\":\"B\",\"text\":\"two\"}", "B"),
            ("{\"text\":\"one\",\"pape\":\"A\"}", nil),
            ("{\"text\":\"one\",\"paper\":\"A\",\"x\":1}", "A"), ("{\"text\":\"one\"}", nil), ("{\"Text\":\"one\",\"paper\":\" \"}", nil),
        ]
        for (line, source) in lines + lines.reversed() {
            let fields = reader.fields(of: Array(line.utf8).span)
            #expect(fields != nil)
            #expect(fields?.metadata.source == source)
        }
    }

    @Test(arguments: ["\u{4ECA}\u{5929}\u{5F88}\u{597D}", "\u{E27}\u{E31}\u{E19}\u{E19}\u{E35}\u{E49}", "\u{1019}\u{103C}\u{1014}\u{103A}"])
    func `an article in a script without blanks is refused, one that names a word of it is not`(word: String) throws {
        let whole = String(repeating: word, count: 20)
        let lines =
            "{\"id\":\"whole\",\"text\":\"\(whole)\"}\n{\"id\":\"named\",\"text\":\"The sign above the gate of the old garden by the river read \(word), as it had for as long as anybody there could remember.\"}"
        let corpus = Piping.corpus(of: lines)
        #expect(corpus.articles.map(\.id) == ["named"])
        #expect(corpus.diagnostics.contains { $0.severity == .error && $0.message.contains("without blanks") })
    }
}
