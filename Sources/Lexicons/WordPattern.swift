/// What one word of the text must look like.
package struct WordPattern: Hashable, Sendable {
    package enum Glyph: Hashable, Sendable {
        /// One character, compared after case folding unless `isExactCase`.
        case character(Character)
        /// `*`
        case anyRun
        /// `?`
        case anyOne
    }

    /// Nearly all words have no wildcard but perhaps a `*` behind them, and a text takes less than a list of glyphs.
    private enum Spelling: Hashable {
        case word(String)
        case beginning(String)
        case glyphs([Glyph])
    }

    private let spelling: Spelling
    package let isExactCase: Bool

    package init(glyphs: [Glyph], isExactCase: Bool) {
        spelling = Self.spelling(glyphs)
        self.isExactCase = isExactCase
    }

    /// - Parameter ascii: letters, digits and apostrophes of ASCII, with `*` and `?` for the wildcards.
    init(ascii: UnsafeBufferPointer<UInt8>, isExactCase: Bool) {
        let letters = ascii.prefix { $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "?") }
        switch ascii.count - letters.count {
        case 0: spelling = .word(String(decoding: letters, as: UTF8.self))
        case 1 where ascii.last == UInt8(ascii: "*"): spelling = .beginning(String(decoding: letters, as: UTF8.self))
        default: spelling = .glyphs(ascii.map(Self.glyph))
        }
        self.isExactCase = isExactCase
    }

    private static func glyph(_ sign: UInt8) -> Glyph {
        switch sign {
        case UInt8(ascii: "*"): .anyRun
        case UInt8(ascii: "?"): .anyOne
        case let letter: .character(Character(Unicode.Scalar(letter)))
        }
    }

    /// Equal glyphs have equal spellings: a text stands only for glyphs that are its characters.
    private static func spelling(_ glyphs: [Glyph]) -> Spelling {
        let isOpen = glyphs.last == .anyRun
        let letters = isOpen ? glyphs.dropLast() : glyphs[...]
        var text = ""
        for glyph in letters {
            guard case .character(let character) = glyph else { return .glyphs(glyphs) }
            text.append(character)
        }
        guard text.count == letters.count else { return .glyphs(glyphs) }
        return isOpen ? .beginning(text) : .word(text)
    }

    package var glyphs: [Glyph] {
        switch spelling {
        case .word(let text): text.map { .character($0) }
        case .beginning(let text): text.map { .character($0) } + [.anyRun]
        case .glyphs(let glyphs): glyphs
        }
    }

    /// The word as written, where it has no wildcard.
    package var literal: String? {
        switch spelling {
        case .word(let text): return text
        case .beginning: return nil
        case .glyphs(let glyphs):
            var text = ""
            for glyph in glyphs {
                guard case .character(let character) = glyph else { return nil }
                text.append(character)
            }
            return text
        }
    }

    /// What stands before its first wildcard or is the word itself, and whether a `*` behind that is its only wildcard; nil for other wildcards.
    package var plain: (text: String, isHead: Bool)? {
        switch spelling {
        case .word(let text): (text, false)
        case .beginning(let text): (text, true)
        case .glyphs: nil
        }
    }
}
