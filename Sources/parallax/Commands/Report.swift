import ArgumentParser
import Articles
import Comparing
import Diagnostics
import Foundation
import Lexicons
import Reporting
import Scoring
import Tuning

/// The main job: articles and a lexicon in, a comparison report out.
struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", _superCommandName: CommandShortcut.program,
        abstract: "Writes a comparison report: HTML, Markdown and JSON.",
        discussion: """
            Without arguments it reads seeds/ with lexicons/karabakh.yaml and writes into reports/. With --scores the PATHs are files that \
            'parallax score' wrote, and the report is made from their tallies.
            """
    )

    @Argument(help: ArgumentHelp("Files and folders of articles, '-' for standard input.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup var common: CommonOptions

    @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write into.", valueName: "dir"))
    var output = "reports"

    @Option(help: ArgumentHelp("What to write, with commas between: html, markdown, json, csv.", valueName: "list"))
    var format: ReportFormats = .standard

    @Option(help: ArgumentHelp("What the report is about; else the lexicon's name.", valueName: "text"))
    var title: String?

    @Flag(help: "The PATHs are tallies written by 'parallax score'.")
    var scores = false

    @Flag(help: "Compares only articles on events that at least two sources covered, by date and shared names.")
    var sameEvent = false

    @Flag(help: "Opens the page in the browser afterwards.")
    var open = false

    func validate() throws {
        if scores, paths.isEmpty { throw ValidationError("--scores needs at least one file written by 'parallax score'.") }
        if let title, title.allSatisfy(\.isWhitespace) {
            throw ValidationError("--title needs a text; without it the lexicon's name is the title.")
        }
    }

    func run() throws {
        var run = Run(common)
        let lexicon = try run.lexicon()
        let articles = scores ? [] : try run.articles(Defaults.articles(paths))
        let tally = try scores ? run.tally(fromScores: paths, lexicon: lexicon) : run.tally(of: articles, lexicon: lexicon)
        let selection = sameEvent ? try sharedEvents(of: tally) : nil
        let settled = SettledTally(selection?.kept ?? tally, threads: common.threads)
        let voices = VoiceReader(lexicon.value, mode: run.voiceMode)
        let texts = scores ? nil : ReadableTexts(articles, settled: settled, voices: voices)
        var comparator = Comparator(lexicon: lexicon.value, voiceMode: run.voiceMode, subject: title, sameEvent: selection?.summary)
        let judgements = run.judgements(lexicon)
        if !judgements.isEmpty {
            comparator.lexiconQuality =
                LexiconEvaluation(settled.articles.map(\.tally), judgements: judgements, lexicon: lexicon.value).quality
        }
        let comparison = comparator.compare(settled) { run.vocabulary }
        let record = run.record(commandLine: commandLine("report", lexicon), hitsCommand: commandLine("hits", lexicon), lexicon: lexicon)
        let report = ComparisonReport(comparison, record: record, texts: texts) { Digest.base64(of: $0) }
        let files = try format.files(of: report, tables: ComparisonTables(comparison), named: lexicon.stem, threads: common.threads)
        try OutputFolder(output).write(files)
        if !common.quiet { Console.print(AnswerSummary(comparison, paths: files.map { "\(output)/\($0.name)" }).text) }
        if open, let page = files.first(where: { $0.name.hasSuffix(".html") }) { Browser.open("\(output)/\(page.name)") }
        try run.finish()
    }

    /// - Throws: `RunFault` where no event was covered by two sources.
    private func sharedEvents(of tally: Tally) throws -> SameEventSelection {
        let selection = SameEventSelection(tally)
        guard !selection.kept.articles.isEmpty else {
            throw RunFault(
                message: "no two sources covered one event, by dates within 7 days and shared names; leave out --same-event to compare all "
                    + "\(tally.articles.count) articles")
        }
        return selection
    }

    /// The command that repeats this run, without folders of this machine; files of scores are not named, since any parts give the same report.
    private func commandLine(_ command: String, _ lexicon: LoadedLexicon) -> String {
        let shown =
            scores ? ["FILE..."] : (paths.isEmpty ? [Defaults.seeds] : paths).map { RelativePath.quotedForShell(RelativePath.shown($0)) }
        var words = ["parallax", command] + (scores && command == "report" ? ["--scores"] : []) + shown
        words += lexicon.files.flatMap { ["--lexicon", RelativePath.quotedForShell(RelativePath.shown($0))] }
        if common.voices != .full { words += ["--voices", common.voices.rawValue] }
        if sameEvent, command == "report" { words.append("--same-event") }
        if let title, command == "report" { words += ["--title", RelativePath.quotedForShell(title)] }
        return words.joined(separator: " ")
    }
}
