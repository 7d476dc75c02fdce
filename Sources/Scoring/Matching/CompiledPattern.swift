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
    /// Words of the longest match, words in gaps included.
    let mostWords: Int
    /// Nil for a plain pattern, whose words stand one after the other with blanks between them.
    private let graph: Graph?

    private struct Graph: Sendable {
        let links: [[Link]]
        let first: [Int]
        let isLast: [Bool]
        let chain: [Link]?
        let anchors: [TermAutomaton.Anchor]
        let cut: TermCut
        let distances: [ClosedRange<Int>]
    }

    /// - Parameter words: at least one.
    init(plain words: [Int32]) {
        self.words = words
        mostWords = words.count
        graph = nil
    }

    init(_ automaton: TermAutomaton, numbering: inout WordPatternIndex) {
        let numbers = automaton.words.map { numbering.number(of: $0) }
        words = numbers
        let links = automaton.links.map { links in
            links.map { Link(target: $0.target, word: numbers[$0.target], crossing: $0.crossing) }
        }
        var isLast = Array(repeating: false, count: numbers.count)
        for state in automaton.last { isLast[state] = true }
        mostWords = automaton.mostWords
        let chain = Self.chain(first: automaton.first, links: links, isLast: isLast)
        graph = Graph(
            links: links, first: automaton.first, isLast: isLast, chain: chain, anchors: automaton.anchors, cut: automaton.cut,
            distances: automaton.distances)
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

    /// Whether it is words with blanks between them and nothing else.
    var isPlain: Bool { graph == nil }

    /// Whether every match is one word.
    var isSingleWord: Bool { mostWords == 1 }

    /// States that a match can start in.
    var first: [Int] { graph?.first ?? [0] }

    /// States of which every match goes through one, that it is looked for from.
    var anchors: [TermAutomaton.Anchor] { graph?.anchors ?? firstAnchors }

    /// The sets of states of which every match goes through one.
    var cut: TermCut { graph?.cut ?? .any(words.indices.map { .state($0) }) }

    /// How many words of a match may stand before what the state reads.
    func distance(of state: Int) -> ClosedRange<Int> { graph?.distances[state] ?? state...state }

    var firstAnchors: [TermAutomaton.Anchor] { first.map { TermAutomaton.Anchor(state: $0, distance: 0...0) } }

    /// Calls `body` with each word pattern that a match can start with, ascending.
    func forEachFirstWord(_ body: (Int32) -> Void) {
        guard let graph else { return body(words[0]) }
        for word in Set(graph.first.map { words[$0] }).sorted() { body(word) }
    }

    func isLast(_ state: Int) -> Bool { graph?.isLast[state] ?? (state == words.count - 1) }

    /// Where a match can go on from a state.
    func links(from state: Int) -> [Link] {
        guard let graph else { return isLast(state) ? [] : [blank(to: state + 1)] }
        return graph.links[state]
    }

    private func blank(to state: Int) -> Link { Link(target: state, word: words[state], crossing: .joint(Joint(.blank))) }

    /// The links from word to word where it is a phrase without choices or gaps; nil otherwise.
    var chain: [Link]? {
        guard let graph else { return words.indices.dropFirst().map(blank) }
        return graph.chain
    }
}
