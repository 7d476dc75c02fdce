import Lexicons
import Scoring
import TestSupport
import Testing

@testable import Comparing
@testable import Reporting

/// The exported tables: every row whole, every number finite, nothing below its level.
@Suite struct ComparisonTablesTests {
    private static func comparison(articles: Int, sources: Int) -> Comparison {
        let lexicon = makeLexicon(concepts: [("status", ["annexed": ["annexed"], "disputed": ["disputed"], "freed": ["freed"]])])
        let texts = (0..<articles).map { number in
            let word = (number * 7 + number / 3) % 5 < 3 ? "annexed" : "disputed"
            return makeArticle(
                "The \(word) dam \(number).\nA \(word) mill \(number).\nThe disputed gate \(number).\n\"The annexed lake \(number),\" Ana Holt said.",
                id: "\(number)", source: "Source, \"\(number % max(1, sources))\"")
        }
        let tally = Tally(LexiconScorer(lexicon: lexicon, voices: .full).score(texts))
        return Comparator(lexicon: lexicon, voiceMode: .full).compare(SettledTally(tally))
    }

    @Test(arguments: [(0, 0), (1, 1), (2, 2), (12, 3), (40, 2)]) func everyRowIsWholeAndEveryNumberFinite(articles: Int, sources: Int) {
        let tables = ComparisonTables(Self.comparison(articles: articles, sources: sources))
        for rows in [tables.figures, tables.differences] {
            #expect(Set(rows.map(\.count)).count == 1)
            #expect(!rows.joined().contains { ["nan", "inf", "-inf"].contains($0) })
        }
        #expect(tables.figures.count == 1 + sources * 3 * 4)
    }

    @Test func numbersThatALevelForbidsAreEmptyWithTheLevelAsReason() throws {
        let rows = ComparisonTables(Self.comparison(articles: 2, sources: 1)).figures
        let level = try #require(rows[0].firstIndex(of: "level"))
        let (share, reason) = (level + 1, try #require(rows[0].firstIndex(of: "share_reason")))
        #expect(rows.dropFirst().allSatisfy { $0[share].isEmpty && !$0[reason].isEmpty })
    }

    @Test func comparableSourcesHaveADifferenceWithItsLimits() throws {
        let rows = ComparisonTables(Self.comparison(articles: 40, sources: 2)).differences
        let level = try #require(rows[0].firstIndex(of: "level"))
        let pairs = rows.filter { $0[0] == "pair" }
        #expect(!pairs.isEmpty)
        #expect(pairs.allSatisfy { $0[level] != "not_comparable" && !$0[level + 1].isEmpty && !$0[level + 2].isEmpty })
    }
}
