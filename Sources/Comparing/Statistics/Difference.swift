import RealModule

/// A difference of two estimates with its limits, in their unit: points (0 to 1) for shares, hits per 1000 words for rates.
///
/// Does not show that a difference holds for other terms or without one article; `TermInfluence` and `ArticleInfluence` do.
/// May be read where both sides are `estimated` or better; an interval that includes 0 shows no difference, never equality.
package struct Difference: Sendable {
    /// a - b by squaring and adding: D - sqrt((a - l_a)^2 + (u_b - b)^2) to D + sqrt((u_a - a)^2 + (b - l_b)^2).
    ///
    /// Source: Zou and Donner (2008), Statistics in Medicine 27 (MOVER), after Newcombe (1998).
    /// - Parameters: the estimates with their limits; nil where a side has none.
    package static func of(_ a: Estimate?, minus b: Estimate?) -> Measured<Estimate> {
        guard let a, let b else { return .undefined(.noInterval) }
        return .value(recovered(a, minus: [b]))
    }

    /// The same for an outlet against the unweighted mean of the others, so that the largest of them cannot be "the rest".
    ///
    /// Others without an interval are left out; the report names them. Source: Zou, Huang and Zhang (2009), MOVER for linear combinations.
    package static func of(_ target: Estimate?, minusMeanOf others: [Estimate?]) -> Measured<Estimate> {
        let others = others.compactMap(\.self)
        guard let target, !others.isEmpty else { return .undefined(.noInterval) }
        return .value(recovered(target, minus: others))
    }

    /// The difference of two hit-level shares from their Wilson limits.
    ///
    /// Source: Newcombe (1998b), Statistics in Medicine 17, method 10. A building block: it gives 11 to 28 % false differences between outlets.
    package static func newcombe(_ a: HitShare, _ b: HitShare, at confidence: Confidence = .percent95) -> Measured<Estimate> {
        guard let a = a.estimate(at: confidence).value, let b = b.estimate(at: confidence).value else { return .undefined(.noHits) }
        return .value(recovered(a, minus: [b]))
    }

    /// The two-sided p of a difference of article-level shares: z = D / sqrt(se_a^2 + se_b^2).
    ///
    /// Replaces relabelling above `RelabellingTest.mostArticlesPerSide`; the report names the method.
    /// Source: Cochran (1977) chapter 6; the normal limit of the ratio estimator. With a million articles every difference is detectable:
    /// print its size first.
    package static func largeSamplePValue(_ a: ArticleShare, _ b: ArticleShare) -> Measured<Double> {
        guard let shareA = a.share.value, let shareB = b.share.value else { return .undefined(.noHits) }
        guard let spreadA = a.spread.value, let spreadB = b.spread.value else { return .undefined(.oneArticle) }
        return largeSamplePValue((shareA, spreadA.standardError), (shareB, spreadB.standardError))
    }

    /// The same for any two estimates with their standard errors.
    static func largeSamplePValue(
        _ a: (value: Double, standardError: Double), _ b: (value: Double, standardError: Double)
    ) -> Measured<Double> {
        if a.value == b.value { return .value(1) }
        let standardError = Double.hypot(a.standardError, b.standardError)
        guard standardError > 0 else { return .undefined(.noVariation) }
        return .value(.erfc(abs(a.value - b.value) / standardError / .sqrt(2)))
    }

    private static func recovered(_ a: Estimate, minus others: [Estimate]) -> Estimate {
        let count = Double(others.count)
        let difference = a.value - others.reduce(0) { $0 + $1.value } / count
        let below = others.reduce(0) { $0 + $1.reachAbove * $1.reachAbove } / (count * count)
        let above = others.reduce(0) { $0 + $1.reachBelow * $1.reachBelow } / (count * count)
        return Estimate(
            difference,
            Interval(
                lower: difference - (a.reachBelow * a.reachBelow + below).squareRoot(),
                upper: difference + (a.reachAbove * a.reachAbove + above).squareRoot()
            )
        )
    }
}
