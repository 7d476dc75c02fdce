import Articles
import TestSupport
import Testing

@testable import Comparing

/// What a comparison of two sources says at each level, and what it cannot say.
@Suite struct DifferenceSentenceTests {
    private static func pair(
        _ level: ComparisonLevel, _ a: Double, _ b: Double, limits: (Double, Double), dependsOn: FramingDifference.Dependence? = nil
    ) -> FramingDifference {
        func side(_ source: Int, _ share: Double) -> FramingDifference.Side {
            FramingDifference.Side(
                source: source, level: level == .notComparable ? .countsOnly : .estimated, framingHits: Int(share * 50), conceptHits: 50,
                articlesWithHits: 9 + source, figure: Estimate(share, Interval(lower: share - 0.1, upper: share + 0.1))
            )
        }
        return FramingDifference(
            framing: 0, first: side(0, a), second: side(1, b),
            difference: level == .notComparable ? nil : Estimate(a - b, Interval(lower: limits.0, upper: limits.1)),
            test: FramingDifference.Test(method: .drawnRelabellings, pValue: 0.0121, qValue: 0.03, smallestReachable: 0.0001),
            level: level, dependsOn: dependsOn
        )
    }

    private static func text(_ pair: FramingDifference) -> String {
        DifferenceSentence(pair, framing: "Annexed", sources: ["Alpha", "Beta"], article: "d.txt").runs.map(\.text).joined()
            .replacing("\u{A0}", with: " ")
    }

    static let cases: [(FramingDifference, String)] = [
        (
            pair(.notComparable, 0.5, 0.2, limits: (0, 0)),
            "Annexed: Not enough text to compare. Alpha 25 of 50 mentions, Beta 10 of 50 mentions."
        ),
        (
            pair(.similarWithinTenPoints, 0.48, 0.45, limits: (-0.04, 0.09)),
            "Annexed: Similar within 10 points (Alpha 48%, Beta 45%, difference 3 points, \u{2212}4 to 9)."
        ),
        (
            pair(.noDifferenceShown, 0.48, 0.41, limits: (-0.15, 0.28)),
            "Annexed: This collection does not show a difference (Alpha 48%, Beta 41%, difference 7 points, \u{2212}15 to 28)."
        ),
        (
            pair(.fragileDifference, 0.62, 0.31, limits: (0.12, 0.47), dependsOn: .term("annex*")),
            "Annexed: A difference appears, but it depends on the term \u{2018}annex*\u{2019} (Alpha 62%, Beta 31%, difference 31 points, 12 to 47)."
        ),
        (
            pair(.fragileDifference, 0.62, 0.31, limits: (0.12, 0.47), dependsOn: .article(4)),
            "Annexed: A difference appears, but it depends on one article, d.txt (Alpha 62%, Beta 31%, difference 31 points, 12 to 47)."
        ),
        (
            pair(.difference, 0.31, 0.62, limits: (-0.47, -0.12)),
            "In this collection Beta used annexed for more of its mentions than Alpha: 62% against 31%, difference 31 points (12 to 47)."
        ),
        (
            pair(.firmDifference, 0.62, 0.31, limits: (0.12, 0.47)),
            "In this collection Alpha used annexed for more of its mentions than Beta: 62% against 31%, difference 31 points (12 to 47), consistently across articles, with a checked lexicon."
        ),
    ]

    @Test(arguments: cases.indices) func eachLevelHasItsSentence(index: Int) {
        #expect(Self.text(Self.cases[index].0) == Self.cases[index].1)
    }

    /// The same level of a difference of rates, with numbers per 1000 words.
    private static func rate(_ level: ComparisonLevel) -> FramingDifference {
        func side(_ source: Int, _ rate: Double, _ hits: Int) -> FramingDifference.Side {
            FramingDifference.Side(
                source: source, level: .estimated, framingHits: hits, conceptHits: 50, articlesWithHits: 9,
                figure: Estimate(rate, Interval(lower: rate / 2, upper: rate * 2)))
        }
        return FramingDifference(
            framing: 0, first: side(0, 2.13, 31), second: side(1, 0.8, 12), measure: .rate,
            difference: Estimate(1.33, Interval(lower: 0.4, upper: 2.2)), level: level, dependsOn: .term("annex*"))
    }

    static let rates: [(ComparisonLevel, String)] = [
        (
            .noDifferenceShown,
            "Annexed: This collection does not show a difference in rates (Alpha 2.1, Beta 0.80 (few mentions) per 1,000 own words, difference 1.3, 0.40 to 2.2)."
        ),
        (
            .fragileDifference,
            "Annexed: A difference in rates appears, but it depends on the term \u{2018}annex*\u{2019} (Alpha 2.1, Beta 0.80 (few mentions) per 1,000 own words, difference 1.3, 0.40 to 2.2)."
        ),
        (
            .difference,
            "In this collection Alpha used annexed more often for its length than Beta: 2.1 against 0.80 (few mentions) per 1,000 own words, difference 1.3 (0.40 to 2.2)."
        ),
        (
            .firmDifference,
            "In this collection Alpha used annexed more often for its length than Beta: 2.1 against 0.80 (few mentions) per 1,000 own words, difference 1.3 (0.40 to 2.2), consistently across articles, with a checked lexicon."
        ),
        (.notComparable, "Annexed: Not enough text to compare. Alpha 31 of 50 mentions, Beta 12 of 50 mentions."),
    ]

    @Test(arguments: rates.indices) func eachLevelOfARateHasItsSentence(index: Int) {
        #expect(Self.text(Self.rate(Self.rates[index].0)) == Self.rates[index].1)
    }

    /// Every template that compares two sources, for the test over all templates.
    static var allTemplates: [(FindingTemplate, String)] {
        let pairs = cases.map(\.0) + rates.map { rate($0.0) }
        return pairs.map { pair in
            let sentence = DifferenceSentence(pair, framing: "Annexed", sources: ["Alpha", "Beta"])
            return (sentence.template, text(pair) + " " + sentence.meta(tests: 12))
        }
    }

    @Test func probabilityStandsBesideItsIntervalAndIsCutBelowAThousandth() {
        let meta = DifferenceSentence(Self.cases[5].0, framing: "Annexed", sources: ["Alpha", "Beta"]).meta(tests: 12)
            .replacing("\u{A0}", with: " ")
        #expect(
            meta
                == "9 and 10 articles with mentions, 95% interval, p = 0.012, q = 0.030 over 12 comparisons, random relabellings of the articles"
        )
        #expect(DifferenceSentence.probability("p", 0.0004) == "p < 0.001")
    }

    private static func articles(_ number: Int, _ source: String, _ text: (Int) -> String) -> [Article] {
        (0..<number).map { makeArticle(text($0), id: "\(source)\($0)", source: source) }
    }

    @Test func twoSourcesThatWriteDifferentlyAreFoundInText() {
        let found = ComparatorTests.compare(
            Self.articles(12, "Alpha") { "The annexed hill \($0). An annexed road \($0). The \($0 % 3 == 0 ? "disputed" : "annexed") dam." }
                + Self.articles(12, "Beta") {
                    "The disputed hill \($0). A disputed road \($0). The \($0 % 3 == 0 ? "annexed" : "disputed") dam."
                })
        #expect(found.findings.contains { $0.comparisonLevel == .difference || $0.comparisonLevel == .fragileDifference })
    }

    @Test(arguments: 0..<40) func nothingBelowEstimatedYieldsAComparison(seed: Int) {
        let comparison = ComparatorTests.compare(SentenceTests.random(seed: UInt64(seed), sources: 3, articles: 2 + seed * 2))
        for finding in comparison.findings where finding.template.rawValue.hasPrefix("C-") {
            #expect(finding.level >= .estimated && finding.comparisonLevel != .notComparable)
        }
        for concept in comparison.concepts {
            for pair in concept.differences?.comparable ?? [] {
                #expect(min(pair.first.level, pair.second.level) >= .estimated)
            }
        }
    }
}
