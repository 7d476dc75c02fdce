import Words

/// A term of letters and blanks, each word with at most a `*` at its end: nearly all there are, told apart by one look at its bytes, since the
/// parser would keep a dictionary of a million terms busy for minutes. It stands for what the parser gives.
///
/// Letters are those of ASCII and of `LetterFolding`, which join into one word and fold one by one.
struct PlainTerm {
    let pattern: TermPattern

    /// In bytes.
    private static let longestTerm = 200

    init?(_ text: String) {
        var text = text
        guard text.utf8.count <= Self.longestTerm, text.withUTF8({ Self.isPlain($0) }) else { return nil }
        pattern = TermPattern(plain: text)
    }

    /// Whether a letter stands before each blank and star and at the end, but for a star there.
    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var place = 0
        var before = Sign.blank
        while place < bytes.count {
            let sign = sign(at: place, in: bytes)
            switch (sign, before) {
            case (.letter, .blank), (.letter, .letter), (.star, .letter), (.blank, .letter), (.blank, .star): break
            case (.letter, .star), (.star, _), (.blank, .blank), (.other, _), (_, .other): return false
            }
            place += bytes[place] < 0x80 ? 1 : 2
            before = sign
        }
        return before == .letter || before == .star
    }

    private enum Sign {
        case letter, star, blank, other
    }

    @inline(__always)
    private static func sign(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Sign {
        switch bytes[place] {
        case let byte where byte.isASCIILetter: .letter
        case UInt8(ascii: "*"): .star
        case 0x20: .blank
        case 0xC3..<0xE0:
            LetterFolding.foldings[Int(bytes[place] & 0x1F) << 6 | Int(bytes[place + 1] & 0x3F)] == 0 ? .other : .letter
        default: .other
        }
    }

    /// The words of a plain term as the parser writes them.
    static func elements(of text: String) -> [TermPattern.Element] {
        text.split(separator: " ").map { word in
            let glyphs = word.map { $0 == "*" ? WordPattern.Glyph.anyRun : .character($0) }
            return .compound(Compound(words: [WordPattern(glyphs: glyphs, isExactCase: false)]))
        }
    }
}
