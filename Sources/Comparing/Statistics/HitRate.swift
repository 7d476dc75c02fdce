import RealModule

/// Hits per 1000 words of one text, as if its words were one long article.
///
/// Unit: hits per 1000 words of the voice the hits were counted in.
/// Does not show how articles differ; `ArticleRate` does. May be printed with its counts at any evidence level; its interval only in a
/// technical view.
package struct HitRate: Sendable {
    package let hits: Int
    package let words: Int

    package init(hits: Int, words: Int) {
        precondition(hits >= 0 && words >= 0, "counts are not negative")
        self.hits = hits
        self.words = words
    }

    /// rate = 1000 x hits / words.
    package var perThousandWords: Measured<Double> {
        words > 0 ? .value(1000 * Double(hits) / Double(words)) : .undefined(.noWords)
    }

    /// Exact central Poisson limits: GammaInv(tail; hits) and GammaInv(1 - tail; hits + 1), over words, times 1000.
    ///
    /// Source: Garwood (1936), Biometrika 28.
    /// Does not hold for an outlet: it takes every hit as independent, and covers 71 to 79 % of the truth when articles differ.
    package func garwoodInterval(at confidence: Confidence = .percent95) -> Measured<Interval> {
        guard words > 0 else { return .undefined(.noWords) }
        return .value(poissonLimits(hits: Double(hits), words: Double(words), confidence: confidence) * 1000)
    }
}

/// Garwood's limits for a real-valued count, per word.
func poissonLimits(hits: Double, words: Double, confidence: Confidence) -> Interval {
    Interval(
        lower: hits > 0 ? GammaDistribution(shape: hits).lowerQuantile(confidence.tail) / words : 0,
        upper: GammaDistribution(shape: hits + 1).upperQuantile(confidence.tail) / words
    )
}
