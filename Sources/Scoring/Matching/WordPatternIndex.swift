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
    /// Patterns with wildcards by the first byte of what they begin with; those that begin with a wildcard stand under nil.
    private var foldedWildcards: [UInt8?: [Wildcard]] = [:]
    /// The same by their first character, since words of exact case are not brought into one form: equivalent ones have other bytes.
    private var exactWildcards: [Character?: [Int32]] = [:]

    private struct Wildcard {
        let number: Int32
        /// The characters before the first wildcard, as UTF-8.
        let head: [UInt8]
        /// Whether one `*` is all that follows, so that every ASCII word with the head matches.
        let isHeadAlone: Bool

        init(_ test: WordPatternTest, number: Int32) {
            self.number = number
            let head = test.glyphs.prefix { if case .character = $0 { true } else { false } }
            self.head = head.flatMap { if case .character(let character) = $0 { Array(character.utf8) } else { [UInt8]() } }
            isHeadAlone = test.glyphs.count == head.count + 1 && test.glyphs.last == .anyRun
        }
    }

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
        case (nil, false):
            let wildcard = Wildcard(test, number: number)
            foldedWildcards[wildcard.head.first, default: []].append(wildcard)
        case (nil, true): exactWildcards[test.firstCharacter, default: []].append(number)
        }
    }

    /// The numbers of all patterns that match a word of a text, ascending.
    ///
    /// - Complexity: O(bytes of the word) for each pattern with wildcards that shares its first character or starts with a wildcard.
    func numbers(matching word: ArraySlice<UInt8>) -> [Int32] {
        var found = matchingFolded(WordForm.folded(word, language: language))
        if !exactLiterals.isEmpty || !exactWildcards.isEmpty { found += matchingExact(WordForm.exact(word)) }
        return found.sorted()
    }

    private func matchingFolded(_ word: String) -> [Int32] {
        var found: [Int32] = []
        if let literal = foldedLiterals[word] { found.append(literal) }
        if let first = word.utf8.first, let wildcards = foldedWildcards[first] { append(wildcards, matching: word, to: &found) }
        if let wildcards = foldedWildcards[nil] { append(wildcards, matching: word, to: &found) }
        return found
    }

    private func append(_ wildcards: [Wildcard], matching word: String, to found: inout [Int32]) {
        for wildcard in wildcards where word.utf8.starts(with: wildcard.head) {
            let isSurelyMatch = wildcard.isHeadAlone && word.utf8.allSatisfy { $0 < 0x80 }
            if isSurelyMatch || tests[Int(wildcard.number)].matches(Array(word)) { found.append(wildcard.number) }
        }
    }

    private func matchingExact(_ word: String) -> [Int32] {
        var found: [Int32] = []
        if let literal = exactLiterals[word] { found.append(literal) }
        let candidates = (exactWildcards[word.first] ?? []) + (exactWildcards[nil] ?? [])
        guard !candidates.isEmpty else { return found }
        let characters = Array(word)
        for number in candidates where tests[Int(number)].matches(characters) { found.append(number) }
        return found
    }
}
