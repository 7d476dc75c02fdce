import Foundation
import TestSupport
import Testing

/// The commands that make, change and convert lexicons, as a user runs them.
@Suite struct LexiconCommandTests {
    @Test func aForeignFileIsALexiconAndConvertsToOneThatFindsTheSame() throws {
        let folder = try TemporaryFolder()
        try folder.write("%\n1\tWater\n2\tLand\n%\nriver*\t1\ndry land\t2\nland\t2\n", to: "w.dic")
        try folder.write("The rivers ran over dry land, and the river took the land.\n", to: "a.txt")
        let direct = try Program(["hits", "a.txt", "--lexicon", "w.dic", "--format", "tsv"], in: folder.url)
        #expect(direct.status == 0, "\(direct.errors)")
        #expect(direct.lines.count == 5)
        for format in ["yaml", "quanteda", "dic", "dicx", "ykd", "csv"] {
            let converted = try Program(["lexicon", "convert", "w.dic", "--to", format, "--output", "out"], in: folder.url)
            #expect(converted.status == 0, "\(converted.errors)")
            #expect(converted.errors.contains("2 categories, 3 terms (1 with wildcards, 1 of several words)"))
            let again = try Program(["hits", "a.txt", "--lexicon", "out", "--format", "tsv"], in: folder.url)
            #expect(again.output == direct.output, "\(format): \(again.errors)")
        }
    }

    @Test func `a lexicon is read from a pipe`() throws {
        let folder = try TemporaryFolder()
        try folder.write(CommandLineTests.plainLexicon, to: "l.yaml")
        try folder.write("The occupied land.\n", to: "a.txt")
        let pipe = folder.url.appendingPathComponent("p.yaml").path
        try #require(mkfifo(pipe, 0o600) == 0)
        let named = try Program(["hits", "a.txt", "--lexicon", "l.yaml"], in: folder.url)
        let writer = Process()
        writer.executableURL = URL(fileURLWithPath: "/bin/sh")
        writer.currentDirectoryURL = folder.url
        writer.arguments = ["-c", "cat l.yaml > p.yaml"]
        try writer.run()
        let piped = try Program(["hits", "a.txt", "--lexicon", pipe], in: folder.url)
        writer.waitUntilExit()
        #expect(piped.status == 0, "\(piped.errors)")
        #expect(piped.output == named.output && piped.lines.count == 1)
    }

    @Test func anEncodingIsGuessedAloudAndTakenFromTheOption() throws {
        let folder = try TemporaryFolder()
        try folder.write(Data([0x41, 0x0D, 0x0A, 0x09, 0x43, 0xC9, 0x20, 0x28, 0x31, 0x29, 0x0D, 0x0A]), to: "w.cat")
        let guessed = try Program(["lexicon", "convert", "w.cat", "--to", "yaml"], in: folder.url)
        #expect(guessed.status == 1)
        #expect(guessed.errors.contains("w.cat:2:3: warning") && guessed.errors.contains("Windows-1252"))
        let told = try Program(["lexicon", "convert", "w.cat", "--to", "yaml", "--encoding", "koi8-r"], in: folder.url)
        #expect(told.status == 0, "\(told.errors)")
        #expect(guessed.output.contains("- C\u{c9}\n") && told.output.contains("- C\u{438}\n"))
    }

    @Test func aNewLexiconHasNoFaultsAndNoFileIsOverwritten() throws {
        let folder = try TemporaryFolder()
        #expect(try Program(["lexicon", "new", "water.yaml"], in: folder.url).status == 0)
        let check = try Program(["lexicon", "check", "water.yaml"], in: folder.url)
        #expect(check.status == 0 && check.output.contains("no faults found"), "\(check.errors)")
        let text = try folder.text(of: "water.yaml")
        #expect(try Program(["lexicon", "new", "water.yaml"], in: folder.url).status == 2)
        #expect(try folder.text(of: "water.yaml") == text)
    }

    @Test func aTermAddedAndRemovedLeavesTheShippedLexiconAsItWas() throws {
        let folder = try TemporaryFolder()
        let original = try Data(contentsOf: Program.root.appendingPathComponent("lexicons/karabakh.yaml"))
        try folder.write(original, to: "k.yaml")
        let place = ["k.yaml", "zebra crossing*", "--concept", "territory_status", "--framing", "occupied"]
        #expect(try Program(["lexicon", "add"] + place, in: folder.url).status == 0)
        let added = try folder.text(of: "k.yaml").split(separator: "\n", omittingEmptySubsequences: false)
        let lines = String(decoding: original, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(added.count == lines.count + 1)
        #expect(try Program(["lexicon", "add"] + place, in: folder.url).status == 2)
        #expect(try Program(["lexicon", "remove"] + place, in: folder.url).status == 0)
        #expect(try Data(contentsOf: folder.url.appendingPathComponent("k.yaml")) == original)
    }

    @Test func hostileXMLIsRefusedWithItsLine() throws {
        let folder = try TemporaryFolder()
        try folder.write("<?xml version=\"1.0\"?>\n<!DOCTYPE d [<!ENTITY a \"b\">]>\n<dictionary/>\n", to: "x.ykd")
        let run = try Program(["lexicon", "convert", "x.ykd", "--to", "yaml"], in: folder.url)
        #expect(run.status == 2)
        #expect(run.errors.contains("x.ykd:2:1: error") && run.output.isEmpty)
    }
}
