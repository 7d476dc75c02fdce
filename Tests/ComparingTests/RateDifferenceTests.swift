import Articles
import Scoring
import TestSupport
import Testing

@testable import Comparing

/// Differences of rates per 1000 own words.
@Suite struct RateDifferenceTests {
    /// Articles of which each has `filler` further words.
    private static func articles(_ source: String, _ number: Int, filler: Int) -> [Article] {
        (0..<number).map { index in
            let rain = (0..<filler).map { "rain\(index)x\($0)" }.joined(separator: " ")
            let words = index % 3 == 0 ? ["annexed", "disputed"] : ["annexed", "disputed", "annexed"]
            return makeArticle(
                words.enumerated().map { "The \($1) \(source)\(index)y\($0)." }.joined(separator: "\n") + "\nThen \(rain).",
                id: "\(source)\(index)", source: source)
        }
    }

    @Test func equalSharesInTextsOfDifferentLengthDifferInRate() throws {
        let concept = ComparatorTests.compare(
            Self.articles("Alpha", 24, filler: 10) + Self.articles("Beta", 24, filler: 200)
        ).concepts[0]
        let rate = try #require(concept.rateDifferences?.pairs.first { $0.framing == 0 })
        let share = try #require(concept.differences?.pairs.first { $0.framing == 0 })
        #expect(share.difference?.value == 0 && share.test == nil)
        #expect(rate.difference?.interval.excludesZero == true && (rate.test?.qValue ?? 1) < 0.05)
        // Its only term carries it, and that is said.
        #expect(rate.level == .fragileDifference && rate.dependsOn == .term("annexed"))
    }

    @Test func theFigureIsHitsPerThousandOwnWords() throws {
        let comparison = ComparatorTests.compare(Self.articles("Alpha", 12, filler: 30) + Self.articles("Beta", 12, filler: 30))
        let side = try #require(comparison.concepts[0].rateDifferences?.pairs.first?.first)
        let expected = 1000 * Double(side.framingHits) / Double(comparison.sources[0].words.own)
        #expect(abs((side.figure?.value ?? 0) - expected) < 1e-9)
        #expect(comparison.concepts[0].rateDifferences?.pairs.allSatisfy { $0.level == .noDifferenceShown } == true)
    }

    @Test func belowEstimatedNoRateIsCompared() {
        let concept = ComparatorTests.compare(Self.articles("Alpha", 3, filler: 5) + Self.articles("Beta", 30, filler: 5)).concepts[0]
        #expect(concept.rateDifferences?.pairs.allSatisfy { $0.level == .notComparable && $0.difference == nil } == true)
    }
}
