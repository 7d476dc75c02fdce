import Reporting
import Testing

@testable import Comparing

/// One comparison for each state that a report can be in.
enum SampleComparisons {
    static let states = ["valley", "one", "none", "empty", "hostile", "bars", "six", "many", "sixty"]

    /// Built once, since the largest takes seconds without optimisation.
    private static let comparisons = Dictionary(uniqueKeysWithValues: states.map { ($0, make($0)) })
    private static let pages = comparisons.mapValues { comparison in
        ComparisonReport(comparison, record: ComparisonFixture.record, hashOfInlineBlock: { _ in "hash" }).html()
    }
    private static let scans = pages.mapValues(PageScan.init)

    static func comparison(_ state: String) throws -> Comparison { try #require(comparisons[state]) }
    static func page(_ state: String) throws -> String { try #require(pages[state]) }
    static func scan(_ state: String) throws -> PageScan { try #require(scans[state]) }

    private static func make(_ state: String) -> Comparison {
        switch state {
        case "one": ComparisonFixture.large(sources: 1, framings: 9, concepts: 3, articles: 6, level: .described).comparison()
        case "none":
            ComparisonFixture(sources: ComparisonFixture.valley.sources, concepts: [ComparisonFixture.emptyConcept(sources: 4)])
                .comparison()
        case "empty": ComparisonFixture(sources: [], concepts: [ComparisonFixture.emptyConcept(sources: 0)]).comparison()
        case "hostile": ComparisonFixture.disguisedValley { ComparisonFixture.hostileStrings[$0 % ComparisonFixture.hostileStrings.count] }
        case "bars": ComparisonFixture.large(sources: 4, framings: 14, concepts: 5, articles: 30).comparison()
        case "six": ComparisonFixture.large(sources: 6, framings: 8, concepts: 4, articles: 4, level: .described).comparison()
        case "many": ComparisonFixture.large(sources: 14, framings: 12, concepts: 4, articles: 9).comparison()
        case "sixty": ComparisonFixture.large().comparison()
        default: ComparisonFixture.finishedValley()
        }
    }
}
