import Articles
import TestSupport
import Testing

/// Dates against a reading by characters.
@Suite struct ArticleDateTests {
    @Test(arguments: [
        ("2020-10-07", "2020-10-07"), ("2020-10-07T12:00:00Z", "2020-10-07"), ("2020-10-07 12:00", "2020-10-07"), ("2020-10", "2020-10"),
        ("2020", "2020"), (" 2020-10-07", "2020-10-07"), ("2020-02-29", "2020-02-29"), ("0001-01-01", "0001-01-01"),
        ("2020-10-07T", "2020-10-07"),
    ])
    func datesOfIsoAreReadToTheDayMonthOrYear(text: String, iso: String) {
        #expect(ArticleDate(text)?.iso == iso)
    }

    @Test(arguments: [
        "2021-02-29", "2020-13-01", "2020-00-01", "2020-10-00", "0000-10-07", "2020-10-7", "20-10-07", "2020-10-07-01", "2020/10/07",
        "7 Oct 2020",
        "2020-1\u{661}-07", "+020-10-07", "2020-10-07T\u{301}", "", "2020-10-07\u{301}", "T2020-10-07x",
    ])
    func whatIsNoDateIsNone(text: String) {
        #expect(ArticleDate(text) == nil)
    }

    @Test func datesAreThoseThatCharactersGive() {
        var random = SeededRandom(seed: 82)
        let pieces = ["2", "0", "1", "9", "-", "-", "T", " ", "2020", "-02-", "-10-", "07", "30", "\u{301}", "Z"]
        for _ in 0..<20_000 {
            let start = Bool.random(using: &random) ? "2020-1" : ""
            let text = (0..<Int.random(in: 0..<8, using: &random)).reduce(start) { text, _ in
                text + (pieces.randomElement(using: &random) ?? "")
            }
            #expect(ArticleDate(text)?.iso == Self.iso(text), "\(text)")
        }
    }

    /// What stands before the first time, cut at hyphens, where the calendar has such a day.
    private static func iso(_ text: String) -> String? {
        let head = text.split(whereSeparator: { $0 == "T" || $0 == " " }).first.map(String.init) ?? ""
        let parts = head.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        let widths = [4, 2, 2]
        guard (1...3).contains(parts.count), zip(parts, widths).allSatisfy({ $0.count == $1 && $0.utf8.allSatisfy { 48...57 ~= $0 } })
        else { return nil }
        let numbers = parts.compactMap { Int($0) }
        let isLeap = numbers[0] % 4 == 0 && (numbers[0] % 100 != 0 || numbers[0] % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard numbers[0] > 0, numbers.count < 2 || (1...12).contains(numbers[1]) else { return nil }
        guard numbers.count < 3 || (1...days[numbers[1] - 1]).contains(numbers[2]) else { return nil }
        return head
    }
}
