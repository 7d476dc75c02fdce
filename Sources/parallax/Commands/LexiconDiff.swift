import ArgumentParser
import Articles
import Comparing
import Foundation
import Lexicons
import Scoring
import Tuning

/// What an edit of a lexicon changes.
struct LexiconDiff: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Compares two versions of a lexicon on the same articles: hits, figures and sentences.",
        discussion: """
            Hits that are gained, lost or moved to another framing, each in its sentence; sources whose figures move; sentences of the report \
            that change, and whether the sources change places. With --fail-on the command ends with status 1 where something named changes: \
            a hit is lost (loss), or a sentence says something else apart from its numbers (conclusion).
            """
    )

    enum Failure: String, CaseIterable, ExpressibleByArgument {
        case conclusion, loss
    }

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    @Argument(help: "The lexicon before.")
    var old: String

    @Argument(help: "The lexicon after.")
    var new: String

    @Argument(help: ArgumentHelp("Files and folders of articles, '-' for standard input.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("Ends with status 1 where this changes; give it again for more.", valueName: "change"))
    var failOn: [Failure] = []

    @Option(help: ArgumentHelp("A file that marks all hits of some articles; give it again for more.", valueName: "file"))
    var gold: [String] = []

    @Option(help: ArgumentHelp("Hits of each kind to show in the text form; all are counted.", valueName: "n"))
    var most = 20

    @Option(help: "The form of the result.")
    var format: Format = .text

    func validate() throws {
        guard common.lexicon.isEmpty else { throw ValidationError("diff takes its lexicons as OLD and NEW, not with --lexicon.") }
        guard most >= 0 else { throw ValidationError("--most needs a number from 0 up, not \(most).") }
    }

    func run() throws {
        var run = Run(common)
        let before = try run.lexicon(named: old)
        let after = try run.lexicon(named: new)
        let marks = try run.gold(gold)
        let corpus = try run.corpus(Defaults.articles(paths))
        var known = Known()
        let (oldSettled, oldComparison) = compared(corpus, before.value, &known)
        let (newSettled, newComparison) = compared(corpus, after.value, &known)
        let difference = LexiconDifference(old: oldSettled, new: newSettled, comparisons: (oldComparison, newComparison))
        var output = DifferenceOutput(difference, articles: corpus.articles, tallies: newSettled, most: most)
        if !marks.isEmpty { output.gold = (GoldScore(oldSettled, gold: marks), GoldScore(newSettled, gold: marks)) }
        try output.print(format)
        let isLost = failOn.contains(.loss) && difference.count(.lost) > 0
        let isTurned = failOn.contains(.conclusion) && difference.changesConclusion
        if isLost { Console.error("parallax: hits were lost") }
        if isTurned { Console.error("parallax: the report concludes something else") }
        guard !isLost, !isTurned else { throw Ending.withProblems }
        try run.finish()
    }

    /// What the old lexicon gave, of which the new one gives most again.
    private struct Known {
        var tallies: IndexedTallies?
        var differences = KnownDifferences()
    }

    private func compared(
        _ corpus: RunCorpus, _ lexicon: Lexicon, _ known: inout Known
    ) -> (tallies: [ArticleTally], comparison: Comparison) {
        let tallies = corpus.score(lexicon, common, keptContexts: 0, parts: .speech, after: &known.tallies)
        let settled = SettledTally(Tally(tallies), threads: common.threads)
        return (settled.articles.map(\.tally), Comparator(lexicon: lexicon, voiceMode: common.voices).compare(settled, &known.differences))
    }
}

extension Run {
    /// One lexicon by its path.
    ///
    /// - Throws: `Ending.notDone` where it cannot be used; its faults have been printed.
    mutating func lexicon(named path: String) throws -> LoadedLexicon {
        let (lexicon, faults) = LoadedLexicon.load([path])
        note(faults)
        guard let lexicon else { throw Ending.notDone }
        return lexicon
    }
}
