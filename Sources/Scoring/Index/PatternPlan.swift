import Lexicons

/// How a compiled pattern is looked for in an index.
enum PatternPlan {
    /// A word of a chain, with the lexicon's joint of that number before it; the first has none, -1.
    struct Step {
        let word: Int32
        let joint: Int32
    }

    /// Every way through the pattern, one for each choice and each hyphen that may be missing: few, and no gap in any.
    case chains([[Step]])
    /// A pattern with gaps or more ways.
    case loose

    init(_ row: PatternRows.Pattern, of tables: PatternTables) {
        let chains = Self.chains(row, of: tables)
        self = chains.map { .chains($0) } ?? .loose
    }

    private static let mostChains = 8

    private static func chains(_ row: PatternRows.Pattern, of tables: PatternTables) -> [[Step]]? {
        var chains: [[Step]] = []
        var open = row.first.places.map { place in
            let state = tables.firstStates[place]
            return (state: state, steps: [Step(word: tables.states[Int(state)].word, joint: -1)])
        }
        while let (state, steps) = open.popLast() {
            if tables.states[Int(state)].isLast { chains.append(steps) }
            // A chain of more words than there are states would go round in the pattern.
            guard chains.count + open.count <= mostChains, steps.count <= row.states.count else { return nil }
            for place in tables.states[Int(state)].links.places {
                let link = tables.links[place]
                guard link.joint >= 0 else { return nil }
                open.append((link.target, steps + [Step(word: link.word, joint: link.joint)]))
            }
        }
        return chains
    }
}

/// A compiled lexicon made ready for indexes: it serves all segments.
struct IndexedLexicon {
    let compiled: CompiledLexicon
    /// Of the terms' patterns, by their numbers; nil for those of conditions alone.
    let plans: [PatternPlan?]

    init(_ compiled: CompiledLexicon) {
        self.compiled = compiled
        let tables = compiled.tables.patternTables
        var plans = [PatternPlan?](repeating: nil, count: compiled.patterns.count)
        for term in compiled.terms where plans[term.pattern] == nil {
            plans[term.pattern] = PatternPlan(tables.patterns[term.pattern], of: tables)
        }
        self.plans = plans
    }

    /// The chains of a pattern; none of a loose one.
    func chains(of pattern: Int) -> [[PatternPlan.Step]] {
        if case .chains(let chains) = plans[pattern] { chains } else { [] }
    }

    func isLoose(_ pattern: Int) -> Bool { if case .loose = plans[pattern] { true } else { false } }
}
