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

    @Argument(help: "The text to look at.")
    var text: String

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard text == "-" || !text.allSatisfy(\.isWhitespace) else { throw ValidationError("TEXT holds no word.") }
    }

    func run() throws {
        var run = Run(common)
        let lexicon = try run.lexicon(fallback: Defaults.lexicon)
        let given = text == "-" ? String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self) : text
        ExplanationOutput(MatchExplanation(text: given, lexicon: lexicon.value, voices: common.voices)).print()
        try run.finish()
    }
}
