/// The p-values of some framings between two sources, by relabelling articles: the per-framing part of `RelabellingTest` at a fraction of its cost.
///
/// Up to 20 000 relabellings all are looked at. Beyond, seeded draws: a framing is settled when 100 draws were at least as extreme as what was
/// observed, p = 100/draws, else after all B draws (9 999; fewer
/// among many pairs), p = (b + 1)/(B + 1). Both are valid p-values; only large ones get fewer draws.
/// Source: Pitman (1937); Besag and Clifford (1991), Biometrika 78, for stopping; Phipson and Smyth (2010), SAGMB 9.
struct FramingRelabelling {
    private(set) var method: TestMethod
    /// In the order of the framings given.
    private(set) var pValues: [Double]
    private(set) var smallestReachable: Double

    /// Draws as extreme as the observed split after which p is known well enough: its standard error is a tenth of it.
    private static let enough = 100

    /// - Parameters: hits by framing of every article with any hit of the concept, on both sides.
    init(of framings: [Int], between a: [[Int]], and b: [[Int]], draws: Int = RelabellingTest.draws) {
        let pool = RelabelledRows(a + b, framings: framings)
        let observed = pool.gaps(of: (a.count <= b.count ? a : b), framings: framings)
        let drawn = min(a.count, b.count)
        if let splits = Self.splitCount(choosing: drawn, of: a.count + b.count) {
            method = .allRelabellings
            pValues = pool.asLargeInAllSplits(drawn, observed).map { Double($0) / Double(splits) }
            // Between sides of one size the mirrored split is just as extreme.
            smallestReachable = (a.count == b.count ? 2 : 1) / Double(splits)
        } else {
            method = .drawnRelabellings
            pValues = pool.drawnPValues(drawn, observed, draws: draws, stoppingAt: Self.enough)
            smallestReachable = 1 / Double(draws + 1)
        }
    }

    /// C(all, chosen) where it is small enough to look at every split.
    private static func splitCount(choosing chosen: Int, of all: Int) -> Int? {
        var count = 1
        for step in stride(from: 1, through: chosen, by: 1) {
            count = count * (all - chosen + step) / step
            if count > RelabellingTest.mostEnumerated { return nil }
        }
        return count
    }
}

/// The articles of both sides without their labels: in each row the hits of the concept, then those of the framings asked for.
private struct RelabelledRows {
    private let columns: Int
    private let count: Int
    /// Row after row, in an order that depends on the articles only.
    private let values: [Double]
    private let totals: [Double]
    private let seed: [Int]

    /// Equal splits differ by rounding.
    private static let tolerance = 1e-12

    init(_ articles: [[Int]], framings: [Int]) {
        let rows = articles.map { row in [row.reduce(0, +)] + framings.map { row[$0] } }.sorted { $0.lexicographicallyPrecedes($1) }
        columns = framings.count + 1
        count = rows.count
        values = rows.flatMap { $0.map(Double.init) }
        totals = (0..<(framings.count + 1)).map { column in Double(rows.reduce(0) { $0 + $1[column] }) }
        seed = rows.flatMap(\.self)
    }

    func gaps(of side: [[Int]], framings: [Int]) -> [Double] {
        let sums = [side.reduce(0) { $0 + $1.reduce(0, +) }] + framings.map { framing in side.reduce(0) { $0 + $1[framing] } }
        var gaps = [Double](repeating: 0, count: framings.count)
        fill(&gaps, from: sums.map(Double.init))
        return gaps
    }

    /// How many of all splits have a gap at least as large as the observed one, by framing.
    func asLargeInAllSplits(_ drawn: Int, _ observed: [Double]) -> [Int] {
        var asLarge = [Int](repeating: 0, count: observed.count)
        var gaps = observed
        var sums = totals
        var chosen = Array(0..<drawn)
        while true {
            add(chosen[...], to: &sums)
            fill(&gaps, from: sums)
            for framing in gaps.indices where gaps[framing] >= observed[framing] - Self.tolerance { asLarge[framing] += 1 }
            guard let last = chosen.indices.last(where: { chosen[$0] < count - drawn + $0 }) else { return asLarge }
            chosen[last] += 1
            for index in chosen.indices where index > last { chosen[index] = chosen[index - 1] + 1 }
        }
    }

    func drawnPValues(_ drawn: Int, _ observed: [Double], draws: Int, stoppingAt enough: Int) -> [Double] {
        var generator = SeededGenerator(seededBy: seed + [drawn])
        var order = Array(0..<count)
        var asLarge = [Int](repeating: 0, count: observed.count)
        var pValues = [Double?](repeating: nil, count: observed.count)
        var (gaps, sums) = (observed, totals)
        for draw in 1...draws {
            for position in 0..<drawn { order.swapAt(position, position + generator.next(below: count - position)) }
            add(order[..<drawn], to: &sums)
            fill(&gaps, from: sums)
            var open = false
            for framing in gaps.indices where pValues[framing] == nil {
                if gaps[framing] >= observed[framing] - Self.tolerance { asLarge[framing] += 1 }
                if asLarge[framing] == enough { pValues[framing] = Double(enough) / Double(draw) } else { open = true }
            }
            if !open { break }
        }
        return zip(pValues, asLarge).map { $0 ?? Double($1 + 1) / Double(draws + 1) }
    }

    /// Puts the sums of the chosen rows into `sums`.
    private func add(_ chosen: ArraySlice<Int>, to sums: inout [Double]) {
        for column in 0..<columns { sums[column] = 0 }
        values.withUnsafeBufferPointer { values in
            for row in chosen {
                let start = row * columns
                for column in 0..<columns { sums[column] += values[start + column] }
            }
        }
    }

    /// |share on one side - share on the other| of each framing; every row has a hit, so neither side is empty.
    private func fill(_ gaps: inout [Double], from sums: [Double]) {
        for framing in gaps.indices {
            let other = (totals[framing + 1] - sums[framing + 1]) / (totals[0] - sums[0])
            gaps[framing] = abs(sums[framing + 1] / sums[0] - other)
        }
    }
}
