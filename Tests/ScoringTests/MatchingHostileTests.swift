import Lexicons
import Scoring
import Testing
import Words

/// Texts and terms made to take long: each has to be done in seconds even without optimization.
@Suite(.timeLimit(.minutes(2))) struct MatchingHostileTests {
    @Test func aWordOfMillionsOfLettersMatchesOpenPatterns() throws {
        let text = String(repeating: "b", count: 1_000_000)
        let terms = try ["*a*", "*a*b*a*", "b*b", "?*"].map { try MatchingCase.term($0) }
        #expect(MatchingCase.matches(MatchingCase.lexicon(terms.map { [$0] }), in: text).map(\.framingIndex) == [2])
    }

    @Test func aPassageOfOneWordOverAndOver() throws {
        let count = 30_000
        let text = String(repeating: "a ", count: count)
        let near = try MatchingCase.near(["a b", "a <0-5> c"], within: 20)
        let terms = [
            try MatchingCase.term("a <0-3> b"), try MatchingCase.term("a", near: near), try MatchingCase.term("a", unless: ["a <0-5> d"]),
        ]
        #expect(MatchingCase.matches(MatchingCase.lexicon([terms]), in: text).count == count)
    }

    @Test func gapsInARowOverOneWordDoNotMultiply() throws {
        let text = String(repeating: "a ", count: 500)
        let lexicon = MatchingCase.lexicon([[try MatchingCase.term("a <0-30> a <0-30> a <0-30> a <0-30> b")]])
        #expect(MatchingCase.matches(lexicon, in: text).isEmpty)
    }

    @Test func moreDistinctWordsThanAreKept() throws {
        var session = MatchingSession(MatchingCase.lexicon([[try MatchingCase.term("w7*7")]]))
        var counts: [Int] = []
        for round in 0..<2 {
            let text = (0..<150_000).map { "w\($0)x\(round)" }.joined(separator: " ") + " w717"
            counts.append(session.matches(in: MatchingCase.passage(text), language: nil).count)
        }
        #expect(counts == [1, 1])
    }

    @Test(arguments: ["", " ", "\u{0}", "\u{FFFD}\u{301}", "'s", "\u{AD}", "\u{200D}", "-", "e\u{301}\u{301}\u{301}"])
    func oddTextsAreRead(_ text: String) throws {
        let lexicon = MatchingCase.lexicon([[try MatchingCase.term("a <0-2> b"), try MatchingCase.term("'s"), try MatchingCase.term("*")]])
        _ = MatchingCase.matches(lexicon, in: text)
    }

    @Test func aLexiconWithoutTermsFindsNothing() {
        #expect(MatchingCase.matches(MatchingCase.lexicon([[], []]), in: "some words").isEmpty)
    }
}
