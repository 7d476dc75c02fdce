import ArgumentParser
import Articles
import Scoring
import Words

/// Every place where a term of the lexicon stands.
struct Hits: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hits", _superCommandName: CommandShortcut.program,
        abstract: "Lists every hit with its place, voice and speaker.",
        discussion: """
            One line a hit: doc, source, date, field, start, end, surface, term, concept, framing, voice, speaker, passage, status. 'start' and \
            'end' are UTF-8 byte offsets, end excluded, in the decoded text. Only hits with status 'counted' enter tallies.
            """
    )

    enum Format: String, CaseIterable, ExpressibleByArgument, Sendable {
        case jsonl, csv, tsv
    }

    @Argument(help: ArgumentHelp("Files and folders of articles, '-' for standard input.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup var common: CommonOptions

    @Option(help: "The form of the lines.")
    var format: Format = .jsonl

    func run() throws {
        var run = Run(common)
        let lexicon = try run.lexicon()
        let tally = try run.tally(at: Defaults.articles(paths), lexicon: lexicon)
        var output = BufferedOutput()
        let articles = SettledTally(tally, threads: common.threads).articles
        UntilExit.keep(articles)
        switch format {
        case .jsonl:
            output.print(jsonOf: articles, threads: common.threads) { article, json in
                if !article.tally.hits.isEmpty { HitLines(article.tally).write(to: &json) }
            }
        case .csv: try print(articles, as: .csv, to: &output)
        case .tsv: try print(articles, as: .tsv, to: &output)
        }
        output.flush()
        try run.finish()
    }

    private func print(_ articles: [SettledArticle], as form: DelimitedLine, to output: inout BufferedOutput) throws {
        output.print(form.line(HitRecord.columns))
        try output.print(linesOf: articles, threads: common.threads) { article in
            article.tally.hits.map { form.line(HitRecord($0, of: article.tally).fields) }
        }
    }
}

/// The hits of an article as JSON lines, keys in alphabetical order.
private struct HitLines {
    private let hits: [Hit]
    /// What all lines of the article say alike, written once.
    private let dateAndDoc: [UInt8]
    private let source: [UInt8]

    init(_ article: ArticleTally) {
        hits = article.hits
        dateAndDoc = Self.members { json in
            json.add("date", article.date?.iso)
            json.add("doc", article.doc)
        }
        source = Self.members { $0.add("source", article.sourceName) }
    }

    private static func members(_ write: (inout JSONText) -> Void) -> [UInt8] {
        var json = JSONText()
        write(&json)
        return json.bytes
    }

    func write(to json: inout JSONText) {
        // By place, since each hit taken out of the list would be copied with all its strings.
        hits.withUnsafeBufferPointer { hits in
            for index in hits.indices { write(hits[index], to: &json) }
        }
    }

    private func write(_ hit: borrowing Hit, to json: inout JSONText) {
        json.openObject()
        json.add("concept", hit.concept)
        json.addMembers(dateAndDoc)
        json.add("end", hit.span.end)
        json.add("field", hit.field.rawValue)
        json.add("framing", hit.framing)
        json.add("passage", hit.passage.rawValue)
        json.add("side", hit.side)
        json.addMembers(source)
        json.add("speaker", hit.speaker)
        json.add("start", hit.span.start)
        json.add("status", hit.status.rawValue)
        json.add("surface", hit.surface)
        json.add("term", hit.term)
        json.add("voice", hit.voice.rawValue)
        json.closeObject()
        json.endLine()
    }
}

/// A hit as other programs read it in a table.
private struct HitRecord {
    static let columns = [
        "doc", "source", "date", "field", "start", "end", "surface", "term", "concept", "framing", "voice", "speaker", "side", "passage",
        "status",
    ]

    let doc: String
    let source: String
    let date: String?
    let field: String
    let start: Int
    let end: Int
    let surface: String
    let term: String
    let concept: String
    let framing: String
    let voice: String
    let speaker: String?
    let side: String?
    let passage: String
    let status: String

    init(_ hit: Hit, of article: ArticleTally) {
        doc = article.doc
        source = article.sourceName
        date = article.date?.iso
        field = hit.field.rawValue
        start = hit.span.start
        end = hit.span.end
        surface = hit.surface
        term = hit.term
        concept = hit.concept
        framing = hit.framing
        voice = hit.voice.rawValue
        speaker = hit.speaker
        side = hit.side
        passage = hit.passage.rawValue
        status = hit.status.rawValue
    }

    var fields: [String] {
        [
            doc, source, date ?? "", field, String(start), String(end), surface, term, concept, framing, voice, speaker ?? "", side ?? "",
            passage, status,
        ]
    }
}
