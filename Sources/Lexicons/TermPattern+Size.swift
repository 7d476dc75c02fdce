extension TermPattern {
    /// Whether it surely is not too large to be compiled, told without compiling it: nearly every term is far from the limits.
    var isSurelySmall: Bool {
        let size = Self.size(of: elements)
        let (steps, overflows) = (size.states * size.states).multipliedReportingOverflow(by: 1 + size.widestGap)
        return size.words <= TermAutomaton.mostWordsOfAMatch && !overflows && steps <= TermAutomaton.mostSteps
    }

    /// Bounds from above.
    private struct Size {
        /// One for each word and for each run of words that hyphens may join.
        var states = 0
        /// Of a match, words in gaps included.
        var words = 0
        var widestGap = 0

        mutating func add(_ other: Size) {
            states += other.states
            words += other.words
            widestGap = max(widestGap, other.widestGap)
        }
    }

    private static func size(of elements: [Element]) -> Size {
        var size = Size()
        for element in elements {
            switch element {
            case .compound(let compound):
                let count = compound.words.count
                size.add(Size(states: count * (count + 1) / 2, words: count))
            case .gap(_, let atMost): size.add(Size(words: atMost, widestGap: atMost))
            case .choice(let alternatives): for alternative in alternatives { size.add(Self.size(of: alternative)) }
            }
        }
        return size
    }
}
