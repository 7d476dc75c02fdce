/// In how many articles the hits of an outlet stand, and how evenly.
///
/// top_share = max h / sum h; effective_articles = (sum h)^2 / sum h^2. Units: articles; 0 to 1; articles.
/// Source: Kish (1965), Survey Sampling; Hill (1973), Ecology 54, number of order 2.
/// Does not show whether long articles explain it; `Dispersion` does. May be read at any evidence level.
package struct Concentration: Sendable, Hashable {
    package let articlesWithHits: Int
    /// The largest part of the hits that one article holds.
    package let topShare: Double
    /// The articles that would hold as much if they had equal hits: 1 where one article has all, m where m have equal ones.
    package let effectiveArticles: Double

    /// - Parameter hits: of each article, in any order.
    package static func of(_ hits: [Int]) -> Measured<Concentration> {
        guard let top = hits.max(), top > 0 else { return .undefined(.noHits) }
        // In units of the top article, so that no square can overflow.
        let relative = hits.map { Double($0) / Double(top) }
        let sum = relative.reduce(0, +)
        return .value(
            Concentration(
                articlesWithHits: hits.count { $0 > 0 }, topShare: 1 / sum,
                effectiveArticles: sum * sum / relative.reduce(0) { $0 + $1 * $1 }
            )
        )
    }
}
