import ArgumentParser
import Scoring

/// Tallies of articles, one JSON line each, to be merged and reported later.
struct Score: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes one JSON line of tallies per article, mergeable.",
        discussion:
            "Score parts of a corpus apart, then give all the files to 'parallax report --scores': the report is the one of the whole."
    )

    @Argument(help: ArgumentHelp("Files and folders of articles, '-' for standard input.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup var common: CommonOptions

    func run() throws {
        var run = Run(common)
        let lexicon = try run.lexicon(fallback: Defaults.lexicon)
        let corpus = try run.corpus(paths.isEmpty ? [Defaults.seeds] : paths)
        let tallies = run.score(corpus, lexicon: lexicon)
        var output = BufferedOutput()
        try output.print(linesOf: tallies, threads: common.threads) { [JSONLine.escaped(try ScoreLine.article($0).json())] }
        let closing = RunClosing(lexicon: lexicon.sha256, voices: common.voices, words: WordTable(articles: corpus.articles))
        output.print(JSONLine.escaped(try ScoreLine.closing(closing).json()))
        output.flush()
        try run.finish()
    }
}
