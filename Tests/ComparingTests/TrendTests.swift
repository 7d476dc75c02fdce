import Articles
import Scoring
import TestSupport
import Testing

@testable import Comparing

/// Counts by week and month, each period judged by its own evidence.
@Suite struct TrendTests {
    private func trend(_ dates: [String?], terms: [String] = ["annexed", "disputed"]) -> Trend? {
        let articles = dates.enumerated().map { number, date in
            makeArticle("The \(terms[number % terms.count]) dam \(number).", id: "\(number)", source: "Alpha", date: date)
        }
        return ComparatorTests.compare(articles).concepts[0].trend
    }

    @Test func withinAQuarterThePeriodsAreWeeksFromMonday() throws {
        // 5 and 11 October 2020 are a Monday and the Sunday after it.
        let found = try #require(trend(["2020-10-05", "2020-10-11", "2020-10-12", nil]))
        #expect(found.unit == .week && found.points.map(\.start.iso) == ["2020-10-05", "2020-10-12"])
        #expect(found.points.map(\.conceptHits) == [2, 1] && found.points.map(\.articles) == [2, 1])
        #expect(found.points.map(\.level) == [.countsOnly, .oneArticle] && found.points.allSatisfy { $0.shares.allSatisfy { $0 == nil } })
    }

    @Test func beyondAQuarterOrWithoutDaysThePeriodsAreMonths() throws {
        let long = try #require(trend(["2019-12-31", "2020-01-01", "2020-04-30"]))
        #expect(long.unit == .month && long.points.map(\.start.iso) == ["2019-12-01", "2020-01-01", "2020-04-01"])
        #expect(trend(["2020-01", "2020-02-03"])?.unit == .month)
    }

    @Test func onePeriodOrNoDatesMakeNoTrend() {
        #expect(trend(["2020-10-05", "2020-10-06"]) == nil)
        #expect(trend([nil, nil]) == nil && trend(["2020", "2021"]) == nil && trend([]) == nil)
        #expect(trend(["2020-10-05", "2020-11-05"], terms: ["quiet"]) == nil)
    }

    @Test func periodsAddUpToTheWhole() throws {
        let comparison = SilenceAndChangeTests.overTime(turning: true)
        let found = try #require(comparison.concepts[0].trend)
        for (framing, compared) in comparison.concepts[0].framings.enumerated() {
            #expect(found.points.reduce(0) { $0 + $1.framingHits[framing] } == compared.total.own)
        }
        #expect(found.unit == .month && found.points.count == 4 && found.points.allSatisfy { $0.shares.contains { $0?.interval != nil } })
    }

    @Test(arguments: ["0001-01-01", "1600-02-29", "1970-01-01", "2000-03-01", "2020-12-31", "9999-12-31"])
    func aDayNumberLeadsBackToItsDate(iso: String) throws {
        let date = try #require(ArticleDate(iso))
        #expect(date.dayNumber.flatMap { ArticleDate(dayNumber: $0) } == date)
    }
}
