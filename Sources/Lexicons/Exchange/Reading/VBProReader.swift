import Diagnostics

/// VBPro: `>>name<<` begins a category, then a term a line.
struct VBProReader {
    private var draft: DictionaryDraft
    private var category: Int?
    private var unnamedCount = 0

    static func read(_ bytes: [UInt8], into draft: DictionaryDraft) -> DictionaryDraft {
        var reader = VBProReader(draft: draft)
        for line in SourceLines(bytes) where !line.isBlank && !reader.draft.isFull { reader.read(line) }
        return reader.draft
    }

    private init(draft: DictionaryDraft) { self.draft = draft }

    /// The name between arrows, one or more on each side; nil where the line begins no category.
    static func categoryName(_ line: SourceLine) -> String? {
        let content = line.bytes.trimmingBlanks
        guard content.first == UInt8(ascii: ">"), content.last == UInt8(ascii: "<") else { return nil }
        let inner = content.drop { $0 == UInt8(ascii: ">") }
        return inner.prefix(inner.count - inner.reversed().prefix { $0 == UInt8(ascii: "<") }.count).trimmingBlanks.text
    }

    private mutating func read(_ line: SourceLine) {
        if let name = Self.categoryName(line) { return beginCategory(name, line) }
        let content = line.bytes.trimmingBlanks
        let column = line.column(of: content.startIndex)
        guard let category else {
            return draft.report(
                .warning, line.number, "a term before the first category is not read", text: content.text, column: column,
                remedy: "begin the category with >>NAME<<")
        }
        draft.add(ForeignTerm(text: content.text, line: line.number, column: column), to: category)
    }

    private mutating func beginCategory(_ name: String, _ line: SourceLine) {
        guard name.isEmpty else {
            category = draft.newCategory(name, line: line.number)
            return
        }
        let made = "Entry_\(unnamedCount)"
        unnamedCount += 1
        draft.report(
            .warning, line.number, "a category without a name, called \(made)", text: line.text, column: 1, remedy: "write >>NAME<<")
        category = draft.newCategory(made, line: line.number)
    }
}
