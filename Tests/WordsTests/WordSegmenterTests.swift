import Foundation
import TestSupport
import Testing
import Words

@Suite struct WordSegmenterTests {
    @Test(arguments: [
        ("The region's capital", ["The", "region", "'s", "capital"]),
        ("the city\u{2019}s mayor", ["the", "city", "\u{2019}s", "mayor"]),
        ("THE CITY'S", ["THE", "CITY", "'S"]),
        ("don't won\u{2019}t", ["don't", "won\u{2019}t"]),
        ("counter-attack, so-called", ["counter", "attack", "so", "called"]),
        ("non\u{2010}aligned non\u{2011}state", ["non", "aligned", "non", "state"]),
        ("so\u{AD}called \u{AD} soft\u{AD}'s", ["so\u{AD}called", "soft\u{AD}", "'s"]),
        ("Rome's\u{AD} Rome\u{2019}s\u{200E} S\u{200D}", ["Rome", "'s\u{AD}", "Rome", "\u{2019}s\u{200E}", "S\u{200D}"]),
        ("\u{AB}\u{202F}la guerre\u{202F}! l'\u{E9}t\u{E9}'s\u{202F}\u{BB}", ["la", "guerre", "l'\u{E9}t\u{E9}", "'s"]),
        ("10\u{202F}000 10\u{202F}km \u{202F} a\u{202F}b \u{202F}1", ["10\u{202F}000", "10", "km", "a", "b", "1"]),
        ("_war zone_ __init__ _Baku's_ _'s_ a_b", ["war", "zone", "init", "Baku", "'s", "s", "a_b"]),
        ("3.5 1,000 2020-10-07", ["3.5", "1,000", "2020", "10", "07"]),
        ("U.S. forces", ["U.S", "forces"]),
        ("the boys' toys 's", ["the", "boys", "toys", "s"]),
        ("''s", ["s"]),
        ("snake_case __ _", ["snake_case"]),
        ("Step\u{302}anakert Ба\u{438}\u{306}кал", ["Step\u{302}anakert", "Ба\u{438}\u{306}кал"]),
        ("\u{2014}dash\u{2014}", ["dash"]),
        ("漢字 カタカナ", ["漢", "字", "カタカナ"]),
        ("👍🏽 \u{1F1E6}\u{1F1F2} © ½", ["½"]),
        ("\u{570}\u{561}\u{575}\u{58A}\u{564}", ["\u{570}\u{561}\u{575}", "\u{564}"]),
        ("", []),
        (" \n\t ", []),
        ("\u{301}", []),
    ])
    func `words hold a letter or digit and end at hyphens and before the clitic s`(text: String, expected: [String]) {
        let bytes = Array(text.utf8)
        #expect(strings(WordSegmenter.words(in: bytes, span: ByteSpan(0, bytes.count)), in: bytes) == expected)
    }

    @Test func `a span's words are those of its text alone`() {
        let text = MarkedText("be|fore the| rest")
        let words = WordSegmenter.words(in: text.bytes, span: ByteSpan(text.marks[0], text.marks[1]))
        #expect(strings(words, in: text.bytes) == ["fore", "the"])
    }

    @Test(.enabled(if: hasSharedData(wordBreakTest)))
    func `boundaries agree with every case of the Unicode word break test`() throws {
        let lines = String(decoding: try sharedData(wordBreakTest), as: UTF8.self).split(separator: "\n")
        let cases = lines.filter { $0.hasPrefix("÷") }
        #expect(cases.count == 1823)
        for line in cases {
            let (bytes, expected) = breakTestCase(line)
            #expect(WordSegmenter.boundaries(in: bytes, span: ByteSpan(0, bytes.count)) == expected, "\(line)")
        }
    }

    /// Reads `÷ 0061 × 0308 ÷ # comment`.
    private func breakTestCase(_ line: Substring) -> (bytes: [UInt8], boundaries: [Int]) {
        var bytes: [UInt8] = []
        var boundaries: [Int] = []
        for field in line.prefix(while: { $0 != "#" }).split(whereSeparator: \.isWhitespace) {
            if field == "÷" { boundaries.append(bytes.count) }
            if let value = UInt32(field, radix: 16), let scalar = Unicode.Scalar(value) { bytes += Array(String(scalar).utf8) }
        }
        return (bytes, boundaries)
    }

    @Test func `the road for ASCII gives the words of the full rules`() {
        var random = SeededRandom(seed: 20)
        let alphabet =
            Array("aS1_'.,:;- \r\n\"").map(String.init) + [
                "\u{2019}", "\u{AD}", "\u{202F}", "\u{58A}", "é", "\u{301}", "\u{200D}", "א", "🅰", "ー",
            ]
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 0..<12, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
            let bytes = Array(text.utf8)
            let span = ByteSpan(0, bytes.count)
            #expect(strings(WordSegmenter.words(in: bytes, span: span), in: bytes) == naiveWords(bytes), "\(text.debugDescription)")
        }
    }

    /// The rules said plainly: each segment of `boundaries`, cut at inner hyphens and blanks, without low lines around it, cut at the clitic.
    private func naiveWords(_ bytes: [UInt8]) -> [String] {
        let boundaries = WordSegmenter.boundaries(in: bytes, span: ByteSpan(0, bytes.count))
        return zip(boundaries, boundaries.dropFirst()).flatMap { start, end -> [String] in
            let scalars = Array(String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars)
            let cuts = scalars.indices.filter { index in
                let isBetweenDigits = index > 0 && index + 1 < scalars.count && isDigit(scalars[index - 1]) && isDigit(scalars[index + 1])
                return scalars[index] == "\u{58A}" || scalars[index] == "\u{202F}" && !isBetweenDigits
            }
            return zip([-1] + cuts, cuts + [scalars.count]).flatMap { naivePieces(Array(scalars[($0 + 1)..<$1])) }
        }
    }

    private func naivePieces(_ scalars: [Unicode.Scalar]) -> [String] {
        let word = Array(scalars.drop { $0 == "_" || $0 == " " }.reversed().drop { $0 == "_" }.reversed())
        let visible = Array(word.reversed().drop { $0.properties.isDefaultIgnorableCodePoint }.reversed())
        let hasClitic =
            visible.count > 2 && ["s", "S"].contains(visible[visible.count - 1]) && ["'", "\u{2019}"].contains(visible[visible.count - 2])
        let border = hasClitic ? visible.count - 2 : word.count
        let pieces = [word[..<border], word[border...]].filter { $0.contains(where: isLetterOrDigit) }
        return pieces.map { String(String.UnicodeScalarView($0)) }
    }

    private func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .decimalNumber }

    private func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            ("a", 1), ("a'", 1), ("\u{301}", 0), ("א\"", 1), ("\u{1F1E6}", 0), ("a\u{301}:", 1), ("\u{200D}", 0), (" ", 0), ("1,", 1),
        ])
    func `half a million bytes of one thing are read once`(unit: String, count: Int) {
        let bytes = Array(String(repeating: unit, count: 500_000 / unit.utf8.count).utf8)
        #expect(WordSegmenter.words(in: bytes, span: ByteSpan(0, bytes.count)).count == count)
    }
}

private let wordBreakTest = "interop/third-party/WordBreakTest-15.0.0.txt"
