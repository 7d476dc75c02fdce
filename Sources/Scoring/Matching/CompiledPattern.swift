import Lexicons

/// A term's automaton over numbered word patterns.
struct CompiledPattern: Sendable {
    struct Link: Sendable {
        let target: Int
        let word: Int32
        let crossing: TermAutomaton.Crossing
    }

    /// The word pattern that each state has read.
    let words: [Int32]
    let links: [[Link]]
    let first: [Int]
    let isLast: [Bool]
    /// Words of the longest match, words in gaps included.
    let mostWords: Int

    init(_ automaton: TermAutomaton, numbering: inout WordPatternIndex) {
        let numbers = automaton.words.map { numbering.number(of: $0) }
        words = numbers
        links = automaton.links.map { links in
            links.map { Link(target: $0.target, word: numbers[$0.target], crossing: $0.crossing) }
        }
        first = automaton.first
        var isLast = Array(repeating: false, count: numbers.count)
        for state in automaton.last { isLast[state] = true }
        self.isLast = isLast
        mostWords = automaton.mostWords
        needsNextWord = automaton.first.allSatisfy { state in
            !automaton.last.contains(state) && automaton.links[state].allSatisfy { if case .joint = $0.crossing { true } else { false } }
        }
    }

    /// Whether every match is one word.
    var isSingleWord: Bool { mostWords == 1 }
    /// Whether no match is one word or has a gap behind its first.
    let needsNextWord: Bool
}
