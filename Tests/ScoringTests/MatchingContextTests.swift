import Lexicons
import Scoring
import Testing
import Words

@Suite struct MatchingContextTests {
    struct Row: Sendable {
        let term: String
        var unless: [String] = []
        var any: [String] = []
        var within = 0
        var side = NearCondition.Side.either
        let text: String
    }

    static let unless = [
        Row(term: "occupied", unless: ["occupied with"], text: "[[occupied]] land, occupied with work, [[occupied]], with"),
        Row(
            term: "occupied", unless: ["(Israel|Gaza) <0-2> occupied", "occupied by * tourists"],
            text: "Israel said it occupied, [[occupied]] by tourists, occupied by many tourists"),
        Row(term: "a", unless: ["a"], text: "a a a"),
        Row(term: "a b", unless: ["b c"], text: "[[a b]] c"),
        Row(term: "b", unless: ["a b c"], text: "a b c a [[b]] a [[b]] d"),
        Row(term: "a <0-2> b", unless: ["a x b"], text: "a x b [[a y b]]"),
        Row(term: "a <0-1> b", unless: ["a b b"], text: "a b b"),
        Row(term: "(a|a b)", unless: ["a b"], text: "a b [[a]]"),
        Row(term: "(a|a b)", unless: ["z a"], text: "z [[a b]]"),
    ]

    static let near = [
        Row(
            term: "attack*", any: ["Baku"], within: 1,
            text: "Baku's attack there, Baku [[attacks]], so Baku then attacks now; [[attack]] Baku"),
        Row(term: "attack", any: ["Baku"], within: 2, side: .before, text: "Baku will [[attack]] attack attack Baku"),
        Row(term: "attack", any: ["Baku"], within: 2, side: .after, text: "Baku attack and [[attack]] or Baku"),
        Row(term: "attack", any: ["Baku", "the (old|new) capital"], within: 1, text: "the new capital [[attack]] the capital attack"),
        Row(term: "attack", any: ["Baku"], within: 5, text: "It saw an attack. Baku was quiet. [[Attack]] on Baku."),
        Row(term: "attack", any: ["in Baku"], within: 2, text: "in Baku an [[attack]], an attack not in Rome, [[attack]] in Baku"),
        Row(term: "attack", any: ["attack on"], within: 3, text: "attack on"),
        Row(term: "a <0-1> b", any: ["x"], within: 1, side: .after, text: "[[a b]] x, a b y x"),
        Row(term: "(a|a b)", any: ["b"], within: 1, side: .after, text: "[[a]] b"),
        Row(term: "a", any: ["b <0-1> c"], within: 1, text: "[[a]] b c, b x c [[a]], b a c"),
        Row(term: "a <0-5> b", any: ["x"], within: 2, text: "He saw a. Then b came x. Later [[a so b]] x."),
    ]

    static func term(_ row: Row) throws -> Term {
        let near = row.any.isEmpty ? nil : try MatchingCase.near(row.any, within: row.within, row.side)
        return try MatchingCase.term(row.term, unless: row.unless, near: near)
    }

    @Test(arguments: unless + near) func conditionsLeaveTheMarkedPlaces(_ row: Row) throws {
        let lexicon = MatchingCase.lexicon([[try Self.term(row)]])
        #expect(MatchingCase.marked(lexicon, row.text) == row.text)
    }

    @Test(arguments: [
        ([["occupied"], ["occupied land"]], "[[occupied land]] [[occupied]]", [1, 0]),
        ([["a b"], ["b c d"]], "[[a b]] c d [[b c d]]", [0, 1]),
        ([["war"], ["war*"]], "[[war]] [[wars]]", [0, 1]),
        ([["war*"], ["war"]], "[[war]] [[wars]]", [0, 0]),
        ([["a", "a b"], ["a b c"]], "[[a b c]] [[a b]] [[a]]", [1, 0, 0]),
        ([["a <0-3> d"], ["a b", "c d"]], "[[a b c d]] [[a b]] x x x [[c d]]", [0, 1, 1]),
        ([["a a"]], "[[a a]] [[a a]] a", [0, 0]),
    ])
    func earliestThenLongestThenFirstListedWins(_ framings: [[String]], _ text: String, _ expected: [Int]) throws {
        let lexicon = MatchingCase.lexicon(try framings.map { try $0.map { try MatchingCase.term($0) } })
        #expect(MatchingCase.marked(lexicon, text) == text)
        let plain = text.filter { $0 != "[" && $0 != "]" }
        #expect(MatchingCase.matches(lexicon, in: plain).map(\.framingIndex) == expected)
    }

    @Test func conditionsAreTestedBeforeOverlapsAreSettled() throws {
        let long = try MatchingCase.term("occupied land", unless: ["occupied land here"])
        let lexicon = MatchingCase.lexicon([[long], [try MatchingCase.term("occupied")]])
        let text = "[[occupied]] land here, [[occupied land]] there"
        #expect(MatchingCase.marked(lexicon, text) == text)
    }

    @Test func conceptsCountIndependently() throws {
        var lexicon = MatchingCase.lexicon([[try MatchingCase.term("occupied land")]])
        lexicon.concepts.append(MatchingCase.lexicon([[try MatchingCase.term("land")]]).concepts[0])
        let found = MatchingCase.matches(lexicon, in: "occupied land")
        #expect(found.map(\.conceptIndex) == [0, 1])
        #expect(found.map(\.firstWord) == [0, 1])
    }

    @Test func matchesStayInTheirPassage() throws {
        let text = Array("the occupied\nland of ours".utf8)
        var session = MatchingSession(MatchingCase.lexicon([[try MatchingCase.term("occupied <0-1> land")]]))
        let first = PassageWords(bytes: text, span: ByteSpan(0, 12))
        #expect(session.matches(in: first, language: "en").isEmpty)
        #expect(
            session.matches(in: PassageWords(bytes: text, span: ByteSpan(0, text.count)), language: "en").map(\.span) == [ByteSpan(4, 17)])
    }
}
