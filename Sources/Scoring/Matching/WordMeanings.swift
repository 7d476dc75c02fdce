/// What words of the texts mean to a lexicon: numbered, equal ones shared, all in a few rows. Number 0 is the word that means nothing.
final class WordMeanings {
    struct Meaning {
        /// The word patterns that match the word, ascending, in `patterns`.
        let patterns: Range<Int32>
        /// The terms of which a match can start at it, in `beginnings`, in the lexicon's order.
        let beginnings: Range<Int32>
        /// Whether all of them are single words without conditions; then they stand by concept, then in the lexicon's order.
        let isPlain: Bool
        /// The words around it that its terms may ask for.
        let reach: CompiledLexicon.Reach
    }

    /// A term of which a match can start at a word, with all that the search asks of it.
    struct Beginning {
        let term: Int32
        let concept: Int32
        let pattern: Int32
        /// The words behind the first of a plain phrase, in the lexicon's `phrases`; empty for a single word; nil for other terms.
        let steps: Range<Int32>?
        let hasConditions: Bool
    }

    static let mostMeanings = 1 << 16

    /// By number.
    @exclusivity(unchecked) private(set) var all: [Meaning] = []
    @exclusivity(unchecked) private(set) var patterns: [Int32] = []
    @exclusivity(unchecked) private(set) var beginnings: [Beginning] = []
    private var numbers: [[Int32]: Int32] = [:]

    var isFull: Bool { all.count >= Self.mostMeanings }

    func number(of word: ArraySlice<UInt8>, in lexicon: CompiledLexicon) -> Int32 {
        if all.isEmpty { add([], in: lexicon) }
        let patterns = lexicon.words.numbers(matching: word)
        if let known = numbers[patterns] { return known }
        add(patterns, in: lexicon)
        return Int32(all.count - 1)
    }

    private func add(_ patterns: [Int32], in lexicon: CompiledLexicon) {
        let starting = lexicon.beginnings(at: patterns)
        let isPlain = starting.allSatisfy { $0.isSingleWord && !$0.hasConditions }
        let ordered = isPlain ? starting.sorted { ($0.concept, $0.term) < ($1.concept, $1.term) } : starting
        let firstBeginning = Int32(beginnings.count)
        let firstPattern = Int32(self.patterns.count)
        beginnings += ordered.map { beginning in
            let steps = lexicon.phrases.ofPattern[beginning.pattern].map { Int32($0.lowerBound)..<Int32($0.upperBound) }
            return Beginning(
                term: Int32(beginning.term), concept: Int32(beginning.concept), pattern: Int32(beginning.pattern),
                steps: beginning.isSingleWord ? 0..<0 : steps, hasConditions: beginning.hasConditions)
        }
        self.patterns += patterns
        numbers[patterns] = Int32(all.count)
        all.append(
            Meaning(
                patterns: firstPattern..<Int32(self.patterns.count), beginnings: firstBeginning..<Int32(beginnings.count), isPlain: isPlain,
                reach: starting.map(\.reach).reduce(CompiledLexicon.Reach()) { $0.union($1) }))
    }
}
