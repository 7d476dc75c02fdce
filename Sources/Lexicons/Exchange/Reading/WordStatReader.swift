import Diagnostics

/// WordStat `.cat`: tabs for depth, ` (n)` behind a term, nothing behind a category.
///
/// `_` stands for a blank unless `keepsUnderscores`. Source: files in use; the format is not published.
struct WordStatReader {
    private var draft: DictionaryDraft
    private let keepsUnderscores: Bool
    /// Whether tabs make the levels, as WordStat writes them; else blanks do, as editors leave them.
    private let hasTabs: Bool
    /// The categories that a line stands in, outermost first.
    private var levels: [(depth: Int, category: Int)] = []
    private var underscores: (count: Int, firstLine: Int)?

    static func read(_ bytes: [UInt8], into draft: DictionaryDraft, keepsUnderscores: Bool) -> DictionaryDraft {
        var reader = WordStatReader(
            draft: draft, keepsUnderscores: keepsUnderscores,
            hasTabs: SourceLines(bytes).contains { $0.bytes.prefix(while: \.isBlank).contains(UInt8(ascii: "\t")) })
        if !reader.hasTabs, let first = SourceLines(bytes).first(where: { $0.bytes.first == 0x20 && !$0.isBlank }) {
            reader.draft.report(
                .note, first.number, "blanks instead of tabs make the levels: a line with more of them stands in the one above", column: 1)
        }
        for line in SourceLines(bytes) where !line.isBlank && !reader.draft.isFull { reader.read(line) }
        reader.reportUnderscores()
        return reader.draft
    }

    private init(draft: DictionaryDraft, keepsUnderscores: Bool, hasTabs: Bool) {
        self.draft = draft
        self.hasTabs = hasTabs
        self.keepsUnderscores = keepsUnderscores
    }

    /// The weight in brackets at the end of a term's line; nil for a category's.
    static func weight(_ content: ArraySlice<UInt8>) -> (term: ArraySlice<UInt8>, weight: Int)? {
        guard content.last == UInt8(ascii: ")"), let open = content.lastIndex(of: UInt8(ascii: "(")), open > content.startIndex,
            content[open - 1].isBlank, let weight = content[(open + 1)..<(content.endIndex - 1)].wholeNumber
        else { return nil }
        return (content[..<open].trimmingBlanks, weight)
    }

    private mutating func read(_ line: SourceLine) {
        let depth = line.bytes.prefix(while: \.isBlank).count { $0 == UInt8(ascii: hasTabs ? "\t" : " ") }
        let content = line.bytes.trimmingBlanks
        if content.first == UInt8(ascii: "@") {
            return draft.report(
                .warning, line.number, "a rule of WordStat is not read", text: content.text, column: line.column(of: content.startIndex),
                remedy: "convert to yaml and write it there with near: or unless:")
        }
        while let last = levels.last, last.depth >= depth { levels.removeLast() }
        if let (term, weight) = Self.weight(content) {
            addTerm(term, weight: weight, line)
        } else {
            let category = draft.newCategory(content.text, under: levels.last?.category, line: line.number)
            levels.append((depth, category))
        }
    }

    private mutating func addTerm(_ bytes: ArraySlice<UInt8>, weight: Int, _ line: SourceLine) {
        let column = line.column(of: bytes.startIndex)
        guard let category = levels.last?.category else {
            return draft.report(
                .warning, line.number, "a term outside any category is not read", text: bytes.text, column: column,
                remedy: "write its category above it and a tab before the term")
        }
        var text = bytes.text
        if text.contains("("), text.contains(")") {
            draft.report(.note, line.number, "brackets in a term are taken as they stand", text: text, column: column)
        }
        if !keepsUnderscores, text.utf8.contains(UInt8(ascii: "_")) {
            underscores = ((underscores?.count ?? 0) + 1, underscores?.firstLine ?? line.number)
            text = String(text.map { $0 == "_" ? " " : $0 })
        }
        draft.add(ForeignTerm(text: text, line: line.number, column: column), to: category, weight: weight == 1 ? nil : Double(weight))
    }

    private mutating func reportUnderscores() {
        guard let (count, firstLine) = underscores else { return }
        draft.report(
            .note, firstLine, "underscores are read as blanks, in \(count) term\(count == 1 ? "" : "s"), the first here",
            remedy: "convert with --keep-underscores if they stand for themselves")
    }
}
