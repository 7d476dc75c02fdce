import Lexicons

/// A term's automaton over numbered word patterns.
struct CompiledPattern: Sendable {
    /// The word pattern that each state has read.
    let words: PatternWords
    /// Words of the longest match, words in gaps included.
    let mostWords: Int
    /// Nil for a plain pattern, whose words stand one after the other with blanks between them.
    private let graph: Graph?

    /// A class, so that handing on a plain pattern does not ask for each of these.
    private final class Graph: Sendable {
        let links: [[TermAutomaton.Link]]
        let first: [Int]
        let isLast: [Bool]
        let anchors: [TermAutomaton.Anchor]
        let cut: TermCut
        let distances: [ClosedRange<Int>]

        init(_ automaton: TermAutomaton) {
            var isLast = Array(repeating: false, count: automaton.words.count)
            for state in automaton.last { isLast[state] = true }
            self.isLast = isLast
            links = automaton.links
            first = automaton.first
            anchors = automaton.anchors
            cut = automaton.cut
            distances = automaton.distances
        }
    }

    /// - Parameter words: at least one.
    init(plain words: PatternWords) {
        self.words = words
        mostWords = words.count
        graph = nil
    }

    init(_ automaton: TermAutomaton, numbering: inout WordPatternIndex) {
        words = PatternWords(automaton.words.map { numbering.number(of: $0) })
        mostWords = automaton.mostWords
        graph = Graph(automaton)
    }

    /// Whether it is words with blanks between them and nothing else.
    var isPlain: Bool { graph == nil }

    /// Whether every match is one word.
    var isSingleWord: Bool { mostWords == 1 }

    /// States that a match can start in.
    var first: [Int] { graph?.first ?? Self.onlyFirst }

    private static let onlyFirst = [0]

    /// States of which every match goes through one, that it is looked for from.
    var anchors: [TermAutomaton.Anchor] { graph?.anchors ?? firstAnchors }

    /// The sets of states of which every match goes through one.
    var cut: TermCut { graph?.cut ?? .any(words.indices.map { .state($0) }) }

    /// How many words of a match may stand before what the state reads.
    func distance(of state: Int) -> ClosedRange<Int> { graph?.distances[state] ?? state...state }

    var firstAnchors: [TermAutomaton.Anchor] { first.map { TermAutomaton.Anchor(state: $0, distance: 0...0) } }

    /// Calls `body` with each word pattern that a match can start with, ascending.
    func forEachFirstWord(_ body: (Int32) -> Void) {
        guard let graph, graph.first.count > 1 else { return body(words[first[0]]) }
        for word in Set(graph.first.map { words[$0] }).sorted() { body(word) }
    }

    func isLast(_ state: Int) -> Bool { graph?.isLast[state] ?? (state == words.count - 1) }

    /// Where a match can go on from a state.
    func links(from state: Int) -> [TermAutomaton.Link] {
        guard let graph else { return isLast(state) ? [] : [blank(to: state + 1)] }
        return graph.links[state]
    }

    private func blank(to state: Int) -> TermAutomaton.Link { TermAutomaton.Link(target: state, crossing: .joint(Joint(.blank))) }

    /// The links from word to word where it is a phrase without choices or gaps; nil otherwise.
    var chain: [TermAutomaton.Link]? {
        guard let graph else { return words.indices.dropFirst().map(blank) }
        guard graph.first.count == 1, var state = graph.first.first else { return nil }
        var chain: [TermAutomaton.Link] = []
        while !graph.isLast[state] {
            let links = graph.links[state]
            guard links.count == 1, let link = links.first, case .joint = link.crossing, link.target > state else { return nil }
            chain.append(link)
            state = link.target
        }
        return graph.links[state].isEmpty ? chain : nil
    }
}
