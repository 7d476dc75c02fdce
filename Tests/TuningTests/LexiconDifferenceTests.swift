import Articles
import Comparing
import Foundation
import Lexicons
import Scoring
import TestSupport
import Testing
import Words

@testable import Tuning

@Suite struct LexiconDifferenceTests {
    private static let articles = [
        makeArticle("The dam is a menace.\nThe dam is a project of the state.", id: "a", source: "Left"),
        makeArticle("A project, she wrote.\n\"A menace to us,\" he said.", id: "b", source: "Right"),
    ]

    private func settled(_ lexicon: Lexicon, _ articles: [Article] = articles) -> SettledTally {
        SettledTally(Tally(LexiconScorer(lexicon: lexicon, voices: .full).score(articles)))
    }

    private func difference(_ old: [String: [String]], _ new: [String: [String]], _ articles: [Article] = articles) -> LexiconDifference {
        let lexicons = (makeLexicon(concepts: [("dam", old)]), makeLexicon(concepts: [("dam", new)]))
        let tallies = (settled(lexicons.0, articles), settled(lexicons.1, articles))
        return LexiconDifference(
            old: tallies.0.articles.map(\.tally), new: tallies.1.articles.map(\.tally),
            comparisons: (
                Comparator(lexicon: lexicons.0, voiceMode: .full).compare(tallies.0),
                Comparator(lexicon: lexicons.1, voiceMode: .full).compare(tallies.1)
            ))
    }

    @Test func anEqualLexiconChangesNothing() {
        let same = difference(["threat": ["menace"], "project": ["project"]], ["threat": ["menace"], "project": ["project"]])
        #expect(same.hits.isEmpty && same.figures.isEmpty && same.sentences.isEmpty && !same.changesConclusion)
    }

    @Test func aTermTakenOutLosesItsHitsAndAddedOnesGain() {
        let found = difference(["threat": ["menace"], "project": ["project"]], ["threat": ["menace", "the state"], "project": []])
        #expect(found.hits.filter { $0.kind == .lost }.map(\.old?.surface) == ["project", "project"])
        #expect(found.hits.filter { $0.kind == .gained }.map(\.new?.surface) == ["the state"])
        #expect(found.changesConclusion)
    }

    @Test func aTermUnderAnotherFramingMovesItsHitsAndTheFigures() {
        let found = difference(["a": ["menace"], "b": ["project"]], ["a": [], "b": ["project", "menace"]])
        #expect(found.hits.map(\.kind) == [.moved, .moved])
        #expect(found.hits.map(\.new?.framing) == ["b", "b"])
        let moved = found.figures.first { $0.source == "Left" && $0.framing.framing == "a" }
        #expect(moved?.old == VoiceCounts(own: 1) && moved?.new == VoiceCounts())
    }

    @Test func aLongerTermOfTheSameFramingChangesNoHit() {
        #expect(difference(["threat": ["menace"]], ["threat": ["a menace", "menace"]]).hits.isEmpty)
    }

    /// Each change by a naive twin: counted hits of both sides, matched by overlap within concept and passage.
    @Test func gainsAndLossesAreThoseOfANaiveComparison() {
        var random = SeededRandom(seed: 11)
        let words = ["dam", "menace", "project", "state", "river", "threat"]
        for _ in 0..<60 {
            let text = (0..<40).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
            let terms = { (0..<2).map { _ in words.randomElement(using: &random) ?? "" } }
            let (old, new) = (["f": terms(), "g": terms()], ["f": terms(), "g": terms()])
            let found = difference(old, new, [makeArticle(text)])
            let before = settled(makeLexicon(concepts: [("dam", old)]), [makeArticle(text)]).articles[0].tally.hits
            let after = settled(makeLexicon(concepts: [("dam", new)]), [makeArticle(text)]).articles[0].tally.hits
            let lost = before.filter { hit in !after.contains { $0.span.overlaps(hit.span) } }
            let gained = after.filter { hit in !before.contains { $0.span.overlaps(hit.span) } }
            #expect(found.hits.filter { $0.kind == .lost }.compactMap(\.old?.span) == lost.map(\.span))
            #expect(found.hits.filter { $0.kind == .gained }.compactMap(\.new?.span) == gained.map(\.span))
        }
    }

    @Test func otherNumbersAreNoOtherConclusion() {
        let old = ["threat": ["menace"], "project": ["project", "state"]]
        let found = difference(old, ["threat": ["menace"], "project": ["project", "state", "wrote"]])
        #expect(found.count(.gained) == 1)
        #expect(found.sentences.allSatisfy { $0.kind == .numbers || $0.old?.claim != $0.new?.claim })
    }

    @Test(arguments: [
        ("A writes menace (2 of 5 mentions).", "A writes menace (3 of 6 mentions).", true),
        ("It writes so once.", "It writes so 3 times.", true),
        ("A writes menace (2 of 5 mentions).", "A writes project (2 of 5 mentions).", false),
    ])
    func claimsAreSentencesWithoutTheirNumbers(first: String, second: String, same: Bool) {
        #expect((Conclusion.withoutNumbers(first) == Conclusion.withoutNumbers(second)) == same)
    }

    /// Several sentences may be about the same, as those on articles of one source that repeat an earlier one.
    @Test(arguments: [
        (["7% is text before", "13% is text before"], ["7% is text before", "13% is text before"], []),
        (["7% is text before", "13% is text before"], ["13% is text before", "7% is text before"], []),
        (["7% is text before", "13% is text before"], ["13% is text before"], ["gone: 7% is text before > "]),
        (["13% is text before"], ["7% is text before", "13% is text before"], ["new:  > 7% is text before"]),
        (
            ["7% is text before", "13% is text before"], ["13% is text before", "8% is text before"],
            ["numbers: 7% is text before > 8% is text before"]
        ),
        (["all is new", "13% is text before"], ["13% is text before", "none is new"], ["changed: all is new > none is new"]),
    ])
    func sentencesAboutTheSameAreHeldAgainstEqualOnesFirst(old: [String], new: [String], changes: [String]) {
        let conclusions = [old, new].map { $0.map { Conclusion(subject: "repeats", sentence: $0, direction: nil) } }
        let found = ConclusionChange.between(conclusions[0], conclusions[1])
        #expect(found.map { "\($0.kind): \($0.old?.sentence ?? "") > \($0.new?.sentence ?? "")" } == changes)
    }
}
