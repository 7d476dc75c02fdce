import Lexicons

/// For each meaning of a word the chains of words of terms that can start there, in one row, so that the search touches no reference count.
struct Beginnings {
    struct Entry {
        let term: Int32
        let concept: Int32
        let pattern: Int32
        /// One chain of the term as steps in `steps`, the first word included.
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
        /// Chains of one concept without conditions: the longest wins, then the first in the lexicon.
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

    init(_ lexicon: IndexedLexicon, meanings: borrowing SegmentMeanings) {
        var chainsOfPattern: [[Chain]] = []
        for pattern in lexicon.plans.indices {
            chainsOfPattern.append(
                lexicon.chains(of: pattern).map { chain in
                    steps += chain
                    return Chain(
                        word: chain[0].word, firstStep: Int32(steps.count - chain.count), stepCount: Int32(chain.count),
                        second: chain.count > 1 ? chain[1].word : -1)
                })
        }
        for meaning in 0..<meanings.count {
            let patterns = meanings.patterns(of: meaning)
            let first = entries.count
            var areUnconditional = true
            for beginning in lexicon.compiled.beginnings(at: Array(patterns)) {
                for chain in chainsOfPattern[beginning.pattern] where patterns.contains(chain.word) {
                    entries.append(Self.entry(beginning, chain))
                    areUnconditional = areUnconditional && !beginning.hasConditions
                }
            }
            starts.append(entries.count)
            kinds.append(Self.kind(of: entries[first...], areUnconditional: areUnconditional))
            let word = entries[first...].first { $0.stepCount == 1 }
            words.append(Word(term: word?.term ?? -1, concept: word?.concept ?? 0))
        }
    }

    /// Where the entries of a meaning stand.
    @inline(__always) func places(of meaning: Int) -> Range<Int> { starts[meaning]..<starts[meaning + 1] }

    func entries(of meaning: Int) -> ArraySlice<Entry> { entries[places(of: meaning)] }

    /// A way through a pattern: where its words stand in `steps`.
    private struct Chain {
        let word: Int32
        let firstStep: Int32
        let stepCount: Int32
        let second: Int32
    }

    private static func entry(_ beginning: CompiledLexicon.Beginning, _ chain: Chain) -> Entry {
        Entry(
            term: Int32(beginning.term), concept: Int32(beginning.concept), pattern: Int32(beginning.pattern),
            firstStep: chain.firstStep, stepCount: chain.stepCount, second: chain.second)
    }

    private static func kind(of entries: ArraySlice<Entry>, areUnconditional: Bool) -> Kind {
        guard let first = entries.first else { return .nothing }
        guard areUnconditional, entries.allSatisfy({ $0.concept == first.concept }) else { return .general }
        return entries.allSatisfy { $0.stepCount == 1 } ? .word : .chains
    }
}
