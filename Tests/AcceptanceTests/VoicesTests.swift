import Foundation
import TestSupport
import Testing

/// `parallax voices --explain` as a reader meets it.
@Suite struct VoicesTests {
    private func explained(_ text: String) throws -> [String] {
        let folder = try TemporaryFolder()
        try folder.write(text, to: "a.txt")
        let run = try Program(["voices", "a.txt", "--explain"], in: folder.url, environment: ["NO_COLOR": "1"])
        #expect(run.status <= 1, "\(run.errors)")
        return run.lines.map(String.init)
    }

    @Test func eachSentenceStandsAboveItsStretchesAndTheirReasons() throws {
        let lines = try explained("A headline\n\nThe weir was built in spring. Ana Holt claimed that the weir leaks. It rained.\n")
        let sentence = try #require(lines.firstIndex(of: "  Ana Holt claimed that the weir leaks."))
        #expect(lines[sentence - 1] == "    own words")
        #expect(
            lines[sentence + 1] == "    reported, Ana Holt: the weir leaks" || lines[sentence + 1].hasPrefix("    reported, Ana Holt: "))
        #expect(lines[sentence + 2].contains("because a verb of speech governs the clause (rule reporting-verb)"))
        #expect(lines[sentence + 2].contains("cue \u{201C}claimed\u{201D}; mention \u{201C}Ana Holt\u{201D}"))
        #expect(lines[sentence + 3] == "  It rained.")
    }

    @Test func aQuotationOfSeveralSentencesGoesOn() throws {
        let lines = try explained("A headline\n\n\"The weir leaks. It has leaked for years,\" Ana Holt said.\n")
        #expect(lines.contains("    quoted, goes on") || lines.contains { $0.contains("quoted, Ana Holt: \"The weir leaks. It has") })
    }

    @Test func withoutTheOptionTheListIsJSON() throws {
        let folder = try TemporaryFolder()
        try folder.write("Ana Holt said that it rains.\n", to: "a.txt")
        let run = try Program(["voices", "a.txt"], in: folder.url)
        let list = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]]
        #expect(list?.first?["cue"] as? String == "said")
    }
}
