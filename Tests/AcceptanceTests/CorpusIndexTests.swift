import Foundation
import TestSupport
import Testing

/// The index as a user meets it: made by a command, used where it fits, left alone with a reason where it does not.
@Suite struct CorpusIndexTests {
    private static let lexicon = Program.root.appendingPathComponent("lexicons/karabakh.yaml").path

    private func corpus() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let lines = (0..<20).map { number in
            """
            {"id": "n\(number)", "source": "Paper \(number % 3)", "date": "2020-10-0\(number % 8 + 1)", \
            "text": "Number \(number): the occupied land.\\n\\u201cThe ceasefire holds,\\u201d the minister said.\\nThe disputed region is quiet."}
            """
        }
        try folder.write(lines.joined(separator: "\n") + "\nno record\n", to: "news.jsonl")
        return folder
    }

    private func hits(_ folder: TemporaryFolder, _ options: [String] = []) throws -> Program {
        try Program(["hits", "news.jsonl", "--lexicon", Self.lexicon] + options, in: folder.url)
    }

    @Test func hitsFromTheIndexAreThoseOfTheArticlesAndSoIsTheStatus() throws {
        let folder = try corpus()
        let modes = [[], ["--voices", "marks"], ["--voices", "none", "--format", "csv"], ["--threads", "1"]]
        let scanned = try modes.map { try hits(folder, $0) }
        let made = try Program(["corpus", "index", "news.jsonl", "--lexicon", Self.lexicon], in: folder.url)
        #expect(made.status == 1)
        #expect(made.errors.contains("20 articles"))
        for (mode, expected) in zip(modes, scanned) {
            let found = try hits(folder, mode)
            #expect(found.output == expected.output)
            #expect(found.errors == expected.errors)
            #expect(found.status == expected.status)
            #expect(expected.lines.count >= 60)
        }
    }

    @Test func `tallies, differences and suggestions from the index are those of the articles`() throws {
        let folder = try corpus()
        try folder.write(
            try String(contentsOfFile: Self.lexicon, encoding: .utf8).replacing("term: disputed\n", with: "term: quiet\n"), to: "other.yaml"
        )
        let commands = [
            ["score", "news.jsonl", "--lexicon", Self.lexicon], ["score", "news.jsonl", "--lexicon", "other.yaml", "--voices", "marks"],
            ["lexicon", "diff", Self.lexicon, "other.yaml", "news.jsonl"],
            ["lexicon", "suggest", "news.jsonl", "--lexicon", Self.lexicon],
        ]
        let scanned = try commands.map { try Program($0, in: folder.url) }
        #expect(try Program(["corpus", "index", "news.jsonl", "--lexicon", Self.lexicon, "-q"], in: folder.url).status == 1)
        for (command, expected) in zip(commands, scanned) {
            let found = try Program(command, in: folder.url)
            #expect(found.output == expected.output, "\(command)")
            #expect(found.errors == expected.errors, "\(command)")
            #expect(found.status == expected.status)
            #expect(!expected.output.isEmpty)
        }
    }

    @Test func anIndexThatDoesNotFitIsLeftAloneAndTheReasonIsSaid() throws {
        let folder = try corpus()
        #expect(try Program(["corpus", "index", "news.jsonl", "--voices", "marks", "-q"], in: folder.url).status == 1)
        let index = folder.url.appendingPathComponent(".news.jsonl.parallax-index")
        let whole = try Data(contentsOf: index)
        try folder.write("{\"id\": \"x\", \"text\": \"The occupied land.\"}\n", to: "news.jsonl")
        let changed = try hits(folder)
        #expect(changed.errors.contains("the articles have changed since it was made"))
        #expect(changed.lines.count == 1)
        try whole.prefix(whole.count / 2).write(to: index)
        #expect(try hits(folder).errors.contains("it is cut"))
        #expect(try hits(folder, ["-q"]).errors.isEmpty)
    }

    @Test func whatAKilledProcessLeftIsRemovedAndWhatALivingOneWritesStays() throws {
        let folder = try corpus()
        let killed = Process()
        killed.executableURL = URL(fileURLWithPath: "/bin/true")
        try killed.run()
        killed.waitUntilExit()
        let (gone, living) = (killed.processIdentifier, ProcessInfo.processInfo.processIdentifier)
        let kept = [".parallax-index.\(living).part", ".parallax-index.x.part", ".news.jsonl.\(gone).part", "parallax-index.\(gone).part"]
        let left = [".parallax-index.\(gone).part", ".news.jsonl.parallax-index.\(gone).part", ".parallax-index-0123abcd.\(gone).part"]
        for name in kept + left { try folder.write("", to: name) }
        #expect(try Program(["corpus", "index", "news.jsonl", "--lexicon", Self.lexicon, "-q"], in: folder.url).status == 1)
        let found = Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
        #expect(found == Set(kept + ["news.jsonl", ".news.jsonl.parallax-index"]))
    }

    @Test func anIndexThatCannotBeWrittenIsToldWithTheReasonAndARemedy() throws {
        let folder = try corpus()
        try folder.write("", to: ".news.jsonl.parallax-index/x")
        let taken = try Program(["corpus", "index", "news.jsonl", "--lexicon", Self.lexicon, "-q"], in: folder.url)
        #expect(taken.status == 2)
        #expect(taken.errors.contains(".parallax-index cannot be replaced: Is a directory (move away what stands there)"))
        let nowhere = try Program(["corpus", "index", "no/such.jsonl", "--lexicon", Self.lexicon], in: folder.url)
        #expect(nowhere.status == 2)
        #expect(nowhere.errors.contains(".part cannot be written: No such file or directory (an index stands beside its articles"))
    }

    /// What changes in a folder of two articles, one of them beyond the limit, and what a run has to say of it.
    @Test(arguments: [
        ("big2.txt", String(repeating: "word ", count: 300_000), ["big2.txt: error"]), ("x.pdf", "%PDF", ["x.pdf: note"]),
        ("sub/a.txt", "Text.", ["sub: note"]), ("big.txt", "", ["big.txt: warning"]), ("big.txt", nil, []),
    ])
    func `what is left out since an index was made is told, and no longer what is gone`(
        file: String, text: String?, says: [String]
    ) throws {
        let folder = try TemporaryFolder()
        try folder.write("The occupied land.\n", to: "c/a.txt")
        try folder.write(String(repeating: "word ", count: 300_000), to: "c/big.txt")
        let options = ["c", "--lexicon", Self.lexicon, "--largest-article", "1"]
        #expect(try Program(["corpus", "index"] + options, in: folder.url).status == 1)
        let before = try Program(["hits"] + options, in: folder.url)
        #expect(before.errors.contains("big.txt: error") && !before.errors.contains("is not used"))
        if let text {
            try folder.write(text, to: "c/\(file)")
        } else {
            try FileManager.default.removeItem(at: folder.url.appendingPathComponent("c/\(file)"))
        }
        let after = try Program(["hits"] + options, in: folder.url)
        #expect(after.errors.contains("is not used"), "\(after.errors)")
        for words in says { #expect(after.errors.contains(words), "\(after.errors)") }
        #expect(after.errors.contains("big.txt: error") == (file != "big.txt"))
        #expect(after.output == before.output)
        #expect(after.status == (text == nil ? 0 : 1))
    }

    @Test func standardInputAndNoArticlesAreRefused() throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "texts/none.txt")
        #expect(try Program(["corpus", "index", "-"], in: folder.url).status == 2)
        #expect(try Program(["corpus", "index", "texts", "--voices", "none"], in: folder.url).status == 2)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.appendingPathComponent("texts").path)
        #expect(left == ["none.txt"])
    }
}
