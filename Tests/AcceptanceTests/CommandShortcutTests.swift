import ArgumentParser
import Testing

@testable import parallax

struct CommandShortcutTests {
    @Test(
        "A complete call of one command is read the short way, as the whole program reads it",
        arguments: [
            ["hits"], ["hits", "a", "b", "--lexicon", "c", "--threads", "3", "-q"], ["hits", "help"], ["score", "--voices", "marks", "-"],
            ["voices", "a", "--explain"], ["concordance", "word*", "a"], ["report", "--same-event"],
        ])
    func readsCompleteCalls(_ arguments: [String]) throws {
        let short = try #require(CommandShortcut.command(["parallax"] + arguments))
        let whole = try Parallax.parseAsRoot(arguments)
        #expect(type(of: short) == type(of: whole))
        #expect(String(describing: short) == String(describing: whole))
    }

    @Test(
        "Help, faults, groups and what names no command are left to the whole program",
        arguments: [
            [], ["--help"], ["--version"], ["help", "hits"], ["hits", "--help"], ["hits", "--version"], ["hits", "--unknown"],
            ["hits", "--threads", "0"], ["hits", "--voices", "none-such"], ["lexicon", "check", "a"], ["corpus", "index", "a"], ["nothing"],
            ["-q", "hits"], ["hits", "--generate-completion-script", "bash"],
        ])
    func leavesTheRest(_ arguments: [String]) {
        #expect(CommandShortcut.command(["parallax"] + arguments) == nil)
    }
}
