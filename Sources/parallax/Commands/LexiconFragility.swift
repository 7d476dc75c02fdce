import ArgumentParser
import Comparing
import Foundation
import Scoring
import Tuning

/// What the report's sentences hang on.
struct LexiconFragility: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fragility", abstract: "Writes the report's sentences again without each term, article and week, and says what flips.",
        discussion: "A sentence flips where it says something else apart from its numbers, is gone, or is new."
    )

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    @Argument(help: ArgumentHelp("Files and folders of articles, '-' for standard input.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("Terms, articles and weeks to try, of each those with most hits.", valueName: "n"))
    var most = 200

    @Option(help: "The form of the result.")
    var format: Format = .text

    func validate() throws {
        guard most >= 1 else { throw ValidationError("--most needs a number from 1 up, not \(most).") }
    }

    func run() throws {
        var run = Run(common)
        let lexicon = try run.lexicon()
        let articles = try run.articles(Defaults.articles(paths))
        let settled = SettledTally(Tally(run.score(articles, lexicon: lexicon)), threads: common.threads)
        let comparator = Comparator(lexicon: lexicon.value, voiceMode: common.voices)
        // That of all articles is the first; each other one differs from it by one unit.
        var whole: KnownDifferences?
        let fragility = Fragility(settled, most: most) { settled in
            var known = whole ?? KnownDifferences()
            defer { whole = whole ?? known }
            return comparator.compare(settled, &known)
        }
        try FragilityOutput(fragility).print(format)
        try run.finish()
    }
}
