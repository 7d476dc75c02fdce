/// What letters of two bytes fold to, one by one: enough for nearly all words of Latin, Greek, Cyrillic and Armenian text.
///
/// A word of such letters folds letter by letter, since none of them is a combining mark. The dotted I is left out, since it folds to two; the dotless ı
/// folds to itself, as in all languages, and what an I stands for where ı is its small letter is for whoever looks for words.
package enum LetterFolding {
    /// The two bytes of UTF-8, the first lowest, by code point below U+0800; 0 where a character is no letter of the scan, or folds to more than one,
    /// or to ASCII.
    package static let foldings: [UInt16] = (UInt32(0)..<0x800).map { codePoint in
        guard isLetter(codePoint), codePoint != 0x130, let scalar = Unicode.Scalar(codePoint), let first = folded(scalar),
            isLetter(first.value)
        else { return 0 }
        return UInt16(0xC0 | first.value >> 6 | (0x80 | first.value & 0x3F) << 8)
    }

    /// The same by the first byte's lowest five bits, 128 bytes each: the first bytes that letters fold to, and the second ones.
    package static let pages: [UInt8] = (0..<32).flatMap { lead in
        let foldings = foldings[lead << 6..<(lead + 1) << 6]
        return foldings.map { UInt8(truncatingIfNeeded: $0) } + foldings.map { UInt8($0 >> 8) }
    }

    /// Nil where it folds to more than one, or to one of three bytes.
    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        if let simple = CaseFolding.foldedByItself(scalar) { return simple }
        // Letters whose folding takes a normalization, which to ask for takes longer than all the others together.
        switch scalar {
        case "\u{1F0}", "\u{390}", "\u{3B0}": return scalar
        case "\u{374}": return "\u{2B9}"
        case "\u{23A}", "\u{23E}": return nil
        default: break
        }
        let scalars = CaseFolding.folded(Array(String(scalar).utf8)).unicodeScalars
        return scalars.count == 1 ? scalars.first : nil
    }

    /// The letters that `CVectors/beyond.c` knows.
    private static func isLetter(_ codePoint: UInt32) -> Bool {
        guard (0xC0..<0x588).contains(codePoint) else { return false }
        let property = WordProperty.of(codePoint)
        return property.breakClass == .letter && property.isLetterOrDigit
    }
}
