/// What may be said of the difference between two outlets in one framing; the first rule that fits.
///
/// Source: the project's statistics rules, section "Comparison levels"; "similar" reads the interval as an equivalence test (Schuirmann 1987).
package enum ComparisonLevel: String, Sendable, Codable, Hashable, CaseIterable, Comparable {
    /// A side is below `estimated`, or the difference has no limits.
    case notComparable = "not_comparable"
    /// The whole interval lies within 10 points of 0, and 0 in it; of shares only.
    case similarWithinTenPoints = "similar_within_10_points"
    /// The interval includes 0, or q is not below 0.05. Not "no difference".
    case noDifferenceShown = "no_difference_shown"
    /// A difference that changes its sign without one article or one term.
    case fragileDifference = "fragile_difference"
    /// A difference that stays.
    case difference
    /// A difference that stays, between two firm outlets, by a validated lexicon.
    case firmDifference = "firm_difference"

    /// How much may be said: ascending in the order above.
    var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    package static func < (left: ComparisonLevel, right: ComparisonLevel) -> Bool { left.rank < right.rank }
}

/// What decides a comparison level.
package struct DifferenceEvidence: Sendable, Hashable {
    package var levelA: EvidenceLevel
    package var levelB: EvidenceLevel
    /// From `Difference.of` on article-level shares, in points 0 to 1; nil without limits.
    package var interval: Interval?
    /// From `RelabellingTest` after `FalseDiscovery`; nil without a test.
    package var qValue: Double?
    /// The sign stays without any one article, and without any one term.
    package var isArticleStable: Bool
    package var isTermStable: Bool
    /// The lower limit of precision is at least 0.80 for both framings, and alpha at least 0.80.
    package var isLexiconValidated: Bool
    /// The differences too small to matter: 10 points for shares; nil for rates, for which no such limit is agreed.
    package var similarity: ClosedRange<Double>? = -0.10...0.10

    package init(
        levels: (EvidenceLevel, EvidenceLevel), interval: Interval?, qValue: Double?,
        stability: (articles: Bool, terms: Bool) = (false, false),
        isLexiconValidated: Bool = false
    ) {
        (levelA, levelB) = levels
        self.interval = interval
        self.qValue = qValue
        (isArticleStable, isTermStable) = stability
        self.isLexiconValidated = isLexiconValidated
    }
}

extension ComparisonLevel {
    package init(of evidence: DifferenceEvidence) {
        guard evidence.levelA.showsInterval, evidence.levelB.showsInterval, let interval = evidence.interval else {
            self = .notComparable
            return
        }
        guard interval.excludesZero else {
            self = evidence.similarity.map(interval.lies(within:)) ?? false ? .similarWithinTenPoints : .noDifferenceShown
            return
        }
        guard let qValue = evidence.qValue, qValue < 0.05 else {
            self = .noDifferenceShown
            return
        }
        guard evidence.isArticleStable, evidence.isTermStable else {
            self = .fragileDifference
            return
        }
        self = evidence.areBothFirm && evidence.isLexiconValidated ? .firmDifference : .difference
    }
}

extension DifferenceEvidence {
    fileprivate var areBothFirm: Bool { levelA == .firm && levelB == .firm }
}
