import Foundation
import TestSupport
import Testing

/// Files of scores as a killed 'parallax score' leaves them.
@Suite struct ScoresWithoutClosingTests {
    private static let warning =
        "its closing line is missing, so that neither can the lexicon be checked nor words be named in word lists (score again"

    /// A folder with the scores of two articles, `one` and `two`, each with its closing line, and `cut`, which has none.
    private func scores() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(CommandLineTests.plainLexicon, to: "l.yaml")
        for name in ["one", "two"] {
            try folder.write("The occupied land, \(name).\n", to: "\(name).txt")
            let scored = try Program(["score", "\(name).txt", "--lexicon", "l.yaml"], in: folder.url)
            try folder.write(scored.output, to: name)
            try folder.write(scored.lines[0] + "\n", to: "\(name)-cut")
        }
        return folder
    }

    private func report(_ files: [String], in folder: TemporaryFolder) throws -> Program {
        try Program(["report", "--scores"] + files + ["--lexicon", "l.yaml", "--output", "out"], in: folder.url)
    }

    @Test func whereNoFileHasAClosingLineEachIsNamedInAWarning() throws {
        let folder = try scores()
        let run = try report(["one-cut", "two-cut"], in: folder)
        #expect(run.status == 1)
        for name in ["one-cut", "two-cut"] { #expect(run.errors.contains("\(name): warning: \(Self.warning)"), "\(run.errors)") }
        #expect(run.errors.contains("done, with 2 problems"))
        #expect(try folder.text(of: "out/l.md").contains("Unknown"))
    }

    @Test(arguments: [["one", "two"], ["one", "two-cut"]])
    func partsThatAreJoinedWithAClosingLineAreNoProblem(_ files: [String]) throws {
        let run = try report(files, in: try scores())
        #expect(run.status == 0, "\(run.errors)")
        #expect(!run.errors.contains("closing line"))
    }
}
