import Diagnostics

/// Tables of terms: CSV and TSV with or without a header, NRC, AFINN and VADER.
struct TermTableReader {
    /// Rows by which the columns are told.
    private static let sampleSize = 200

    private var draft: DictionaryDraft
    private var shape: TableShape
    /// Terms that came with the number of a sense.
    private var senses: (count: Int, firstLine: Int, first: String)?

    static func read(_ bytes: [UInt8], into draft: DictionaryDraft) -> DictionaryDraft {
        let delimiter = TableShape.delimiter(of: bytes)
        var sampled = DelimitedRecords(bytes, delimiter: delimiter)
        var sample: [DelimitedRecord] = []
        while sample.count < sampleSize, let record = sampled.next() { if !record.isBlank { sample.append(record) } }
        let (preamble, rows) = withoutPreamble(sample)
        var draft = draft
        for line in preamble {
            draft.report(.note, line.line, "a line before the table is not read", text: line.fields.joined(separator: " "))
        }
        guard let header = rows.first else {
            draft.report(.error, 1, "the table is empty", column: 1, remedy: "write rows such as TERM,CATEGORY")
            return draft
        }
        var reader = TermTableReader(draft: draft, shape: TableShape(header: header, rows: Array(rows.dropFirst())))
        reader.tellShape(header)
        reader.readRows(DelimitedRecords(bytes, delimiter: delimiter), from: header)
        reader.reportSenses()
        return reader.draft
    }

    private init(draft: DictionaryDraft, shape: TableShape) {
        self.draft = draft
        self.shape = shape
    }

    /// Some releases begin with prose: lines of one field before the first of several.
    private static func withoutPreamble(_ sample: [DelimitedRecord]) -> (
        preamble: ArraySlice<DelimitedRecord>, rows: ArraySlice<DelimitedRecord>
    ) {
        guard let first = sample.firstIndex(where: { $0.fields.count > 1 }), sample.suffix(from: first).count * 2 > sample.count else {
            return ([], sample[...])
        }
        return (sample[..<first], sample[first...])
    }

    private mutating func tellShape(_ header: DelimitedRecord) {
        if shape.hasTags {
            draft.report(.note, header.line, "what stands behind the bar of a term is not read", text: header.field(shape.term))
        }
        if let forms = shape.forms {
            draft.report(.note, header.line, "column \(forms + 1) holds forms of the term, with commas between them; each is a term")
        }
        if shape.kind != .wide, !shape.unread.isEmpty {
            draft.report(.note, header.line, "columns that are not read: \(shape.unread.joined(separator: ", "))")
        }
        switch shape.kind {
        case .scores: draft.report(.note, header.line, "scores without categories: terms above, below and at zero are three categories")
        case .memberships: draft.report(.note, header.line, "rows with 0 are no memberships")
        case .terms: draft.report(.note, header.line, "no column of categories: the file is one category")
        case .wide where !shape.unread.isEmpty:
            draft.report(
                .warning, header.line, "columns that hold no memberships are not read", text: shape.unread.joined(separator: ", "),
                remedy: "a column of memberships holds X, numbers or nothing")
        case .categories, .wide: break
        }
    }

    private mutating func readRows(_ source: DelimitedRecords, from header: DelimitedRecord) {
        var records = source
        while let record = records.next(), !draft.isFull {
            let isBefore = record.line < header.line || (shape.hasHeader && record.line == header.line)
            if !isBefore, !record.isBlank { read(record) }
        }
        if let line = records.openQuotationLine { draft.report(.openQuotation(file: draft.file, line: line)) }
    }

    private mutating func read(_ record: DelimitedRecord) {
        let term = untagged(withoutFormulaGuard(record.field(shape.term)), record)
        guard !term.isEmpty else {
            return draft.report(
                .error, record.line, "a row without a term", text: record.fields.joined(separator: ","), column: 1,
                remedy: "write the term, or remove the row")
        }
        switch shape.kind {
        case .terms: add(term, to: draft.category(draft.dictionary.name, line: 1), record)
        case .scores: addScored(term, record)
        case .wide: for column in shape.columns { addMarked(term, column, record) }
        case .categories: addCategorised(term, record)
        case .memberships:
            let mark = shape.weight.map(record.field) ?? ""
            if mark == "1" { addCategorised(term, record, isWeighted: false) } else if mark != "0" { reportMark(mark, record) }
        }
    }

    private mutating func untagged(_ text: String, _ record: DelimitedRecord) -> String {
        let tagged = TaggedTerm(text)
        if tagged.sense != nil { senses = ((senses?.count ?? 0) + 1, senses?.firstLine ?? record.line, senses?.first ?? text) }
        return tagged.sense != nil || shape.hasTags ? tagged.term : text
    }

    private mutating func reportSenses() {
        guard let senses else { return }
        draft.report(
            .note, senses.firstLine,
            "\(senses.count) term\(senses.count == 1 ? " has" : "s have") the number of a sense, the first here: senses are not told apart",
            text: senses.first)
    }

    private mutating func reportMark(_ mark: String, _ record: DelimitedRecord) {
        draft.report(
            .warning, record.line, "neither 0 nor 1, so the row is not read", text: mark.isEmpty ? record.field(shape.term) : mark,
            remedy: "write 1 where the term belongs to the category")
    }

    /// A spreadsheet would run a cell that begins with one of these signs; an apostrophe before it keeps it a text.
    private func withoutFormulaGuard(_ cell: String) -> String {
        guard cell.first == "'", let second = cell.dropFirst().first, "=+-@".contains(second) else { return cell }
        return String(cell.dropFirst())
    }

    private mutating func add(_ term: String, to category: Int, _ record: DelimitedRecord, weight: Double? = nil) {
        draft.add(ForeignTerm(text: term, line: record.line), to: category, weight: weight)
    }

    private mutating func addCategorised(_ term: String, _ record: DelimitedRecord, isWeighted: Bool = true) {
        let name = withoutFormulaGuard(shape.category.map(record.field) ?? "")
        guard !name.isEmpty else {
            return draft.report(
                .warning, record.line, "a term without a category is not read", text: term,
                remedy: "write its category in column \((shape.category ?? 1) + 1)")
        }
        var category = draft.category(name, line: record.line)
        let inner = withoutFormulaGuard(shape.subcategory.map(record.field) ?? "")
        if !inner.isEmpty, inner != name { category = draft.category(inner, under: category, line: record.line) }
        add(term, to: category, record, weight: isWeighted ? weight(record) : nil)
    }

    private mutating func addScored(_ term: String, _ record: DelimitedRecord) {
        guard let score = weight(record) else { return }
        let name = score > 0 ? "positive" : score < 0 ? "negative" : "neutral"
        let category = draft.category(name, line: record.line)
        add(term, to: category, record, weight: score)
        guard let forms = shape.forms else { return }
        for form in record.field(forms).split(separator: ",") where form.trimmingPrefix(" ") != term {
            add(String(form).trimmed, to: category, record, weight: score)
        }
    }

    private mutating func addMarked(_ term: String, _ column: (index: Int, name: String), _ record: DelimitedRecord) {
        let category = draft.category(column.name, line: record.line)
        let cell = record.field(column.index)
        guard !cell.isEmpty, Double(cell) != 0 else { return }
        add(term, to: category, record, weight: Double(cell).flatMap { $0 == 1 ? nil : $0 })
    }

    private mutating func weight(_ record: DelimitedRecord) -> Double? {
        guard let column = shape.weight else { return nil }
        let cell = record.field(column)
        if let weight = Double(cell), weight.isFinite { return weight }
        if cell.isEmpty, shape.kind != .scores { return nil }
        let text = cell.isEmpty ? record.field(shape.term) : cell
        draft.report(
            .warning, record.line, shape.kind == .scores ? "no score, so the row is not read" : "a weight that is no number", text: text,
            remedy: "write a number in column \(column + 1)")
        return nil
    }
}
