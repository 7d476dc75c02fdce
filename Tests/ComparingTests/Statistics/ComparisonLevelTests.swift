import Testing

@testable import Comparing

struct ComparisonLevelTests {
    private static func evidence(
        _ a: EvidenceLevel = .firm, _ b: EvidenceLevel = .firm, _ interval: Interval? = Interval(lower: 0.1, upper: 0.4)
    ) -> DifferenceEvidence {
        DifferenceEvidence(levels: (a, b), interval: interval, qValue: 0.01, stability: (true, true), isLexiconValidated: true)
    }

    @Test(arguments: EvidenceLevel.allCases, EvidenceLevel.allCases)
    func onlyTwoSidesThatShowIntervalsAreCompared(a: EvidenceLevel, b: EvidenceLevel) {
        let comparable = ComparisonLevel(of: Self.evidence(a, b)) != .notComparable
        #expect(comparable == (a.showsInterval && b.showsInterval))
    }

    @Test func withoutLimitsNothingIsCompared() { #expect(ComparisonLevel(of: Self.evidence(.firm, .firm, nil)) == .notComparable) }

    @Test(arguments: [
        (-0.10, 0.10, ComparisonLevel.similarWithinTenPoints), (-0.11, 0.10, .noDifferenceShown), (-0.10, 0.11, .noDifferenceShown),
        (0, 0.05, .similarWithinTenPoints), (0.01, 0.05, .firmDifference), (-0.05, -0.01, .firmDifference),
    ])
    func intervalAroundZeroShowsNoDifference(lower: Double, upper: Double, level: ComparisonLevel) {
        #expect(ComparisonLevel(of: Self.evidence(.firm, .firm, Interval(lower: lower, upper: upper))) == level)
    }

    @Test func eachDoubtTakesTheDifferenceDownToItsRule() {
        var doubted = Self.evidence()
        doubted.isLexiconValidated = false
        #expect(ComparisonLevel(of: doubted) == .difference)
        #expect(ComparisonLevel(of: Self.evidence(.firm, .estimated)) == .difference)
        doubted.isTermStable = false
        #expect(ComparisonLevel(of: doubted) == .fragileDifference)
        doubted.qValue = 0.05
        #expect(ComparisonLevel(of: doubted) == .noDifferenceShown)
        doubted.qValue = nil
        #expect(ComparisonLevel(of: doubted) == .noDifferenceShown)
    }
}
