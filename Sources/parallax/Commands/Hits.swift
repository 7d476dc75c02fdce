import ArgumentParser
import Articles
import Scoring
import Words

/// Every place where a term of the lexicon stands.
struct Hits: ParsableCommand {
    static let configuration = CommandConfiguration(
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
        let lexicon = try run.lexicon(fallback: Defaults.lexicon)
        let tally = try run.tally(at: paths.isEmpty ? [Defaults.seeds] : paths, lexicon: lexicon)
        var output = BufferedOutput()
        switch format {
        case .jsonl: break
        case .csv: output.print(DelimitedLine.csv.line(HitRecord.columns))
        case .tsv: output.print(DelimitedLine.tsv.line(HitRecord.columns))
        }
        let (articles, format) = (SettledTally(tally, threads: common.threads).articles, format)
        try output.print(linesOf: articles, threads: common.threads) { article in
            article.tally.hits.map { Self.line(HitRecord($0, of: article.tally), format) }
        }
        output.flush()
        try run.finish()
    }

    private static func line(_ record: HitRecord, _ format: Format) -> String {
        switch format {
        case .jsonl: JSONLine.escaped(record.json)
        case .csv: DelimitedLine.csv.line(record.fields)
        case .tsv: DelimitedLine.tsv.line(record.fields)
        }
    }
}

/// A hit as other programs read it.
struct HitRecord: Encodable {
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

    /// As `JSONLine` writes it.
    var json: String {
        var line = FlatJSON()
        line.add("concept", concept)
        line.add("date", date)
        line.add("doc", doc)
        line.add("end", end)
        line.add("field", field)
        line.add("framing", framing)
        line.add("passage", passage)
        line.add("side", side)
        line.add("source", source)
        line.add("speaker", speaker)
        line.add("start", start)
        line.add("status", status)
        line.add("surface", surface)
        line.add("term", term)
        line.add("voice", voice)
        return line.closed
    }

    var fields: [String] {
        [
            doc, source, date ?? "", field, String(start), String(end), surface, term, concept, framing, voice, speaker ?? "", side ?? "",
            passage, status,
        ]
    }
}
