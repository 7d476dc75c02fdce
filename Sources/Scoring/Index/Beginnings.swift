import Lexicons

/// For each meaning of a word the terms of which a match can start there, in one row, so that the search touches no reference count.
struct Beginnings {
    struct Entry {
        let term: Int32
        let concept: Int32
        let pattern: Int32
        /// One chain of the term as steps in `steps`, the first word included; empty where the term has gaps or too many chains.
        let firstStep: Int32
        let stepCount: Int32
        /// The word pattern of the chain's second word; -1 where it has none.
        let second: Int32
    }

    /// How much is to be asked at a word of some meaning.
    enum Kind: UInt8 {
        /// Nothing starts there.
        case nothing
        /// One word without conditions, or several of one concept: the first in the lexicon wins.
        case word
        /// Tight chains of one concept without conditions: the longest wins, then the first in the lexicon.
        case chains
        case general
    }

    private(set) var kinds: [Kind] = []
    /// One entry more than there are meanings.
    private(set) var starts: [Int] = [0]
    /// By meaning, in the lexicon's order.
    private(set) var entries: [Entry] = []
    private(set) var steps: [PatternPlan.Step] = []
    /// By meaning the first entry of one word without conditions; where none is, its `term` is -1.
    private(set) var words: [Word] = []

    struct Word {
        let term: Int32
        let concept: Int32
    }

    init(_ lexicon: IndexedLexicon, meanings: SegmentMeanings) {
        var chainsOfPattern: [[Chain]] = []
        for plan in lexicon.plans {
            let chains = plan.isTight ? plan.chains ?? [] : []
            chainsOfPattern.append(
                chains.map { chain in
                    steps += chain
                    return Chain(
                        word: chain[0].word, firstStep: Int32(steps.count - chain.count), stepCount: Int32(chain.count),
                        second: chain.count > 1 ? chain[1].word : -1)
                })
        }
        for meaning in 0..<meanings.count {
            let patterns = meanings.patterns(of: meaning)
            let first = entries.count
            var areChains = true
            for beginning in lexicon.compiled.beginnings(at: Array(patterns)) {
                let term = lexicon.compiled.terms[beginning.term]
                areChains = areChains && term.unless.isEmpty && term.near == nil && lexicon.plans[beginning.pattern].isTight
                let chains = chainsOfPattern[beginning.pattern].filter { patterns.contains($0.word) }
                entries += (chains.isEmpty ? [Chain.none] : chains).map { Self.entry(beginning, $0) }
            }
            starts.append(entries.count)
            kinds.append(Self.kind(of: entries[first...], areChains: areChains))
            let word = entries[first...].first { $0.stepCount == 1 }
            words.append(Word(term: word?.term ?? -1, concept: word?.concept ?? 0))
        }
    }

    func entries(of meaning: Int) -> ArraySlice<Entry> { entries[starts[meaning]..<starts[meaning + 1]] }

    /// A way through a tight pattern: where its words stand in `steps`.
    private struct Chain {
        let word: Int32
        let firstStep: Int32
        let stepCount: Int32
        let second: Int32
        static let none = Chain(word: -1, firstStep: 0, stepCount: 0, second: -1)
    }

    private static func entry(_ beginning: CompiledLexicon.Beginning, _ chain: Chain) -> Entry {
        Entry(
            term: Int32(beginning.term), concept: Int32(beginning.concept), pattern: Int32(beginning.pattern),
            firstStep: chain.firstStep, stepCount: chain.stepCount, second: chain.second)
    }

    private static func kind(of entries: ArraySlice<Entry>, areChains: Bool) -> Kind {
        guard let first = entries.first else { return .nothing }
        guard areChains, entries.allSatisfy({ $0.concept == first.concept }) else { return .general }
        return entries.allSatisfy { $0.stepCount == 1 } ? .word : .chains
    }
}
