import RealModule

/// A framing's part of a concept's hits, every hit taken as independent.
///
/// Unit: 0 to 1, printed in percent.
/// The pooled share may be shown from `described` on, the interval only as "if mentions were independent": it covers the truth 72 % of the time
/// with 100 articles, because the mentions of one article go together. `ArticleShare` is the interval to print.
package struct HitShare: Sendable {
    package let hits: Int
    package let total: Int

    /// A framing's hits are part of the total, so no more of them are counted than it has.
    package init(_ hits: Int, of total: Int) {
        precondition(hits >= 0 && total >= 0, "counts are not negative")
        self.hits = min(hits, total)
        self.total = total
    }

    /// hits / total.
    package var share: Measured<Double> {
        total > 0 ? .value(Double(hits) / Double(total)) : .undefined(.noHits)
    }

    /// Score limits without continuity correction: (2k + z^2 +- z sqrt(z^2 + 4k(n-k)/n)) / (2(n + z^2)).
    ///
    /// Exactly 0 below no hit and exactly 1 above all. Source: Wilson (1927), JASA 22; Newcombe (1998), Statistics in Medicine 17, method 3.
    package func wilsonInterval(at confidence: Confidence = .percent95) -> Measured<Interval> {
        guard total > 0 else { return .undefined(.noHits) }
        return .value(wilsonLimits(hits: Double(hits), misses: Double(total - hits), confidence: confidence))
    }

    /// The share with Wilson's limits.
    package func estimate(at confidence: Confidence = .percent95) -> Measured<Estimate> {
        point(share, with: wilsonInterval(at: confidence))
    }

    /// Wilson's limits for each framing of a concept so that all hold together: confidence 1 - (1 - c)/k over the k framings, unused ones too.
    ///
    /// Source: Goodman (1965), Technometrics 7, in Bonferroni form. For bars to print, give `ArticleShare` the shared confidence instead.
    package static func goodmanEstimates(of counts: [Int], at confidence: Confidence = .percent95) -> Measured<[Estimate]> {
        eachShare(of: counts) { share in share.estimate(at: confidence.shared(by: counts.count)).value }
    }

    /// Posterior means and equal-tailed limits: framing j has Beta(n_j + a, n - n_j + (k - 1) a), a = `prior` per framing, 1/k unless given.
    ///
    /// Source: Agresti (2013), Categorical Data Analysis, section 1.6; Berger, Bernardo and Sun (2015), Bayesian Analysis 10, for a = 1/k.
    /// A secondary view, from `estimated` on, with the same caveat as Wilson's limits; undefined without hits, since a prior must not be
    /// shown as a finding.
    package static func dirichletEstimates(
        of counts: [Int], prior: Double? = nil, at confidence: Confidence = .percent95
    ) -> Measured<[Estimate]> {
        let framings = Double(counts.count)
        let prior = prior ?? 1 / framings
        return eachShare(of: counts) { share in
            posterior(
                BetaDistribution(a: Double(share.hits) + prior, b: Double(share.total - share.hits) + (framings - 1) * prior),
                confidence
            )
        }
    }

    private static func eachShare(of counts: [Int], _ estimate: (HitShare) -> Estimate?) -> Measured<[Estimate]> {
        let total = counts.reduce(0, +)
        guard total > 0 else { return .undefined(.noHits) }
        return .value(counts.compactMap { estimate(HitShare($0, of: total)) })
    }

    private static func posterior(_ beta: BetaDistribution, _ confidence: Confidence) -> Estimate {
        // A concept of one framing, or no prior and no hit: the share is certain.
        guard beta.a > 0, beta.b > 0 else {
            let certain = beta.a > 0 ? 1.0 : 0.0
            return Estimate(certain, Interval(lower: certain, upper: certain))
        }
        let limits = Interval(lower: beta.lowerQuantile(confidence.tail), upper: beta.upperQuantile(confidence.tail))
        return Estimate(beta.a / (beta.a + beta.b), limits)
    }
}

/// Wilson's limits for real-valued counts of hits and misses, not both 0.
func wilsonLimits(hits: Double, misses: Double, confidence: Confidence) -> Interval {
    let z = NormalDistribution.upperQuantile(confidence.tail)
    let trials = hits + misses
    let scale = 2 * (trials + z * z)
    let root = z * (z * z + 4 * hits * misses / trials).squareRoot()
    let upper = misses > 0 ? min(1, (2 * hits + z * z + root) / scale) : 1
    // The product of the two limits is known; the difference of centre and half-width would lose the digits of a small limit.
    let lower = hits * hits / (trials * (trials + z * z)) / upper
    return Interval(lower: lower, upper: upper)
}
