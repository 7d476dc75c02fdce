import Diagnostics

/// LIWC-22 `.dicx`: a row for each term, a column for each category with terms, X or the weight for a membership.
enum LIWCTableWriter {
    private static let notation = DictionaryNotation(hasInnerWildcards: false, hasAnyOne: false)

    static func text(of export: inout DictionaryExport) -> String {
        let columns = export.dictionary.categories.indices.filter { !export.dictionary.categories[$0].entries.isEmpty }
        var cells: [String: [String]] = [:]
        var terms: [String] = []
        for (column, category) in columns.enumerated() {
            for entry in export.entries(of: category, in: notation) {
                let key = entry.text.lowercased()
                if cells[key] == nil { terms.append(entry.text) }
                cells[key, default: Array(repeating: "", count: columns.count)][column] = entry.weight.map(NumberText.shortest) ?? "X"
            }
        }
        if export.dictionary.categories.contains(where: { $0.parent != nil }) {
            export.report(
                .warning, nil, "the format has no levels, so categories are called CONCEPT.FRAMING and count independently", text: nil)
        }
        let header = CSVText.line(["DicTerm"] + columns.map { export.flatName(of: $0) })
        return ([header] + terms.map { CSVText.line([$0] + (cells[$0.lowercased()] ?? [])) }).joined(separator: "\n") + "\n"
    }
}

/// A line of a table (RFC 4180).
enum CSVText {
    static func line(_ fields: [String]) -> String { fields.map(field).joined(separator: ",") }

    private static func field(_ text: String) -> String {
        guard text.contains(where: { ",\"\n\r\t;".contains($0) || $0.isNewline }) || text.first == " " || text.last == " " else {
            return text
        }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// A spreadsheet would run a text that begins with one of these signs as a formula.
    static func guarded(_ text: String) -> String { text.first.map { "=+-@".contains($0) } ?? false ? "'" + text : text }
}

enum NumberText {
    /// 3, not 3.0.
    static func shortest(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? String(number)
    }
}
