import Articles
import Scoring
import Tuning
import Words

/// Prints lines of a concordance: aligned for a terminal, as a table, or as JSON.
struct ConcordanceOutput {
    let lines: [ConcordanceLine]
    let inPages: Bool

    private static let columns = [
        "doc", "source", "date", "field", "start", "end", "concept", "framing", "term", "voice", "speaker", "left", "surface", "right",
    ]

    func print(_ format: Concordance.Format) throws {
        switch format {
        case .text: Pager.show(text, inPages: inPages)
        case .csv: table(.csv)
        case .tsv: table(.tsv)
        case .jsonl:
            var output = BufferedOutput()
            for line in lines { output.print(try JSONLine.encode(ConcordanceRecord(line))) }
            output.flush()
        case .json: Console.print(try JSONLine.encode(lines.map(ConcordanceRecord.init)))
        }
    }

    private var text: String {
        let width = lines.map(\.place.count).max() ?? 0
        return lines.map { line in
            let place = line.place + String(repeating: " ", count: width - line.place.count)
            return "\(Console.faint(place))  \(line.left) \(Console.bold(line.surface)) \(line.right)\n"
        }.joined()
    }

    private func table(_ form: DelimitedLine) {
        var output = BufferedOutput()
        output.print(form.line(Self.columns))
        for line in lines { output.print(form.line(ConcordanceRecord(line).fields)) }
        output.flush()
    }
}

/// A line of a concordance as other programs read it.
private struct ConcordanceRecord: Encodable {
    let doc: String
    let source: String
    let date: String?
    let field: String
    let start: Int
    let end: Int
    let concept: String
    let framing: String
    let term: String
    let voice: String
    let speaker: String?
    let left: String
    let surface: String
    let right: String

    init(_ line: ConcordanceLine) {
        doc = line.doc
        source = line.source
        date = line.date?.iso
        field = line.field.rawValue
        start = line.span.start
        end = line.span.end
        concept = line.framing.concept
        framing = line.framing.framing
        term = line.term
        voice = line.voice.rawValue
        speaker = line.speaker
        left = line.context?.left ?? ""
        surface = line.surface
        right = line.context?.right ?? ""
    }

    var fields: [String] {
        [
            doc, source, date ?? "", field, String(start), String(end), concept, framing, term, voice, speaker ?? "", left, surface, right,
        ]
    }
}
