import Lexicons
import TestSupport
import Testing

struct TermAnchorTests {
    /// One way through an automaton, words in gaps counted.
    private struct Way {
        var state: Int
        var words: Int
        /// Each state with the words before what it read.
        var places: [(state: Int, distance: Int)]
    }

    @Test func everyMatchHoldsAnAnchorWhereItIsSaidToStand() throws {
        var random = SeededRandom(seed: 2024)
        var lexicons = RandomLexicons(seed: 77, opens: true)
        var ways = 0
        for _ in 0..<600 {
            for term in lexicons.lexicon().concepts.flatMap(\.framings).flatMap(\.terms) {
                let automaton = try #require(TermAutomaton(term.pattern))
                for _ in 0..<8 {
                    let places = Self.way(through: automaton, &random)
                    #expect(
                        places.contains { place in
                            automaton.anchors.contains { $0.state == place.state && $0.distance.contains(place.distance) }
                        }, "\(term.pattern.source)")
                    let costs = automaton.words.map { _ in Double.random(in: 0..<1, using: &random) }
                    let cut = automaton.cut.cheapest { costs[$0] }
                    #expect(
                        places.contains { cut.contains($0.state) && automaton.distances[$0.state].contains($0.distance) },
                        "\(term.pattern.source)")
                    ways += 1
                }
            }
        }
        #expect(ways > 10_000)
    }

    private static func way(through automaton: TermAutomaton, _ random: inout SeededRandom) -> [(state: Int, distance: Int)] {
        var state = automaton.first.randomElement(using: &random) ?? 0
        var places = [(state: state, distance: 0)]
        while !automaton.last.contains(state) || !automaton.links[state].isEmpty && Bool.random(using: &random) {
            guard let link = automaton.links[state].randomElement(using: &random) else { return [] }
            var distance = places[places.count - 1].distance + 1
            if case .gap(let atLeast, let atMost) = link.crossing { distance += Int.random(in: atLeast...atMost, using: &random) }
            state = link.target
            places.append((state: state, distance: distance))
        }
        return places
    }

    @Test(arguments: [
        ("under <0-4> control of <0-3> Armenian*", "control"),
        ("not <0-3> recognised", "recognised"),
        ("in <0-2> hands of", "hands"),
        ("(its|our) <0-2> territor*", "territor"),
        ("separatists <0-3> in", "separatists"),
    ])
    func termsAreLookedForFromTheWordThatIsRarestByItsLength(_ source: String, _ word: String) throws {
        let pattern = try #require(TermPatternParser.parse(source).pattern)
        let automaton = try #require(TermAutomaton(pattern))
        let anchor = try #require(automaton.anchors.first)
        #expect(automaton.anchors.count == 1)
        let letters = automaton.words[anchor.state].glyphs.compactMap { if case .character(let letter) = $0 { letter } else { nil } }
        #expect(String(letters) == word)
    }

    @Test func whatIsCalledSmallCanBeCompiled() {
        var sources = ["a", "a-b-c-d", "(a|b c) <0-9> d", String(repeating: "a-", count: 43) + "a", "(a <0-30> b|c) <2-170> d"]
        sources += (1...44).map { count in (0..<count).map { "(a\($0)|b\($0))" }.joined(separator: " <0-9> ") }
        for source in sources {
            let (pattern, faults) = TermPatternParser.parse(source)
            guard let pattern else {
                #expect(!faults.isEmpty)
                continue
            }
            #expect(TermAutomaton(pattern) != nil, "\(source)")
        }
    }
}
