/// The smallest and the largest difference of shares that dropping one article leaves: whether one article carries it.
///
/// difference = K_a/N_a - K_b/N_b over the articles with a hit of the concept; recomputed without each of them. Unit: points, 0 to 1.
/// Source: delete-one jackknife, Efron and Tibshirani (1993), chapter 11.
/// Does not show what two articles together carry. Computed for every difference shown.
package struct ArticleInfluence: Sendable, Hashable {
    package let difference: Double
    /// The differences left span this; nil where dropping any article empties its side.
    package let range: ClosedRange<Double>?
    /// No article can be dropped that empties a side or turns the difference, and there is a difference.
    package let signIsStable: Bool

    package static func on(_ a: [ArticleCount], minus b: [ArticleCount]) -> Measured<ArticleInfluence> {
        let (sideA, sideB) = (Side(a), Side(b))
        guard let shareA = sideA.share, let shareB = sideB.share else { return .undefined(.emptyOutlet) }
        let remaining = sideA.sharesWithoutOne.map { $0.map { $0 - shareB } } + sideB.sharesWithoutOne.map { $0.map { shareA - $0 } }
        return .value(ArticleInfluence(difference: shareA - shareB, remaining: remaining))
    }

    private init(difference: Double, remaining: [Double?]) {
        self.difference = difference
        let defined = remaining.compactMap(\.self)
        range = defined.min().flatMap { smallest in defined.max().map { smallest...$0 } }
        signIsStable = remaining.allSatisfy { keepsSign($0, of: difference) }
    }

    private struct Side {
        let articles: [ArticleCount]
        let framing: Int
        let concept: Int

        init(_ counts: [ArticleCount]) {
            articles = counts.filter { $0.exposure > 0 }
            framing = articles.reduce(0) { $0 + $1.hits }
            concept = articles.reduce(0) { $0 + $1.exposure }
        }

        var share: Double? { Self.share(framing, concept) }

        var sharesWithoutOne: [Double?] { articles.map { Self.share(framing - $0.hits, concept - $0.exposure) } }

        private static func share(_ framing: Int, _ concept: Int) -> Double? {
            concept > 0 ? Double(framing) / Double(concept) : nil
        }
    }
}
