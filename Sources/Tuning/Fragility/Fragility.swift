package import Articles
package import Comparing
package import Scoring

/// What the report's sentences hang on: each is written again without each term, article and week.
///
/// Source: the project's statistics rules, "Term sensitivity"; delete-one jackknife, Efron and Tibshirani (1993), chapter 11. Dropping a term
/// drops its hits; what another term would then find in their place is not looked for.
/// Does not show what two terms or two articles carry together.
package struct Fragility: Sendable {
    package enum Unit: Hashable, Sendable, Comparable {
        case term(FramingReference, pattern: String)
        /// By doc.
        case article(String)
        /// By the Monday that it begins with.
        case week(String)

        package static func < (left: Unit, right: Unit) -> Bool { left.order < right.order }

        private var order: (Int, String, String) {
            switch self {
            case .term(let framing, let pattern): (0, "\(framing.concept)/\(framing.framing)", pattern)
            case .article(let doc): (1, doc, "")
            case .week(let monday): (2, monday, "")
            }
        }
    }

    package struct Dependence: Sendable {
        package let unit: Unit
        /// The unit's counted hits.
        package let hits: Int
        /// What its absence changes beyond numbers.
        package let changes: [ConclusionChange]
    }

    package let conclusions: [Conclusion]
    /// Units without which some sentence concludes something else: terms, articles, weeks.
    package let dependences: [Dependence]
    package let unitsTried: Int
    /// Units with hits; those with most hits were tried.
    package let units: Int

    /// - Parameters:
    ///   - compare: the comparison that the report makes.
    ///   - most: units of each kind that are tried.
    /// - Complexity: one comparison for each unit tried.
    package init(_ settled: SettledTally, most: Int, compare: (SettledTally) -> Comparison) {
        let conclusions = Conclusion.all(of: compare(settled))
        let counts = Self.hits(of: settled)
        let tried = Self.largest(counts, most: most)
        self.conclusions = conclusions
        units = counts.count
        unitsTried = tried.count
        dependences = tried.compactMap { unit in
            let without = Conclusion.all(of: compare(Self.without(unit, settled)))
            let changes = ConclusionChange.between(conclusions, without).filter(\.isConclusion)
            return changes.isEmpty ? nil : Dependence(unit: unit, hits: counts[unit] ?? 0, changes: changes)
        }
    }

    private static func hits(of settled: SettledTally) -> [Unit: Int] {
        var counts: [Unit: Int] = [:]
        for article in settled.articles {
            for hit in article.tally.hits where hit.status == .counted {
                counts[.term(FramingReference(concept: hit.concept, framing: hit.framing), pattern: hit.term), default: 0] += 1
                counts[.article(article.tally.doc), default: 0] += 1
                if let week = week(of: article.tally.date) { counts[.week(week), default: 0] += 1 }
            }
        }
        return counts
    }

    private static func largest(_ counts: [Unit: Int], most: Int) -> [Unit] {
        let kinds = Dictionary(grouping: counts.keys) { unit in
            switch unit {
            case .term: 0
            case .article: 1
            case .week: 2
            }
        }
        return kinds.values.flatMap { units in
            units.sorted { (-counts[$0, default: 0], $0) < (-counts[$1, default: 0], $1) }.prefix(most)
        }.sorted()
    }

    private static func without(_ unit: Unit, _ settled: SettledTally) -> SettledTally {
        switch unit {
        case .term(let framing, let pattern):
            settled.keeping { _ in
                true
            } hits: { hit in
                hit.term != pattern || hit.concept != framing.concept || hit.framing != framing.framing
            }
        case .article(let doc):
            settled.keeping {
                $0.doc != doc
            } hits: { _ in
                true
            }
        case .week(let monday):
            settled.keeping {
                week(of: $0.date) != monday
            } hits: { _ in
                true
            }
        }
    }

    /// The Monday of a date's week; nil without a day.
    package static func week(of date: ArticleDate?) -> String? {
        guard let date, let month = date.month, let day = date.day else { return nil }
        let number = CivilDay.number(year: date.year, month: month, day: day)
        // Day 0, 1 January 1970, was a Thursday.
        let weekday = ((number + 3) % 7 + 7) % 7
        return CivilDay.iso(number - weekday)
    }
}

/// Days of the Gregorian calendar by number, 0 for 1 January 1970.
///
/// Source: Hinnant (chrono-compatible low-level date algorithms, 2013), days_from_civil and civil_from_days.
enum CivilDay {
    static func number(year: Int, month: Int, day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    static func iso(_ number: Int) -> String {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, 2)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
