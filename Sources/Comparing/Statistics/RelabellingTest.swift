/// Whether two outlets choose among framings more differently than chance would share out the same articles between them.
///
/// Every way to relabel the articles (rows, with at least one hit of the concept) gives a divergence; p is the part of them at least as large
/// as the observed one, `excess` the observed divergence minus their mean. Per framing the same with |share_a - share_b|.
/// Up to 20 000 relabellings all are looked at; beyond, 9 999 seeded draws and p = (b + 1)/(B + 1).
/// Unit: p 0 to 1; bits. Source: Pitman (1937); Good (2005); Phipson and Smyth (2010), SAGMB 9, for the drawn p.
/// Does not show size: print the difference with its interval first. May be read where both sides are `estimated` or better.
package struct RelabellingTest: Sendable, Hashable {
    package let divergence: Divergence
    package let relabellings: Relabellings
    package let pValue: Double
    /// Bits.
    package let meanUnderNull: Double
    /// One for each framing, in order; before any correction for the number of tests.
    package let framingPValues: [Double]
    /// What p could not go below with these articles; printed when above 0.05.
    package let smallestReachablePValue: Double

    package enum Relabellings: Sendable, Hashable {
        case all(Int)
        case drawn(Int)

        package var count: Int {
            switch self {
            case .all(let count), .drawn(let count): count
            }
        }
    }

    /// Bits; negative where the outlets are more alike than relabelled articles.
    package var excess: Double { divergence.bits - meanUnderNull }

    /// Beyond this many articles with hits on a side `Difference.largeSamplePValue` gives the same answer in linear time.
    package static let mostArticlesPerSide = 500
    static let mostEnumerated = 20_000
    static let draws = 9_999

    /// - Parameters: for each article of an outlet its hits by framing, in one order of framings.
    /// - Complexity: O((articles + 1) x framings) for each of up to 20 000 relabellings.
    package static func between(_ a: [[Int]], and b: [[Int]]) -> Measured<RelabellingTest> {
        let articlesA = a.filter { $0.contains { $0 > 0 } }
        let articlesB = b.filter { $0.contains { $0 > 0 } }
        let framings = (articlesA + articlesB).reduce(0) { max($0, $1.count) }
        let (countsA, countsB) = (columnSums(of: articlesA, framings), columnSums(of: articlesB, framings))
        switch Divergence.between(countsA, and: countsB) {
        case .undefined(let reason): return .undefined(reason)
        case .value(let divergence):
            let pool = ArticlePool(articlesA + articlesB, framings: framings, drawing: min(articlesA.count, articlesB.count))
            return .value(RelabellingTest(divergence, SplitTally(observed: countsA, countsB), pool, articlesA.count == articlesB.count))
        }
    }

    private init(_ divergence: Divergence, _ blank: SplitTally, _ pool: ArticlePool, _ sidesAreEqual: Bool) {
        self.divergence = divergence
        var tally = blank
        let all = pool.splitCount(upTo: Self.mostEnumerated)
        if let all {
            pool.forEachSplit { tally.add($0, $1) }
            relabellings = .all(all)
        } else {
            pool.forEachDraw(Self.draws) { tally.add($0, $1) }
            relabellings = .drawn(Self.draws)
        }
        // The observed split is one of all splits; of drawn ones it must be added.
        let extra = all == nil ? 1.0 : 0.0
        let looks = Double(tally.splits) + extra
        pValue = (Double(tally.asLarge) + extra) / looks
        framingPValues = tally.framingAsLarge.map { (Double($0) + extra) / looks }
        meanUnderNull = tally.sumOfBits / Double(tally.splits)
        // Between sides of one size the mirrored split is always as extreme.
        smallestReachablePValue = (all != nil && sidesAreEqual ? 2 : 1) / looks
    }
}

private func columnSums(of rows: [[Int]], _ columns: Int) -> [Int] {
    rows.reduce(into: [Int](repeating: 0, count: columns)) { sums, row in
        for (column, count) in row.enumerated() { sums[column] += count }
    }
}

/// Counts how many splits are at least as extreme as the observed one.
private struct SplitTally {
    private let observedBits: Double
    private let observedGaps: [Double]
    private(set) var splits = 0
    private(set) var asLarge = 0
    private(set) var framingAsLarge: [Int]
    private(set) var sumOfBits = 0.0

    /// Equal splits differ by rounding.
    private static let tolerance = 1e-12

    init(observed a: [Int], _ b: [Int]) {
        let (a, b) = (a.map(Double.init), b.map(Double.init))
        observedBits = divergenceInBits(a, b)
        observedGaps = Self.gaps(a, b)
        framingAsLarge = [Int](repeating: 0, count: a.count)
    }

    mutating func add(_ a: [Double], _ b: [Double]) {
        let bits = divergenceInBits(a, b)
        splits += 1
        sumOfBits += bits
        if bits >= observedBits - Self.tolerance { asLarge += 1 }
        let (totalA, totalB) = (a.reduce(0, +), b.reduce(0, +))
        for framing in a.indices where abs(a[framing] / totalA - b[framing] / totalB) >= observedGaps[framing] - Self.tolerance {
            framingAsLarge[framing] += 1
        }
    }

    private static func gaps(_ a: [Double], _ b: [Double]) -> [Double] {
        let (totalA, totalB) = (a.reduce(0, +), b.reduce(0, +))
        return zip(a, b).map { abs($0 / totalA - $1 / totalB) }
    }
}
