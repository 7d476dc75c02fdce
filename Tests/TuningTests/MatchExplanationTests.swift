import Articles
import Lexicons
import Scoring
import TestSupport
import Testing
import Tuning

@Suite struct MatchExplanationTests {
    private func lexicon(_ terms: [Term], others: [String] = []) -> Lexicon {
        var lexicon = makeLexicon(concepts: [("dam", ["a": [], "b": others])])
        lexicon.concepts[0].framings[0].terms = terms
        return lexicon
    }

    private func term(_ source: String, unless: [String] = [], near: [String] = []) throws -> Term {
        func pattern(_ source: String) throws -> TermPattern { try #require(TermPatternParser.parse(source).pattern) }
        return Term(
            pattern: try pattern(source), unless: try unless.map(pattern),
            near: near.isEmpty ? nil : NearCondition(any: try near.map(pattern), within: 2), line: 7)
    }

    private func outcomes(_ text: String, _ lexicon: Lexicon) -> [MatchExplanation.Outcome] {
        MatchExplanation(text: text, lexicon: lexicon, voices: .full).candidates.map(\.outcome)
    }

    @Test func aHitSaysItsVoiceAndWhy() throws {
        let found = outcomes("\"A menace,\" Ana Holt said.", lexicon([try term("menace")]))
        guard case .hit(.quoted, "marks", _, "Ana Holt")? = found.first else { return #expect(Bool(false), "\(found)") }
    }

    @Test func aCancellingContextAndAMissingNeighbourAreNamed() throws {
        #expect(outcomes("No menace here.", lexicon([try term("menace", unless: ["no menace"])])) == [.unless("no menace")])
        #expect(outcomes("A menace here.", lexicon([try term("menace", near: ["river", "dam"])])) == [.near(["river", "dam"], within: 2)])
    }

    @Test func theTermThatTookThePlaceIsNamedWithTheReason() throws {
        let winner = FramingReference(concept: "dam", framing: "b")
        let found = outcomes("A great menace indeed.", lexicon([try term("menace")], others: ["great menace"]))
        #expect(found.contains(.overlap(by: "great menace", framing: winner, .startsEarlier)))
        let longer = outcomes("A menace indeed.", lexicon([try term("menace")], others: ["menace indeed"]))
        #expect(longer.contains(.overlap(by: "menace indeed", framing: winner, .isLonger)))
        let first = outcomes("A menace.", lexicon([try term("menace")], others: ["menace"]))
        #expect(first.contains(.overlap(by: "menace", framing: FramingReference(concept: "dam", framing: "a"), .isListedFirst)))
    }

    @Test func wordsAreShownAsTheyAreComparedAndNearOnesFound() throws {
        let found = MatchExplanation(text: "STRASSE \u{2019}s Menaces", lexicon: lexicon([try term("menace")]), voices: .none)
        #expect(found.words.map(\.folded).contains("strasse") && found.words.map(\.folded).contains("menaces"))
        #expect(found.nearWords.map(\.listed) == ["menace"])
    }

    @Test(arguments: ["", "\n\n", "\u{0}", String(repeating: "menace ", count: 400)])
    func anyTextIsExplained(text: String) throws {
        let found = MatchExplanation(text: text, lexicon: lexicon([try term("menace")]), voices: .full)
        #expect(found.candidates.count <= 400)
    }
}
