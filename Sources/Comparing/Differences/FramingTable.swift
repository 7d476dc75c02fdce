import Scoring

/// Hits in one article.
struct ArticleHits: Sendable {
    /// Index into `Comparison.articles`.
    let article: Int
    var count: Int
}

/// One source's hits of a concept, article by article, over what they are divided by: the concept's hits for shares, words for rates.
///
/// Only what is not 0 is kept, so that a table costs memory by its hits, however many framings the concept has.
package struct FramingTable: Sendable, Equatable {
    struct Entry: Sendable, Equatable {
        let row: Int
        let hits: Int
    }

    /// The articles of the rows, ascending: indices into `Comparison.articles`.
    let articles: [Int]
    /// By row, above 0.
    let exposures: [Int]
    /// By framing: the rows with a hit of it, ascending.
    let columns: [[Entry]]

    var framingCount: Int { columns.count }
    /// Over all rows.
    let exposure: Int

    /// Rows over the hits of the concept: one for each article with any.
    ///
    /// - Parameter hits: by framing, articles ascending, each once.
    init(sharesOf hits: [[ArticleHits]]) {
        var sums: [Int: Int] = [:]
        for column in hits { for hit in column { sums[hit.article, default: 0] += hit.count } }
        let articles = sums.keys.sorted()
        self.init(articles: articles, exposures: articles.map { sums[$0] ?? 0 }, hits: hits)
    }

    /// - Parameters:
    ///   - articles: ascending; those without exposure are left out.
    ///   - hits: by framing, articles ascending, each once.
    init(articles: some Collection<Int>, exposures: some Collection<Int>, hits: [[ArticleHits]]) {
        let kept = zip(articles, exposures).filter { $0.1 > 0 }
        self.articles = kept.map(\.0)
        self.exposures = kept.map(\.1)
        exposure = kept.reduce(0) { $0 + $1.1 }
        let first = self.articles.first ?? 0
        var rows = [Int](repeating: -1, count: (self.articles.last ?? first - 1) - first + 1)
        for (row, article) in self.articles.enumerated() { rows[article - first] = row }
        columns = hits.map { column in
            column.compactMap { hit in
                guard rows.indices.contains(hit.article - first), rows[hit.article - first] >= 0 else { return nil }
                return Entry(row: rows[hit.article - first], hits: hit.count)
            }
        }
    }

    /// Rows of hits by framing over their sums, for sources that come as counts.
    init(rows: [[Int]], articles: [Int]) {
        self.articles = articles
        exposures = rows.map { $0.reduce(0, +) }
        exposure = exposures.reduce(0, +)
        columns = (0..<(rows.first?.count ?? 0)).map { framing in
            rows.indices.compactMap { rows[$0][framing] > 0 ? Entry(row: $0, hits: rows[$0][framing]) : nil }
        }
    }

    func hits(of framing: Int) -> Int {
        columns.indices.contains(framing) ? columns[framing].reduce(0) { $0 + $1.hits } : 0
    }

    /// The rows of the articles that `isKept` names.
    func filtered(_ isKept: (Int) -> Bool) -> FramingTable {
        let kept = articles.map(isKept)
        let hits = columns.map { column in
            column.filter { kept[$0.row] }.map { ArticleHits(article: articles[$0.row], count: $0.hits) }
        }
        return FramingTable(articles: articles, exposures: zip(exposures, kept).map { $1 ? $0 : 0 }, hits: hits)
    }

    /// The rows by what `part` says of their articles; those of which it says nothing are left out.
    func split(by part: (Int) -> Int?) -> [Int: FramingTable] {
        let parts = articles.map(part)
        var members: [Int: [Int]] = [:]
        for (row, part) in parts.enumerated() { if let part { members[part, default: []].append(row) } }
        var hits = members.mapValues { _ in [[ArticleHits]](repeating: [], count: framingCount) }
        for (framing, column) in columns.enumerated() {
            for entry in column {
                guard let part = parts[entry.row] else { continue }
                hits[part]?[framing].append(ArticleHits(article: articles[entry.row], count: entry.hits))
            }
        }
        return members.reduce(into: [:]) { tables, member in
            tables[member.key] = FramingTable(
                articles: member.value.map { articles[$0] }, exposures: member.value.map { exposures[$0] }, hits: hits[member.key] ?? [])
        }
    }

    /// By framing the ratio of its hits to the exposure; nil for each where there is no exposure.
    func ratios() -> [LinearisedRatio?] {
        var dense = [Int](repeating: 0, count: exposures.count)
        return columns.map { column in
            for entry in column { dense[entry.row] = entry.hits }
            defer { for entry in column { dense[entry.row] = 0 } }
            return LinearisedRatio(of: zip(dense, exposures).lazy.map { ArticleCount(hits: $0, words: $1) })
        }
    }

    /// Hits by framing of each row, with the exposure before them: what relabelling shuffles.
    func rows(of framings: [Int]) -> [[Int]] {
        var rows = exposures.map { [$0] + [Int](repeating: 0, count: framings.count) }
        for (place, framing) in framings.enumerated() {
            for entry in columns[framing] { rows[entry.row][place + 1] = entry.hits }
        }
        return rows
    }
}
