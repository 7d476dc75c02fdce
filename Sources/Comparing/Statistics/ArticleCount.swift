/// What one article adds to a ratio: its hits, and what they are divided by.
package struct ArticleCount: Sendable, Hashable {
    package let hits: Int
    /// Words of the voice the hits were counted in for a rate; hits of the whole concept for a share.
    package let exposure: Int

    package init(hits: Int, words: Int) {
        precondition(hits >= 0 && words >= 0, "counts are not negative")
        self.hits = hits
        exposure = words
    }

    /// A framing's hits are part of the concept's, so no more of them are counted than the concept has.
    package init(framingHits: Int, conceptHits: Int) {
        precondition(framingHits >= 0 && conceptHits >= 0, "counts are not negative")
        hits = min(framingHits, conceptHits)
        exposure = conceptHits
    }
}

/// The ratio of two sums over articles, and how far it would move with other articles.
///
/// R = X/W over the m articles with exposure; variance = m/(m-1) x sum (x - R w)^2 / W^2.
/// Source: linearisation of the ratio estimator, Cochran (1977), Sampling Techniques, chapter 6.
struct LinearisedRatio {
    let articles: Int
    let hits: Double
    let exposure: Double
    /// nil with one article.
    let variance: Double?

    /// nil where no article has exposure.
    init?(of counts: [ArticleCount]) {
        let units = counts.filter { $0.exposure > 0 }
        guard !units.isEmpty else { return nil }
        let hits = Double(units.reduce(0) { $0 + $1.hits })
        let exposure = Double(units.reduce(0) { $0 + $1.exposure })
        articles = units.count
        self.hits = hits
        self.exposure = exposure
        variance = Self.variance(of: units, hits: hits, exposure: exposure)
    }

    var ratio: Double { hits / exposure }

    private static func variance(of units: [ArticleCount], hits: Double, exposure: Double) -> Double? {
        guard units.count > 1 else { return nil }
        let squares = units.reduce(0.0) { sum, unit in
            // x - R w as (x W - X w) / W: with R rounded first, even articles of a billion hits would seem to differ.
            let residual = differenceOfProducts((Double(unit.hits), exposure), (hits, Double(unit.exposure))) / exposure
            return sum + residual * residual
        }
        let count = Double(units.count)
        return count / (count - 1) * squares / (exposure * exposure)
    }
}
