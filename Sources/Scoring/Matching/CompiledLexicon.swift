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

    /// Where a term stands in the lexicon.
    struct Place: Sendable {
        let concept: Int32
        let framing: Int32
        let term: Int32
        let hasConditions: Bool
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
        /// Whether every match is this word alone.
        let isSingleWord: Bool
        let hasConditions: Bool
    }

    let conceptCount: Int
    /// Whether the capital I folds to the dotless ı.
    let isTurkic: Bool
    /// In the lexicon's order.
    let terms: [CompiledTerm]
    /// The same without what counts references.
    let places: [Place]
    /// Distinct, those of `unless` and `near` included.
    let patterns: [CompiledPattern]
    let words: WordPatternIndex
    /// Of the word patterns.
    let forms: PatternForms
    let phrases: PlainPhrases
    let anchors: TermAnchors
    let tables: LexiconTables
    /// What may stand between two words of a term, by number.
    let joints: [Joint]
    /// By word pattern.
    private let termsStarting: FlatRows

    init(_ lexicon: Lexicon, language: LexiconLanguage) {
        let compilation = LexiconCompilation(lexicon, language: language)
        conceptCount = lexicon.concepts.count
        isTurkic = language.folding != nil
        terms = compilation.terms
        places = terms.map {
            Place(
                concept: Int32($0.concept), framing: Int32($0.framing), term: Int32($0.term),
                hasConditions: !$0.unless.isEmpty || $0.near != nil)
        }
        patterns = compilation.patterns
        words = compilation.words
        forms = PatternForms(words.tests, isTurkic: isTurkic)
        anchors = TermAnchors(terms: terms, patterns: patterns, forms: forms)
        var joints = JointNumbers()
        phrases = PlainPhrases(patterns, forms: forms, joints: &joints)
        tables = LexiconTables(terms: terms, places: places, phrases: phrases, rows: PatternRows(patterns, joints: &joints))
        self.joints = joints.joints
        termsStarting = compilation.termsStarting()
    }

    /// The terms of which a match can start at a word that these word patterns match, in the lexicon's order.
    func beginnings(at numbers: [Int32]) -> [Beginning] {
        starting(numbers).map { number in
            let number = Int(number)
            let term = terms[number]
            return Beginning(
                term: number, concept: term.concept, pattern: term.pattern, isSingleWord: patterns[term.pattern].isSingleWord,
                hasConditions: places[number].hasConditions)
        }
    }

    /// Ascending, each once.
    private func starting(_ words: [Int32]) -> [Int32] {
        if words.count == 1 { return Array(termsStarting[words[0]]) }
        return Set(words.flatMap { termsStarting[$0] }).sorted()
    }
}
