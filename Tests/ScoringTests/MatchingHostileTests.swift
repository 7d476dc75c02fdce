import Lexicons
import Scoring
import TestSupport
import Testing
import Words

/// Texts and terms made to take long: each has to be done in seconds even without optimization.
@Suite(.timeLimit(.minutes(10))) struct MatchingHostileTests {
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

    /// Wherever a match lies, no other of its concept is to be looked for; an index that looks all the same takes ten times as long here.
    @Test func gapsOverTwoWordsFromAnIndex() throws {
        var random = SeededRandom(seed: 40)
        let text = (0..<40_000).map { _ in ["a", "a", "b"].randomElement(using: &random) ?? "" }.joined(separator: " ")
        let lexicon = makeLexicon(concepts: [
            ("c", ["f": ["a <0-9> b", "b <0-9> a"], "g": ["a b", "a <0-50> b <0-50> a"]]),
            ("d", ["h": ["(a|b) <0-20> (a|b) <0-20> b", "a <3-9> a <3-9> a"]]),
        ])
        let articles = [makeArticle(text)]
        let found = try IndexScorer(index: makeIndex(of: articles, voices: .none), lexicon: lexicon, voices: .none).tallies()
        #expect(found == LexiconScorer(lexicon: lexicon, voices: .none).score(articles))
        #expect(found[0].hits.count > 1_000)
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
