import Lexicons

/// The terms of a lexicon that count in articles of one language, ready to be looked for.
struct CompiledLexicon: Sendable {
    struct CompiledTerm: Sendable {
        let concept: Int
        let framing: Int
        let term: Int
        /// These index `patterns`.
        let pattern: Int
        let unless: [Int]
        let near: Near?
    }

    struct Near: Sendable {
        let any: [Int]
        let within: Int
        let side: NearCondition.Side
        /// Words of the longest match of any of them.
        let mostWords: Int
    }

    /// Farther than any sentence reaches; keeps sums of positions from overflowing.
    private static let farthest = 1_000_000

    /// A term of which a match can begin at a word, with what tells fast that it does not.
    struct Beginning: Sendable {
        let term: Int
        let concept: Int
        let pattern: Int
        /// Whether every match goes on with the very next word.
        let needsNextWord: Bool
        /// Whether every match is this word alone.
        let isSingleWord: Bool
    }

    let conceptCount: Int
    /// In the lexicon's order.
    private(set) var terms: [CompiledTerm] = []
    /// Distinct, those of `unless` and `near` included.
    private(set) var patterns: [CompiledPattern] = []
    private(set) var words: WordPatternIndex
    /// For each word pattern the terms, ascending, of which a match can start with it.
    private var termsStarting: [Int32: [Int]] = [:]
    private var patternNumbers: [[TermPattern.Element]: Int] = [:]

    init(_ lexicon: Lexicon, language: LexiconLanguage) {
        conceptCount = lexicon.concepts.count
        words = WordPatternIndex(language: language.folding)
        for (concept, value) in lexicon.concepts.enumerated() {
            for (framing, value) in value.framings.enumerated() {
                for (term, value) in value.terms.enumerated() where language.admits(value.language) {
                    add(value, concept: concept, framing: framing, term: term)
                }
            }
        }
        fileStarts()
    }

    /// The terms of which a match can start at a word that these word patterns match, in the lexicon's order.
    func beginnings(at numbers: [Int32]) -> [Beginning] {
        Set(numbers.flatMap { termsStarting[$0] ?? [] }).sorted().map { number in
            let term = terms[number]
            let pattern = patterns[term.pattern]
            return Beginning(
                term: number, concept: term.concept, pattern: term.pattern, needsNextWord: pattern.needsNextWord,
                isSingleWord: pattern.isSingleWord)
        }
    }

    private mutating func add(_ value: Term, concept: Int, framing: Int, term: Int) {
        // Terms that the parser made always compile; one built by hand beyond its limits would be refused there.
        guard let pattern = number(of: value.pattern) else { return }
        let near = value.near.map { condition in
            let any = condition.any.compactMap { number(of: $0) }
            return Near(
                any: any, within: min(condition.within, Self.farthest), side: condition.side,
                mostWords: any.map { patterns[$0].mostWords }.max() ?? 0)
        }
        let unless = value.unless.compactMap { number(of: $0) }
        terms.append(CompiledTerm(concept: concept, framing: framing, term: term, pattern: pattern, unless: unless, near: near))
    }

    private mutating func number(of pattern: TermPattern) -> Int? {
        if let known = patternNumbers[pattern.elements] { return known }
        guard let automaton = TermAutomaton(pattern) else { return nil }
        patterns.append(CompiledPattern(automaton, numbering: &words))
        patternNumbers[pattern.elements] = patterns.count - 1
        return patterns.count - 1
    }

    private mutating func fileStarts() {
        for (number, term) in terms.enumerated() {
            let pattern = patterns[term.pattern]
            for word in Set(pattern.first.map { pattern.words[$0] }) { termsStarting[word, default: []].append(number) }
        }
    }
}
