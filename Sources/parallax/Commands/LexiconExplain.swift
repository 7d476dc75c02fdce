import ArgumentParser
import Foundation
import Scoring
import Tuning

/// Why terms match a text, or nearly do.
struct LexiconExplain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Says which terms match a text and why, and which nearly do and what blocks them.",
        discussion: "TEXT is a sentence or more; '-' reads it from standard input. Each line is taken for a paragraph."
    )

    /// Each term is tried by itself, with and without each of its conditions.
    private static let mostBytes = 20_000

    @Argument(help: "The text to look at.")
    var text: String

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard text == "-" || !text.allSatisfy(\.isWhitespace) else { throw ValidationError("TEXT holds no word.") }
    }

    func run() throws {
        var run = Run(common)
        let lexicon = try run.lexicon()
        let given = text == "-" ? String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self) : text
        guard given.utf8.count <= Self.mostBytes else {
            throw RunFault(message: "explain takes up to \(Self.mostBytes) bytes; 'parallax hits' finds the terms of longer texts")
        }
        guard given.contains(where: \.isLetter) else { throw RunFault(message: "the text holds no word") }
        ExplanationOutput(MatchExplanation(text: given, lexicon: lexicon.value, voices: common.voices)).print()
        try run.finish()
    }
}
