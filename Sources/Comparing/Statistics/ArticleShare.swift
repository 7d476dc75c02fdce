/// A framing's part of a concept's hits in an outlet, with limits that take the article as the sampling unit: the primary interval of every share.
///
/// p = K/N over the m articles with a hit of the concept; v = m/(m-1) x sum (k - p n)^2 / N^2;
/// deff = max(1, v / (p(1-p)/N)), or N/m where p is 0 or 1, so that each article of an unanimous outlet counts once;
/// n_eff = N/deff x (z/t)^2 with m - 1 degrees of freedom; Wilson's limits for p and n_eff. Unit: 0 to 1.
/// Source: Cochran (1977); Korn and Graubard (1998), Survey Methodology 24; Wilson form as in Franco et al. (2019), JSSAM 7.
/// Does not show drift, shared copy, or text that was not chosen like this. The share may be read from `described` on, the interval from
/// `estimated` on.
package struct ArticleShare: Sendable {
    package let share: Measured<Double>
    /// Undefined with one article.
    package let spread: Measured<Spread>

    package struct Spread: Sendable, Hashable {
        package let standardError: Double
        /// How many dependent hits carry as much as one independent hit; at least 1.
        package let designEffect: Double
        /// The independent hits that would carry as much, n_eff.
        package let effectiveHits: Double
        package let interval: Interval
    }

    package init(of counts: [ArticleCount], at confidence: Confidence = .percent95) {
        let ratio = LinearisedRatio(of: counts)
        self.init(of: ratio, in: SmallSample(articles: ratio?.articles ?? 0, at: confidence))
    }

    /// - Parameters:
    ///   - ratio: nil without hits of the concept.
    ///   - sample: of as many articles as the ratio.
    init(of ratio: LinearisedRatio?, in sample: SmallSample) {
        guard let ratio else {
            share = .undefined(.noHits)
            spread = .undefined(.noHits)
            return
        }
        share = .value(ratio.ratio)
        spread = Self.spread(of: ratio, in: sample)
    }

    /// The point with its limits.
    package var estimate: Measured<Estimate> { point(share, with: spread.map(\.interval)) }

    private static func spread(of ratio: LinearisedRatio, in sample: SmallSample) -> Measured<Spread> {
        guard let variance = ratio.variance else { return .undefined(.oneArticle) }
        let designEffect = designEffect(of: ratio, variance: variance)
        let factor = sample.factor / designEffect
        let misses = ratio.exposure - ratio.hits
        return .value(
            Spread(
                standardError: variance.squareRoot(), designEffect: designEffect, effectiveHits: ratio.exposure * factor,
                interval: wilsonLimits(hits: ratio.hits * factor, misses: misses * factor, confidence: sample.confidence)
            )
        )
    }

    private static func designEffect(of ratio: LinearisedRatio, variance: Double) -> Double {
        // From the counts: 1 - p would lose the digits of a rare exception.
        let independent = ratio.ratio * ((ratio.exposure - ratio.hits) / ratio.exposure) / ratio.exposure
        guard independent > 0 else { return ratio.exposure / Double(ratio.articles) }
        return max(1, variance / independent)
    }
}
