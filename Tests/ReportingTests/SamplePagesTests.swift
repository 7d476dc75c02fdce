import Foundation
import Reporting
import Testing

/// Writes the pages of every state for looking at in a browser, where a folder for them is named.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["PARALLAX_PAGES"] != nil))
struct SamplePagesTests {
    @Test(arguments: SampleComparisons.states)
    func aPageOfTheStateIsWritten(_ state: String) throws {
        let folder = URL(fileURLWithPath: ProcessInfo.processInfo.environment["PARALLAX_PAGES"] ?? ".")
        let comparison = try SampleComparisons.comparison(state)
        let report = ComparisonReport(comparison, record: ComparisonFixture.record) { (try? base64OfSHA256($0)) ?? "" }
        try report.html().write(to: folder.appendingPathComponent("\(state).html"), atomically: true, encoding: .utf8)
        try report.markdown().write(to: folder.appendingPathComponent("\(state).md"), atomically: true, encoding: .utf8)
        try report.json().write(to: folder.appendingPathComponent("\(state).json"), atomically: true, encoding: .utf8)
    }

}
