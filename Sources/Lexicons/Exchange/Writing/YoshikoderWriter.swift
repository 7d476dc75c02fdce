/// Yoshikoder `.ykd`: one category for the dictionary, those of the lexicon in it.
enum YoshikoderWriter {
    private static let notation = DictionaryNotation(hasInnerWildcards: true, hasAnyOne: false)

    static func text(of export: inout DictionaryExport) -> String {
        let dictionary = export.dictionary
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<dictionary style=\"050805\" patternengine=\"substring\">",
        ]
        let children = dictionary.children
        let tops = children[nil] ?? []
        // A file of Yoshikoder has its root already.
        let needsRoot = !(dictionary.hasRoot && tops.count == 1)
        if needsRoot { lines.append(" <cnode name=\"\(escaped(dictionary.name))\" desc=\"\">") }
        for top in tops { append(top, depth: needsRoot ? 2 : 1, children, &export, to: &lines) }
        if needsRoot { lines.append(" </cnode>") }
        return (lines + ["</dictionary>"]).joined(separator: "\n") + "\n"
    }

    private static func append(
        _ category: Int, depth: Int, _ children: [Int?: [Int]], _ export: inout DictionaryExport, to lines: inout [String]
    ) {
        let indentation = String(repeating: " ", count: depth)
        let (name, note) = (export.dictionary.categories[category].name, export.dictionary.categories[category].note ?? "")
        lines.append("\(indentation)<cnode name=\"\(escaped(name))\" desc=\"\(escaped(note))\">")
        for entry in export.entries(of: category, in: notation) {
            let score = entry.weight.map { " score=\"\(NumberText.shortest($0))\"" } ?? ""
            lines.append("\(indentation) <pnode name=\"\(escaped(entry.text))\"\(score)/>")
        }
        for child in children[category] ?? [] { append(child, depth: depth + 1, children, &export, to: &lines) }
        lines.append("\(indentation)</cnode>")
    }

    /// For an attribute; characters that XML 1.0 does not allow (section 2.2) become U+FFFD.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\n", "\t", "\r": escaped += " "
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
