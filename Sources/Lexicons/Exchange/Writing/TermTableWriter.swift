/// CSV with a row for each term and framing: term, concept, framing, weight.
enum TermTableWriter {
    private static let notation = DictionaryNotation(hasInnerWildcards: true, hasAnyOne: false)

    static func text(of export: inout DictionaryExport) -> String {
        var lines = [CSVText.line(["term", "concept", "framing", "weight"])]
        for category in export.dictionary.categories.indices {
            let path = export.dictionary.path(of: category)
            let names = [path[0], path.dropFirst().joined(separator: " / ")].map(CSVText.guarded)
            for entry in export.entries(of: category, in: notation) {
                lines.append(CSVText.line([CSVText.guarded(entry.text)] + names + [entry.weight.map(NumberText.shortest) ?? ""]))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
