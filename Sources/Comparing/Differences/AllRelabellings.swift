/// Every way to share the articles of two sources out between them again.
struct AllRelabellings {
    private let rows: [[Double]]
    private let totals: [Double]
    private let observed: [Double]
    /// Articles of the smaller side: gaps are the same from both, so only one is added up.
    private let chosen: Int

    /// nil where there are more than `RelabellingTest.mostEnumerated` ways.
    static func answer(_ question: Relabelling.Question, _ a: FramingTable, _ b: FramingTable) -> Relabelling.Answer? {
        let sizes = (a.articles.count, b.articles.count)
        guard let splits = splitCount(choosing: min(sizes.0, sizes.1), of: sizes.0 + sizes.1) else { return nil }
        let all = AllRelabellings(a.rows(of: question.framings), b.rows(of: question.framings))
        return Relabelling.Answer(
            method: .allRelabellings, pValues: all.asLarge().map { Double($0) / Double(splits) },
            // Between sides of one size the mirrored split is just as extreme.
            smallestReachable: (sizes.0 == sizes.1 ? 2 : 1) / Double(splits)
        )
    }

    private init(_ a: [[Int]], _ b: [[Int]]) {
        let smaller = a.count <= b.count ? a : b
        let rows = (a + b).map { $0.map(Double.init) }
        let columns = rows.first?.indices ?? 0..<0
        let totals = columns.map { column in rows.reduce(0) { $0 + $1[column] } }
        let sums = columns.map { column in smaller.reduce(0) { $0 + Double($1[column]) } }
        self.rows = rows
        self.totals = totals
        observed = columns.dropFirst().map { Relabelling.gap(sums[$0], sums[0], ofHits: totals[$0], ofExposure: totals[0]) }
        chosen = smaller.count
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

    /// How many of all splits have a gap at least as large as the observed one, by framing.
    private func asLarge() -> [Int] {
        var asLarge = [Int](repeating: 0, count: observed.count)
        var sums = totals
        var side = Array(0..<chosen)
        while true {
            for column in sums.indices { sums[column] = side.reduce(0) { $0 + rows[$1][column] } }
            for framing in observed.indices {
                let gap = Relabelling.gap(sums[framing + 1], sums[0], ofHits: totals[framing + 1], ofExposure: totals[0])
                if gap >= observed[framing] - Relabelling.tolerance { asLarge[framing] += 1 }
            }
            guard let last = side.indices.last(where: { side[$0] < rows.count - chosen + $0 }) else { return asLarge }
            side[last] += 1
            for index in side.indices where index > last { side[index] = side[index - 1] + 1 }
        }
    }
}
