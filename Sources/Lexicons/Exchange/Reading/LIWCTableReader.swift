import Diagnostics

/// LIWC-22 `.dicx`: a CSV table whose first row names the categories and whose cells say which term belongs to which.
///
/// Any cell but an empty one or 0 is a membership; a number is its weight.
struct LIWCTableReader {
    private var draft: DictionaryDraft
    private var categories: [Int] = []

    static func read(_ bytes: [UInt8], into draft: DictionaryDraft) -> DictionaryDraft {
        var reader = LIWCTableReader(draft: draft)
        var records = DelimitedRecords(bytes, delimiter: TableShape.delimiter(of: bytes))
        while let record = records.next(), !reader.draft.isFull {
            if record.isBlank { continue }
            if reader.categories.isEmpty { reader.readHeader(record) } else { reader.read(record) }
        }
        reader.finish(openQuotationLine: records.openQuotationLine)
        return reader.draft
    }

    private init(draft: DictionaryDraft) { self.draft = draft }

    private mutating func readHeader(_ record: DelimitedRecord) {
        for (column, name) in record.fields.enumerated().dropFirst() {
            if name.isEmpty { draft.report(.warning, record.line, "column \(column + 1) has no name and is called by its number") }
            categories.append(draft.newCategory(name.isEmpty ? "Column \(column + 1)" : name, line: record.line))
        }
        guard categories.isEmpty else { return }
        draft.report(
            .error, record.line, "the first row names no categories", text: record.field(0), column: 1,
            remedy: "write a first row such as DicTerm,Category1,Category2")
        categories = [draft.category("none", line: record.line)]
    }

    private mutating func read(_ record: DelimitedRecord) {
        let term = record.field(0)
        guard !term.isEmpty else {
            return draft.report(
                .error, record.line, "a row without a term", text: record.fields.joined(separator: ","), column: 1,
                remedy: "write the term in the first column, or remove the row")
        }
        if record.fields.dropFirst(categories.count + 1).contains(where: { !$0.isEmpty }) {
            draft.report(
                .warning, record.line, "cells beyond the last category are not read", text: term,
                remedy: "name their columns in the first row; a term with a comma stands in quotation marks")
        }
        let memberships = categories.indices.filter { Self.isMember(record.field($0 + 1)) }
        if memberships.isEmpty { draft.report(.note, record.line, "a term in no category", text: term) }
        for column in memberships {
            draft.add(ForeignTerm(text: term, line: record.line), to: categories[column], weight: Double(record.field(column + 1)))
        }
    }

    private static func isMember(_ cell: String) -> Bool { !cell.isEmpty && Double(cell) != 0 }

    private mutating func finish(openQuotationLine: Int?) {
        if categories.isEmpty {
            draft.report(.error, 1, "the table is empty", column: 1, remedy: "write a first row such as DicTerm,Category1,Category2")
        }
        if let line = openQuotationLine { draft.report(.openQuotation(file: draft.file, line: line)) }
    }
}

extension Diagnostic {
    static func openQuotation(file: String, line: Int) -> Diagnostic {
        Diagnostic(
            .error, file: file, line: line, message: "a quotation mark opens a field that nothing closes", text: "\"",
            remedy: "close it, or write a quotation mark inside a field twice")
    }
}
