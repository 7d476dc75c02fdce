import Lexicons

/// The distinct word patterns of a lexicon, numbered, and the way from a word of a text to those that match it.
struct WordPatternIndex: Sendable {
    let language: String?
    private var numbers: [WordPatternTest: Int32] = [:]
    /// By number.
    private(set) var tests: [WordPatternTest] = []
    /// Patterns without wildcards by the comparable form of their one word.
    private var foldedLiterals: [String: Int32] = [:]
    private var exactLiterals: [String: Int32] = [:]
    /// Patterns with wildcards by their first character; those that start with a wildcard stand under nil.
    private var foldedWildcards: [Character?: [Int32]] = [:]
    private var exactWildcards: [Character?: [Int32]] = [:]

    init(language: String?) { self.language = language }

    /// The number of `pattern`; patterns that match the same words by their folding share one.
    mutating func number(of pattern: WordPattern) -> Int32 {
        let test = WordPatternTest(pattern, language: language)
        if let known = numbers[test] { return known }
        let number = Int32(tests.count)
        numbers[test] = number
        tests.append(test)
        file(test, under: number)
        return number
    }

    private mutating func file(_ test: WordPatternTest, under number: Int32) {
        switch (test.literal, test.isExactCase) {
        case (let word?, false): foldedLiterals[word] = number
        case (let word?, true): exactLiterals[word] = number
        case (nil, false): foldedWildcards[test.firstCharacter, default: []].append(number)
        case (nil, true): exactWildcards[test.firstCharacter, default: []].append(number)
        }
    }

    /// The numbers of all patterns that match a word of a text, ascending.
    ///
    /// - Complexity: O(bytes of the word) for each pattern with wildcards that shares its first character or starts with a wildcard.
    func numbers(matching word: ArraySlice<UInt8>) -> [Int32] {
        var found = matching(WordForm.folded(word, language: language), literals: foldedLiterals, wildcards: foldedWildcards)
        if !exactLiterals.isEmpty || !exactWildcards.isEmpty {
            found += matching(WordForm.exact(word), literals: exactLiterals, wildcards: exactWildcards)
        }
        return found.sorted()
    }

    private func matching(_ word: String, literals: [String: Int32], wildcards: [Character?: [Int32]]) -> [Int32] {
        var found: [Int32] = []
        if let literal = literals[word] { found.append(literal) }
        let candidates = (wildcards[word.first] ?? []) + (wildcards[nil] ?? [])
        guard !candidates.isEmpty else { return found }
        let characters = Array(word)
        for number in candidates where tests[Int(number)].matches(characters) { found.append(number) }
        return found
    }
}
