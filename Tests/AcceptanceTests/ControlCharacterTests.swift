import Foundation
import TestSupport
import Testing

/// Nothing that a file is called or holds can act on the terminal that its text is printed to.
@Suite struct ControlCharacterTests {
    /// Colours, a cleared screen, a window title, C1's shorter form, a rubbed-out and an overwritten line, text turned round.
    private static let attack = "\u{1B}[31mred\u{1B}[2J\u{1B}]0;title\u{7}\u{9B}2J\u{7F}\u{8}\u{202E}back\u{2066}in"
    private static let lexicon = """
        lexicon: "Wall \\e[31m"
        format: 1
        version: 1
        language: en
        concepts:
          - concept: wall
            label: "Wall \\e[31m\\u202E"
            framings:
              - framing: barrier
                label: "Barrier \\e[31m\\u202E"
                terms: [barrier]
        speakers:
          - speaker: "Ines \\e[31mOrme"
            aliases: [Orme]

        """

    private static let commands = [
        ["report", "--format", "html,markdown,json,csv", "--output", "out"], ["hits"], ["hits", "--format", "csv"],
        ["hits", "--format", "tsv"], ["score"],
        ["voices"], ["voices", "--explain"], ["concordance", "barrier"], ["concordance", "barrier", "--format", "csv"],
        ["concordance", "barrier", "--format", "json"], ["lexicon", "fragility"], ["lexicon", "suggest"],
    ]

    private static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(lexicon, to: "l.yaml")
        let text = "\(attack) The barrier \(attack) stood.\n\nOrme called the \u{201C}barrier \(attack)\u{201D} a folly.\n"
        try folder.write(
            "---\nsource: \"S \\e[31m\\x9B2J\"\ndate: \"\\e[31m\"\n---\nGale \(attack)\n\n\(text)", to: "in/a \(attack.dropFirst(8)).txt")
        let line = ["id": "b \(attack)", "source": "T \(attack)", "title": "Gale \(attack)", "text": text]
        try folder.write(JSONEncoder().encode(line), to: "in/b.jsonl")
        try folder.write(Data([0, 1, 2, 0xFF]), to: "in/c\n \(attack.prefix(6)).txt")
        return folder
    }

    @Test(arguments: commands)
    func noControlCharacterReachesTheTerminal(_ command: [String]) throws {
        let folder = try Self.folder()
        let run = try Program(command + ["in", "--lexicon", "l.yaml"], in: folder.url)
        #expect((0...1).contains(run.status), "\(run.errors)")
        #expect(run.output.isEmpty == false)
        #expect(Self.controls(in: run.output) == [])
        #expect(Self.controls(in: run.errors) == [])
    }

    @Test func noControlCharacterReachesAFileOfTheReport() throws {
        let folder = try Self.folder()
        _ = try Program(["report", "in", "--lexicon", "l.yaml", "--format", "html,markdown,json,csv", "--output", "out"], in: folder.url)
        for name in ["l.html", "l.md", "l.json", "l.csv", "l-repeats.csv"] {
            let text = try folder.text(of: "out/\(name)")
            #expect(text.lowercased().contains("wall"), "\(name)")
            #expect(Self.controls(in: text) == [], "\(name)")
        }
    }

    @Test func jsonLinesHoldTheTextAsItWas() throws {
        let folder = try Self.folder()
        let hits = try Program(["hits", "in", "--lexicon", "l.yaml"], in: folder.url).lines.map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        #expect(hits.contains { $0["doc"] as? String == "b \(Self.attack)" && $0["source"] as? String == "T \(Self.attack)" })
        let contexts = try Program(["concordance", "barrier", "in", "--lexicon", "l.yaml", "--format", "jsonl"], in: folder.url).output
        #expect(contexts.contains("\\u001b[31m") && contexts.contains("\\u009b2J\\u007f") && contexts.contains("\\u202eback\\u2066in"))
    }

    @Test func scoresGiveTheReportOfTheTexts() throws {
        let folder = try Self.folder()
        let scores = try Program(["score", "in/b.jsonl", "--lexicon", "l.yaml"], in: folder.url).output
        try folder.write(scores, to: "b.scores")
        let hits = try Program(
            ["report", "--scores", "b.scores", "--lexicon", "l.yaml", "--format", "csv", "--output", "scored"], in: folder.url)
        #expect(hits.status == 0, "\(hits.errors)")
        _ = try Program(["report", "in/b.jsonl", "--lexicon", "l.yaml", "--format", "csv", "--output", "read"], in: folder.url)
        #expect(try folder.text(of: "scored/l.csv") == folder.text(of: "read/l.csv"))
    }

    /// All but tabs and line ends.
    private static func controls(in text: String) -> [String] {
        let found = text.unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x09, 0x0A: false
            case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
            default: false
            }
        }
        return Set(found.map { String($0.value, radix: 16) }).sorted()
    }
}
