extension WordPattern {
    /// About how many of a million words of some text match it: a guess from the number of its letters, for no language in particular.
    ///
    /// Frequent words are short (Zipf, The psycho-biology of language, 1935, chapter 2). The guess says where to look first and nothing else.
    package var guessedFrequency: Double {
        let (letters, isOpen) = beginning
        let frequencies = isOpen ? Self.ofBeginnings : Self.ofWords
        return frequencies[min(letters, frequencies.count - 1)]
    }

    /// The characters before the first wildcard, and whether there is one.
    private var beginning: (letters: Int, isOpen: Bool) {
        if let plain { return (Self.characters(plain.text), plain.isHead) }
        let letters = glyphs.prefix { if case .character = $0 { true } else { false } }.count
        return (letters, glyphs.count > letters)
    }

    /// Most words are of ASCII, whose bytes are its characters.
    private static func characters(_ text: String) -> Int {
        text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : text.count
    }

    /// By letters, from none on: words of one length shared out among the spellings that are in use.
    private static let ofWords: [Double] = [1_000_000, 20_000, 15_000, 5_000, 1_200, 400, 200, 100, 60]
    private static let ofBeginnings: [Double] = [1_000_000, 60_000, 20_000, 5_000, 1_500, 500, 250, 150, 100]
}
