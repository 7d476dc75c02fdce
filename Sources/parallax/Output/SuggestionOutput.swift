import Scoring
import Tuning

/// Prints suggestions: numbered lines with places beneath, a table, or JSON lines.
struct SuggestionOutput {
    let list: SuggestionList
    /// Places shown of each in the text form.
    let examples: Int

    func print(_ format: LexiconSuggest.Format) throws {
        var output = BufferedOutput()
        switch format {
        case .text:
            if list.suggestions.isEmpty {
                output.print("No suggestions: every telling word of these articles is listed, rejected or a name.")
            }
            for (index, suggestion) in list.suggestions.enumerated() { text(suggestion, number: index + 1).forEach { output.print($0) } }
        case .csv:
            output.print(DelimitedLine.csv.line(["rank", "word", "forms", "count", "concept", "framing", "reasons", "sources"]))
            for (index, suggestion) in list.suggestions.enumerated() { output.print(row(suggestion, number: index + 1)) }
        case .json:
            for (index, suggestion) in list.suggestions.enumerated() {
                output.print(try JSONLine.encode(SuggestionRecord(suggestion, rank: index + 1)))
            }
        }
        output.flush()
    }

    private func text(_ suggestion: Suggestion, number: Int) -> [String] {
        let others = suggestion.forms.dropFirst().map { "\($0.word) \($0.count)" }
        let forms = others.isEmpty ? "" : " (also \(others.joined(separator: ", ")))"
        let framing = suggestion.framing.map { "  perhaps \($0.concept)/\($0.framing)" } ?? ""
        let number = String(repeating: " ", count: max(0, 2 - String(number).count)) + String(number)
        var lines = ["\(number). \(Console.bold(suggestion.word))\(forms)  \(sources(suggestion))\(framing)"]
        let reasons = suggestion.reasons.map(\.sentence)
        if !reasons.isEmpty { lines.append("      \(reasons.joined(separator: "; "))") }
        for example in suggestion.examples.prefix(examples) {
            let left = (example.context.leftIsCut ? "\u{2026} " : "") + example.context.left
            let right = example.context.right + (example.context.rightIsCut ? " \u{2026}" : "")
            lines.append("      \(example.source): \(left)\(Console.bold(example.surface))\(right)")
        }
        return lines
    }

    private func sources(_ suggestion: Suggestion) -> String {
        suggestion.sources.map { "\($0.source) \($0.count)" }.joined(separator: ", ")
    }

    private func row(_ suggestion: Suggestion, number: Int) -> String {
        DelimitedLine.csv.line([
            String(number), suggestion.word, suggestion.forms.map { "\($0.word) \($0.count)" }.joined(separator: "; "),
            String(suggestion.count),
            suggestion.framing?.concept ?? "", suggestion.framing?.framing ?? "",
            suggestion.reasons.map(\.sentence).joined(separator: "; "),
            suggestion.sources.map { "\($0.source) \($0.count)" }.joined(separator: "; "),
        ])
    }
}

extension Suggestion.Reason {
    /// In a reader's words, without a stop.
    var sentence: String {
        switch self {
        case .formOf(let listed): "a form of \u{201C}\(listed)\u{201D}, which is listed"
        case .spelledLike(let listed): "one letter from \u{201C}\(listed)\u{201D}, which is listed"
        case .standsLike(let slot, let listed):
            "stands in \u{201C}\(slot)\u{201D} as \(listed.map { "\u{201C}\($0)\u{201D}" }.joined(separator: ", ")) \(listed.count == 1 ? "does" : "do")"
        case .setsApart(let source, let count): "sets \(source) apart (\(count) there)"
        case .nearHits(let count): "near listed words in \(count) place\(count == 1 ? "" : "s")"
        }
    }
}

/// A suggestion as other programs read it.
private struct SuggestionRecord: Encodable {
    struct Form: Encodable {
        let word: String
        let count: Int
    }

    struct Source: Encodable {
        let source: String
        let count: Int
        let articles: Int
    }

    struct Example: Encodable {
        let doc: String
        let source: String
        let left: String
        let surface: String
        let right: String
    }

    let rank: Int
    let word: String
    let count: Int
    let forms: [Form]
    let concept: String?
    let framing: String?
    let reasons: [String]
    let sources: [Source]
    let examples: [Example]

    init(_ suggestion: Suggestion, rank: Int) {
        self.rank = rank
        word = suggestion.word
        count = suggestion.count
        forms = suggestion.forms.map { Form(word: $0.word, count: $0.count) }
        concept = suggestion.framing?.concept
        framing = suggestion.framing?.framing
        reasons = suggestion.reasons.map(\.sentence)
        sources = suggestion.sources.map { Source(source: $0.source, count: $0.count, articles: $0.articles) }
        examples = suggestion.examples.map {
            Example(doc: $0.doc, source: $0.source, left: $0.context.left, surface: $0.surface, right: $0.context.right)
        }
    }
}
