import Articles

/// The length of the periods of a trend.
package enum TrendUnit: String, Sendable, Codable, Hashable {
    /// Monday to Sunday (ISO 8601).
    case week
    case month

    /// The period that a date lies in, counted from a fixed one; nil where the date is not known well enough.
    func number(of date: ArticleDate) -> Int? {
        switch self {
        case .week: date.weekNumber
        case .month: date.monthNumber
        }
    }

    /// The first day of a period.
    func start(of number: Int) -> ArticleDate? {
        switch self {
        case .week: ArticleDate(weekNumber: number)
        case .month: ArticleDate(monthNumber: number)
        }
    }
}

extension ArticleDate {
    /// Months since the year 0.
    var monthNumber: Int? { month.map { year * 12 + $0 - 1 } }

    /// Weeks from Monday to Sunday, counted so that none is negative.
    var weekNumber: Int? { dayNumber.map { ($0 + Self.daysBeforeFirstMonday) / 7 } }

    /// The first day of a month.
    init?(monthNumber number: Int) { self.init(Self.iso(year: number / 12, month: number % 12 + 1, day: 1)) }

    /// The Monday of a week.
    init?(weekNumber number: Int) { self.init(dayNumber: number * 7 - Self.daysBeforeFirstMonday) }

    /// Source: Hinnant, chrono-Compatible Low-Level Date Algorithms, civil_from_days, with days counted from 1 March of year 0.
    init?(dayNumber: Int) {
        guard dayNumber >= 0 else { return nil }
        let (era, dayOfEra) = dayNumber.quotientAndRemainder(dividingBy: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        self.init(Self.iso(year: year, month: month, day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1))
    }

    // 1 March of year 0 was a Wednesday.
    private static let daysBeforeFirstMonday = 2

    private static func iso(year: Int, month: Int, day: Int) -> String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}
