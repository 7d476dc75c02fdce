/// What words of the texts mean to a lexicon: numbered, equal ones shared, all in a few rows. Number 0 is the word that means nothing.
final class WordMeanings {
    struct Meaning {
        /// The word patterns that match the word, ascending, in `patterns`.
        let patterns: Range<Int32>
        /// The terms of which a match can start at it, in `beginnings`: words and phrases to be looked for by meanings.
        let beginnings: Range<Int32>
        /// Behind them plain phrases whose words the bytes tell, by the hash of their second word.
        let direct: Range<Int32>
        /// Whether all are single words without conditions; then they stand by concept, then in the lexicon's order.
        let isPlain: Bool
        /// Whether some need the meanings of words around, even where all these are ASCII.
        let needsMeanings: Bool
        /// Words behind the first of the longest phrase in `direct`.
        let mostSteps: Int32
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
        /// That of the first of `steps`, else 0.
        let secondHash: UInt64
        let hasConditions: Bool
    }

    /// The only term of a meaning, where it has one that is a word without conditions.
    struct Single {
        /// Below 0 where there is none or more.
        var concept: Int32 = -1
        var term: Int32 = -1
    }

    static let mostMeanings = 1 << 16

    /// By number.
    @exclusivity(unchecked) private(set) var all: [Meaning] = []
    @exclusivity(unchecked) private(set) var patterns: [Int32] = []
    @exclusivity(unchecked) private(set) var beginnings: [Beginning] = []
    /// For each whether none of its terms asks for other words.
    @exclusivity(unchecked) private var alone: [Bool] = []
    @exclusivity(unchecked) private(set) var singles: [Single] = []
    private var numbers: [[Int32]: Int32] = [:]

    var isFull: Bool { all.count >= Self.mostMeanings }

    @inline(__always) func isAlone(_ meaning: Int32) -> Bool { alone[Int(meaning)] }

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
        let general = starting.filter { $0.isSingleWord || !lexicon.phrases.isDirect($0.pattern) }
        let ordered = isPlain ? starting.sorted { ($0.concept, $0.term) < ($1.concept, $1.term) } : general
        let direct = starting.filter { !$0.isSingleWord && lexicon.phrases.isDirect($0.pattern) }
        let phrases = direct.map { Self.beginning($0, lexicon.phrases) }.sorted { ($0.secondHash, $0.term) < ($1.secondHash, $1.term) }
        let firstBeginning = Int32(beginnings.count)
        let firstPattern = Int32(self.patterns.count)
        beginnings += ordered.map { Self.beginning($0, lexicon.phrases) }
        let firstDirect = Int32(beginnings.count)
        beginnings += phrases
        self.patterns += patterns
        numbers[patterns] = Int32(all.count)
        let needsMeanings = general.contains { !$0.isSingleWord || $0.hasConditions } || direct.contains(where: \.hasConditions)
        let single = isPlain && ordered.count == 1 ? ordered.first : nil
        singles.append(single.map { Single(concept: Int32($0.concept), term: Int32($0.term)) } ?? Single())
        alone.append(!needsMeanings && direct.isEmpty)
        all.append(
            Meaning(
                patterns: firstPattern..<Int32(self.patterns.count), beginnings: firstBeginning..<firstDirect,
                direct: firstDirect..<Int32(beginnings.count), isPlain: isPlain, needsMeanings: needsMeanings,
                mostSteps: Int32(phrases.map { $0.steps?.count ?? 0 }.max() ?? 0),
                reach: starting.map(\.reach).reduce(CompiledLexicon.Reach()) { $0.union($1) }))
    }

    private static func beginning(_ beginning: CompiledLexicon.Beginning, _ phrases: PlainPhrases) -> Beginning {
        let steps = beginning.isSingleWord ? 0..<0 : phrases.ofPattern[beginning.pattern]
        let second = steps.flatMap { $0.first }.map { phrases.steps[$0].hash } ?? 0
        return Beginning(
            term: Int32(beginning.term), concept: Int32(beginning.concept), pattern: Int32(beginning.pattern),
            steps: steps.map { Int32($0.lowerBound)..<Int32($0.upperBound) }, secondHash: second, hasConditions: beginning.hasConditions)
    }
}
