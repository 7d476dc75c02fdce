/// One line of a table for spreadsheets and statistics programs.
///
/// Source: RFC 4180 for commas; for tabs, tabs and line ends inside a field become blanks, since that form has no quoting. Control characters,
/// which neither form can escape, become U+FFFD.
struct DelimitedLine {
    static let csv = DelimitedLine(separator: ",")
    static let tsv = DelimitedLine(separator: "\t")

    private let separator: String

    func line(_ fields: [String]) -> String { fields.map(escaped).joined(separator: separator) }

    private func escaped(_ raw: String) -> String {
        let field = ControlCharacters.replaced(in: raw) { $0 == 0x0D ? "\r" : "\u{FFFD}" }
        if separator == "\t" {
            return String(String.UnicodeScalarView(field.unicodeScalars.map { $0 == "\t" || $0 == "\n" || $0 == "\r" ? " " : $0 }))
        }
        let needsQuotes = field.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
        return needsQuotes ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
    }
}
