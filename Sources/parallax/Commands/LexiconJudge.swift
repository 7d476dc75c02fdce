import ArgumentParser
import Articles
import Foundation
import Scoring
import Tuning

/// Judges a sample of hits by hand, one key each.
struct LexiconJudge: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "judge", abstract: "Goes through a sample of hits: one key keeps or rejects each.",
        discussion: """
            Keys: a keep, x reject, c reject and say why, s skip, u undo, q stop. When standard input is no terminal the keys are read from it. \
            Each decision is written and synced at once as one line of NAME.judgements.jsonl beside the lexicon; the next run goes on where \
            this one stopped. 'report', 'hits' and 'score' read the file: rejected hits leave the counts and are printed as set aside.

            With --coders the PATHs are files of judgements, and their agreement is printed: Krippendorff's alpha, Cohen's kappa and every \
            hit on which they differ.
            """
    )

    @Argument(help: ArgumentHelp("Files and folders of articles; with --coders, files of judgements.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("The size of the sample; judged hits count.", valueName: "n"))
    var sample = 200

    @Option(help: ArgumentHelp("Who judges; else the user's name.", valueName: "name"))
    var coder: String?

    @Option(help: ArgumentHelp("Where to write instead of beside the lexicon.", valueName: "file"))
    var file: String?

    @Flag(help: "Compares the judgements of several people.")
    var coders = false

    func validate() throws {
        guard sample >= 1 else { throw ValidationError("--sample needs a number from 1 up, not \(sample).") }
        if let coder, coder.allSatisfy(\.isWhitespace) { throw ValidationError("--coder needs a name.") }
        if coders, paths.isEmpty { throw ValidationError("--coders needs the files of judgements to compare.") }
        if !coders, paths.contains("-") {
            throw ValidationError("standard input is where the keys come from; give the articles as files or folders.")
        }
    }

    func run() throws {
        var run = Run(common)
        guard !coders else { return try compareCoders(&run) }
        let lexicon = try run.lexicon()
        let articles = try run.articles(Defaults.articles(paths))
        let path = file ?? JudgementFile.path(beside: lexicon.files.first ?? Defaults.lexicon)
        let tallies = LexiconScorer(lexicon: lexicon.value, voices: common.voices, keptContexts: .max, parts: [])
            .score(articles, threads: common.threads)
        let settled = SettledTally(Tally(tallies), threads: common.threads).articles.map(\.tally)
        let order = JudgingSample.order(settled, lexicon: lexicon.value)
        guard !order.isEmpty else { throw RunFault(message: "nothing to judge: the lexicon has no counted hit in these articles") }
        try judge(path, &run) { earlier in
            JudgingSession(
                coder: coder ?? NSUserName(), articles: settled, texts: articles, sample: Array(order.prefix(sample)), earlier: earlier)
        }
        try run.finish()
    }

    private func judge(_ path: String, _ run: inout Run, _ makeSession: (Judgements) -> JudgingSession) throws {
        do {
            // Opened first, so that a torn line is mended before it is read, and nobody else writes meanwhile.
            let lines = try DurableLines(path: path)
            if lines.bytesCutOff > 0 { Console.error("\(path): a torn last line of \(lines.bytesCutOff) bytes was cut off") }
            let earlier = JudgementFile(path: path)
            run.note(earlier.diagnostics)
            var dialogue = JudgingDialogue(session: makeSession(Judgements([earlier])), lines: lines)
            try dialogue.run()
        } catch let fault as DurableLinesFault {
            throw RunFault(message: fault.message)
        }
    }

    private func compareCoders(_ run: inout Run) throws {
        var files: [JudgementFile] = []
        for path in paths {
            guard FileManager.default.fileExists(atPath: path) else { throw RunFault(message: "cannot read \(path): no such file") }
            let file = JudgementFile(path: path)
            run.note(file.diagnostics)
            files.append(file)
        }
        let agreement = CoderAgreement(files)
        guard agreement.coders.count > 1 else {
            throw RunFault(
                message: "only one coder in \(paths.joined(separator: ", ")); name the files of two people, or one that holds both")
        }
        AgreementOutput(agreement).print()
        try run.finish()
    }
}
