import Words

@testable import Scoring

/// A quotation by its marks alone, as two ways of reading give it.
struct QuotationSummary: Equatable, CustomStringConvertible {
    let start, end: Int
    let isUnbalanced: Bool

    init(_ stretch: VoiceStretch) { (start, end, isUnbalanced) = (stretch.start, stretch.end, stretch.isUnbalanced) }

    init(_ quotation: Quotation, _ tokens: VoiceTokens) {
        (start, end, isUnbalanced) = (tokens[quotation.first].start, tokens[quotation.last].end, quotation.isUnbalanced)
    }

    var description: String { "\(start)..<\(end) \(isUnbalanced)" }
}

/// The naive twin of reading quotation marks from bytes: a passage is cut into tokens.
enum QuotationTwin {
    static let pieces = [
        "word ", "two words ", "Ana Holt's ", "\u{2019}90s ", "U.S. ", "No. 5 ", "rock 'n' roll ", "the rebels' camp ", "5'11\" ", " ",
        "  ", "\u{A0}", ". ", ", ",
        "? ", "... ", "\"", "\" ", " \"", "\"Yes,\" ", "\u{201C}", "\u{201D}", "\u{201C}No.\u{201D} ", "\u{201E}so\u{201C} ", "\u{2018}",
        "\u{2019}", "'", "''",
        "'so' ", "'No,' ", "\u{2018}odd\u{2019} ", "\u{2018}Go.\u{2019}", "'em ", "(\u{2018}", "'\" ", "\u{2019}\" ", "s' ", "n'. ", ",' ",
        " 'T",
        "\u{2018}R", "{", "/", ".5 ", "$", "\u{2019}, ",
        "``", "`", "\u{AB}", "\u{BB}", "\u{300C}x\u{300D}", "\u{2014}", "-", "(", ") ", "caf\u{E9} ", "\u{420}\u{443}\u{441} ", "\n",
        "\u{85}", "\u{FF02}", "a",
        "\u{2BC}", "x\u{2BC}t ", "\u{1680}", "--", "- ", "5th ", "100 ", "'90s.", "'em-dash ", "\u{2018} ", "''\u{27}", "\u{FFFD}", "& ",
        "[", "] ",
        "\u{2026}", "\u{3001}", "\u{FF01}", "\u{201B}", "\u{201F}", "\u{201A}", "=", "\u{AD}", "\u{60C}", "\u{301D}y\u{301F}", "9", "s'",
        "l\u{2019}\u{E9}t\u{E9} ", "\u{2039}z\u{203A} ", "\u{1F600} ", "3,000 ",
    ]

    static func quotations(in text: [UInt8], _ span: ByteSpan, continues: Bool) -> [QuotationSummary] {
        let buffers = VoiceBuffers(longestPassage: span.count)
        defer { buffers.deallocate() }
        return text.withUnsafeBufferPointer { text in
            let bytes = TextBytes(text)
            let scanned = TokenScanner.scan(bytes, span: span, vocabulary: .english, to: buffers)
            var marks = QuotationMarks()
            var quotations = QuotationTokens()
            marks.read(scanned, span: span, of: bytes)
            marks.findOutermost(continues: marks.isOpen && continues)
            return quotations.quotations(of: marks, in: scanned.tokens, to: buffers).map { QuotationSummary($0, scanned.tokens) }
        }
    }
}
