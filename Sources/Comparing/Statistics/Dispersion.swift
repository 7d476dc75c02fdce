/// How evenly hits are spread over the articles of an outlet, given their lengths.
///
/// Articles without words are left out.
package struct Dispersion: Sendable, Hashable {
    /// DP = half the sum of |x/X - w/W|. Unit: 0 = in proportion to length, near 1 = in few articles.
    ///
    /// Source: Gries (2008), IJCL 13. Does not show who or when. May be read from `described` on.
    package let deviation: Measured<Double>
    /// DP / (1 - the smallest w/W), which reaches 1. Source: Lijffijt and Gries (2012), IJCL 17.
    package let normalisedDeviation: Measured<Double>
    /// Articles with a hit; undefined without any.
    package let range: Measured<Int>
    /// Juilland's D = 1 - (sd/mean of x/w) / sqrt(m - 1), not below 0. Unit: 1 = even, 0 = concentrated.
    ///
    /// Source: Juilland and Chang-Rodriguez (1964), with relative frequencies as in Gries (2008).
    /// Nears 1 for any word when articles are many (Biber et al. 2016, IJCL 21). Export only.
    package let juilland: Measured<Double>

    package init(of counts: [ArticleCount]) {
        let articles = counts.filter { $0.exposure > 0 }
        let hits = articles.reduce(0) { $0 + $1.hits }
        range = hits > 0 ? .value(articles.count { $0.hits > 0 }) : .undefined(articles.isEmpty ? .noWords : .noHits)
        if let reason = Self.obstacle(articles: articles.count, hits: hits) {
            (deviation, normalisedDeviation, juilland) = (.undefined(reason), .undefined(reason), .undefined(reason))
            return
        }
        let lengths = Self.proportions(articles.map(\.exposure))
        let deviation = zip(Self.proportions(articles.map(\.hits)), lengths).reduce(0) { $0 + abs($1.0 - $1.1) } / 2
        self.deviation = .value(deviation)
        normalisedDeviation = .value(min(1, deviation / (1 - (lengths.min() ?? 0))))
        juilland = .value(Self.juilland(articles.map { Double($0.hits) / Double($0.exposure) }))
    }

    private static func obstacle(articles: Int, hits: Int) -> UndefinedReason? {
        if articles == 0 { return .noWords }
        if hits == 0 { return .noHits }
        return articles == 1 ? .oneArticle : nil
    }

    private static func proportions(_ counts: [Int]) -> [Double] {
        let sum = Double(counts.reduce(0, +))
        return counts.map { Double($0) / sum }
    }

    private static func juilland(_ rates: [Double]) -> Double {
        let count = Double(rates.count)
        let mean = rates.reduce(0, +) / count
        let variance = rates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
        return max(0, 1 - variance.squareRoot() / mean / (count - 1).squareRoot())
    }
}
