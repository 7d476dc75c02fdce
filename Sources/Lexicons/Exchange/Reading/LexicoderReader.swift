import Diagnostics

/// Lexicoder 3 `.lc3`: `+name` begins a category, with its colour as `#RRGGBB` behind it, then a term a line.
struct LexicoderReader {
    private var draft: DictionaryDraft
    private var category: Int?

    static func read(_ bytes: [UInt8], into draft: DictionaryDraft) -> DictionaryDraft {
        var reader = LexicoderReader(draft: draft)
        for line in SourceLines(bytes) where !line.isBlank && !reader.draft.isFull { reader.read(line) }
        return reader.draft
    }

    private init(draft: DictionaryDraft) { self.draft = draft }

    private mutating func read(_ line: SourceLine) {
        let content = line.bytes.trimmingBlanks
        if content.first == UInt8(ascii: "+"), line.bytes.first == UInt8(ascii: "+") {
            return beginCategory(content.dropFirst().trimmingBlanks.text, line)
        }
        let column = line.column(of: content.startIndex)
        guard let category else {
            return draft.report(
                .warning, line.number, "a term before the first category is not read", text: content.text, column: column,
                remedy: "begin the category with +NAME")
        }
        draft.add(ForeignTerm(text: content.text, line: line.number, column: column), to: category)
    }

    private mutating func beginCategory(_ text: String, _ line: SourceLine) {
        var name = text
        var note: String?
        if let colour = text.wholeMatch(of: /(.+?)\s*(#[0-9A-Fa-f]{6})/) {
            name = String(colour.1)
            note = "colour \(colour.2)"
        }
        guard !name.isEmpty else {
            category = nil
            return draft.report(
                .warning, line.number, "a category without a name is not read", text: line.text, column: 1, remedy: "write +NAME")
        }
        category = draft.newCategory(name, line: line.number, note: note)
    }
}
