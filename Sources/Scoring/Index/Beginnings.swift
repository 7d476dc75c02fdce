import Lexicons

/// For each meaning of a word the terms of which a match can start there, in one row, so that the search touches no reference count.
struct Beginnings {
    struct Entry {
        let term: Int32
        let concept: Int32
        let pattern: Int32
        /// The term's words as steps in `steps`, the first one included; empty where it is no tight chain.
        let firstStep: Int32
        let stepCount: Int32
    }

    /// How much is to be asked at a word of some meaning.
    enum Kind: UInt8 {
        /// Nothing starts there.
        case nothing
        /// One word without conditions.
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

    init(_ lexicon: IndexedLexicon, meanings: SegmentMeanings) {
        var firstSteps: [Int32] = []
        for plan in lexicon.plans {
            firstSteps.append(Int32(steps.count))
            if plan.isTight { steps += plan.chain ?? [] }
        }
        for meaning in 0..<meanings.count {
            let beginnings = lexicon.compiled.beginnings(at: Array(meanings.patterns(of: meaning)))
            entries += beginnings.map { Self.entry($0, lexicon.plans[$0.pattern], firstStep: firstSteps[$0.pattern]) }
            starts.append(entries.count)
            kinds.append(Self.kind(of: beginnings, in: lexicon))
        }
    }

    private static func entry(_ beginning: CompiledLexicon.Beginning, _ plan: PatternPlan, firstStep: Int32) -> Entry {
        Entry(
            term: Int32(beginning.term), concept: Int32(beginning.concept), pattern: Int32(beginning.pattern), firstStep: firstStep,
            stepCount: plan.isTight ? Int32(plan.chain?.count ?? 0) : 0)
    }

    private static func kind(of beginnings: [CompiledLexicon.Beginning], in lexicon: IndexedLexicon) -> Kind {
        guard let first = beginnings.first else { return .nothing }
        let areChains = beginnings.allSatisfy { beginning in
            let term = lexicon.compiled.terms[beginning.term]
            return beginning.concept == first.concept && lexicon.plans[beginning.pattern].isTight && term.unless.isEmpty && term.near == nil
        }
        guard areChains else { return .general }
        return beginnings.count == 1 && lexicon.plans[first.pattern].mostWords == 1 ? .word : .chains
    }
}
