import TestSupport
import Testing
import Words

@testable import Scoring

/// Reading marks alone looks at the bytes beside each; cutting a passage into tokens is its twin.
@Suite struct MarksOnlyTests {
    private func quotationsByBytes(in text: [UInt8], _ span: ByteSpan, _ path: InstructionPath, continues: Bool) -> [QuotationSummary] {
        text.withUnsafeBufferPointer { text in
            var marks = PassageMarks(path: path)
            var found = FlatList<VoiceStretch>()
            marks.read(span, of: TextBytes(text), continues: { continues }, into: &found)
            return found.elements.map(QuotationSummary.init)
        }
    }

    private static let paths = InstructionPath.allCases.filter(\.isAvailable)

    /// A text and where its passage stands in it.
    private func passage(of pieces: [String], count: ClosedRange<Int>, _ random: inout SeededRandom) -> (text: [UInt8], span: ByteSpan) {
        let before = ["", "", "x\u{201C} ", "x\u{201C}a"].randomElement(using: &random) ?? ""
        let behind = ["\" behind", "behind"].randomElement(using: &random) ?? ""
        let body = (0..<Int.random(in: count, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        return (Array((before + body + behind).utf8), ByteSpan(before.utf8.count, before.utf8.count + body.utf8.count))
    }

    @Test(arguments: 0..<80) func marksAreReadAlikeByBytesAndByTokens(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for round in 0..<80 {
            let (text, span) = passage(of: QuotationTwin.pieces, count: 1...40, &random)
            for continues in [false, true] {
                #expect(
                    quotationsByBytes(in: text, span, Self.paths[round % Self.paths.count], continues: continues)
                        == QuotationTwin.quotations(in: text, span, continues: continues),
                    "\(String(decoding: text[span.range], as: UTF8.self))")
            }
        }
    }

    /// The quotations of marks that decide themselves; nil where one does not.
    private func plainQuotations(in text: [UInt8], _ span: ByteSpan, _ path: InstructionPath) -> [QuotationSummary]? {
        var places = MarkPlaces(path: path)
        var found = FlatList<VoiceStretch>()
        return text.withUnsafeBufferPointer { text in
            places.find(in: text)
            return MarkNeighbour.ofBytes.withUnsafeBufferPointer { neighbours in
                guard let neighbours = neighbours.baseAddress else { return nil }
                let quotations = PlainQuotations(text, at: places.all, neighbours: neighbours)
                return quotations.read(span, from: places.all.firstIndex { $0 >= span.start } ?? places.count, into: &found)
                    ? found.elements.map(QuotationSummary.init) : nil
            }
        }
    }

    @Test(arguments: 0..<60) func marksThatDecideThemselvesAreReadAsThoseOfTokens(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var sure = 0
        for round in 0..<200 {
            // Few kinds of pieces, or hardly any text would have none that is unsure.
            let pieces = (0..<6).map { _ in QuotationTwin.pieces.randomElement(using: &random) ?? "" }
            let (text, span) = passage(of: pieces, count: 1...30, &random)
            guard let found = plainQuotations(in: text, span, Self.paths[round % Self.paths.count]) else { continue }
            sure += 1
            for continues in [false, true] {
                #expect(
                    found == QuotationTwin.quotations(in: text, span, continues: continues),
                    "\(String(decoding: text[span.range], as: UTF8.self))")
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
        #expect(found == QuotationTwin.quotations(in: bytes, span, continues: false))
    }

    private func marks(in text: [UInt8], _ path: InstructionPath) -> [Int] {
        text.withUnsafeBufferPointer { text in
            var places = MarkPlaces(path: path)
            places.find(in: text)
            let reader = PlacedMarkReader(TextBytes(text), span: ByteSpan(0, text.count))
            return places.all.map { Int($0) }.filter { reader.mark(at: $0) != nil }
        }
    }

    @Test func everyMarkIsFound() {
        for mark in [
            "\"", "'", "`", "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}", "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}", "\u{AB}",
            "\u{BB}", "\u{2039}", "\u{203A}", "\u{300C}", "\u{300D}", "\u{300E}", "\u{300F}", "\u{301D}", "\u{301E}", "\u{FF02}",
        ] {
            for (place, behind) in (0..<140).flatMap({ place in [0, 1, 2, 3, 40].map { (place, $0) } }) {
                let text = Array((String(repeating: " ", count: place) + mark + String(repeating: "a", count: behind)).utf8)
                for path in Self.paths { #expect(marks(in: text, path) == [place], "\(mark) at \(place), \(path)") }
            }
        }
    }

    @Test(arguments: 0..<60) func everyPathFindsTheSameMarks(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let (text, _) = passage(of: QuotationTwin.pieces, count: 0...150, &random)
        for path in Self.paths { #expect(marks(in: text, path) == marks(in: text, .portable)) }
    }

    @Test(arguments: [
        "Holt's plan isn\u{2019}t", "caf\u{E9} \u{2014} na\u{EF}ve\u{2026}", "\u{420}\u{443}\u{441}\u{441}\u{43A}\u{438}\u{439}", "plain",
        "",
    ])
    func noMarkIsFoundWhereNoneIs(text: String) {
        for path in Self.paths { #expect(marks(in: Array(text.utf8), path).isEmpty) }
    }
}
