import Foundation

/// Full Unicode case folding and canonical equivalence for whole words, apostrophes made alike.
///
/// Source: CaseFolding.txt (status C and F), Unicode Standard Annex #15 and section 3.13, definition D145.
package enum CaseFolding {
    /// `word` in the form in which words compare: equal strings are the same word.
    @specialized(where Word == ArraySlice<UInt8>)
    package static func folded<Word: Collection<UInt8>>(_ word: Word) -> String {
        folded(word, language: nil)
    }

    /// `word` folded by the rules of `language`, a BCP 47 tag.
    ///
    /// Turkish and Azerbaijani (`tr`, `az`) tell dotted from dotless i (CaseFolding.txt, status T); all other languages fold alike.
    @specialized(where Word == ArraySlice<UInt8>)
    package static func folded<Word: Collection<UInt8>>(_ word: Word, language: String?) -> String {
        let isTurkic = language.map(hasDotlessI) ?? false
        let hasPlainI = !isTurkic || !word.contains(UInt8(ascii: "I"))
        if hasPlainI, let ascii = foldedASCII(word) { return ascii }
        let given = String(decoding: word, as: UTF8.self)
        let text = isTurkic ? withTurkicI(given) : given
        if let simple = foldedWithoutMarks(text) { return simple }
        var scalars = String.UnicodeScalarView()
        for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars { appendFolding(of: scalar, to: &scalars) }
        return String(scalars).precomposedStringWithCanonicalMapping
    }

    private static func hasDotlessI(_ language: String) -> Bool {
        let primary = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
        return primary == "tr" || primary == "az"
    }

    private static func foldedASCII(_ word: some Collection<UInt8>) -> String? {
        guard word.allSatisfy({ $0 < 0x80 }) else { return nil }
        return String(unsafeUninitializedCapacity: word.count) { buffer in
            var count = 0
            for byte in word {
                buffer[count] = byte &- 65 < 26 ? byte | 0x20 : byte
                count += 1
            }
            return count
        }
    }

    /// The folding of a word of letters whose decomposition does not matter: no marks, before or after. Nil where normalization is needed.
    ///
    /// Saves the two normalizations for nearly all words of Latin and Cyrillic text; the tests compare it with the full way.
    private static func foldedWithoutMarks(_ text: String) -> String? {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard needsNoNormalization(scalar.value) else { return nil }
            appendFolding(of: scalar, to: &scalars)
        }
        return scalars.allSatisfy { needsNoNormalization($0.value) } ? String(scalars) : nil
    }

    /// What a letter folds to where that is one and takes no normalization; nil where the folding of a word has to tell.
    static func foldedByItself(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        guard needsNoNormalization(scalar.value) else { return nil }
        guard let row = row(of: scalar.value) else { return Apostrophe.isApostrophe(scalar.value) ? "'" : scalar }
        let targets = CaseFoldingRows.rows[row + 1...row + 3].filter { $0 != 0 }
        guard targets.count == 1, needsNoNormalization(targets[0]), !Apostrophe.isApostrophe(targets[0]) else { return nil }
        return Unicode.Scalar(targets[0])
    }

    /// Latin to U+02FF, Greek letters, Cyrillic without its combining signs, Armenian, and the dashes and quotation marks of General Punctuation.
    private static func needsNoNormalization(_ codePoint: UInt32) -> Bool {
        switch codePoint {
        case ..<0x300, 0x388...0x482, 0x48A...0x556, 0x559, 0x560...0x587, 0x2010...0x2027: true
        case 0x370...0x373, 0x376...0x377, 0x37A...0x37D, 0x37F, 0x386: true
        default: false
        }
    }

    /// Dotless and dotted capital I to their own small letters, before decomposition can part the dot from its letter.
    private static func withTurkicI(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        let hasMarks = text.unicodeScalars.contains("\u{307}")
        for scalar in (hasMarks ? text.precomposedStringWithCanonicalMapping : text).unicodeScalars {
            switch scalar {
            case "I": scalars.append("\u{131}")
            case "\u{130}": scalars.append("i")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    private static func appendFolding(of scalar: Unicode.Scalar, to scalars: inout String.UnicodeScalarView) {
        guard let row = row(of: scalar.value) else {
            return scalars.append(Apostrophe.isApostrophe(scalar.value) ? "'" : scalar)
        }
        for target in CaseFoldingRows.rows[row + 1...row + 3] where target != 0 {
            guard let folded = Unicode.Scalar(target) else { continue }
            scalars.append(Apostrophe.isApostrophe(target) ? "'" : folded)
        }
    }

    /// Where the row of `codePoint` starts in the table of foldings; nil where the code point folds to itself.
    private static func row(of codePoint: UInt32) -> Int? {
        let rows = CaseFoldingRows.rows
        var low = 0
        var high = rows.count / 4
        while low < high {
            let middle = (low + high) / 2
            if rows[middle * 4] < codePoint { low = middle + 1 } else { high = middle }
        }
        return low * 4 < rows.count && rows[low * 4] == codePoint ? low * 4 : nil
    }
}
