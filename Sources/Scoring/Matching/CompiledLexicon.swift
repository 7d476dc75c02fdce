import Lexicons

/// The terms of a lexicon that count in articles of one language, ready to be looked for.
///
/// A class, so that handing it to each search counts one reference and not those of all its tables.
final class CompiledLexicon: Sendable {
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
    let terms: [CompiledTerm]
    /// Distinct, those of `unless` and `near` included.
    let patterns: [CompiledPattern]
    let words: WordPatternIndex
    /// For each word pattern the terms, ascending, of which a match can start with it.
    private let termsStarting: [Int32: [Int]]

    init(_ lexicon: Lexicon, language: LexiconLanguage) {
        var compilation = LexiconCompilation(language: language)
        compilation.add(lexicon)
        conceptCount = lexicon.concepts.count
        terms = compilation.terms
        patterns = compilation.patterns
        words = compilation.words
        termsStarting = compilation.termsStarting()
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
}
