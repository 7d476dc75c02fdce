import Lexicons

/// A lexicon's terms on their way to a `CompiledLexicon`: equal patterns and words get one number.
struct LexiconCompilation {
    private(set) var terms: [CompiledLexicon.CompiledTerm] = []
    private(set) var patterns: [CompiledPattern] = []
    private(set) var words: WordPatternIndex
    private var patternNumbers: [[TermPattern.Element]: Int] = [:]
    private let language: LexiconLanguage

    /// Farther than any sentence reaches; keeps sums of positions from overflowing.
    private static let farthest = 1_000_000

    init(language: LexiconLanguage) {
        self.language = language
        words = WordPatternIndex(language: language.folding)
    }

    mutating func add(_ lexicon: Lexicon) {
        for (concept, value) in lexicon.concepts.enumerated() {
            for (framing, value) in value.framings.enumerated() {
                for (term, value) in value.terms.enumerated() where language.admits(value.language) {
                    add(value, concept: concept, framing: framing, term: term)
                }
            }
        }
    }

    private mutating func add(_ value: Term, concept: Int, framing: Int, term: Int) {
        // Terms that the parser made always compile; one built by hand beyond its limits would be refused there.
        guard let pattern = number(of: value.pattern) else { return }
        let near = value.near.map { condition in
            let any = condition.any.compactMap { number(of: $0) }
            return CompiledLexicon.Near(
                any: any, within: min(condition.within, Self.farthest), side: condition.side,
                mostWords: any.map { patterns[$0].mostWords }.max() ?? 0)
        }
        let unless = value.unless.compactMap { number(of: $0) }
        terms.append(
            CompiledLexicon.CompiledTerm(concept: concept, framing: framing, term: term, pattern: pattern, unless: unless, near: near))
    }

    private mutating func number(of pattern: TermPattern) -> Int? {
        if let known = patternNumbers[pattern.elements] { return known }
        guard let automaton = TermAutomaton(pattern) else { return nil }
        patterns.append(CompiledPattern(automaton, numbering: &words))
        patternNumbers[pattern.elements] = patterns.count - 1
        return patterns.count - 1
    }

    /// For each word pattern the terms, ascending, of which a match can start with it.
    func termsStarting() -> [Int32: [Int]] {
        var starting: [Int32: [Int]] = [:]
        for (number, term) in terms.enumerated() {
            let pattern = patterns[term.pattern]
            for word in Set(pattern.first.map { pattern.words[$0] }) { starting[word, default: []].append(number) }
        }
        return starting
    }
}
