import Foundation
import TestSupport
import Testing

/// What a user meets who types something wrong, gives a broken file, an empty folder or a full one.
@Suite struct CommandLineTests {
    struct Case: CustomTestStringConvertible {
        let name: String
        let arguments: [String]
        var files: [String: String] = [:]
        let status: ClosedRange<Int32>
        let says: [String]
        var testDescription: String { name }
    }

    static let lexicon = Program.root.appendingPathComponent("lexicons/karabakh.yaml").path
    static let plainLexicon = """
        lexicon: Test
        format: 1
        version: 1
        language: en
        concepts:
          - concept: status
            label: Status
            framings:
              - framing: occupied
                terms: [occupied]

        """

    static let cases: [Case] = [
        Case(name: "an unknown option", arguments: ["report", "--colour"], status: 2...2, says: ["--colour"]),
        Case(name: "an unknown command", arguments: ["reprot"], status: 2...2, says: ["reprot"]),
        Case(name: "a bad number of threads", arguments: ["report", "--threads", "0"], status: 2...2, says: ["--threads"]),
        Case(
            name: "a bad limit of articles", arguments: ["report", "--largest-article", "0"], status: 2...2,
            says: ["--largest-article", "4000"]),
        Case(name: "a bad voice mode", arguments: ["hits", "--voices", "some"], status: 2...2, says: ["some"]),
        Case(name: "a bad map", arguments: ["hits", "--map", "text"], status: 2...2, says: ["field=column"]),
        Case(
            name: "a map of an unknown field", arguments: ["hits", "--map", "TEXT=body"], status: 2...2,
            says: ["TEXT", "text, title, source, date, id, url, language", "did you mean “text”?"]),
        Case(
            name: "a field mapped twice", arguments: ["hits", "--map", "text=body", "--map", "text=lead"], status: 2...2,
            says: ["“text” twice"]),
        Case(
            name: "a format that is read but not written", arguments: ["lexicon", "convert", "l.yaml", "--to", "cat"],
            files: ["l.yaml": plainLexicon], status: 2...2, says: ["'cat' is invalid for '--to", "yaml", "quanteda", "dicx", "csv"]),
        Case(
            name: "an encoding that is none", arguments: ["hits", "--encoding", "klingon"], status: 2...2,
            says: ["--encoding", "“klingon”", "windows-1252"]),
        Case(
            name: "an encoding of lexicons that is none", arguments: ["score", "--lexicon-encoding", "utf-9"], status: 2...2,
            says: ["--lexicon-encoding", "“utf-9”"]),
        Case(name: "a blank title", arguments: ["report", "--title", " "], status: 2...2, says: ["--title"]),
        Case(
            name: "a map of a field far from all", arguments: ["score", "--map", "id=n", "--map", "keywords=text"], status: 2...2,
            says: ["no field “keywords”", "text, title, source, date, id, url, language."]),
        Case(
            name: "a missing path", arguments: ["report", "nowhere", "--lexicon", "l.yaml"], files: ["l.yaml": plainLexicon], status: 2...2,
            says: ["nowhere"]),
        Case(
            name: "a missing lexicon", arguments: ["hits", "a.txt", "--lexicon", "no.yaml"], files: ["a.txt": "Text."], status: 2...2,
            says: ["no.yaml"]),
        Case(
            name: "no lexicon named, and none to take", arguments: ["hits", "a.txt"], files: ["a.txt": "Text."], status: 2...2,
            says: ["lexicons/karabakh.yaml", "--lexicon FILE", "parallax lexicon new"]),
        Case(
            name: "no articles named, and none to take", arguments: ["report", "--lexicon", "l.yaml"], files: ["l.yaml": plainLexicon],
            status: 2...2, says: ["“seeds”", "name files or folders"]),
        Case(
            name: "an empty file", arguments: ["report", "a.txt", "--lexicon", "l.yaml"], files: ["a.txt": "", "l.yaml": plainLexicon],
            status: 1...2, says: ["a.txt", "empty"]),
        Case(
            name: "a lexicon with a tab", arguments: ["lexicon", "check", "l.yaml"], files: ["l.yaml": "lexicon: x\n\tconcepts: 1\n"],
            status: 2...2,
            says: ["l.yaml:2", "tab"]),
        Case(
            name: "a lexicon with a duplicate key", arguments: ["lexicon", "check", "l.yaml"],
            files: ["l.yaml": plainLexicon + "language: de\n"], status: 2...2,
            says: ["l.yaml:11", "language"]),
        Case(
            name: "a lexicon with a wrong key", arguments: ["lexicon", "check", "l.yaml"],
            files: ["l.yaml": plainLexicon.replacingOccurrences(of: "label:", with: "lable:")], status: 2...2,
            says: ["l.yaml:7", "lable", "label"]),
        Case(
            name: "a lexicon with faults of form and of meaning", arguments: ["lexicon", "check", "l.yaml"],
            files: ["l.yaml": plainLexicon.replacing("label:", with: "lable:").replacing("[occupied]", with: "[occupied, \"*\"]")],
            status: 2...2, says: ["l.yaml:7", "lable", "l.yaml:10", "only wildcards"]),
        Case(
            name: "a lexicon without concepts", arguments: ["lexicon", "check", "l.yaml"], files: ["l.yaml": "lexicon: x\nformat: 1\n"],
            status: 2...2,
            says: ["concepts"]),
        Case(
            name: "an output folder that is a file", arguments: ["report", "a.txt", "--lexicon", "l.yaml", "--output", "a.txt"],
            files: ["a.txt": "The occupied land.", "l.yaml": plainLexicon], status: 2...2, says: ["a.txt", "not a folder"]),
        Case(
            name: "a date that is none", arguments: ["hits", "a.txt", "--lexicon", "l.yaml"],
            files: ["a.txt": "---\nsource: S\ndate: yesterday\n---\nThe occupied land.\n", "l.yaml": plainLexicon], status: 1...1,
            says: ["a.txt:3", "yesterday"]),
        Case(
            name: "a broken front matter", arguments: ["hits", "a.txt", "--lexicon", "l.yaml"],
            files: ["a.txt": "---\nsource: [\n---\nThe occupied land.\n", "l.yaml": plainLexicon], status: 1...1, says: ["a.txt"]),
        Case(
            name: "a bad line of JSON", arguments: ["hits", "a.jsonl", "--lexicon", "l.yaml"],
            files: ["a.jsonl": "{\"id\":\"x\",\"text\":\"The occupied land.\"}\n{\"text\": \"cut\n", "l.yaml": plainLexicon], status: 1...1,
            says: ["a.jsonl:2"]),
        Case(
            name: "a pattern that is none", arguments: ["concordance", "(a|b", "a.txt"], files: ["a.txt": "Text."], status: 2...2,
            says: ["(a|b"]),
        Case(
            name: "scores that are none", arguments: ["report", "--scores", "s.jsonl", "--lexicon", "l.yaml"],
            files: ["s.jsonl": "{}\n", "l.yaml": plainLexicon],
            status: 1...2, says: ["s.jsonl:1"]),
    ]

    @Test(arguments: cases)
    func wrongInputEndsWithItsStatusAndSaysWhatAndWhere(_ wrong: Case) throws {
        let folder = try TemporaryFolder()
        for (name, text) in wrong.files { try folder.write(text, to: name) }
        let run = try Program(wrong.arguments, in: folder.url)
        #expect(wrong.status.contains(run.status), "\(run.status): \(run.errors)")
        for words in wrong.says { #expect((run.errors + run.output).contains(words), "\(words) in: \(run.errors)") }
        for (name, text) in wrong.files { #expect(try folder.text(of: name) == text, "input was changed") }
    }

    @Test func anEmptyFolderIsSaidToBeEmpty() throws {
        let folder = try TemporaryFolder()
        let run = try Program(["report", folder.path, "--lexicon", Self.lexicon, "--output", folder.path + "/out"])
        #expect((1...2).contains(run.status))
        #expect(run.errors.contains("no articles") || run.errors.contains("empty"), "\(run.errors)")
    }

    @Test func aFailedRunLeavesTheEarlierReportAsItWas() throws {
        let folder = try TemporaryFolder()
        try folder.write("old", to: "out/l.html")
        try folder.write(Self.plainLexicon, to: "l.yaml")
        let run = try Program(["report", "missing.txt", "--lexicon", "l.yaml", "--output", "out"], in: folder.url)
        #expect(run.status == 2)
        #expect(try folder.text(of: "out/l.html") == "old")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out") == ["l.html"])
    }

    @Test func articlesWithoutMetadataWorkAndAreShownAsUnknown() throws {
        let folder = try TemporaryFolder()
        try folder.write("The occupied land is quiet.\n", to: "texts/one.txt")
        try folder.write(Self.plainLexicon, to: "l.yaml")
        let run = try Program(["report", "texts", "--lexicon", "l.yaml", "--output", "out"], in: folder.url)
        #expect(run.status <= 1, "\(run.errors)")
        #expect(try folder.text(of: "out/l.md").contains("Unknown"))
    }

    @Test func aLineOfAHitIsTheJSONThatAnEncoderWrites() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.plainLexicon, to: "l.yaml")
        let record = #"{"id":"a\"b\\c/d","source":"S \u0007\u001f\t\u00e9\u2028 \ud83d\ude00","text":"The occupied land."}"#
        let run = try Program(["hits", "-", "--lexicon", "l.yaml"], in: folder.url, input: record)
        let line = try #require(run.lines.first, "\(run.errors)")
        let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
        let written = try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys, .withoutEscapingSlashes])
        #expect(line == String(decoding: written, as: UTF8.self))
    }

    @Test func standardInputTakesLinesAndOneArrayAlike() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.plainLexicon, to: "l.yaml")
        let objects = [
            "{\"id\":\"a\",\"source\":\"S\",\"text\":\"The occupied land.\"}",
            "{\"id\":\"b\",\"source\":\"S\",\"text\":\"Occupied again.\"}",
        ]
        let lines = try Program(["hits", "-", "--lexicon", "l.yaml"], in: folder.url, input: objects.joined(separator: "\n"))
        let array = try Program(["hits", "-", "--lexicon", "l.yaml"], in: folder.url, input: "[\(objects.joined(separator: ","))]")
        #expect(lines.status == 0, "\(lines.errors)")
        #expect(lines.lines.count == 2)
        #expect(lines.output == array.output)
    }

    @Test func csvWritesFourTablesWithOneHeaderEach() throws {
        let folder = try TemporaryFolder()
        try folder.write("The occupied land is quiet.\n", to: "texts/one.txt")
        try folder.write(Self.plainLexicon, to: "l.yaml")
        let run = try Program(["report", "texts", "--lexicon", "l.yaml", "--output", "out", "--format", "csv"], in: folder.url)
        #expect(run.status <= 1, "\(run.errors)")
        #expect(try folder.text(of: "out/l.csv").hasPrefix("source,concept,framing,voice,hits,"))
        #expect(try folder.text(of: "out/l-differences.csv").hasPrefix("kind,concept,framing,source_a,source_b,level,"))
        #expect(try folder.text(of: "out/l-trend.csv").hasPrefix("source,concept,framing,period,period_start,"))
        #expect(try folder.text(of: "out/l-repeats.csv").hasPrefix("source,concept,hits,level,hits_with_repeats,"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out").count == 4)
    }

    @Test(arguments: ["report", "score", "hits", "voices", "concordance", "lexicon"])
    func everyCommandHasHelp(command: String) throws {
        let run = try Program(["help", command])
        #expect(run.status == 0)
        #expect(run.output.contains("USAGE"))
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func completionIsWrittenForShells(shell: String) throws {
        let run = try Program(["--generate-completion-script", shell])
        #expect(run.status == 0)
        #expect(run.output.contains("concordance"))
    }
}
