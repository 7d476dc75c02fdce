import RealModule

/// Hits per 1000 words of an outlet, with limits that take the article as the sampling unit.
///
/// R = X/W over the m articles with words; v = m/(m-1) x sum (x - R w)^2 / W^2; deff = max(1, v / (R/W)), 1 without hits;
/// f = deff x (t/z)^2 with m - 1 degrees of freedom; Garwood's limits for X/f hits in W/f words.
/// Unit: hits per 1000 words, also for the standard error.
/// Source: Cochran (1977) chapter 6; effective counts after Korn and Graubard (1998), Survey Methodology 24; Garwood (1936).
/// Does not show drift over time, nor anything about articles that were not sampled like these. The interval may be read from `estimated` on.
package struct ArticleRate: Sendable {
    package let perThousandWords: Measured<Double>
    /// Undefined with one article.
    package let spread: Measured<Spread>

    package struct Spread: Sendable, Hashable {
        /// Per 1000 words.
        package let standardError: Double
        /// How much wider than a Poisson count the articles make it; at least 1.
        package let designEffect: Double
        /// The independent hits that would carry as much.
        package let effectiveHits: Double
        /// Per 1000 words.
        package let interval: Interval
    }

    package init(of counts: [ArticleCount], at confidence: Confidence = .percent95) {
        let ratio = LinearisedRatio(of: counts)
        self.init(of: ratio, in: SmallSample(articles: ratio?.articles ?? 0, at: confidence))
    }

    /// - Parameters:
    ///   - ratio: nil without words.
    ///   - sample: of as many articles as the ratio.
    init(of ratio: LinearisedRatio?, in sample: SmallSample) {
        guard let ratio else {
            perThousandWords = .undefined(.noWords)
            spread = .undefined(.noWords)
            return
        }
        perThousandWords = .value(1000 * ratio.ratio)
        spread = Self.spread(of: ratio, in: sample)
    }

    /// The point with its limits.
    package var estimate: Measured<Estimate> { point(perThousandWords, with: spread.map(\.interval)) }

    private static func spread(of ratio: LinearisedRatio, in sample: SmallSample) -> Measured<Spread> {
        guard let variance = ratio.variance else { return .undefined(.oneArticle) }
        let designEffect = ratio.hits > 0 ? max(1, variance / (ratio.ratio / ratio.exposure)) : 1
        let factor = designEffect / sample.factor
        let limits = poissonLimits(hits: ratio.hits / factor, words: ratio.exposure / factor, confidence: sample.confidence)
        return .value(
            Spread(
                standardError: 1000 * variance.squareRoot(), designEffect: designEffect,
                effectiveHits: ratio.hits / factor, interval: limits * 1000
            )
        )
    }
}

/// What a variance known from few articles leaves of an effective count: worked out once for all framings of an outlet.
///
/// factor = (z/t)^2 with m - 1 degrees of freedom. Source: Korn and Graubard (1998), Survey Methodology 24.
struct SmallSample: Sendable {
    let confidence: Confidence
    /// 1 with one article, where there is no interval.
    let factor: Double

    init(articles: Int, at confidence: Confidence) {
        self.confidence = confidence
        guard articles > 1 else {
            factor = 1
            return
        }
        let z = NormalDistribution.upperQuantile(confidence.tail)
        let t = StudentDistribution(degreesOfFreedom: Double(articles - 1)).upperQuantile(confidence.tail)
        factor = (z / t) * (z / t)
    }
}

/// An estimate where both its point and its limits are defined.
func point(_ value: Measured<Double>, with interval: Measured<Interval>) -> Measured<Estimate> {
    switch value {
    case .value(let value): interval.map { Estimate(value, $0) }
    case .undefined(let reason): .undefined(reason)
    }
}

/// How far hits bunch within articles beyond a Poisson scatter.
///
/// phi = sum (x - e)^2 / e / (m - 1) with e = X w / W, over the m articles with words. Unit: ratio; 1 = Poisson, above 1 = bunched.
/// Source: McCullagh and Nelder (1989), Generalized Linear Models, chapter 6.
/// Does not show which article bunches; `Concentration` does. Technical view only.
package func overdispersion(of counts: [ArticleCount]) -> Measured<Double> {
    guard let ratio = LinearisedRatio(of: counts) else { return .undefined(.noWords) }
    guard ratio.hits > 0 else { return .undefined(.noHits) }
    guard ratio.articles > 1 else { return .undefined(.oneArticle) }
    let chiSquare = counts.filter { $0.exposure > 0 }.reduce(0.0) { sum, count in
        let words = Double(count.exposure)
        let expected = ratio.hits * words / ratio.exposure
        let gap = differenceOfProducts((Double(count.hits), ratio.exposure), (ratio.hits, words)) / ratio.exposure
        return sum + gap * gap / expected
    }
    return .value(chiSquare / Double(ratio.articles - 1))
}
