import ArgumentParser
import Foundation
import Scoring
import Tuning

/// How many of the judged hits were right, and what that makes of the lexicon.
struct LexiconEvaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Precision by framing, term, source and voice from judgements; recall from a gold file.",
        discussion: """
            Reads NAME.judgements.jsonl beside the lexicon. Limits are Wilson's, 95 %. The last line is the level that the report prints: \
            validated, tentative or unchecked (docs/tuning.md). A gold file marks all hits of some articles: a JSON object with 'file' and \
            'hits', or JSON lines with doc, start, end, concept and framing.
            """
    )

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, csv, json
    }

    @Argument(help: ArgumentHelp("Files and folders of articles, '-' for standard input.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("A file that marks all hits of some articles; give it again for more.", valueName: "file"))
    var gold: [String] = []

    @Option(help: ArgumentHelp("Another person's judgements; give it again for more.", valueName: "file"))
    var coders: [String] = []

    @Option(help: "The form of the figures.")
    var format: Format = .text

    func run() throws {
        var run = Run(common)
        let lexicon = try run.lexicon()
        let marks = try run.gold(gold)
        let articles = try run.articles(Defaults.articles(paths))
        let judgements = try run.judgements(lexicon, others: coders)
        let tallies = LexiconScorer(lexicon: lexicon.value, voices: common.voices, keptContexts: 0, parts: [])
            .score(articles, threads: common.threads)
        let settled = SettledTally(Tally(tallies), threads: common.threads).articles.map(\.tally)
        let evaluation = LexiconEvaluation(settled, judgements: judgements, lexicon: lexicon.value)
        let score = marks.isEmpty ? nil : GoldScore(settled, gold: marks)
        if let score, score.articles == 0 { throw RunFault(message: "the gold marks none of these articles; its doc names must be theirs") }
        try EvaluationOutput(evaluation, gold: score).print(format)
        try run.finish()
    }
}

extension Run {
    /// The marks in gold files.
    ///
    /// - Throws: `RunFault` where one cannot be read or marks nothing.
    mutating func gold(_ paths: [String]) throws -> GoldHits {
        var gold = GoldHits()
        for path in paths {
            guard let data = FileManager.default.contents(atPath: path) else {
                throw RunFault(message: "cannot read the gold file \(path); check the path and its permissions")
            }
            gold.read(data, file: path)
        }
        note(gold.diagnostics)
        if gold.isEmpty, let path = paths.first { throw RunFault(message: "\(path) marks no hits") }
        return gold
    }

    /// The judgements beside the lexicons, then those of other people's files.
    ///
    /// - Throws: `RunFault` where a file named is not there.
    mutating func judgements(_ lexicon: LoadedLexicon, others: [String]) throws -> Judgements {
        guard !others.isEmpty else { return judgements(lexicon) }
        let files = others.map { JudgementFile(path: $0) } + lexicon.judgementFiles
        for (path, file) in zip(others, files) where file.sha256 == nil { throw RunFault(message: "cannot read the judgements \(path)") }
        for file in files { note(file.diagnostics) }
        return Judgements(files)
    }
}
