/// Random relabellings of the articles of many pairs of sources at once.
///
/// One draw puts the articles of each source into random order. For a pair of a and b articles, d of them on the smaller side, the number of the
/// first source's articles on a random side of d is hypergeometric; that many from the beginning of its order, with the rest from the beginning
/// of the other's, are such a side. All pairs read sums over the beginnings of the same orders, so that a draw costs
/// O(articles x framings + pairs x framings) instead of O(pairs x articles x framings). Each p-value is that of independent draws for its pair;
/// those of different pairs lean on the same orders, which the correction for many tests allows.
///
/// A framing is settled when enough draws were at least as extreme as what was observed, p = enough/draws, else after all B draws,
/// p = (b + 1)/(B + 1). Both are valid p-values. Source: Besag and Clifford (1991), Biometrika 78, for stopping; Phipson and Smyth (2010).
struct DrawnRelabellings {
    private let draws: Relabelling.Draws
    private var orders: [ArticleOrder]
    private var pairs: [RelabelledPair]
    /// For each question its place in `pairs`.
    private let places: [Int]
    private var generator: SeededGenerator

    init(_ questions: [Relabelling.Question], among tables: [FramingTable], draws: Relabelling.Draws) {
        self.draws = draws
        let sources = Set(questions.flatMap { [$0.first, $0.second] })
        var asked = [Set<Int>](repeating: [], count: tables.count)
        for question in questions {
            asked[question.first].formUnion(question.framings)
            asked[question.second].formUnion(question.framings)
        }
        // In an order that depends on the articles only: neither names nor the order of the sources touch a p-value.
        let unordered = sources.sorted().map { ArticleOrder(tables[$0], source: $0, framings: asked[$0].sorted()) }
        let orders = unordered.sorted { $0.precedes($1) }
        let orderOfSource = Dictionary(uniqueKeysWithValues: orders.enumerated().map { ($1.source, $0) })
        let made = questions.map { question in
            let (first, second) = (orderOfSource[question.first] ?? 0, orderOfSource[question.second] ?? 0)
            return RelabelledPair(min(first, second), max(first, second), of: orders, framings: question.framings)
        }
        let byOrder = made.indices.sorted { (made[$0].first, made[$0].second, $0) < (made[$1].first, made[$1].second, $1) }
        self.orders = orders
        pairs = byOrder.map { made[$0] }
        var places = [Int](repeating: 0, count: made.count)
        for (place, question) in byOrder.enumerated() { places[question] = place }
        self.places = places
        generator = SeededGenerator(seededBy: orders.lazy.map { Int(truncatingIfNeeded: $0.digest) })
    }

    consuming func answers() -> [Relabelling.Answer] {
        var draw = 0
        var open = Array(pairs.indices)
        while draw < draws.most, !open.isEmpty {
            draw += 1
            take(open)
            for index in open { pairs[index].count(draw, enough: draws.enough) }
            open.removeAll { pairs[$0].isSettled }
        }
        return places.map { place in
            Relabelling.Answer(
                method: .drawnRelabellings, pValues: pairs[place].pValues(after: draws.most), smallestReachable: 1 / Double(draws.most + 1))
        }
    }

    /// One draw: the sums on a random side of each open pair.
    private mutating func take(_ open: [Int]) {
        for index in open {
            pairs[index].draw(using: &generator)
            orders[pairs[index].first].ask(for: pairs[index].lengths.0)
            orders[pairs[index].second].ask(for: pairs[index].lengths.1)
        }
        for index in orders.indices { orders[index].shuffle(using: &generator) }
        for index in open { pairs[index].add(orders) }
    }
}

/// The articles of one source in an order that each draw makes anew, with the sums over those beginnings of it that were asked for.
private struct ArticleOrder {
    let source: Int
    let framings: [Int]
    let count: Int
    /// The exposure, then the framings.
    let columns: Int
    let totals: [Double]
    /// Of the counts.
    let digest: UInt64
    private let rows: SparseRows
    private var order: [Int]
    private var isAsked: [Bool]
    private var longest = 0
    /// Sums over the first n articles at n x columns, where asked for.
    private(set) var sums: [Double]

    init(_ table: FramingTable, source: Int, framings: [Int]) {
        self.source = source
        self.framings = framings
        let dense = table.rows(of: framings).sorted { $0.lexicographicallyPrecedes($1) }
        count = dense.count
        columns = framings.count + 1
        var seed = SeededGenerator(seededBy: framings + dense.joined())
        digest = seed.next()
        rows = SparseRows(dense)
        totals = (0..<framings.count + 1).map { column in dense.reduce(0) { $0 + Double($1[column]) } }
        order = Array(0..<dense.count)
        isAsked = [Bool](repeating: false, count: dense.count + 1)
        sums = [Double](repeating: 0, count: (dense.count + 1) * columns)
    }

    func precedes(_ other: ArticleOrder) -> Bool { (count, digest) < (other.count, other.digest) }

    /// Asks the next shuffle for the sums over the first `length` articles.
    mutating func ask(for length: Int) {
        isAsked[length] = true
        longest = max(longest, length)
    }

    /// A partial Fisher-Yates shuffle, as far as the draw needs it.
    mutating func shuffle(using generator: inout SeededGenerator) {
        var running = [Double](repeating: 0, count: columns)
        for place in 0..<longest {
            let chosen = place + generator.next(below: count - place)
            let row = order[chosen]
            order[chosen] = order[place]
            order[place] = row
            rows.add(row, to: &running)
            guard isAsked[place + 1] else { continue }
            isAsked[place + 1] = false
            let start = (place + 1) * columns
            for column in 0..<columns { sums[start + column] = running[column] }
        }
        longest = 0
    }
}

/// Rows of counts of which most are 0.
private struct SparseRows {
    private var starts = [0]
    private var entries: [(column: Int, value: Double)] = []

    init(_ rows: [[Int]]) {
        for row in rows {
            for (column, count) in row.enumerated() where count > 0 { entries.append((column, Double(count))) }
            starts.append(entries.count)
        }
    }

    func add(_ row: Int, to sums: inout [Double]) {
        for place in starts[row]..<starts[row + 1] { sums[entries[place].column] += entries[place].value }
    }
}

/// Two sources under relabelling and what was counted of them.
private struct RelabelledPair {
    /// Indices into the orders.
    let first: Int
    let second: Int
    /// How many articles each gives to the drawn side.
    private(set) var lengths = (0, 0)

    private let split: HypergeometricDistribution
    private let drawn: Int
    /// For each column its place in either order.
    private let columns: [(first: Int, second: Int)]
    private let totals: [Double]
    private let observed: [Double]
    private var sums: [Double]
    private var asLarge: [Int]
    private var settled: [Double?]

    init(_ first: Int, _ second: Int, of orders: [ArticleOrder], framings: [Int]) {
        (self.first, self.second) = (first, second)
        let (a, b) = (orders[first], orders[second])
        drawn = min(a.count, b.count)
        split = HypergeometricDistribution(drawing: drawn, from: a.count, and: b.count)
        let columns = [(0, 0)] + framings.map { ((a.framings.firstIndex(of: $0) ?? 0) + 1, (b.framings.firstIndex(of: $0) ?? 0) + 1) }
        let (totalsA, totalsB) = (a.totals, b.totals)
        self.columns = columns
        let totals = columns.map { totalsA[$0.0] + totalsB[$0.1] }
        self.totals = totals
        observed = columns.indices.dropFirst().map { index in
            Relabelling.gap(totalsA[columns[index].0], totalsA[0], ofHits: totals[index], ofExposure: totals[0])
        }
        sums = totals
        asLarge = framings.map { _ in 0 }
        settled = framings.map { _ in nil }
    }

    var isSettled: Bool { !settled.contains { $0 == nil } }

    mutating func draw(using generator: inout SeededGenerator) {
        let first = split.value(at: generator.nextUnit())
        lengths = (first, drawn - first)
    }

    mutating func add(_ orders: [ArticleOrder]) {
        let (startA, startB) = (lengths.0 * orders[first].columns, lengths.1 * orders[second].columns)
        for (index, column) in columns.enumerated() {
            sums[index] = orders[first].sums[startA + column.first] + orders[second].sums[startB + column.second]
        }
    }

    mutating func count(_ draw: Int, enough: Int) {
        for framing in observed.indices where settled[framing] == nil {
            let gap = Relabelling.gap(sums[framing + 1], sums[0], ofHits: totals[framing + 1], ofExposure: totals[0])
            guard gap >= observed[framing] - Relabelling.tolerance else { continue }
            asLarge[framing] += 1
            if asLarge[framing] == enough { settled[framing] = Double(enough) / Double(draw) }
        }
    }

    func pValues(after draws: Int) -> [Double] { zip(settled, asLarge).map { $0 ?? Double($1 + 1) / Double(draws + 1) } }
}
