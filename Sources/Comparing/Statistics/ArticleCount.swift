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
    init?(of counts: some Collection<ArticleCount>) {
        var (articles, hits, exposure) = (0, 0, 0)
        for unit in counts where unit.exposure > 0 {
            articles += 1
            hits += unit.hits
            exposure += unit.exposure
        }
        guard articles > 0 else { return nil }
        self.articles = articles
        self.hits = Double(hits)
        self.exposure = Double(exposure)
        variance = articles > 1 ? Self.variance(of: counts, articles: articles, sums: (Double(hits), Double(exposure))) : nil
    }

    var ratio: Double { hits / exposure }

    private static func variance(
        of counts: some Collection<ArticleCount>, articles: Int, sums: (hits: Double, exposure: Double)
    ) -> Double {
        var squares = 0.0
        for unit in counts where unit.exposure > 0 {
            // x - R w as (x W - X w) / W: with R rounded first, even articles of a billion hits would seem to differ.
            let residual =
                differenceOfProducts((Double(unit.hits), sums.exposure), (sums.hits, Double(unit.exposure))) / sums.exposure
            squares += residual * residual
        }
        let count = Double(articles)
        return count / (count - 1) * squares / (sums.exposure * sums.exposure)
    }
}
