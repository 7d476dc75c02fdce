import ArgumentParser
import Foundation
import Lexicons
import Tuning

/// Keyword in context.
struct Concordance: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prints a pattern in its contexts, a line each.",
        discussion:
            "PATTERN is a term as in a lexicon: words, *, ?, (a|b c), <m-n>, =Exact. Each line gives doc, source, voice and the words on both sides."
    )

    @Argument(help: "The term to look for.")
    var pattern: String

    @Argument(help: ArgumentHelp("Files and folders of articles, '-' for standard input.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup var common: CommonOptions

    func run() throws {
        var run = Run(common)
        let term = try run.pattern(pattern)
        let speakers = common.lexicon.isEmpty ? [] : try run.lexicon(fallback: Defaults.lexicon).value.speakers
        let articles = try run.articles(paths.isEmpty ? [Defaults.seeds] : paths)
        let lines = ConcordanceSearch(pattern: term, speakers: speakers, voices: common.voices).lines(in: articles, threads: common.threads)
        var output = BufferedOutput()
        let width = lines.map(\.place.count).max() ?? 0
        for line in lines {
            let place = line.place.padding(toLength: width, withPad: " ", startingAt: 0)
            output.print("\(place)  \(line.left) \(Console.bold(line.surface)) \(line.right)")
        }
        output.flush()
        if !common.quiet {
            Console.error("\(lines.count) hit\(lines.count == 1 ? "" : "s") in \(articles.count) article\(articles.count == 1 ? "" : "s")")
        }
        try run.finish()
    }
}
