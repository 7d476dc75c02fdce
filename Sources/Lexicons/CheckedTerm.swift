/// A term as the checks see it.
struct CheckedTerm {
    let term: Term
    let framing: String
    /// The framing's place in its concept.
    let framingNumber: Int
    let automaton: TermAutomaton
    /// All ways through the term; nil where there are too many.
    let paths: [TermAutomaton.Path]?
    /// Equal for terms that are written differently only in letter case, blanks or the like.
    let form: [NormalElement]

    indirect enum NormalElement: Hashable {
        case compound([WordPatternTest], [Joint], leading: String, trailing: String)
        case choice(Set<[NormalElement]>)
        case gap(Int, Int)
    }

    init?(_ term: Term, framing: Framing, number: Int, language: String?) {
        guard let automaton = TermAutomaton(term.pattern) else { return nil }
        self.term = term
        self.framing = framing.id
        framingNumber = number
        self.automaton = automaton
        paths = automaton.paths(language: language)
        form = Self.normal(term.pattern.elements, language)
    }

    private static func normal(_ elements: [TermPattern.Element], _ language: String?) -> [NormalElement] {
        elements.map { element in
            switch element {
            case .compound(let compound):
                let words = compound.words.map { WordPatternTest($0, language: language) }
                return .compound(words, compound.joints, leading: compound.leading, trailing: compound.trailing)
            case .choice(let alternatives): return .choice(Set(alternatives.map { normal($0, language) }))
            case .gap(let atLeast, let atMost): return .gap(atLeast, atMost)
            }
        }
    }

    func isCovered(by pattern: TermPattern, language: String?) -> Bool {
        if Self.normal(pattern.elements, language) == form { return true }
        guard let paths, let automaton = TermAutomaton(pattern) else { return false }
        return paths.allSatisfy { automaton.covers($0, language: language) }
    }

    /// Whether some match of `pattern` may hold one of this term; sure where false.
    func mayBeHeld(by pattern: TermPattern, language: String?) -> Bool {
        guard let paths, let contexts = TermAutomaton(pattern)?.paths(language: language) else { return true }
        return contexts.contains { context in paths.contains { $0.mayStand(in: context) } }
    }

    /// Whether each match of this term is one of `other` too, with its conditions.
    func isCovered(by other: CheckedTerm, language: String?) -> Bool {
        guard other.term.language == nil || other.term.language == term.language else { return false }
        guard other.term.isUnconditional || other.term.hasConditions(of: term) else { return false }
        if form == other.form { return true }
        guard let paths else { return false }
        return paths.allSatisfy { other.automaton.covers($0, language: language) }
    }
}

extension Term {
    fileprivate var isUnconditional: Bool { unless.isEmpty && near == nil }

    fileprivate func hasConditions(of other: Term) -> Bool {
        guard Set(unless.map(\.elements)) == Set(other.unless.map(\.elements)) else { return false }
        guard let near, let otherNear = other.near else { return near == nil && other.near == nil }
        return Set(near.any.map(\.elements)) == Set(otherNear.any.map(\.elements)) && near.within == otherNear.within
            && near.side == otherNear.side
    }
}
