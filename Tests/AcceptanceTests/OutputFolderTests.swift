import Foundation
import TestSupport
import Testing

@testable import parallax

@Suite struct OutputFolderTests {
    private func names(in folder: TemporaryFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test func aFolderInThePlaceOfOneFileLeavesAllAsTheyWere() throws {
        let folder = try TemporaryFolder()
        try folder.write("old", to: "out/l.html")
        try folder.write("old", to: "out/l.json/kept")
        try folder.write("The occupied land.", to: "a.txt")
        try folder.write(CommandLineTests.plainLexicon, to: "l.yaml")
        let run = try Program(["report", "a.txt", "--lexicon", "l.yaml", "--output", "out"], in: folder.url)
        #expect(run.status == 2)
        #expect(run.errors.contains("out/l.json: it is a folder; nothing was changed (move it away"), "\(run.errors)")
        #expect(try folder.text(of: "out/l.html") == "old")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out").sorted() == ["l.html", "l.json"])
    }

    @Test func filesAreTakenBackWhereALaterOneCannotBeRenamed() throws {
        let folder = try TemporaryFolder()
        try folder.write("old", to: "a")
        // The second of a name finds its draft gone.
        let files = [("a", Array("new".utf8)), ("b", Array("new".utf8)), ("b", Array("newer".utf8))]
        #expect {
            try OutputFolder(folder.path).write(files.map { (name: $0, bytes: $1) })
        } throws: {
            ($0 as? RunFault)?.message.hasSuffix("/b: No such file or directory; nothing was changed") ?? false
        }
        #expect(try folder.text(of: "a") == "old")
        #expect(try names(in: folder) == ["a"])
    }

    @Test func filesThatArePutInPlaceLeaveNothingBesideThem() throws {
        let folder = try TemporaryFolder()
        try folder.write("old", to: "a")
        try OutputFolder(folder.path).write([(name: "a", bytes: Array("new".utf8)), (name: "b", bytes: [])])
        #expect(try folder.text(of: "a") == "new")
        #expect(try names(in: folder) == ["a", "b"])
    }
}
