import Lexicons

/// A lexicon's terms on their way to a `CompiledLexicon`: equal patterns and words get one number.
///
/// Plain terms, nearly all there are, become rows of word numbers straight from their bytes; the others are compiled by way of their automaton.
struct LexiconCompilation {
    private(set) var terms: [CompiledLexicon.CompiledTerm] = []
    private(set) var patterns: [CompiledPattern] = []
    private(set) var words: WordPatternIndex
    /// By their sources, which nearly always say all.
    private var patternNumbers: [String: [(pattern: TermPattern, number: Int)]] = [:]
    /// The rows of plain terms by their bytes, and the pattern of each.
    private var rows: ByteStringNumbers
    private var patternOfRow: [Int] = []
    private let language: LexiconLanguage

    /// Farther than any sentence reaches; keeps sums of positions from overflowing.
    private static let farthest = 1_000_000

    init(_ lexicon: Lexicon, language: LexiconLanguage) {
        self.language = language
        var termCount = 0
        for concept in lexicon.concepts {
            for framing in concept.framings { termCount += framing.terms.count }
        }
        words = WordPatternIndex(language: language.folding, expecting: termCount)
        rows = ByteStringNumbers(expecting: termCount)
        terms.reserveCapacity(termCount)
        patterns.reserveCapacity(termCount)
        patternOfRow.reserveCapacity(termCount)
        add(lexicon)
    }

    private mutating func add(_ lexicon: Lexicon) {
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
        if pattern.isPlain, let row = words.numbers(ofPlain: pattern.source) { return number(ofRow: row) }
        if let known = patternNumbers[pattern.source]?.first(where: { $0.pattern == pattern }) { return known.number }
        guard let automaton = TermAutomaton(pattern) else { return nil }
        patterns.append(CompiledPattern(automaton, numbering: &words))
        patternNumbers[pattern.source, default: []].append((pattern, patterns.count - 1))
        return patterns.count - 1
    }

    private mutating func number(ofRow words: PatternWords) -> Int {
        let row = words.withBytes { rows.number(of: $0) }
        if row == patternOfRow.count {
            patterns.append(CompiledPattern(plain: words))
            patternOfRow.append(patterns.count - 1)
        }
        return patternOfRow[row]
    }

    /// For each word pattern the terms, ascending, of which a match can start with it.
    func termsStarting() -> FlatRows {
        FlatRows(count: words.tests.count) { body in
            for number in terms.indices {
                patterns[terms[number].pattern].forEachFirstWord { body(Int($0), Int32(number)) }
            }
        }
    }
}
