/// A calendar date of publication, to the day, month or year (ISO 8601: 2020-10-07, 2020-10, 2020).
package struct ArticleDate: Hashable, Sendable, Comparable {
    package let year: Int
    /// 1 to 12, where given.
    package let month: Int?
    /// 1 to 31, where given.
    package let day: Int?

    /// Reads `2020-10-07`, also with a time behind it (`2020-10-07T12:00:00Z`), `2020-10` and `2020`; nil where it is no date.
    package init?(_ text: String) {
        guard let numbers = Self.plainNumbers(text) ?? Self.numbers(text), numbers[0] >= 1 else { return nil }
        year = numbers[0]
        month = numbers.count > 1 ? numbers[1] : nil
        day = numbers.count > 2 ? numbers[2] : nil
        if let month, !(1...12).contains(month) { return nil }
        if let month, let day, !(1...Self.days(in: month, of: year)).contains(day) { return nil }
    }

    /// Year, month and day where they alone stand there in ASCII or have a time in ASCII behind them, as nearly always.
    private static func plainNumbers(_ text: String) -> [Int]? {
        var numbers = [0, 0, 0]
        var place = 0
        for byte in text.utf8.prefix(10) {
            if place == 4 || place == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard byte &- 48 < 10 else { return nil }
                let part = place < 4 ? 0 : place < 7 ? 1 : 2
                numbers[part] = numbers[part] * 10 + Int(byte - 48)
            }
            place += 1
        }
        guard place == 10 else { return nil }
        let time = text.utf8.dropFirst(10)
        guard let mark = time.first else { return numbers }
        return (mark == UInt8(ascii: "T") || mark == UInt8(ascii: " ")) && time.allSatisfy { $0 < 0x80 } ? numbers : nil
    }

    private static func numbers(_ text: String) -> [Int]? {
        let head = text.split(whereSeparator: { $0 == "T" || $0 == " " }).first.map(String.init) ?? ""
        let parts = head.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count == 2 }) else { return nil }
        let numbers = parts.compactMap { part in part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil }
        return numbers.count == parts.count ? numbers : nil
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
        var bytes: [UInt8] = []
        bytes.reserveCapacity(10)
        Self.append(year / 100, to: &bytes)
        Self.append(year % 100, to: &bytes)
        if let month { Self.append(month, behindHyphenTo: &bytes) }
        if let day { Self.append(day, behindHyphenTo: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The form for readers: "7 Oct 2020", "Oct 2020", "2020".
    package var readable: String {
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return [day.map(String.init), month.map { names[$0 - 1] }, String(year)].compactMap(\.self).joined(separator: " ")
    }

    /// Appends a number below 100 in two digits.
    private static func append(_ number: Int, to bytes: inout [UInt8]) {
        bytes.append(48 + UInt8(truncatingIfNeeded: number / 10))
        bytes.append(48 + UInt8(truncatingIfNeeded: number % 10))
    }

    private static func append(_ number: Int, behindHyphenTo bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "-"))
        append(number, to: &bytes)
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
