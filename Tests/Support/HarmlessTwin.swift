/// Harmless text of the same length as a hostile one, for comparing what a page makes of the two.
package enum HarmlessTwin {
    /// A name: a letter for every character that shows, Hebrew where the character runs from right to left; digits and blanks as they are.
    package static func name(_ text: String) -> String {
        String(text.map { $0.isWhitespace || "0"..."9" ~= $0 ? $0 : runsRightToLeft($0) ? "\u{5D0}" : "x" })
    }

    /// Running text: another sign for what HTML reads outside tags. All else keeps its meaning: sentences, quotations and words stay what they are.
    package static func prose(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { "<>&".unicodeScalars.contains($0) ? "+" : $0 }))
    }

    /// By the blocks of Unicode Standard Annex 9, table 4, that hold R and AL.
    private static func runsRightToLeft(_ character: Character) -> Bool {
        character.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x0590...0x08FF, 0x200F, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
            default: false
            }
        }
    }
}
