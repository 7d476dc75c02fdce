import Foundation
import TestSupport
import Testing

/// The commands that talk to a person, in a terminal: keys, colours, and the terminal as it was found, whatever ends them.
@Suite struct TerminalTests {
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

    private func project(hits: Int = 6) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(Self.lexicon, to: "l.yaml")
        let lines = (0..<hits).map { "Neighbour \($0) says nothing, yet the dam is a threat to \($0) fields." }
        try folder.write("---\nsource: S\ndate: 2031-03-04\n---\n" + lines.joined(separator: "\n") + "\n", to: "texts/a.txt")
        return folder
    }

    private func judge(_ folder: TemporaryFolder, columns: UInt16 = 80, environment: [String: String] = [:]) throws -> Terminal {
        try Terminal(
            ["lexicon", "judge", "texts", "--lexicon", "l.yaml", "--coder", "Ana"], in: folder.url, columns: columns,
            environment: environment)
    }

    private func written(_ folder: TemporaryFolder) -> [String] {
        ((try? folder.text(of: "l.judgements.jsonl")) ?? "").matches(of: /"verdict":"(\w+)"/).map { String($0.output.1) }
    }

    @Test func singleKeysAreTakenWithoutReturnAndTheTerminalIsLeftAsItWas() throws {
        let folder = try project()
        let terminal = try judge(folder)
        let before = terminal.mode
        try terminal.wait(for: "[1 of 6]")
        terminal.type("a")
        try terminal.wait(for: "[2 of 6]")
        terminal.type("x")
        try terminal.wait(for: "[3 of 6]")
        terminal.type("u")
        try terminal.wait(for: "undone: threat")
        terminal.type("q")
        #expect(try terminal.waitForEnd() == 0)
        #expect(written(folder) == ["keep", "reject", "retract"])
        #expect(terminal.mode == before)
    }

    @Test func aReasonIsTypedAsALine() throws {
        let folder = try project()
        let terminal = try judge(folder)
        try terminal.wait(for: "[1 of 6]")
        try terminal.waitForRaw()
        terminal.type("c")
        try terminal.wait(for: "why? ")
        terminal.type("a bad place\n")
        try terminal.wait(for: "[2 of 6]")
        terminal.type([3])
        #expect(try terminal.waitForEnd() == 0)
        #expect(try folder.text(of: "l.judgements.jsonl").contains("a bad place"))
    }

    @Test func arrowsAndFunctionKeysDecideNothing() throws {
        let folder = try project()
        let terminal = try judge(folder)
        try terminal.wait(for: "[1 of 6]")
        try terminal.waitForRaw()
        for sequence in ["\u{1B}[A", "\u{1B}Oa", "\u{1B}[3~", "\u{1B}x"] { terminal.type(sequence) }
        usleep(200_000)
        terminal.type("q")
        #expect(try terminal.waitForEnd() == 0)
        #expect(written(folder).isEmpty)
    }

    /// Ctrl-C, Ctrl-D and signals from outside, while a key is waited for.
    private static let ends: [(key: UInt8, signal: Int32)] = [(3, 0), (4, 0), (0, SIGTERM), (0, SIGHUP), (0, SIGQUIT), (0, SIGINT)]

    @Test(arguments: ends)
    func whateverEndsTheSessionTheTerminalIsLeftAsItWasFound(key: UInt8, signal: Int32) throws {
        let folder = try project()
        let terminal = try judge(folder)
        let before = terminal.mode
        try terminal.wait(for: "[1 of 6]")
        terminal.type("a")
        try terminal.wait(for: "[2 of 6]")
        try terminal.waitForRaw()
        if key > 0 { terminal.type([key]) } else { terminal.send(signal) }
        #expect(try terminal.waitForEnd() == (key > 0 ? 0 : -signal))
        #expect(terminal.mode == before)
        #expect(written(folder) == ["keep"])
    }

    @Test func anotherWidthChangesNothing() throws {
        let folder = try project()
        let terminal = try judge(folder, columns: 12)
        try terminal.wait(for: "[1 of 6]")
        try terminal.waitForRaw()
        terminal.resize(columns: 200)
        terminal.type("a")
        try terminal.wait(for: "[2 of 6]")
        terminal.type("q")
        #expect(try terminal.waitForEnd() == 0)
        #expect(written(folder) == ["keep"])
    }

    /// Emphasis is for terminals, and not where `NO_COLOR` says otherwise.
    @Test(arguments: [("", true), ("1", false)])
    func emphasisFollowsTheEnvironment(noColour: String, isStyled: Bool) throws {
        let folder = try project()
        let terminal = try judge(folder, environment: ["NO_COLOR": noColour])
        try terminal.wait(for: "[1 of 6]")
        terminal.type("q")
        _ = try terminal.waitForEnd()
        #expect(terminal.shown.contains("\u{1B}[1m") == isStyled)
        let concordance = try Terminal(
            ["concordance", "threat", "texts", "--no-pager"], in: folder.url, environment: ["NO_COLOR": noColour])
        #expect(try concordance.waitForEnd() == 0)
        #expect(concordance.shown.contains("\u{1B}[") == isStyled)
    }

    @Test func aPagerIsUsedInATerminalOnlyAndOneThatIsMissingLosesNothing() throws {
        let folder = try project()
        let paged = try Terminal(["concordance", "threat", "texts"], in: folder.url, environment: ["PAGER": "sed 's/^/PAGED /'"])
        #expect(try paged.waitForEnd() == 0)
        #expect(paged.shown.contains("PAGED "))
        let missing = try Terminal(["concordance", "threat", "texts"], in: folder.url, environment: ["PAGER": "/nowhere/pager"])
        #expect(try missing.waitForEnd() == 0)
        #expect(missing.shown.contains("threat"))
        let early = try Terminal(["concordance", "threat", "texts"], in: folder.url, environment: ["PAGER": "head -1"])
        #expect(try early.waitForEnd() == 0)
        let piped = try Program(["concordance", "threat", "texts"], in: folder.url, environment: ["PAGER": "sed 's/^/PAGED /'"])
        #expect(piped.status == 0 && !piped.output.contains("PAGED") && !piped.output.contains("\u{1B}"))
    }
}
