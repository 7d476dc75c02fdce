package import Articles
import Scoring

/// One source's share of a framing before and from a date on, where the articles carry both and the difference stays.
package struct TimeChange: Sendable {
    /// Index into `Comparison.sources`.
    package var source: Int
    /// Of the first article of the later part.
    package var date: ArticleDate
    /// First the earlier part, second the later one; both sides name the source.
    package var difference: FramingDifference
    /// How many framings of how many sources the q-value is corrected for.
    package var tests: Int
}

/// Looks for changes over time: a source's articles are parted at the start of the month, or within a quarter of the week, nearest their middle.
///
/// The parts are compared like two sources, with the same levels, tests and checks, corrected for all sources and framings of the concept; only
/// a difference that stays is a change.
struct TimeChangeFinder {
    let uses: ConceptUses
    let articles: [ComparedArticle]

    func changes() -> [TimeChange] {
        var parts: [ConceptUse] = []
        var parted: [(source: Int, date: ArticleDate)] = []
        for (source, use) in uses.bySource.enumerated() where use.level >= .estimated {
            guard let date = boundary(of: use.table.articles) else { continue }
            parted.append((source, date))
            for isEarlier in [true, false] {
                parts.append(
                    uses.use(of: source, in: articles) { article in articles[article].date.map { ($0 < date) == isEarlier } ?? false })
            }
        }
        let found = DifferenceFinder(
            parts, terms: uses.terms, framingCount: uses.framingCount, isLexiconValidated: uses.isLexiconValidated
        )
        .differences(between: parted.indices.map { (2 * $0, 2 * $0 + 1) })
        return found.pairs.filter { [.difference, .firmDifference].contains($0.level) }.map { pair in
            var pair = pair
            let (source, date) = parted[pair.first.source / 2]
            (pair.first.source, pair.second.source) = (source, source)
            return TimeChange(source: source, date: date, difference: pair, tests: found.tests)
        }.sorted { ($0.source, $0.difference.framing) < ($1.source, $1.difference.framing) }
    }

    private func boundary(of members: [Int]) -> ArticleDate? {
        let dates = members.compactMap { articles[$0].date }.filter { $0.day != nil }.sorted()
        guard let first = dates.first, let last = dates.last else { return nil }
        let isLong = (last.monthNumber ?? 0) - (first.monthNumber ?? 0) >= 3
        let starts = zip(dates, dates.dropFirst()).enumerated().filter { _, pair in
            isLong ? pair.0.monthNumber != pair.1.monthNumber : pair.0.weekNumber != pair.1.weekNumber
        }
        return starts.min { abs(2 * ($0.offset + 1) - dates.count) < abs(2 * ($1.offset + 1) - dates.count) }?.element.1
    }
}
