import Foundation
import TestSupport
import Testing

/// The tuning commands as a user runs them, on the harbour dispute.
@Suite struct TuningCommandTests {
    private static let fixtures = Program.root.appendingPathComponent("Tests/Fixtures")

    private func project() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(
            at: Self.fixtures.appendingPathComponent("harbour"), to: folder.url.appendingPathComponent("texts"))
        try folder.write(try String(contentsOf: Self.fixtures.appendingPathComponent("harbour.yaml"), encoding: .utf8), to: "h.yaml")
        return folder
    }

    private func run(_ arguments: String, in folder: TemporaryFolder, input: String? = nil) throws -> Program {
        try Program(arguments.split(separator: " ").map(String.init), in: folder.url, input: input)
    }

    @Test func aRejectedSuggestionIsWrittenBesideTheLexiconAndStaysAway() throws {
        let folder = try project()
        let before = try run("lexicon suggest texts --lexicon h.yaml --format csv", in: folder)
        #expect(before.status == 0 && before.lines.count == 21)
        let word = String(try #require(before.lines.dropFirst().first).split(separator: ",")[1])
        #expect(try run("lexicon suggest --lexicon h.yaml --reject \(word)", in: folder).status == 0)
        #expect(try folder.text(of: "h.rejected-suggestions.jsonl").contains("\"\(word)\""))
        let after = try run("lexicon suggest texts --lexicon h.yaml --format csv", in: folder)
        #expect(!after.lines.contains { $0.split(separator: ",").dropFirst().first.map(String.init) == word })
    }

    @Test func diffFailsOnWhatItIsAskedToFailOn() throws {
        let folder = try project()
        let lexicon = try folder.text(of: "h.yaml")
        try folder.write(lexicon.replacing("terms: [scabs, strikebreakers]", with: "terms: [strikebreakers]"), to: "less.yaml")
        let same = try run("lexicon diff h.yaml h.yaml texts --fail-on loss --fail-on conclusion", in: folder)
        #expect(same.status == 0 && same.output.contains("0 gained, 0 lost, 0 moved"))
        let plain = try run("lexicon diff h.yaml less.yaml texts", in: folder)
        #expect(plain.status == 0 && plain.output.contains("lost  newcomers/scabs  Red Tide"))
        let loss = try run("lexicon diff h.yaml less.yaml texts --fail-on loss", in: folder)
        #expect(loss.status == 1 && loss.errors.contains("hits were lost"))
        #expect(try run("lexicon diff less.yaml h.yaml texts --fail-on loss", in: folder).status == 0)
        #expect(try run("lexicon diff h.yaml less.yaml texts --format json", in: folder).output.hasPrefix("{\"figures\""))
    }

    @Test func explainNamesMatchesAndWhatBlocksOthers() throws {
        let folder = try project()
        let found = try run(
            "lexicon explain --lexicon h.yaml -", in: folder, input: "The strikers call the stoppage legitimate. It lockouts.\n")
        #expect(found.status == 0)
        #expect(found.output.contains("\u{201C}strikers\u{201D} dockers/strikers") && found.output.contains("like \u{201C}lockout\u{201D}"))
        #expect(try run("lexicon explain --lexicon h.yaml", in: folder).status == 2)
    }

    @Test func evaluateReadsAGoldThatHitsWrote() throws {
        let folder = try project()
        try folder.write(try run("hits texts --lexicon h.yaml", in: folder).output, to: "gold.jsonl")
        let found = try run("lexicon evaluate texts --lexicon h.yaml --gold gold.jsonl", in: folder)
        #expect(found.status == 0 && found.output.contains("unchecked"), "\(found.errors)")
        #expect(found.output.contains("(100%, ") && found.output.contains("Coast Wire: recall"))
        #expect(try run("lexicon evaluate texts --lexicon h.yaml --gold nothing.jsonl", in: folder).status == 2)
    }

    @Test func theReportPrintsTheLevelThatJudgementsReach() throws {
        let folder = try project()
        for coder in ["Ana", "Ben"] {
            _ = try run("lexicon judge texts --lexicon h.yaml --coder \(coder) --sample 12", in: folder, input: "aaaaaaaaaaax")
        }
        _ = try run("report texts --lexicon h.yaml -o out -q", in: folder)
        #expect(try folder.text(of: "out/h.md").contains("two coders agree with alpha 1.00"))
        #expect(try run("lexicon evaluate texts --lexicon h.yaml", in: folder).output.contains("The lexicon is tentative"))
    }

    @Test func fragilityNamesWhatASentenceHangsOn() throws {
        let folder = try project()
        let found = try run("lexicon fragility texts --lexicon h.yaml", in: folder)
        #expect(found.status == 0 && found.output.hasPrefix("1. ") && found.output.contains("without the "))
    }

    @Test func aConcordanceOfAFramingIsATableOrJSON() throws {
        let folder = try project()
        let csv = try run("concordance --framing scabs texts --lexicon h.yaml --format csv --sort left -q", in: folder)
        #expect(csv.lines.first?.hasPrefix("doc,source,date,field,start,end") == true && csv.lines.count > 3)
        let json = try run("concordance --concept newcomers texts --lexicon h.yaml --format json -q", in: folder)
        let rows = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
        #expect((rows?.count ?? 0) > csv.lines.count)
        let wrong = try run("concordance --framing scab texts --lexicon h.yaml", in: folder)
        #expect(wrong.status == 2 && wrong.errors.contains("did you mean \u{201C}scabs\u{201D}"))
        #expect(try run("concordance", in: folder).status == 2)
    }
}
