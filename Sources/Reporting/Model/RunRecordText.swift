/// The block of fixed-width lines that says what was read and with what: program, lexicons, inputs.
struct RunRecordText {
    /// Inputs printed in full; the rest is counted, and listed in the JSON file.
    private static let mostInputs = 200
    /// Enough of a SHA-256 to tell files apart by eye; the whole is in the JSON file.
    private static let digestLength = 16

    let text: String

    init(_ record: ReportRecord, numbers: NumberStyle) {
        var lines = [record.commandLine, "", Self.line("program", ["parallax \(record.programVersion)"])]
        for lexicon in record.lexicons {
            let version = lexicon.version.map { "version \($0)" } ?? ""
            lines.append(Self.line("lexicon", [Self.digest(lexicon), lexicon.name, version].filter { !$0.isEmpty }))
        }
        let width = min(48, record.inputs.prefix(Self.mostInputs).map(\.name.count).max() ?? 0)
        for (index, input) in record.inputs.prefix(Self.mostInputs).enumerated() {
            let title = input.title.map { [Self.padded(input.name, width), $0] } ?? [input.name]
            lines.append(Self.line(index == 0 ? "inputs" : "", [Self.digest(input)] + title))
        }
        let rest = record.inputs.count - Self.mostInputs
        if rest > 0 { lines.append(Self.line("", ["\(numbers.digits(rest)) more in the JSON file"])) }
        text = lines.map { VisibleText($0).text }.joined(separator: "\n")
    }

    private static func digest(_ file: RecordedFile) -> String { String(file.sha256.prefix(digestLength)) }

    private static func line(_ name: String, _ parts: [String]) -> String { padded(name, 9) + parts.joined(separator: "  ") }

    private static func padded(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(0, width - text.count)) }
}
