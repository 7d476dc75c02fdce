import ArgumentParser
import Foundation
import Scoring
import Tuning

/// Words that the lexicon does not list and that behave as its words do.
struct LexiconSuggest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest", abstract: "Suggests words for a lexicon, found from the articles alone.",
        discussion: """
            Each suggestion gives its forms, why it is suggested, counts by source, the framing it might join, and places where it stands. A \
            word that a term lists is never suggested, nor is one that was rejected: \
            'parallax lexicon suggest --reject WORD' writes it into NAME.rejected-suggestions.jsonl beside the lexicon.
            """
    )

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, csv, json
    }

    @Argument(help: ArgumentHelp("Files and folders of articles, '-' for standard input.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("How many suggestions to give.", valueName: "n"))
    var most = 20

    @Option(help: ArgumentHelp("Places to show of each suggestion in the text form, up to 3.", valueName: "n"))
    var examples = 1

    @Option(help: "The form of the list.")
    var format: Format = .text

    @Option(help: ArgumentHelp("Keeps a word and its inflections away for good, and ends; give it again for more.", valueName: "word"))
    var reject: [String] = []

    func validate() throws {
        guard most >= 1 else { throw ValidationError("--most needs a number from 1 up, not \(most).") }
        guard (0...3).contains(examples) else { throw ValidationError("--examples needs a number from 0 to 3, not \(examples).") }
        if let blank = reject.first(where: { $0.allSatisfy(\.isWhitespace) || $0.contains(where: \.isNewline) }) {
            throw ValidationError("--reject needs a word, not \u{201C}\(blank)\u{201D}.")
        }
    }

    func run() throws {
        var run = Run(common)
        let lexicon = try run.lexicon()
        guard reject.isEmpty else { return try keepAway(beside: lexicon.files) }
        var rejected: Set<String> = []
        for file in lexicon.files {
            let read = RejectedSuggestions(beside: file)
            run.note(read.diagnostics)
            rejected.formUnion(read.words)
        }
        let articles = try run.corpus(Defaults.articles(paths)).articles
        let search = SuggestionSearch(lexicon: lexicon.value, voices: .none, rejected: rejected)
        let list = search.suggestions(in: articles, most: most, threads: common.threads)
        if list.articlesRead < articles.count, !common.quiet {
            Console.error("parallax: read \(list.articlesRead) of \(articles.count) articles, evenly spread, \(list.wordsRead) words")
        }
        try SuggestionOutput(list: list, examples: examples).print(format)
        try run.finish()
    }

    private func keepAway(beside files: [String]) throws {
        let path = RejectedSuggestions.path(beside: files.first ?? Defaults.lexicon)
        do {
            var lines = try DurableLines(path: path)
            for word in reject { try lines.append(RejectedSuggestions.line(rejecting: word, at: Date())) }
        } catch let fault as DurableLinesFault {
            throw RunFault(message: fault.message)
        }
        if !common.quiet { Console.print("\(path): \(reject.joined(separator: ", ")) will not be suggested again") }
    }
}
