import Scoring

/// One source's own-voice hits of one concept, article by article, with what a comparison with other sources needs of it worked out once.
package struct ConceptUse: Sendable {
    package let level: EvidenceLevel
    /// Hits by framing of each article with any, in the order of `articles`.
    let rows: [[Int]]
    /// The articles of the rows: indices into `Comparison.articles`.
    let articles: [Int]
    /// Hits of each of the concept's `terms`.
    let termHits: [Int]
    /// By framing.
    let framingHits: [Int]
    let conceptHits: Int
    /// By framing, with 95 % limits; empty below `estimated`, where none may be compared.
    let shares: [ArticleShare]
    /// By framing: the shares that dropping one article leaves.
    let withoutOneArticle: [LeftOverShares?]

    /// - Parameters:
    ///   - rows: hits by framing of each article with any.
    ///   - articles: what the rows are named by when one carries a difference.
    ///   - termHits: in the order of the concept's terms.
    package init(level: EvidenceLevel, rows: [[Int]], articles: [Int], termHits: [Int]) {
        self.level = level
        self.rows = rows
        self.articles = articles
        self.termHits = termHits
        let framings = rows.first?.count ?? 0
        framingHits = rows.reduce(into: [Int](repeating: 0, count: framings)) { sums, row in
            for (framing, count) in row.enumerated() { sums[framing] += count }
        }
        conceptHits = framingHits.reduce(0, +)
        let sums = rows.map { $0.reduce(0, +) }
        let counts = level.showsInterval ? (0..<framings).map { Self.counts(of: $0, rows, sums) } : []
        shares = counts.map { ArticleShare(of: $0) }
        withoutOneArticle = counts.map { LeftOverShares($0) }
    }

    /// The level that the rows of a source support: that of the widest interval among its framings, so that none is taken for firmer than it is.
    package static func level(ofRows rows: [[Int]], articles: Int, words: Int) -> EvidenceLevel {
        let sums = rows.map { $0.reduce(0, +) }
        let spreads = (0..<(rows.first?.count ?? 0)).filter { framing in rows.contains { $0[framing] > 0 } }
            .compactMap { ArticleShare(of: counts(of: $0, rows, sums)).spread.value }
        let widest = spreads.max { $0.interval.width < $1.interval.width }
        return EvidenceLevel(of: ConceptSupport(articles: articles, words: words, conceptHits: sums, spread: widest))
    }

    func estimate(_ framing: Int) -> Estimate? { shares.indices.contains(framing) ? shares[framing].estimate.value : nil }

    func hits(of framing: Int) -> Int { framingHits.indices.contains(framing) ? framingHits[framing] : 0 }

    private static func counts(of framing: Int, _ rows: [[Int]], _ sums: [Int]) -> [ArticleCount] {
        zip(rows, sums).map { ArticleCount(framingHits: $0[framing], conceptHits: $1) }
    }
}

/// The smallest and the largest share of a framing that dropping one article leaves, and which articles those are.
///
/// The two ends decide whether any article can turn a difference, so that a pair of sources costs nothing per article.
struct LeftOverShares: Sendable {
    let smallest: (share: Double, row: Int)
    let largest: (share: Double, row: Int)

    /// nil where dropping an article leaves no hit of the concept.
    init?(_ counts: [ArticleCount]) {
        let framing = counts.reduce(0) { $0 + $1.hits }
        let concept = counts.reduce(0) { $0 + $1.exposure }
        var low: (share: Double, row: Int)?
        var high: (share: Double, row: Int)?
        for (row, count) in counts.enumerated() {
            guard concept > count.exposure else { return nil }
            let share = Double(framing - count.hits) / Double(concept - count.exposure)
            if low.map({ share < $0.share }) ?? true { low = (share, row) }
            if high.map({ share > $0.share }) ?? true { high = (share, row) }
        }
        guard let low, let high else { return nil }
        (smallest, largest) = (low, high)
    }
}
