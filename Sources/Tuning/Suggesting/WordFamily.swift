import Scoring

/// The places of one stem's words: all covered by hits, or none.
struct WordFamily {
    let stem: String
    let isCovered: Bool
    /// Indices of tokens, ascending.
    var places: [Int]
    /// Distinct words, by number, ascending.
    var words: [Int]

    /// The telling words of the text by stem: no function words, no names, no numbers.
    ///
    /// - Returns: in the order of the stems, covered ones first.
    static func families(of text: SuggestionText) -> [WordFamily] {
        let stems = text.words.map { isTelling($0) ? WordStem.stem(of: $0.folded) : nil }
        var families: [Key: WordFamily] = [:]
        for (place, token) in text.tokens.enumerated() {
            guard let stem = stems[token.word] else { continue }
            let key = Key(stem: stem, isCovered: token.hit >= 0)
            families[key, default: WordFamily(stem: stem, isCovered: key.isCovered, places: [], words: [])].places.append(place)
        }
        return families.values.map { family in
            var family = family
            family.words = Set(family.places.map { text.tokens[$0].word }).sorted()
            return family
        }.sorted { ($0.isCovered ? 0 : 1, $0.stem) < ($1.isCovered ? 0 : 1, $1.stem) }
    }

    private struct Key: Hashable {
        let stem: String
        let isCovered: Bool
    }

    private static let shortest = 3

    private static func isTelling(_ word: SuggestionText.Word) -> Bool {
        let letters = word.folded
        guard letters.count >= shortest, !word.isName, letters.first?.isLetter ?? false else { return false }
        return !EnglishWordKind.isFunctionWord(letters) && !EnglishWordKind.saysOnly(letters) && !letters.contains("'")
    }
}
