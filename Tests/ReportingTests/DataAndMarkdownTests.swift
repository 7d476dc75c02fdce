import Foundation
import Scoring
import Testing

@testable import Comparing
@testable import Reporting

struct DataAndMarkdownTests {
    private static func report(_ comparison: Comparison) -> ComparisonReport {
        ComparisonReport(comparison, record: ComparisonFixture.record, hashOfInlineBlock: { _ in "" })
    }

    private static var small: Comparison {
        var plan = ComparisonFixture(
            sources: [
                ComparisonFixture.SourcePlan(
                    name: "Harbour Post", dates: ["2020-10-07"], headlines: ["Pumps stop"], words: VoiceCounts(own: 90, quoted: 10)),
                ComparisonFixture.SourcePlan(name: "Unknown", isKnown: false, dates: [nil], words: VoiceCounts(own: 40)),
            ],
            concepts: [
                ComparisonFixture.ConceptPlan(
                    id: "status", label: "Status", question: nil,
                    framings: [
                        ComparisonFixture.FramingPlan(
                            id: "seized", label: "Seized", terms: ["seized", "taken by force"],
                            counts: [VoiceCounts(own: 1, quoted: 1), VoiceCounts()]),
                        ComparisonFixture.FramingPlan(
                            id: "sacred", label: "Sacred lake", terms: ["sacred lake"], counts: [VoiceCounts(), VoiceCounts()]),
                    ])
            ]
        )
        plan.sentence = { term, number in ("Sentence \(number) has ", term, " in it.") }
        return plan.comparison()
    }

    @Test func theMarkdownIsOneSentenceOrItemALine() {
        #expect(Self.report(Self.small).markdown() == MarkdownGolden.small)
    }

    @Test(arguments: SampleComparisons.states)
    func markdownAndDataAreWrittenTheSameTwice(_ state: String) throws {
        let first = Self.report(try SampleComparisons.comparison(state))
        let second = Self.report(try SampleComparisons.comparison(state))
        #expect(first.markdown() == second.markdown())
        #expect(try first.json() == second.json())
    }

    @Test func theMarkdownHasNoMarkupOfThePageAndNoTables() {
        let markdown = Self.report(ComparisonFixture.finishedValley()).markdown()
        #expect(!markdown.contains("<") && !markdown.contains("|"))
        #expect(markdown.hasPrefix("# How four sources word the Velden reservoir\n"))
        #expect(markdown.contains("\n*Safety operation* is only ever someone else\u{2019}s word.\n"))
    }

    @Test func theDataHoldsEveryCount() throws {
        let comparison = ComparisonFixture.finishedValley()
        let data = Data(try Self.report(comparison).json().utf8)
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(object["schema"] as? String == "parallax-report" && object["version"] as? Int == 1)
        #expect(object["hitsCounted"] as? Int == comparison.hitsCounted)
        let concepts = try #require(object["concepts"] as? [[String: Any]])
        let cells = concepts.flatMap { $0["framings"] as? [[String: Any]] ?? [] }.flatMap { $0["cells"] as? [[String: Any]] ?? [] }
        let total = cells.compactMap { $0["counts"] as? [String: Int] }.reduce(0) { $0 + $1.values.reduce(0, +) }
        #expect(total == comparison.hitsCounted)
        #expect((object["inputs"] as? [[String: Any]])?.count == 5)
    }

    @Test func pairsBeyondWhatIsKeptAreCounted() throws {
        let comparison = ComparisonFixture.finishedValley()
        let record = ComparisonFixture.record
        for concept in 0..<comparison.concepts.count {
            let (all, one) = (
                ReportData(comparison, record: record, mostPairs: .max).concepts[concept],
                ReportData(comparison, record: record, mostPairs: 1).concepts[concept]
            )
            #expect(all.differencesLeftOut == nil && all.rateDifferencesLeftOut == nil)
            #expect((one.differences?.count ?? 0) <= 1)
            let (kept, leftOut, total) = (one.differences?.count ?? 0, one.differencesLeftOut ?? 0, all.differences?.count ?? 0)
            #expect(kept + leftOut == total)
        }
    }

    @Test func aNumberThatIsNoneIsNull() throws {
        var comparison = ComparisonFixture.large(sources: 2, framings: 6, concepts: 1, articles: 3).comparison()
        comparison.concepts[0].framings[0].cells[0].share = Share(framingHits: 0, conceptHits: 0, estimate: .nan, interval: 0 ... .infinity)
        comparison.concepts[0].evidence[0].topShare = -.infinity
        let report = Self.report(comparison)
        let json = try report.json()
        #expect(!json.lowercased().contains("nan") && !json.lowercased().contains("inf\""))
        #expect(report.html().contains("class=\"matrix"))
    }
}
