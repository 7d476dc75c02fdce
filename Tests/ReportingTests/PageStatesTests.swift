import Foundation
import Scoring
import Testing

@testable import Comparing
@testable import Reporting

struct PageStatesTests {
    private static func page(_ comparison: Comparison) -> String {
        ComparisonReport(comparison, record: ComparisonFixture.record, hashOfInlineBlock: { _ in "" }).html()
    }

    private static func sections(_ page: String) -> [String] {
        PageScan(page).all("section").filter { $0.attributes["class"] == "part" }.compactMap { $0.attributes["id"] }
    }

    @Test(arguments: [
        ("valley", ["answer", "findings", "matrix", "evidence", "voices", "missing", "repeats", "method"]),
        ("one", ["answer", "matrix", "evidence", "voices", "missing", "method"]),
        ("none", ["answer", "voices", "method"]), ("empty", ["answer", "method"]),
    ])
    func aSectionWithoutContentLeavesNoHeadingAndNoEntry(_ state: String, _ expected: [String]) throws {
        let page = try SampleComparisons.page(state)
        #expect(Self.sections(page) == expected)
        let entries = PageScan(page.components(between: "<nav", and: "</nav>")).values("href").map { String($0.dropFirst()) }
        #expect(entries == expected)
    }

    @Test func oneSourceIsAProfile() throws {
        let page = try SampleComparisons.page("one")
        #expect(page.contains("How one source words the Velden reservoir"))
        #expect(page.contains("There is nothing to compare: one source was read."))
    }

    @Test func anEmptyReportSaysWhatWasLookedForAndWhatToDo() throws {
        let page = try SampleComparisons.page("none")
        #expect(page.contains("Nothing found") && page.contains("Storm, Calm") && page.contains("parallax lexicon suggest"))
        #expect(try SampleComparisons.page("empty").contains("No article was read."))
    }

    @Test func everyCellSaysItsCountsInWords() throws {
        let page = try SampleComparisons.page("valley")
        #expect(page.contains("\"Seized: 19, 8 own words, 8 reported speech, 3 quoted"))
    }

    @Test func oneMarkStandsForEachCountedHit() {
        let comparison = ComparisonFixture.finishedValley()
        let matrix = Self.page(comparison).components(between: "id=m-reservoir-status", and: "<section class=part id=evidence")
        #expect(PageScan(matrix).all("i").count == comparison.hitsCounted)
    }

    @Test func aCellWithoutHitsIsAZero() {
        let comparison = ComparisonFixture.finishedValley()
        let empty = comparison.concepts.flatMap(\.framings).flatMap(\.cells).count { $0.counts.total == 0 }
        let matrix = Self.page(comparison).components(between: "<section class=part id=matrix", and: "<section class=part id=evidence")
        let cells = PageScan(matrix).cellsOfText
        let zeros = cells.count { $0 == "0" }
        #expect(zeros == empty)
        #expect(!cells.contains(""))
    }

    @Test func noPercentageOfHitsStandsBelowTheLevelDescribed() {
        var plan = ComparisonFixture.large(sources: 3, framings: 6, concepts: 2, articles: 5, level: .countsOnly)
        let counts = Self.page(plan.comparison()).components(between: "id=matrix", and: "id=evidence")
        #expect(!counts.contains("%") && counts.contains(" of ") && PageScan(counts).all("path").isEmpty)
        plan.level = .described
        let described = Self.page(plan.comparison()).components(between: "id=matrix", and: "id=evidence")
        #expect(described.contains("%") && described.contains("class=hollow") && !described.contains("limits"))
        plan.level = .estimated
        #expect(Self.page(plan.comparison()).contains("class=limits"))
    }

    @Test func marksGiveWayToBarsOneTableAtATime() {
        var plan = ComparisonFixture.valley
        plan.concepts[0].framings[0].counts[0] = VoiceCounts(own: 20)
        #expect(!Self.page(plan.comparison()).contains("matrix bars"))
        plan.concepts[0].framings[0].counts[0] = VoiceCounts(own: 21)
        #expect(Self.page(plan.comparison()).contains("matrix bars"))
    }

    @Test func articleTextInAnotherLanguageCarriesItsLanguageAndDirection() {
        var plan = ComparisonFixture.valley
        plan.sources[0].language = "he"
        let quotes = PageScan(Self.page(plan.comparison())).tags.filter { $0.name == "p" && $0.attributes["dir"] != nil }
        #expect(!quotes.isEmpty && quotes.allSatisfy { $0.attributes["dir"] == "auto" })
        #expect(quotes.contains { $0.attributes["lang"] == "he" } && quotes.contains { $0.attributes["lang"] == nil })
    }

    @Test func theFirstConceptOpensAndTheOthersWait() throws {
        let folds = PageScan(try SampleComparisons.page("valley")).all("details").filter {
            $0.attributes["class"]?.hasPrefix("concept ") == true
        }
        #expect(folds.map { $0.attributes["open"] != nil } == [true, false, false, false, false])
    }

    @Test func manySourcesHaveAColumnEachAndAChoiceOfThoseThatStandFirst() throws {
        let page = PageScan(try SampleComparisons.page("sixty").components(between: "id=answer", and: "</section>"))
        #expect(page.all("select").count == 6)
        let heads = page.all("th").compactMap { $0.attributes["data-s"] }
        #expect(heads.count == 60 && Set(heads) == Set((1...60).map(String.init)))
        let isOnEveryPage = try SampleComparisons.page("valley").contains("data-s=")
        #expect(!isOnEveryPage)
    }

    @Test func aCellWithManyHitsSaysItsShareItsLimitsAndEveryVoice() throws {
        let cell = try SampleComparisons.page("bars").components(between: "<td><a href=#c1-1-1>", and: "</a>")
        #expect(cell.contains("<path d=M0,4H") && cell.contains("class=limits") && cell.contains("% of") == false && cell.contains(" of "))
        #expect(cell.contains("<i class=o>") && cell.contains("<i class=q>"))
    }

    @Test func sourcesWithoutHitsOnAFramingAreNamedWithTheirZero() throws {
        #expect(try SampleComparisons.page("valley").contains("; 0 in "))
    }

    @Test func countsStayCompleteWhereSentencesAreSampled() throws {
        let comparison = try SampleComparisons.comparison("sixty")
        let page = try SampleComparisons.page("sixty")
        #expect(page.contains("\(NumberStyle.page.digits(comparison.hitsCounted))\u{A0}wordings found"))
        #expect(page.contains("Counts are complete; sentences are kept for"))
        #expect(page.contains("48\u{A0}more sources"))
    }
}

extension String {
    /// The stretch from the first `start` to the next `end`.
    func components(between start: String, and end: String) -> String {
        guard let first = range(of: start), let last = range(of: end, range: first.upperBound..<endIndex) else { return "" }
        return String(self[first.lowerBound..<last.lowerBound])
    }
}
