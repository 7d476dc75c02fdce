import Foundation
import TestSupport
import Testing

@Suite struct ProblemCountTests {
    @Test func recordsThatWereLeftOutAreAllCounted() throws {
        let folder = try TemporaryFolder()
        let records = (0..<100).map { $0 < 41 ? #"{"id": "n\#($0)", "source": "S", "text": "The occupied land."}"# : #"{"id": "n\#($0)"}"# }
        try folder.write(records.joined(separator: "\n"), to: "a.jsonl")
        try folder.write(CommandLineTests.plainLexicon, to: "l.yaml")
        let run = try Program(["report", "a.jsonl", "--lexicon", "l.yaml", "--output", "out", "--format", "json"], in: folder.url)
        #expect(run.status == 1)
        #expect(run.errors.contains("parallax: done, with 59 problems named above"), "\(run.errors)")
        let report = try JSONSerialization.jsonObject(with: Data(folder.text(of: "out/l.json").utf8)) as? [String: Any]
        let counts = report?["diagnostics"] as? [String: Any]
        #expect((counts?["errors"] as? Int ?? 0) + (counts?["warnings"] as? Int ?? 0) == 59, "\(counts ?? [:])")
        #expect(run.errors.contains("39 more: "))
        #expect(try Program(["corpus", "index", "a.jsonl", "--lexicon", "l.yaml"], in: folder.url).status == 1)
        let indexed = try Program(["hits", "a.jsonl", "--lexicon", "l.yaml"], in: folder.url)
        #expect(indexed.errors.contains("parallax: done, with 59 problems named above"), "\(indexed.errors)")
    }
}
