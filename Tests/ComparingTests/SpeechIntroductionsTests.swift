import Articles
import Comparing
import Scoring
import TestSupport
import Testing

@Suite struct SpeechIntroductionsTests {
    static let articles = [
        makeArticle(
            "Ana Holt said that it rains. Ana Holt stated that it pours. Ivo Brandt claimed that it is dry.\nA miller said that it snows.",
            id: "1", source: "Alpha"),
        makeArticle("Ivo Brandt said that it is dry.", id: "2", source: "Beta"),
        makeArticle("Nobody spoke.", id: "3", source: "Gamma"),
    ]

    static func described(_ comparison: Comparison) -> [String] {
        comparison.speech.rows.map { row in
            let cells = row.cells.map { cell in cell.verbs.map { "\($0.verb) \($0.count)" }.joined(separator: "+") }
            return "\(comparison.sources[row.source].name) \(row.side ?? "-"): \(cells.joined(separator: "; "))"
        }
    }

    @Test func verbsAreCountedBySourceSideAndGroup() {
        let comparison = ComparatorTests.compare(Self.articles)
        #expect(comparison.speech.groups.map(\.implies) == ["neutral", "doubt"])
        #expect(comparison.speech.groups[0].verbs.map(\.verb) == ["say", "state"])
        #expect(
            Self.described(comparison)
                == ["Alpha North: say 1+state 1; ", "Alpha South: ; claim 1", "Alpha -: say 1; ", "Beta South: say 1; "])
    }

    @Test func everyCountHasItsPlaces() {
        let speech = ComparatorTests.compare(Self.articles).speech
        let cells = speech.rows.flatMap(\.cells)
        #expect(cells.allSatisfy { $0.count == $0.verbs.reduce(0) { $0 + $1.count } })
        #expect(cells.reduce(0) { $0 + $1.count } == speech.total)
        #expect(speech.rows[1].cells[1].introductions.map(\.speaker) == ["Ivo Brandt"])
    }

    @Test func theOrderOfArticlesChangesNothing() {
        let forth = ComparatorTests.compare(Self.articles)
        let back = ComparatorTests.compare(Self.articles.reversed())
        #expect(Self.described(forth) == Self.described(back))
    }

    @Test func repeatedVerbsCountOnce() {
        let line = "Ana Holt said that it rains."
        let comparison = ComparatorTests.compare([makeArticle("\(line)\n\(line)", source: "Alpha")])
        #expect(comparison.speech.total == 1)
    }

    @Test func languagesReadByMarksAreCounted() {
        let articles = [
            makeArticle("Il pleut.", id: "1", language: "fr"), makeArticle("Es regnet.", id: "2", language: "de"),
            makeArticle("Il neige.", id: "3", language: "fr"), makeArticle("It rains.", id: "4"),
        ]
        let comparison = ComparatorTests.compare(articles)
        #expect(
            comparison.languagesByMarks == [LanguageByMarks(language: "de", articles: 1), LanguageByMarks(language: "fr", articles: 2)])
        #expect(comparison.speech.rows.isEmpty)
    }
}
