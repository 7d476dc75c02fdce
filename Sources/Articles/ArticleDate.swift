/// A calendar date of publication, to the day, month or year (ISO 8601: 2020-10-07, 2020-10, 2020).
package struct ArticleDate: Hashable, Sendable, Comparable {
    package let year: Int
    /// 1 to 12, where given.
    package let month: Int?
    /// 1 to 31, where given.
    package let day: Int?

    /// Reads `2020-10-07`, also with a time behind it (`2020-10-07T12:00:00Z`), `2020-10` and `2020`; nil where it is no date.
    package init?(_ text: String) {
        let head = text.split(whereSeparator: { $0 == "T" || $0 == " " }).first.map(String.init) ?? ""
        let parts = head.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count == 2 }) else { return nil }
        let numbers = parts.compactMap { part in part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil }
        guard numbers.count == parts.count, numbers[0] >= 1 else { return nil }
        year = numbers[0]
        month = numbers.count > 1 ? numbers[1] : nil
        day = numbers.count > 2 ? numbers[2] : nil
        if let month, !(1...12).contains(month) { return nil }
        if let month, let day, !(1...Self.days(in: month, of: year)).contains(day) { return nil }
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    package static func < (left: ArticleDate, right: ArticleDate) -> Bool {
        (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
    }

    /// The form for data: ISO 8601.
    package var iso: String {
        [pad(year, 4), month.map { pad($0, 2) }, day.map { pad($0, 2) }].compactMap(\.self).joined(separator: "-")
    }

    /// The form for readers: "7 Oct 2020", "Oct 2020", "2020".
    package var readable: String {
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return [day.map(String.init), month.map { names[$0 - 1] }, String(year)].compactMap(\.self).joined(separator: " ")
    }

    private func pad(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension ArticleDate: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = ArticleDate(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no ISO date: \(text)")
        }
        self = date
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}
