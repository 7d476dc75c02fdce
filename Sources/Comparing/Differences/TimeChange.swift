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
    /// How many framings of the source the q-values are corrected for.
    package var tests: Int
}

/// Looks for changes over time: a source's articles are parted at the start of the month, or within a quarter of the week, nearest their middle.
///
/// The parts are compared like two sources, with the same levels, tests and checks; only a difference that stays is a change.
struct TimeChangeFinder {
    let concept: ComparedConcept
    let articles: [ComparedArticle]
    let uses: ConceptUses

    func changes() -> [TimeChange] {
        uses.uses.indices.filter { uses.uses[$0].level >= .estimated }.flatMap(changes)
    }

    private func changes(of source: Int) -> [TimeChange] {
        guard let date = boundary(of: uses.uses[source]) else { return [] }
        let parts = [true, false].map { isEarlier in
            part(source) { article in article.date.map { ($0 < date) == isEarlier } ?? false }
        }
        let found = DifferenceFinder(parts, terms: uses.terms, framingCount: uses.framingCount).differences()
        return found.pairs.filter { [.difference, .firmDifference].contains($0.level) }.map { pair in
            var pair = pair
            (pair.first.source, pair.second.source) = (source, source)
            return TimeChange(source: source, date: date, difference: pair, tests: found.tests)
        }
    }

    private func boundary(of use: ConceptUse) -> ArticleDate? {
        let dates = use.articles.compactMap { articles[$0].date }.filter { $0.day != nil }.sorted()
        guard let first = dates.first, let last = dates.last else { return nil }
        let isLong = (last.monthNumber ?? 0) - (first.monthNumber ?? 0) >= 3
        let starts = zip(dates, dates.dropFirst()).enumerated().filter { _, pair in
            isLong ? pair.0.monthNumber != pair.1.monthNumber : pair.0.weekNumber != pair.1.weekNumber
        }
        return starts.min { abs(2 * ($0.offset + 1) - dates.count) < abs(2 * ($1.offset + 1) - dates.count) }?.element.1
    }

    private func part(_ source: Int, where isIncluded: (ComparedArticle) -> Bool) -> ConceptUse {
        let use = uses.uses[source]
        let kept = use.articles.indices.filter { isIncluded(articles[use.articles[$0]]) }
        let members = Set(kept.map { use.articles[$0] })
        let rows = kept.map { use.rows[$0] }
        let words = members.reduce(0) { $0 + articles[$1].words.total }
        return ConceptUse(
            level: ConceptUse.level(ofRows: rows, articles: rows.count, words: words), rows: rows,
            articles: kept.map { use.articles[$0] }, termHits: uses.termHits(of: concept, source: source, in: members)
        )
    }
}

extension ArticleDate {
    /// Months since the year 0.
    fileprivate var monthNumber: Int? { month.map { year * 12 + $0 - 1 } }

    /// Weeks from Monday to Sunday, counted from the one of 1 January 1970.
    ///
    /// Days from the civil date: Hinnant (2013), chrono-Compatible Low-Level Date Algorithms.
    fileprivate var weekNumber: Int? {
        guard let month, let day else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = (shifted / 400, shifted % 400)
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        // 1 January 1970 was a Thursday; far enough back that no date is negative.
        return (days + 3 + 7 * 200_000) / 7
    }
}
