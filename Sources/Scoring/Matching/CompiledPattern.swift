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
    /// The links from word to word where it is a phrase without choices or gaps; nil otherwise.
    let chain: [Link]?

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
        chain = Self.chain(first: first, links: links, isLast: isLast)
    }

    private static func chain(first: [Int], links: [[Link]], isLast: [Bool]) -> [Link]? {
        guard first.count == 1, var state = first.first else { return nil }
        var chain: [Link] = []
        while !isLast[state] {
            guard links[state].count == 1, let link = links[state].first, case .joint = link.crossing, link.target > state else {
                return nil
            }
            chain.append(link)
            state = link.target
        }
        return links[state].isEmpty ? chain : nil
    }

    /// Whether every match is one word.
    var isSingleWord: Bool { mostWords == 1 }
}
