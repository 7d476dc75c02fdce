import Articles
import Comparing
import Scoring
import TestSupport
import Testing
import Tuning

@Suite struct FragilityTests {
    private static let lexicon = makeLexicon(concepts: [("dam", ["threat": ["menace", "peril"], "project": ["project"]])])

    private func fragility(_ articles: [Article], most: Int = 100) -> Fragility {
        let comparator = Comparator(lexicon: Self.lexicon, voiceMode: .full)
        return Fragility(
            SettledTally(Tally(LexiconScorer(lexicon: Self.lexicon, voices: .full).score(articles))), most: most
        ) { comparator.compare($0) }
    }

    @Test func theTermThatCarriesTheLeadIsNamedAndOneThatDoesNotIsNot() {
        let found = fragility([
            makeArticle("It is a menace. A menace it is.\nA peril too.", id: "a", source: "Left"),
            makeArticle("A project it is, the project.", id: "b", source: "Right"),
        ])
        let terms = found.dependences.compactMap { dependence -> String? in
            if case .term(_, let pattern) = dependence.unit { pattern } else { nil }
        }
        #expect(terms.contains("project"))
        #expect(!terms.contains("peril"))
    }

    @Test func theArticleAndTheWeekThatCarryASentenceAreNamed() {
        let found = fragility([
            makeArticle("A menace, a menace.", id: "a", source: "Left", date: "2020-10-07"),
            makeArticle("A project, a project.", id: "b", source: "Right", date: "2020-11-07"),
        ])
        let units = found.dependences.map(\.unit)
        #expect(units.contains(.article("a")) && units.contains(.week("2020-10-05")) && units.contains(.week("2020-11-02")))
    }

    @Test func fewerUnitsThanThereAreIsSaid() {
        let found = fragility([makeArticle("A menace, a peril, a project.", id: "a", date: nil)], most: 1)
        #expect(found.units == 4 && found.unitsTried == 2)
    }

    @Test func withoutHitsNothingHangsOnAnything() {
        let found = fragility([makeArticle("Nothing.", id: "a")])
        #expect(found.dependences.isEmpty && found.units == 0)
    }

    @Test(arguments: [
        ("2020-10-05", "2020-10-05"), ("2020-10-11", "2020-10-05"), ("2021-01-01", "2020-12-28"), ("2024-02-29", "2024-02-26"),
        ("1969-12-31", "1969-12-29"), ("0001-01-01", "0001-01-01"), ("2000-03-01", "2000-02-28"),
    ])
    func aWeekBeginsOnItsMonday(date: String, monday: String) { #expect(Fragility.week(of: ArticleDate(date)) == monday) }

    @Test func aDateWithoutADayHasNoWeek() { #expect(Fragility.week(of: ArticleDate("2020-10")) == nil) }
}
