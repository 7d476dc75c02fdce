public import ArgumentParser
import Foundation
import Lexicons
public import Scoring
import Tuning

/// Keyword in context.
struct Concordance: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "concordance", _superCommandName: CommandShortcut.program,
        abstract: "Prints a pattern, a term, a framing or a concept in its contexts, a line each.",
        discussion: """
            PATTERN is a term as in a lexicon: words, *, ?, (a|b c), <m-n>, =Exact. With --term, --framing or --concept there is no PATTERN: the \
            lexicon's hits are shown, after its conditions and the overlap rule. Each line gives doc, source, voice and the words on both sides; \
            in a terminal it comes in pages.
            """
    )

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, csv, tsv, json, jsonl
    }

    @Argument(help: "The term to look for.")
    var pattern: String?

    @Argument(help: ArgumentHelp("Files and folders of articles, '-' for standard input.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("A term of the lexicon, as written there; give it again for more.", valueName: "term"))
    var term: [String] = []

    @Option(help: ArgumentHelp("A framing of the lexicon, by its id or as concept/framing; give it again for more.", valueName: "id"))
    var framing: [String] = []

    @Option(help: ArgumentHelp("A concept of the lexicon, by its id; give it again for more.", valueName: "id"))
    var concept: [String] = []

    @Option(help: ArgumentHelp("Only this source; give it again for more.", valueName: "name"))
    var source: [String] = []

    @Option(help: ArgumentHelp("Only this voice: own, reported, quoted, distanced; give it again for more.", valueName: "voice"))
    var voice: [Voice] = []

    @Option(help: "The order: place in the text, the words to the left (nearest first), to the right, source, or voice.")
    var sort: ConcordanceSearch.Selection.Order = .place

    @Option(help: "The form of the lines.")
    var format: Format = .text

    @Flag(help: "Prints without pages.")
    var noPager = false

    private var isOfLexicon: Bool { !(term.isEmpty && framing.isEmpty && concept.isEmpty) }

    func validate() throws {
        guard pattern != nil || isOfLexicon else { throw ValidationError("give a PATTERN, or --term, --framing or --concept.") }
    }

    func run() throws {
        var run = Run(common)
        var selection = ConcordanceSearch.Selection()
        selection.sources = source
        selection.voices = Set(voice)
        selection.order = sort
        let (search, paths) = try search(&run, &selection)
        let articles = try run.articles(Defaults.articles(paths))
        let lines = search.lines(in: articles, selection: selection, threads: common.threads)
        try ConcordanceOutput(lines: lines, inPages: !noPager).print(format)
        if !common.quiet {
            let found = Set(lines.lazy.map(\.doc)).count
            let part = found < articles.count ? "\(found) of \(articles.count)" : "\(articles.count)"
            Console.error("\(lines.count) hit\(lines.count == 1 ? "" : "s") in \(part) article\(articles.count == 1 ? "" : "s")")
        }
        try run.finish()
    }

    private func search(
        _ run: inout Run, _ selection: inout ConcordanceSearch.Selection
    ) throws -> (search: ConcordanceSearch, paths: [String]) {
        if isOfLexicon {
            let lexicon = try run.lexicon().value
            selection.framings = try LexiconPart(lexicon).framings(concepts: concept, framings: framing)
            selection.terms = try LexiconPart(lexicon).terms(term)
            return (ConcordanceSearch(lexicon: lexicon, voices: common.voices), [pattern].compactMap(\.self) + paths)
        }
        let term = try run.pattern(pattern ?? "")
        let lexicon = common.lexicon.isEmpty ? nil : try run.lexicon().value
        return (ConcordanceSearch(pattern: term, lexicon: lexicon, voices: common.voices), paths)
    }
}

extension Voice: ExpressibleByArgument {}
extension ConcordanceSearch.Selection.Order: ExpressibleByArgument {}
