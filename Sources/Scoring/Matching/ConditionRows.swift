import Lexicons

/// What the terms of a lexicon ask of the words around a match, in a few rows of plain values, so that asking counts no references.
struct ConditionRows: ~Copyable {
    struct Condition {
        /// Patterns that cancel a match which lies inside one of theirs, in `patterns`.
        let unless: RowRange
        /// In `nears`; below 0 for none.
        let near: Int32
    }

    /// Patterns of which one must match close by in the same sentence.
    struct Near {
        /// In `patterns`.
        let any: RowRange
        /// Of the words that they can start with.
        let firstWords: PatternSignature
        /// How far the nearest word of theirs may stand from the nearest one of the match; 1 for the next word.
        let within: Int
        /// Words of the longest match of any of them.
        let mostWords: Int
        let mayStandBefore: Bool
        let mayStandBehind: Bool
    }

    /// By term.
    private(set) var conditions = FlatList<Condition>()
    private(set) var nears = FlatList<Near>()
    private(set) var patterns = FlatList<Int32>()

    init(_ terms: [CompiledLexicon.CompiledTerm], _ rows: borrowing PatternRows) {
        for term in terms {
            let unless = append(term.unless)
            conditions.append(Condition(unless: unless, near: term.near == nil ? -1 : Int32(nears.count)))
            guard let near = term.near else { continue }
            var firstWords = PatternSignature()
            for pattern in near.any { firstWords.formUnion(rows.patterns[pattern].firstWords) }
            let any = append(near.any)
            nears.append(
                Near(
                    any: any, firstWords: firstWords, within: near.within, mostWords: near.mostWords, mayStandBefore: near.side != .after,
                    mayStandBehind: near.side != .before))
        }
    }

    private mutating func append(_ numbers: [Int]) -> RowRange {
        let first = patterns.count
        for number in numbers { patterns.append(Int32(number)) }
        return RowRange(first, patterns.count)
    }
}
