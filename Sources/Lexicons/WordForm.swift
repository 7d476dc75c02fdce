import Words

/// The forms in which words of terms and of texts compare.
///
/// Invisible characters (Default_Ignorable_Code_Point, Unicode Character Database) are left out of both: pages are strewn with
/// direction marks and joiners that no reader sees. Swift compares the strings by canonical equivalence.
package enum WordForm {
    /// `word` folded by the rules of `language`, apostrophes made alike.
    @specialized(where Word == ArraySlice<UInt8>)
    package static func folded<Word: Collection<UInt8>>(_ word: Word, language: String?) -> String {
        guard !isASCII(word) else { return CaseFolding.folded(word, language: language) }
        return CaseFolding.folded(Array(visible(word).utf8), language: language)
    }

    /// `word` as an exact-case pattern sees it: as written, apostrophes made alike.
    package static func exact(_ word: some Collection<UInt8>) -> String {
        isASCII(word) ? String(decoding: word, as: UTF8.self) : withPlainApostrophes(visible(word))
    }

    private static func isASCII(_ word: some Collection<UInt8>) -> Bool { word.allSatisfy { $0 < 0x80 } }

    private static func visible(_ word: some Collection<UInt8>) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in String(decoding: word, as: UTF8.self).unicodeScalars where isVisible(scalar) { scalars.append(scalar) }
        return String(scalars)
    }

    /// The first such characters are the soft hyphen, the grapheme joiner and the Arabic letter mark; all others are asked for their property.
    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x61C { return scalar.value != 0xAD && scalar.value != 0x34F }
        return !scalar.properties.isDefaultIgnorableCodePoint
    }

    /// `text` with every apostrophe, straight or curly, as U+0027.
    package static func withPlainApostrophes(_ text: String) -> String {
        String(text.map { isApostrophe($0) ? "'" : $0 })
    }

    /// The word rules' apostrophes: U+0027, U+2018, U+2019, U+02BC.
    package static func isApostrophe(_ character: Character) -> Bool {
        character == "'" || character == "\u{2018}" || character == "\u{2019}" || character == "\u{2BC}"
    }

    /// The hyphens at which the word rules cut: hyphen-minus, hyphen, non-breaking and Armenian hyphen.
    package static func isHyphen(_ character: Character) -> Bool {
        character == "-" || character == "\u{2010}" || character == "\u{2011}" || character == "\u{58A}"
    }
}
