/// The articles of two outlets without their labels, and the ways to share them out again.
struct ArticlePool {
    /// Hits by framing, article after article, in an order that depends on the articles only.
    private let rows: [[Double]]
    private let totals: [Double]
    private let seed: [Int]
    /// The articles of the smaller side. Divergences and gaps are the same from both sides, so only one is added up.
    private let drawn: Int

    init(_ articles: [[Int]], framings: Int, drawing drawn: Int) {
        let padded = articles.map { $0 + [Int](repeating: 0, count: framings - $0.count) }
        let sorted = padded.sorted { $0.lexicographicallyPrecedes($1) }
        rows = sorted.map { $0.map(Double.init) }
        totals = (0..<framings).map { framing in Double(sorted.reduce(0) { $0 + $1[framing] }) }
        seed = sorted.flatMap(\.self) + [drawn]
        self.drawn = drawn
    }

    /// The number of ways to draw the smaller side, C(articles, drawn), where it is at most `limit`.
    func splitCount(upTo limit: Int) -> Int? {
        var count = 1
        for step in stride(from: 1, through: drawn, by: 1) {
            // At most limit x articles, and each partial product is itself a binomial coefficient.
            count = count * (rows.count - drawn + step) / step
            if count > limit { return nil }
        }
        return count
    }

    /// Hands over the framing counts of both sides for every split, in lexicographic order.
    func forEachSplit(_ body: ([Double], [Double]) -> Void) {
        var chosen = Array(0..<drawn)
        while true {
            hand(chosen, to: body)
            guard let last = chosen.indices.last(where: { chosen[$0] < rows.count - drawn + $0 }) else { return }
            chosen[last] += 1
            for index in chosen.indices where index > last { chosen[index] = chosen[index - 1] + 1 }
        }
    }

    /// The same for `count` random splits, by partial Fisher-Yates shuffles seeded by the articles.
    func forEachDraw(_ count: Int, _ body: ([Double], [Double]) -> Void) {
        var generator = SeededGenerator(seededBy: seed)
        var order = Array(rows.indices)
        for _ in 0..<count {
            for position in 0..<drawn { order.swapAt(position, position + generator.next(below: order.count - position)) }
            hand(order[..<drawn], to: body)
        }
    }

    private func hand(_ chosen: some Collection<Int>, to body: ([Double], [Double]) -> Void) {
        var side = [Double](repeating: 0, count: totals.count)
        for article in chosen {
            for framing in side.indices { side[framing] += rows[article][framing] }
        }
        body(side, zip(totals, side).map { $0 - $1 })
    }
}
