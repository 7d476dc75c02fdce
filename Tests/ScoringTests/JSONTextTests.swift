import Foundation
import Scoring
import TestSupport
import Testing

/// `JSONText` against `JSONEncoder`, whose bytes it promises but for characters that act on a terminal.
@Suite struct JSONTextTests {
    /// Characters beside those that must be escaped, those that act on a terminal, and their neighbours.
    private static let scalars: [Unicode.Scalar] =
        (0..<0xA2).compactMap(Unicode.Scalar.init)
        + [
            "\u{C2}", "\u{E9}", "\u{2019}", "\u{2028}", "\u{2029}", "\u{202A}", "\u{202E}", "\u{202F}", "\u{2065}", "\u{2066}", "\u{2069}",
            "\u{206A}", "\u{20AC}", "\u{FEFF}", "\u{430}", "\u{10FFFF}", "\u{1F600}",
        ]

    @Test func eachCharacterIsWrittenAsTheEncoderWritesIt() throws {
        for scalar in Self.scalars {
            for length in [0, 1, 7, 8, 9] {
                let text = String(repeating: "x", count: length) + String(scalar) + "tail"
                #expect(Self.written { $0.value(text) } == (try Self.encoded(text)), "U+\(String(scalar.value, radix: 16))")
            }
        }
    }

    @Test func randomTextsAreWrittenAsTheEncoderWritesThem() throws {
        var random = SeededRandom(seed: 81)
        for _ in 0..<2000 {
            var text = String.UnicodeScalarView()
            let isPlain = Bool.random(using: &random)
            for _ in 0..<Int.random(in: 0..<70, using: &random) {
                let rare = Int.random(in: 0..<9, using: &random) == 0
                text.append(isPlain && !rare ? "a" : Self.scalars.randomElement(using: &random) ?? "a")
            }
            #expect(Self.written { $0.value(String(text)) } == (try Self.encoded(String(text))))
        }
    }

    @Test(arguments: [0, 7, 10, -1, 12345, .max, .min])
    func numbersAreWrittenInFull(_ number: Int) {
        #expect(Self.written { $0.value(number) } == String(number))
    }

    @Test func membersAndElementsArePartedByCommasAndLinesAreNot() {
        let text = Self.written { json in
            for _ in 0..<2 {
                json.openObject()
                json.add("a", 1)
                json.add("b", nil as String?)
                json.add("c", true)
                json.key("d")
                json.openList()
                json.openList()
                json.closeList()
                json.value("x")
                json.value(2)
                json.closeList()
                json.key("e\n")
                json.openObject()
                json.closeObject()
                json.add("f", "y")
                json.closeObject()
                json.endLine()
            }
        }
        let line = #"{"a":1,"c":true,"d":[[],"x",2],"e\n":{},"f":"y"}"# + "\n"
        #expect(text == line + line)
    }

    @Test func whatWasWrittenIsForgottenWhenAllIsRemoved() {
        let text = Self.written { json in
            json.value(String(repeating: "long", count: 5000))
            json.removeAll()
            json.value("short")
        }
        #expect(text == "\"short\"")
    }

    static func written(_ write: (inout JSONText) -> Void) -> String {
        var json = JSONText()
        write(&json)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    /// As `JSONEncoder` writes it, with the characters that act on a terminal escaped.
    static func encoded(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(value), as: UTF8.self)
        return text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069:
                let digits = String(scalar.value, radix: 16)
                escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }
}
