import ArgumentParser
import Scoring

/// Tallies of articles, one JSON line each, to be merged and reported later.
struct Score: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score", _superCommandName: CommandShortcut.program,
        abstract: "Writes one JSON line of tallies per article, mergeable.",
        discussion:
            "Score parts of a corpus apart, then give all the files to 'parallax report --scores': the report is the one of the whole."
    )

    @Argument(help: ArgumentHelp("Files and folders of articles, '-' for standard input.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup var common: CommonOptions

    func run() throws {
        var run = Run(common)
        let lexicon = try run.lexicon()
        let corpus = try run.corpus(Defaults.articles(paths))
        let tallies = run.score(corpus, lexicon: lexicon)
        var output = BufferedOutput()
        output.print(jsonOf: tallies.map(ScoreLine.article), threads: common.threads, Self.write)
        let closing = RunClosing(
            lexicon: lexicon.sha256, voices: common.voices, words: WordTable(articles: corpus.articles, threads: common.threads))
        output.print(jsonOf: [.closing(closing)], threads: 1, Self.write)
        try run.finish()
    }

    @Sendable
    private static func write(_ line: ScoreLine, to json: inout JSONText) {
        line.write(to: &json)
        json.endLine()
    }
}
