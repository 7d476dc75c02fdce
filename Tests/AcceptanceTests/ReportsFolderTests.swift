import Foundation
import TestSupport
import Testing

/// `reports/` holds what `make report` writes, so that a change in output shows in the diff.
@Suite struct ReportsFolderTests {
    @Test(arguments: ["karabakh.html", "karabakh.md", "karabakh.json"])
    func keptReportIsWhatTheProgramWritesToday(name: String) throws {
        let folder = try TemporaryFolder()
        let run = try Program(["report", "--output", folder.path])
        #expect(run.status <= 1, "\(run.errors)")
        let kept = Program.root.appendingPathComponent("reports/\(name)")
        let written = try folder.text(of: name)
        if ProcessInfo.processInfo.environment["PARALLAX_RECORD"] == "1" {
            try Data(written.utf8).write(to: kept)
            Issue.record("\(name) was recorded; run again without PARALLAX_RECORD")
        }
        let before = try String(contentsOf: kept, encoding: .utf8)
        #expect(written == before, "reports/\(name) differs from what the program writes; run make report and read the diff")
    }

    @Test(arguments: [["--threads", "1"], ["--threads", "2"], ["--threads", "7"]])
    func anyNumberOfThreadsWritesTheSameBytes(threads: [String]) throws {
        let folder = try TemporaryFolder()
        _ = try Program(["report", "--output", folder.path, "--quiet"] + threads)
        let reference = try TemporaryFolder()
        _ = try Program(["report", "--output", reference.path, "--quiet"])
        for name in ["karabakh.html", "karabakh.md", "karabakh.json"] {
            #expect(try folder.text(of: name) == reference.text(of: name))
        }
    }

    @Test func tallyScoredInPartsGivesTheReportOfTheWhole() throws {
        let folder = try TemporaryFolder()
        let seeds = Program.root.appendingPathComponent("seeds").path
        let names = try FileManager.default.contentsOfDirectory(atPath: seeds).filter { $0.hasSuffix(".txt") }.sorted()
        let parts = [names.enumerated().filter { $0.offset % 2 == 0 }, names.enumerated().filter { $0.offset % 2 == 1 }]
        for (index, part) in parts.enumerated() {
            let scored = try Program(["score"] + part.map { "\(seeds)/\($0.element)" })
            try folder.write(scored.output, to: "part\(index).scores")
        }
        _ = try Program(["report", "--output", folder.path + "/whole", "--format", "json"])
        for order in [[0, 1], [1, 0]] {
            let files = order.map { "\(folder.path)/part\($0).scores" }
            let merged = try Program(["report", "--scores"] + files + ["--output", "\(folder.path)/merged", "--format", "json"])
            #expect(merged.status <= 1, "\(merged.errors)")
            let whole = try Self.comparable(folder.text(of: "whole/karabakh.json"))
            #expect(try Self.comparable(folder.text(of: "merged/karabakh.json")) == whole)
        }
    }

    /// Everything but how the run came about: a report from tallies has read other files by another command.
    private static func comparable(_ json: String) throws -> NSDictionary {
        var object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] ?? [:]
        for key in ["command", "inputs", "diagnostics"] { object[key] = nil }
        return NSDictionary(dictionary: object)
    }
}
