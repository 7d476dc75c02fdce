import Scoring
import TestSupport
import Testing

@testable import Comparing

/// Framings of two concepts that are called the same.
@Suite struct SharedLabelTests {
    private static let comparison: Comparison = {
        let lexicon = makeLexicon(concepts: [
            ("north", ["strikes": ["raid*"], "retreat": ["retreat*"]]), ("south", ["strikes": ["shelling"]]),
        ])
        let articles = [
            makeArticle(
                "The raid went on. Another raid came. They retreat.\nAna Holt said the shelling was heavy, the shelling was long and the shelling was loud.",
                id: "1", source: "Alpha"),
            makeArticle("They retreat at dawn. They retreat at dusk.", id: "2", source: "Beta"),
        ]
        let tally = Tally(LexiconScorer(lexicon: lexicon, voices: .full).score(articles))
        return Comparator(lexicon: lexicon, voiceMode: .full).compare(SettledTally(tally))
    }()

    @Test func sentencesNameTheConceptBesideALabelThatTwoHave() throws {
        let lead = try #require(Self.comparison.lead?.text)
        #expect(lead.contains("writes strikes (North)") && lead.contains("writes retreat (2"))
        let findings = Self.comparison.findings.map(\.text)
        #expect(findings.contains { $0.hasPrefix("Only the article from Alpha writes strikes (North)") }, "\(findings)")
        #expect(findings.contains { $0.hasPrefix("Strikes (South) ") && $0.contains("nobody\u{2019}s own words") }, "\(findings)")
    }

    @Test func aLabelOfOneConceptStandsAlone() {
        let concept = Self.comparison.concepts[0]
        let names = concept.framings.indices.map { Self.comparison.name(ofFraming: $0, of: 0) }
        #expect(Set(names) == ["Strikes (North)", "Retreat"])
    }

    @Test(arguments: [
        ("Disputed", "disputed"), ("Defence Army", "Defence Army"), ("Local Armenians", "local Armenians"),
        ("Nagorno-Karabakh", "Nagorno-Karabakh"),
        ("De facto state", "de facto state"), ("Armenia's own soil", "Armenia's own soil"), ("Once Azerbaijan's", "once Azerbaijan's"),
    ])
    func aLabelLosesItsCapitalInsideASentenceUnlessItIsAName(_ label: String, _ expected: String) {
        #expect(Phrasing.inSentence(label) == expected)
    }
}
