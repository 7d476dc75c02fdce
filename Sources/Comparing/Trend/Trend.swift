package import Articles
import Scoring

/// How the sources' own-voice use of one concept went over time, by week or by month.
///
/// Does not show why it changed, nor whether it did: `TimeChange` tests that.
package struct Trend: Sendable {
    package var unit: TrendUnit
    /// By source, then period; periods of a source without an article are left out.
    package var points: [TrendPoint]
}

/// One source's articles of one period.
package struct TrendPoint: Sendable {
    /// Index into `Comparison.sources`.
    package var source: Int
    /// The period's first day.
    package var start: ArticleDate
    package var articles: Int
    /// Own words.
    package var words: Int
    package var level: EvidenceLevel
    /// Own-voice hits of the concept, and the articles with any.
    package var conceptHits: Int
    package var articlesWithHit: Int
    /// By framing of the concept.
    package var framingHits: [Int]
    /// By framing: with 95 % limits from `estimated` on; nil below `described`.
    package var shares: [Share?]
    /// Of a concept that is compared by its rate; nil for the others and without own words.
    package var rate: Rate?
}

/// Counts a concept by source and period, each period judged by its own evidence level.
struct TrendCounting {
    let uses: ConceptUses
    let articles: [ComparedArticle]

    /// nil where fewer than two periods have an article with a known date, or the concept has no own-voice hit.
    func trend() -> Trend? {
        let hitDates = uses.bySource.flatMap(\.table.articles).compactMap { articles[$0].date }
        guard let unit = Self.unit(of: hitDates) else { return nil }
        let points = uses.bySource.indices.flatMap { self.points(of: $0, by: unit) }
        return Set(points.map(\.start)).count > 1 ? Trend(unit: unit, points: points) : nil
    }

    /// Weeks within a quarter, months beyond; nil where no date tells the month.
    private static func unit(of dates: [ArticleDate]) -> TrendUnit? {
        let months = dates.compactMap(\.monthNumber)
        guard let first = months.min(), let last = months.max() else { return nil }
        let areDaysKnown = dates.allSatisfy { $0.day != nil }
        return last - first < 3 && areDaysKnown ? .week : .month
    }

    private func points(of source: Int, by unit: TrendUnit) -> [TrendPoint] {
        let use = uses.bySource[source]
        guard !use.table.articles.isEmpty else { return [] }
        let members = Dictionary(grouping: uses.sources[source].articles) { articles[$0].date.flatMap(unit.number) }
        let tables = use.table.split { articles[$0].date.flatMap(unit.number) }
        return members.keys.compactMap(\.self).sorted().compactMap { number in
            unit.start(of: number).map { start in
                point(source, start, members[number] ?? [], tables[number] ?? FramingTable(rows: [], articles: []))
            }
        }
    }

    private func point(_ source: Int, _ start: ArticleDate, _ members: [Int], _ table: FramingTable) -> TrendPoint {
        let words = members.reduce(0) { $0 + articles[$1].words.own }
        let isRate = Measure(framings: uses.framingCount) == .rate
        let rates = isRate ? rates(table, of: members) : nil
        let level = ConceptUse.level(
            of: table, rates: rates, articles: members.count, words: members.reduce(0) { $0 + articles[$1].words.total })
        let isEmpty = table.articles.isEmpty
        let none = [Share?](repeating: nil, count: uses.framingCount)
        return TrendPoint(
            source: source, start: start, articles: members.count, words: words, level: level, conceptHits: table.exposure,
            articlesWithHit: table.articles.count, framingHits: (0..<uses.framingCount).map { table.hits(of: $0) },
            shares: isEmpty || isRate ? none : table.shares(at: level, .percent95), rate: rates?.rate(at: level)
        )
    }

    /// The only framing's hits over the own words of a period's articles.
    private func rates(_ table: FramingTable, of members: [Int]) -> FramingTable {
        let hits = table.columns.first.map { $0.map { ArticleHits(article: table.articles[$0.row], count: $0.hits) } } ?? []
        return FramingTable(articles: members, exposures: members.map { articles[$0].words.own }, hits: [hits])
    }
}
