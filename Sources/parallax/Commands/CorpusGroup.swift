import ArgumentParser
import Articles
import Foundation
import Lexicons
import Scoring

/// The commands about a corpus as a whole.
struct CorpusGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "corpus", abstract: "Prepares a corpus.", subcommands: [CorpusIndexCommand.self]
    )
}

/// Writes the index of a corpus beside it.
struct CorpusIndexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index", abstract: "Writes an index beside articles, from which lexicons are scored without reading them again.",
        discussion: """
            The index of a file stands beside it as .NAME.parallax-index, that of a folder in it as .parallax-index. Commands that score use it \
            where the articles and the options of reading are the same as when it was made, and say so where they are not. It gives the same \
            hits as the articles. Voices are kept for the speakers of the lexicon named; with other speakers they are read anew.
            """
    )

    @Argument(help: ArgumentHelp("Files and folders of articles.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup var common: CommonOptions

    func run() throws {
        var run = Run(common)
        let lexicon = common.voices == .full ? try run.lexicon().value : nil
        let paths = try Defaults.articles(paths)
        guard let path = IndexStore.path(for: paths) else {
            throw RunFault(message: "standard input has no index; give files or folders")
        }
        let work = IndexWork()
        do {
            work.builder = try IndexBuilder(path: path, voices: VoiceReader(lexicon, mode: common.voices))
            let corpus = CorpusReader.forEachArticle(paths: paths, options: common.readingOptions) { work.add($0) }
            run.note(corpus.diagnostics)
            if let fault = work.fault { throw fault }
            guard work.articleCount > 0 else {
                Console.error("parallax: no articles in \(paths.joined(separator: ", "))")
                throw Ending.notDone
            }
            let byteCount = try work.finish(corpus, options: common.readingOptions)
            if !common.quiet {
                let articles = "\(work.articleCount) article\(work.articleCount == 1 ? "" : "s")"
                Console.error("\(path): \(articles), \(byteCount) bytes")
            }
        } catch let fault as IndexFault {
            throw RunFault(message: fault.message)
        }
        try run.finish()
    }
}

/// The index under way, while the reader hands articles over one by one.
private final class IndexWork {
    var builder: IndexBuilder?
    private(set) var fault: IndexFault?
    private(set) var articleCount = 0

    func add(_ article: Article) {
        guard fault == nil else { return }
        do throws(IndexFault) {
            try builder?.add(article)
            articleCount += 1
        } catch {
            fault = error
        }
    }

    func finish(_ corpus: Corpus, options: ReadingOptions) throws(IndexFault) -> Int {
        try builder?.finish(corpus, options: options) ?? 0
    }
}
