/// An ending that tells the form of a word which no table knows.
enum WordEnding {
    case s, ed, ly, ing
}

extension SentenceItems {
    /// Whether a word, its possessive left off, ends so; words too short for a stem before the ending do not.
    ///
    /// Read from the text where a rule asks, since few words of a sentence are ever asked. Part of each rule, which asks for one ending.
    @inline(__always)
    func ends(_ index: Int, in ending: WordEnding) -> Bool {
        let item = items[index]
        guard item.kind == .word else { return false }
        let end = NameText.stemEnd(of: item, bytes)
        let count = end - item.start
        guard count >= 2 else { return false }
        switch ending {
        case .s: return bytes[end - 1] == 0x73 && bytes[end - 2] != 0x73
        case .ed: return count > 3 && bytes[end - 2] == 0x65 && bytes[end - 1] == 0x64
        case .ly: return count > 4 && bytes[end - 2] == 0x6C && bytes[end - 1] == 0x79
        case .ing: return count > 4 && bytes[end - 3] == 0x69 && bytes[end - 2] == 0x6E && bytes[end - 1] == 0x67
        }
    }
}
