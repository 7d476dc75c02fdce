import RealModule

/// How many times as often one text has a hit as another, words taken as independent.
///
/// Given s = x + y hits, x is binomial with probability pi; Clopper-Pearson limits of pi become limits of the ratio pi/(1 - pi) x words_b/words_a.
/// Unit: ratio. Source: Przyborowski and Wilenski (1940), Biometrika 31.
/// Does not show how articles differ; technical view only.
package struct ExactRateRatio: Sendable {
    /// Undefined without hits in b, where only the lower limit exists.
    package let ratio: Measured<Double>
    package let lower: Measured<Double>
    package let upper: Measured<Double>

    package init(of a: HitRate, to b: HitRate, at confidence: Confidence = .percent95) {
        if let reason = Self.obstacle(a, b) {
            (ratio, lower, upper) = (.undefined(reason), .undefined(reason), .undefined(reason))
            return
        }
        let limits = ConditionalOdds(a.hits, b.hits, confidence)
        let exposureRatio = Double(b.words) / Double(a.words)
        lower = .value(limits.logLower.map { .exp($0) * exposureRatio } ?? 0)
        guard let logUpper = limits.logUpper else {
            (ratio, upper) = (.undefined(.unboundedAbove), .undefined(.unboundedAbove))
            return
        }
        ratio = .value(Double(a.hits) / Double(b.hits) * exposureRatio)
        upper = .value(.exp(logUpper) * exposureRatio)
    }

    private static func obstacle(_ a: HitRate, _ b: HitRate) -> UndefinedReason? {
        if a.words == 0 || b.words == 0 { return .noWords }
        return a.hits == 0 && b.hits == 0 ? .absentFromBoth : nil
    }
}

/// Clopper-Pearson limits for the odds that a hit of either text is one of a's, as natural logarithms.
///
/// Source: Clopper and Pearson (1934), Biometrika 26, through beta quantiles.
struct ConditionalOdds {
    /// nil without hits in a: the odds reach down to 0.
    let logLower: Double?
    /// nil without hits in b: the odds have no upper limit.
    let logUpper: Double?

    init(_ a: Int, _ b: Int, _ confidence: Confidence) {
        let (a, b) = (Double(a), Double(b))
        logLower = a > 0 ? BetaDistribution(a: a, b: b + 1).lowerQuantileLogit(confidence.tail) : nil
        logUpper = b > 0 ? BetaDistribution(a: a + 1, b: b).upperQuantileLogit(confidence.tail) : nil
    }
}

/// How many times as often one outlet has a hit as another, with the article as the sampling unit.
///
/// Per outlet the relative variance r = max(m/(m-1) x sum (x - R w)^2 / X^2, 1/X); ln ratio = ln(R_a/R_b), se = sqrt(r_a + r_b),
/// Welch-Satterthwaite degrees of freedom, Student limits exp(ln ratio +- t se). Unit: natural logarithm, and ratio.
/// Source: delta method on the ratio estimator, Cochran (1977); Welch (1947), Biometrika 34; tests at text level as in Lijffijt et al.
/// (2016), DSH 31.
/// Does not exist without hits on a side: there "how many times" has no answer. May be read where both sides are `estimated` or better.
package struct ArticleRateRatio: Sendable, Hashable {
    package let logRatio: Double
    /// Of the natural logarithm.
    package let standardError: Double
    package let degreesOfFreedom: Double
    package let t: Double
    /// Two-sided.
    package let pValue: Double
    package let ratio: Estimate

    package static func of(
        _ a: [ArticleCount], to b: [ArticleCount], at confidence: Confidence = .percent95
    ) -> Measured<ArticleRateRatio> {
        guard let a = LinearisedRatio(of: a), let b = LinearisedRatio(of: b) else { return .undefined(.noWords) }
        guard a.hits > 0, b.hits > 0 else { return .undefined(.noHits) }
        guard let relativeA = a.relativeVariance, let relativeB = b.relativeVariance else { return .undefined(.oneArticle) }
        let sum = relativeA + relativeB
        let satterthwaite = relativeA * relativeA / Double(a.articles - 1) + relativeB * relativeB / Double(b.articles - 1)
        return .value(
            ArticleRateRatio(
                logRatio: .log(a.ratio / b.ratio), standardError: sum.squareRoot(),
                degreesOfFreedom: sum * sum / satterthwaite, confidence: confidence
            )
        )
    }

    private init(logRatio: Double, standardError: Double, degreesOfFreedom: Double, confidence: Confidence) {
        let student = StudentDistribution(degreesOfFreedom: degreesOfFreedom)
        let reach = student.upperQuantile(confidence.tail) * standardError
        self.logRatio = logRatio
        self.standardError = standardError
        self.degreesOfFreedom = degreesOfFreedom
        t = logRatio / standardError
        pValue = student.twoSidedTail(logRatio / standardError)
        // With one degree of freedom a limit may pass what a double holds; the largest double is then the honest end.
        let limits = Interval(lower: .exp(logRatio - reach), upper: min(.exp(logRatio + reach), .greatestFiniteMagnitude))
        ratio = Estimate(.exp(logRatio), limits)
    }
}

extension LinearisedRatio {
    /// Of the ratio to its square, not below the Poisson value; nil with one article.
    fileprivate var relativeVariance: Double? {
        variance.map { max($0 * (exposure / hits) * (exposure / hits), 1 / hits) }
    }
}
