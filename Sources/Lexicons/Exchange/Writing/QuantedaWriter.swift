/// A quanteda dictionary in YAML; every name and term in quotation marks, so that none is taken for a boolean or a number.
enum QuantedaWriter {
    private static let notation = DictionaryNotation(hasInnerWildcards: true, hasAnyOne: true)

    static func text(of export: inout DictionaryExport) -> String {
        var lines: [String] = []
        let children = export.dictionary.children
        for top in children[nil] ?? [] { append(top, depth: 0, children, &export, to: &lines) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func append(
        _ category: Int, depth: Int, _ children: [Int?: [Int]], _ export: inout DictionaryExport, to lines: inout [String]
    ) {
        let indentation = String(repeating: "  ", count: depth)
        let below = children[category] ?? []
        let entries = export.entries(of: category, in: notation)
        lines.append("\(indentation)\(YAMLText.quoted(export.dictionary.categories[category].name)):")
        if entries.isEmpty, below.isEmpty { lines[lines.count - 1] += " []" }
        // Own terms beside further categories make a list of both; otherwise a list or a mapping does.
        let isMixed = !entries.isEmpty && !below.isEmpty
        for entry in entries { lines.append("\(indentation)  - \(YAMLText.quoted(entry.text))") }
        for child in below {
            let first = lines.count
            append(child, depth: depth + (isMixed ? 2 : 1), children, &export, to: &lines)
            if isMixed { lines[first] = "\(indentation)  - " + lines[first].drop { $0 == " " } }
        }
    }
}

extension CategoryDictionary {
    /// The categories that stand in each, in order; the top ones under nil.
    var children: [Int?: [Int]] { Dictionary(grouping: categories.indices, by: { categories[$0].parent }) }
}
