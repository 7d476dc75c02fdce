import TestSupport
import Testing
import Words

@testable import Scoring

/// Reading marks alone looks at a few tokens around each; reading a passage whole is its twin.
@Suite struct MarksOnlyTests {
    private static let pieces = [
        "word ", "two words ", "Ana Holt's ", "\u{2019}90s ", "U.S. ", "No. 5 ", "rock 'n' roll ", "the rebels' camp ", "5'11\" ", " ",
        "  ", "\u{A0}", ". ", ", ",
        "? ", "... ", "\"", "\" ", " \"", "\"Yes,\" ", "\u{201C}", "\u{201D}", "\u{201C}No.\u{201D} ", "\u{201E}so\u{201C} ", "\u{2018}",
        "\u{2019}", "'", "''",
        "'so' ", "'No,' ", "\u{2018}odd\u{2019} ", "\u{2018}Go.\u{2019}", "'em ", "(\u{2018}", "'\" ", "\u{2019}\" ", "s' ", "n'. ", ",' ",
        " 'T",
        "\u{2018}R", "{", "/", ".5 ", "$", "\u{2019}, ",
        "``", "`", "\u{AB}", "\u{BB}", "\u{300C}x\u{300D}", "\u{2014}", "-", "(", ") ", "caf\u{E9} ", "\u{420}\u{443}\u{441} ", "\n",
        "\u{85}", "\u{FF02}", "a",
        "l\u{2019}\u{E9}t\u{E9} ", "\u{2039}z\u{203A} ", "\u{1F600} ", "3,000 ",
    ]

    private struct Summary: Equatable, CustomStringConvertible {
        let start, end: Int
        let isUnbalanced, isOpenAtEnd: Bool

        var description: String { "\(start)..<\(end) \(isUnbalanced) \(isOpenAtEnd)" }
    }

    private func quotations(in text: [UInt8], _ span: ByteSpan, around: Bool, continues: Bool) -> [Summary] {
        let buffers = VoiceBuffers(longestPassage: span.count)
        defer { buffers.deallocate() }
        return ClassifiedText.with(text) { text in
            var marks = QuotationMarks()
            var scanned =
                around
                ? TokenScanner.scanAroundMarks(text, span: span, to: buffers)
                : TokenScanner.scan(text, span: span, vocabulary: .english, to: buffers)
            guard !scanned.landmarks.marks.isEmpty else { return [] }
            marks.read(scanned, span: span, of: text.bytes)
            if around, marks.hasLoneMark {
                scanned = TokenScanner.scanBare(text, span: span, to: buffers)
                marks.read(scanned, span: span, of: text.bytes)
            }
            return marks.quotations(continues: continues, to: buffers).map {
                Summary(
                    start: scanned.tokens[$0.first].start, end: scanned.tokens[$0.last].end, isUnbalanced: $0.isUnbalanced,
                    isOpenAtEnd: $0.isOpenAtEnd)
            }
        }
    }

    @Test(arguments: 0..<60) func marksAreReadAlikeFromAFewTokensAndFromAll(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<60 {
            let before = Int.random(in: 0..<3, using: &random) == 0 ? "x\u{201C} " : ""
            let count = Int.random(in: 1...40, using: &random)
            let body = (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
            let text = Array((before + body + "\" behind").utf8)
            let span = ByteSpan(before.utf8.count, text.count - 8)
            for continues in [false, true] {
                #expect(
                    quotations(in: text, span, around: true, continues: continues)
                        == quotations(in: text, span, around: false, continues: continues), "\(body)")
            }
        }
    }

    /// The quotations of marks that decide themselves; nil where one does not.
    private func plainQuotations(in text: [UInt8], _ span: ByteSpan, _ path: InstructionPath) -> [Summary]? {
        PlainQuotations.with(text, path: path) { quotations in
            var found: [Summary] = []
            let isSure = quotations.read(span) {
                found.append(
                    Summary(start: $0.span.start, end: $0.span.end, isUnbalanced: $0.isUnbalanced, isOpenAtEnd: $0.isUnbalanced))
            }
            return isSure ? found : nil
        }
    }

    @Test(arguments: 0..<60) func marksThatDecideThemselvesAreReadAsThoseOfTokens(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let paths = InstructionPath.allCases.filter(\.isAvailable)
        var sure = 0
        for round in 0..<200 {
            let before = Int.random(in: 0..<3, using: &random) == 0 ? "x\u{201C} " : ""
            // Few kinds of pieces, or hardly any text would have none that is unsure.
            let pieces = (0..<6).map { _ in Self.pieces.randomElement(using: &random) ?? "" }
            let body = (0..<Int.random(in: 1...30, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            let text = Array((before + body + "\" behind").utf8)
            let span = ByteSpan(before.utf8.count, text.count - 8)
            guard let found = plainQuotations(in: text, span, paths[round % paths.count]) else { continue }
            sure += 1
            for continues in [false, true] {
                #expect(found == quotations(in: text, span, around: false, continues: continues), "\(body)")
            }
        }
        #expect(sure > 10)
    }

    @Test(arguments: [
        "\u{201C}Go,\u{201D} she said.", "\"Go,\" she said, \"or don't.\"", "Holt's men\u{2019}s rebels' camp", "(\"so\")",
        "\u{201C}She called it \u{2018}odd\u{2019}.\u{201D}", "\u{201C}It goes on", "a 5'11\" man", "\u{201C}A\u{201D}\u{2014}\"b\"",
        "a 'dumb idea', he said", "the \u{2018}winner.\u{2019}", "\"I will marry you!'\" and", "rock 'Ladder' (and \u{2018}Rope\u{2019})",
        "the 'alt-right.'", "in the '90s they said 'no'", "the 'rebels' camp' burnt", "a 'talk of rebels' by 'Holt'",
        "the \u{2018}60s and \u{2018}em all", "\"He asked 'Why?'\"",
    ])
    func marksOfNewsTextDecideThemselves(text: String) {
        let bytes = Array(text.utf8)
        let span = ByteSpan(0, bytes.count)
        let found = plainQuotations(in: bytes, span, .best)
        #expect(found != nil)
        #expect(found == quotations(in: bytes, span, around: false, continues: false))
    }

    @Test func everyMarkIsFound() {
        for mark in [
            "\"", "'", "`", "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}", "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}", "\u{AB}",
            "\u{BB}", "\u{2039}", "\u{203A}", "\u{300C}", "\u{300D}", "\u{300E}", "\u{300F}", "\u{301D}", "\u{301E}", "\u{FF02}",
        ] {
            for place in 0..<70 {
                let text = Array((String(repeating: " ", count: place) + mark + String(repeating: "a ", count: 20)).utf8)
                text.withUnsafeBufferPointer {
                    #expect(MarkSearch(in: TextBytes($0), upTo: $0.count).next(from: 0) == place, "\(mark) at \(place)")
                }
            }
        }
    }

    @Test(arguments: [
        "Holt's plan isn\u{2019}t", "caf\u{E9} \u{2014} na\u{EF}ve\u{2026}", "\u{420}\u{443}\u{441}\u{441}\u{43A}\u{438}\u{439}", "plain",
        "",
    ])
    func noMarkIsFoundWhereNoneIs(text: String) {
        Array(text.utf8).withUnsafeBufferPointer {
            #expect(MarkSearch(in: TextBytes($0), upTo: $0.count).next(from: 0) == nil)
        }
    }
}
