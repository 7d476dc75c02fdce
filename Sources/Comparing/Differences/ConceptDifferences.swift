/// How the sources differ in their use of one concept's framings, in one measure: every pair, and each against the others.
///
/// Counted on own-voice hits with the article as the sampling unit. Only sources at `estimated` or better are compared; what is not
/// comparable stands there with its counts.
package struct ConceptDifferences: Sendable {
    package var measure: Measure = .share
    /// By framing, then by pair; framings that neither side has are left out.
    package var pairs: [FramingDifference]
    /// By framing, then by source; only where the source and another one have an interval.
    package var againstOthers: [DifferenceFromOthers]
    /// How many pairs times framings the q-values are corrected for.
    package var tests: Int

    package var comparable: [FramingDifference] { pairs.filter { $0.level != .notComparable } }
}

/// One framing in two sources: the first one's figure minus the second one's.
package struct FramingDifference: Sendable {
    /// Index into the concept's framings.
    package var framing: Int
    package var first: Side
    package var second: Side
    package var measure: Measure = .share
    /// In the measure's unit (points, 0 to 1; hits per 1000 words) with 95 % limits; nil where a side is below `estimated`.
    package var difference: Estimate?
    /// nil where the interval includes 0, which settles the level without a test.
    package var test: Test?
    package var level: ComparisonLevel
    /// What the difference depends on, at level `fragile_difference`.
    package var dependsOn: Dependence?

    package struct Side: Sendable {
        /// Index into `Comparison.sources`.
        package var source: Int
        package var level: EvidenceLevel
        package var framingHits: Int
        package var conceptHits: Int
        package var articlesWithHits: Int
        /// In the measure's unit with 95 % limits at article level; nil below `estimated`.
        package var figure: Estimate?
    }

    package struct Test: Sendable {
        package var method: TestMethod
        package var pValue: Double
        /// After correction for all pairs and framings of the concept.
        package var qValue: Double
        /// What p could not go below with these articles.
        package var smallestReachable: Double
    }

    package enum Dependence: Sendable, Hashable {
        case term(String)
        /// Index into `Comparison.articles`.
        case article(Int)
    }
}

/// How a p-value was found; the raw values are the codes of the exports.
package enum TestMethod: String, Sendable, Codable, CaseIterable {
    /// Every way to share the same articles out between the two sources.
    case allRelabellings = "all_relabellings"
    case drawnRelabellings = "drawn_relabellings"
    /// z from the article-level standard errors: above 500 articles with hits a side.
    case largeSample = "large_sample"
}

/// One source's figure of a framing minus the unweighted mean of the others', so that the largest of them is not "the rest".
package struct DifferenceFromOthers: Sendable {
    package var framing: Int
    package var source: Int
    /// Those with an interval.
    package var others: [Int]
    /// In the measure's unit, with 95 % limits.
    package var difference: Estimate
}
