import Foundation
import TestSupport
import Testing

/// Judging hits by hand: what was acknowledged stays, whatever ends the program.
@Suite struct JudgeTests {
    private static let lexicon = """
        lexicon: Test
        format: 1
        version: 1
        language: en
        concepts:
          - concept: dam
            framings:
              - framing: threat
                terms: [threat]

        """

    private func project(hits: Int) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(Self.lexicon, to: "l.yaml")
        let lines = (0..<hits).map { "Neighbour \($0) says nothing, yet the dam is a threat to \($0) fields." }
        try folder.write("---\nsource: S\ndate: 2031-03-04\n---\n" + lines.joined(separator: "\n") + "\n", to: "texts/a.txt")
        return folder
    }

    private func judge(_ keys: String, in folder: TemporaryFolder, _ more: String...) throws -> Program {
        try Program(["lexicon", "judge", "texts", "--lexicon", "l.yaml", "--coder", "Ana"] + more, in: folder.url, input: keys)
    }

    private struct Line: Decodable {
        let verdict: String
        let start: Int
        let reason: String?
    }

    private func lines(in folder: TemporaryFolder) throws -> [Line] {
        guard let text = try? folder.text(of: "l.judgements.jsonl") else { return [] }
        return try text.split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    }

    @Test func keysFromAPipeKeepRejectAndUndoAndTheNextRunGoesOn() throws {
        let folder = try project(hits: 6)
        #expect(try judge("axcbad place\nuq", in: folder).status == 0)
        let written = try lines(in: folder)
        #expect(written.map(\.verdict) == ["keep", "reject", "reject", "retract"])
        #expect(written[2].reason == "bad place")
        let second = try judge("uxaaaa", in: folder)
        #expect(second.output.hasPrefix("2 of 6 judged by Ana."))
        #expect(second.output.contains("undone"))
        #expect(second.output.contains("5 kept, 1 rejected, the sample is done"))
    }

    @Test func rejectedHitsAreSetAsideInHitsScoresAndReport() throws {
        let folder = try project(hits: 6)
        _ = try judge("xxa", in: folder)
        let hits = try Program(["hits", "texts", "--lexicon", "l.yaml"], in: folder.url)
        #expect(hits.lines.count { $0.contains("\"status\":\"rejected\"") } == 2)
        let report = try Program(["report", "texts", "--lexicon", "l.yaml", "--output", "out"], in: folder.url)
        #expect(report.output.contains("4 of 6 hits counted") && report.output.contains("2 rejected"))
        let scores = try Program(["score", "texts", "--lexicon", "l.yaml"], in: folder.url)
        try folder.write(scores.output, to: "s.jsonl")
        let again = try Program(["report", "--scores", "s.jsonl", "--lexicon", "l.yaml", "--output", "out2"], in: folder.url)
        #expect(again.output.contains("4 of 6 hits counted"))
    }

    @Test func anUnknownKeyIsAnsweredAndChangesNothing() throws {
        let folder = try project(hits: 2)
        #expect(try judge("zzq", in: folder).output.contains("u undo"))
        #expect(try lines(in: folder).isEmpty)
    }

    @Test func withoutHitsOrWithArticlesFromStandardInputItSaysSo() throws {
        let folder = try project(hits: 0)
        try folder.write("Nothing here.\n", to: "texts/a.txt")
        let nothing = try judge("a", in: folder)
        #expect(nothing.status == 2 && nothing.errors.contains("nothing to judge"))
        let piped = try Program(["lexicon", "judge", "-", "--lexicon", "l.yaml"], in: folder.url)
        #expect(piped.status == 2 && piped.errors.contains("keys"))
    }

    @Test func oneCoderIsNoAgreementAndTwoAreCompared() throws {
        let folder = try project(hits: 4)
        _ = try judge("aaxx", in: folder)
        let alone = try Program(["lexicon", "judge", "--coders", "l.judgements.jsonl"], in: folder.url)
        #expect(alone.status == 2 && alone.errors.contains("only one coder"))
        _ = try judge("aaax", in: folder, "--file", "ben.jsonl")
        let both = try Program(["lexicon", "judge", "--coders", "l.judgements.jsonl", "ben.jsonl"], in: folder.url)
        #expect(both.status == 0, "\(both.errors)")
        #expect(both.output.contains("hits judged by two or more: 4") && both.output.contains("judged differently: 1"))
        #expect(both.output.contains("Cohen's kappa: 0.500"))
    }

    /// Kills the program at random moments; `PARALLAX_KILLS` says how often.
    @Test func aKilledRunLosesAndTearsNoJudgement() throws {
        let kills = ProcessInfo.processInfo.environment["PARALLAX_KILLS"].flatMap { Int($0) } ?? 8
        let folder = try project(hits: 3000)
        var random = SeededRandom(seed: 20_310_304)
        var judged = 0
        for kill in 0..<kills {
            let acknowledged = try killed(after: Int.random(in: 0...300_000, using: &random), in: folder)
            let written = try lines(in: folder)
            #expect(written.count >= judged + acknowledged, "kill \(kill)")
            #expect(Set(written.map(\.start)).count == written.count, "kill \(kill): a hit was judged twice")
            judged = written.count
        }
        #expect(judged > 0)
    }

    /// - Returns: the judgements that the program acknowledged before it was killed, so many microseconds after its first line.
    private func killed(after microseconds: Int, in folder: TemporaryFolder) throws -> Int {
        let process = Process()
        process.executableURL = Program.executable
        process.arguments = ["lexicon", "judge", "texts", "--lexicon", "l.yaml", "--coder", "Ana", "--sample", "3000"]
        process.currentDirectoryURL = folder.url
        process.standardInput = try FileHandle(forReadingFrom: folder.write(String(repeating: "ax", count: 1500), to: "keys"))
        let output = try folder.write("", to: "out.txt")
        process.standardOutput = try FileHandle(forWritingTo: output)
        try process.run()
        while process.isRunning, try Data(contentsOf: output).isEmpty { usleep(1000) }
        usleep(UInt32(microseconds))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return try String(contentsOf: output, encoding: .utf8).split(separator: "\n").count {
            $0.hasPrefix("kept ") || $0.hasPrefix("rejected ")
        }
    }
}
