import Articles
import Comparing
import Diagnostics
import Foundation
import Lexicons
import Reporting
import Scoring
import Tuning

/// One run of a command: reads what it is given, gathers what was wrong with it, and knows with which status to end.
struct Run {
    private let common: CommonOptions
    private var inputs: [RecordedFile] = []
    private var diagnostics: [Diagnostic] = []
    /// Warnings and errors that the making of an index in use met.
    private var problemsOfIndex = 0
    private var knownJudgements: Judgements?
    private(set) var voiceMode: VoiceMode
    /// What the method section says beside its own sentences.
    private var notes: [String] = []
    /// The words behind the hashes of the tally, for the word lists; nil where the input holds none.
    private(set) var vocabulary: Vocabulary?

    init(_ common: CommonOptions) {
        self.common = common
        voiceMode = common.voices
    }

    /// The lexicons named, as one; the shipped one where none is.
    ///
    /// - Throws: `RunFault` where none is named and that is not here, `Ending.notDone` where one cannot be used; its faults have been printed.
    mutating func lexicon() throws -> LoadedLexicon {
        let files = try Defaults.lexicons(common.lexicon)
        let (lexicon, faults) = LoadedLexicon.load(files, encoding: common.lexiconEncoding)
        report(faults)
        guard let lexicon else { throw Ending.notDone }
        return lexicon
    }

    /// The articles at `paths`.
    ///
    /// - Parameter withDigests: whether the SHA-256 of files and articles is wanted.
    /// - Throws: `Ending.notDone` where there is none; the reasons have been printed.
    mutating func articles(_ paths: [String], withDigests: Bool = true) throws -> [Article] {
        var options = common.readingOptions
        options.wantsDigests = withDigests
        let corpus = CorpusReader.read(paths: paths, options: options)
        report(corpus.diagnostics)
        inputs += corpus.inputs.map { RecordedFile(name: RelativePath.shown($0.name), sha256: $0.sha256) }
        guard !corpus.articles.isEmpty else {
            if corpus.diagnostics.allSatisfy({ $0.severity == .note }) {
                Console.error("parallax: no articles in \(paths.joined(separator: ", "))")
            }
            throw Ending.notDone
        }
        return corpus.articles
    }

    /// The articles at `paths`: from their index where there is one that fits, else by reading them.
    ///
    /// - Throws: `Ending.notDone` where there is no article; the reasons have been printed.
    mutating func corpus(_ paths: [String]) throws -> RunCorpus {
        guard let index = index(of: paths) else { return RunCorpus(articles: try articles(paths)) }
        do throws(IndexFault) {
            return RunCorpus(articles: try index.articles(), index: index)
        } catch {
            Console.error("parallax: the index of \(paths.joined(separator: ", ")) is not used: \(error.message)")
        }
        return RunCorpus(articles: try articles(paths))
    }

    /// The tally of `articles`, and `vocabulary` where there are enough of them.
    mutating func tally(of articles: [Article], lexicon: LoadedLexicon) -> Tally {
        if articles.count >= 2 * KeyWords.leastArticles { vocabulary = Vocabulary(articles: articles) }
        return Tally(score(articles, lexicon: lexicon))
    }

    /// The tallies of `articles`, in their order, hits that were rejected by hand marked so.
    mutating func score(_ articles: [Article], lexicon: LoadedLexicon) -> [ArticleTally] {
        score(RunCorpus(articles: articles), lexicon: lexicon)
    }

    mutating func score(_ corpus: RunCorpus, lexicon: LoadedLexicon) -> [ArticleTally] {
        judgements(lexicon).rejecting(in: corpus.score(lexicon.value, common), of: corpus.articles)
    }

    /// What was judged by hand, from the files beside the lexicons; their faults are reported.
    mutating func judgements(_ lexicon: LoadedLexicon) -> Judgements {
        if let knownJudgements { return knownJudgements }
        let files = lexicon.judgementFiles
        for file in files {
            report(file.diagnostics)
            if let sha256 = file.sha256 { inputs.append(RecordedFile(name: RelativePath.shown(file.path), sha256: sha256)) }
        }
        let judgements = Judgements(files)
        knownJudgements = judgements
        return judgements
    }

    /// The tally of the articles at `paths` for a list of hits, without `vocabulary`, `TallyParts` and the sentences around hits, and without digests unless there
    /// are judgements: from their index where there is one that fits, else by reading them.
    ///
    /// - Throws: `Ending.notDone` where there is no article; the reasons have been printed.
    mutating func tally(at paths: [String], lexicon: LoadedLexicon) throws -> Tally {
        if let tally = indexedTally(paths, lexicon: lexicon) { return tally }
        let articles = try articles(paths, withDigests: lexicon.mayHaveJudgements)
        let tallies = RunCorpus(articles: articles).score(lexicon.value, common, keptContexts: 0, parts: [])
        return Tally(judgements(lexicon).rejecting(in: tallies, of: articles))
    }

    private mutating func indexedTally(_ paths: [String], lexicon: LoadedLexicon) -> Tally? {
        guard let index = index(of: paths) else { return nil }
        let scorer = IndexScorer(index: index, lexicon: lexicon.value, voices: common.voices, keptContexts: 0, parts: [])
        do throws(IndexFault) {
            let tallies = try scorer.tallies(threads: common.threads)
            let judged = judgements(lexicon)
            return Tally(judged.isEmpty ? tallies : judged.rejecting(in: tallies, of: try index.articles()))
        } catch {
            Console.error("parallax: the index of \(paths.joined(separator: ", ")) is not used: \(error.message)")
            return nil
        }
    }

    /// The index of `paths` where there is one that fits; why another is left alone is printed. What reading the articles had to say is said
    /// and counted again.
    mutating func index(of paths: [String]) -> CorpusIndex? {
        switch IndexStore.index(of: paths, options: common.readingOptions) {
        case .none: return nil
        case .ignored(let reason):
            let remedy = "run 'parallax corpus index' again, or delete it"
            if !common.quiet { Console.error("parallax: the index of \(paths.joined(separator: ", ")) is not used: \(reason) (\(remedy))") }
            return nil
        case .fits(let index):
            repeatMessages(of: index)
            return index
        }
    }

    private mutating func repeatMessages(of index: CorpusIndex) {
        inputs += index.key.inputs.map { RecordedFile(name: RelativePath.shown($0.name), sha256: $0.sha256) }
        for message in index.key.messages {
            let severity = Diagnostic.Severity(rawValue: message.severity) ?? .error
            problemsOfIndex += severity > .note ? message.count : 0
            if severity > .note || !common.quiet { Console.error(message.text) }
        }
    }

    /// Prints what was wrong with a file read on the side and counts it among the run's problems.
    mutating func note(_ found: [Diagnostic]) { report(found) }

    /// The tally of files of scores.
    ///
    /// - Throws: `RunFault` or `Ending.notDone` where a file cannot be read, the scores clash, or were made with another lexicon or voice mode.
    mutating func tally(fromScores paths: [String], lexicon: LoadedLexicon) throws -> Tally {
        var files: [(name: String, bytes: Data)] = []
        for path in paths {
            guard let data = FileManager.default.contents(atPath: path) else {
                throw RunFault(message: "cannot read \(path); give files that 'parallax score' wrote")
            }
            files.append((path, data))
        }
        let read = ScoreFiles(files)
        report(read.diagnostics)
        guard !read.tally.articles.isEmpty else { throw RunFault(message: "no scores in \(paths.joined(separator: ", "))") }
        if let doc = read.tally.clashingDocs.first {
            throw RunFault(message: "two different articles are called \(doc); give articles of different parts different names")
        }
        for closing in read.closings where closing.lexicon != lexicon.sha256 {
            throw RunFault(
                message:
                    "the scores were made with another lexicon than \(lexicon.files.joined(separator: ", ")); score again, or name that lexicon"
            )
        }
        let modes = Set(read.closings.map(\.voices))
        guard modes.count <= 1 else { throw RunFault(message: "the scores were made with different --voices; score all parts alike") }
        voiceMode = modes.first ?? voiceMode
        inputs += read.tally.articles.map { RecordedFile(name: $0.doc, sha256: $0.sha256) }
        if read.closings.isEmpty {
            warn(ofMissingClosings: read.filesWithoutClosing)
        } else {
            if !read.filesWithoutClosing.isEmpty { note(read.filesWithoutClosing.count, of: files.count) }
            vocabulary = Vocabulary(read.closings.map(\.words))
        }
        return read.tally
    }

    /// Parts may be joined with the closing line of another; where there is none, scoring was cut short.
    private mutating func warn(ofMissingClosings files: [String]) {
        let warnings = files.map {
            Diagnostic(
                .warning, file: $0,
                message: "its closing line is missing, so that neither can the lexicon be checked nor words be named in word lists",
                remedy: "score again: 'parallax score' did not come to its end")
        }
        report(warnings)
    }

    private mutating func note(_ filesWithoutClosing: Int, of files: Int) {
        notes.append(
            "\(filesWithoutClosing) of \(files) files of scores \(filesWithoutClosing == 1 ? "lacks" : "lack") the closing line with its words: "
                + "words that stand nowhere else have no name and are in no word list.")
    }

    /// A term given on the command line.
    ///
    /// - Throws: `Ending.notDone` where it is none; its faults have been printed.
    mutating func pattern(_ source: String) throws -> TermPattern {
        let (pattern, faults) = TermPatternParser.parse(source)
        for fault in faults {
            Console.error(
                "parallax: in the pattern \u{201C}\(source)\u{201D}, character \(fault.column): \(fault.message)\(fault.remedy.map { " (\($0))" } ?? "")"
            )
        }
        guard let pattern else { throw Ending.notDone }
        return pattern
    }

    /// What the report says of how it came about.
    func record(commandLine: String, hitsCommand: String, lexicon: LoadedLexicon) -> ReportRecord {
        ReportRecord(
            programVersion: Program.version, commandLine: commandLine, hitsCommand: hitsCommand, lexicons: lexicon.recorded,
            inputs: inputs.sorted { ($0.name, $0.sha256) < ($1.name, $1.sha256) },
            diagnostics: RecordedDiagnostics(
                errors: count(.error), warnings: count(.warning), notes: count(.note),
                messages: diagnostics.map { shown($0).description }
            ),
            notes: notes
        )
    }

    /// Ends the run well, or with status 1 where something was wrong that has been named.
    func finish() throws {
        let problems = count(.error) + count(.warning) + problemsOfIndex
        guard problems > 0 else { return }
        if !common.quiet { Console.error("parallax: done, with \(problems) problem\(problems == 1 ? "" : "s") named above") }
        throw Ending.withProblems
    }

    private mutating func report(_ found: [Diagnostic]) {
        diagnostics += found
        for diagnostic in found where diagnostic.severity > .note || !common.quiet { Console.error(diagnostic.description) }
    }

    private func count(_ severity: Diagnostic.Severity) -> Int { diagnostics.faultCount { $0 == severity } }

    /// Without folders of this machine.
    private func shown(_ diagnostic: Diagnostic) -> Diagnostic {
        var shown = diagnostic
        shown.file = RelativePath.shown(diagnostic.file)
        return shown
    }
}
