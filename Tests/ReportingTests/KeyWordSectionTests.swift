import Foundation
import Scoring
import Testing

@testable import Comparing
@testable import Reporting

struct KeyWordSectionTests {
    private static func report(_ keyWords: KeyWords) -> ComparisonReport {
        var comparison = ComparisonFixture.finishedValley()
        comparison.keyWords = keyWords
        return ComparisonReport(comparison, record: ComparisonFixture.record, hashOfInlineBlock: { _ in "" })
    }

    private static func word(_ word: String, here: Int = 12, elsewhere: Int = 1) -> KeyWord {
        KeyWord(
            word: word, articlesHere: here, articlesElsewhere: elsewhere, occurrencesHere: 30, occurrencesElsewhere: 2, logRatio: 4.257,
            bound: 0.404, z: 3)
    }

    private static let listed = KeyWords(
        outcome: .listed,
        lists: [
            KeyWordList(articlesHere: 14, articlesElsewhere: 1_020, tested: 1_204, words: (1...8).map { word("lorry\($0)") }),
            KeyWordList(articlesHere: 1_000, articlesElsewhere: 34, tested: 1_204),
            KeyWordList(articlesHere: 4, articlesElsewhere: 1_030), KeyWordList(articlesHere: 16, articlesElsewhere: 1_018, tested: 9),
        ])

    @Test func theSentenceSaysWhatWasTestedAndShowsSixWords() {
        let markdown = Self.report(Self.listed).markdown()
        #expect(
            markdown.contains(
                "articles than the other sources\u{2019}: lorry1, lorry2, lorry3, lorry4, lorry5, lorry6 (tested 1,204 words)."))
        #expect(markdown.contains("**lorry1**: 12 of 14 articles here, 1 of 1,020 elsewhere; Log Ratio 4.26, at least 0.40"))
        #expect(!markdown.contains("lorry7"))
    }

    @Test func thePageHasATableWithNumbersAndADrawingThatReadersSkip() {
        let page = Self.report(Self.listed).html()
        let section = page.components(between: "<section class=part id=words", and: "</section>")
        let scan = PageScan(section)
        #expect(scan.all("table").count == 1 && scan.all("caption").count == 1 && scan.all("tr").count == 7)
        #expect(scan.all("svg").count == 6 && scan.all("svg").allSatisfy { $0.attributes["aria-hidden"] == "true" })
        #expect(section.contains("2 more in the JSON file.") && section.contains("tested 1,204\u{A0}words"))
        #expect(section.contains("Too few articles for a word list, which needs 10 on each side"))
    }

    @Test(arguments: [
        (KeyWords.Outcome.tooFewArticles, "Too few articles for a word list: each side needs 10; here"),
        (.noVocabulary, "lack the closing lines"),
    ])
    func withoutAListOneSentenceSaysWhy(outcome: KeyWords.Outcome, sentence: String) {
        let lists = (1...4).map { KeyWordList(articlesHere: $0, articlesElsewhere: 10 - $0) }
        let report = Self.report(KeyWords(outcome: outcome, lists: lists))
        let section = report.html().components(between: "<section class=part id=words", and: "</section>")
        #expect(section.contains(sentence) && PageScan(section).all("h3").isEmpty && PageScan(section).all("table").isEmpty)
        #expect(report.markdown().contains(sentence))
    }

    @Test func theDataHaveAllWords() throws {
        let object = try #require(try JSONSerialization.jsonObject(with: Data(try Self.report(Self.listed).json().utf8)) as? [String: Any])
        let lists = try #require((object["keyWords"] as? [String: Any])?["lists"] as? [[String: Any]])
        #expect((lists[0]["words"] as? [Any])?.count == 8 && lists[0]["tested"] as? Int == 1_204)
    }

    @Test func aWordOfMarkupStaysText() {
        var keyWords = Self.listed
        keyWords.lists[0].words = [Self.word("</td><script>alert(1)</script>")]
        #expect(!Self.report(keyWords).html().contains("<script>alert"))
    }

    @Test(arguments: [(1.584, "1.58"), (-0.004, "0.00"), (-1.25, "\u{2212}1.25"), (0, "0.00"), (.infinity, "\u{2013}")])
    func hundredthsHaveTwoDecimals(number: Double, text: String) {
        #expect(NumberStyle.page.hundredths(number) == text)
    }
}
