/// LIWC `.dic`: tabs before a category for its depth, as LIWC2015 writes them.
enum LIWCWriter {
    private static let notation = DictionaryNotation(hasInnerWildcards: false, hasAnyOne: false, forbidden: ["\t", "\n", "\r"])

    static func text(of export: inout DictionaryExport) -> String {
        var lines = ["%"]
        let children = export.dictionary.children
        var order: [Int] = []
        for top in children[nil] ?? [] { append(top, depth: 0, children, export, to: &lines, &order) }
        lines.append("%")
        var numbers: [String: [Int]] = [:]
        var terms: [String] = []
        for (number, category) in order.enumerated() {
            for entry in export.entries(of: category, in: notation) {
                if numbers[entry.text.lowercased()] == nil { terms.append(entry.text) }
                numbers[entry.text.lowercased(), default: []].append(number + 1)
            }
        }
        lines += terms.map { term in ([term] + (numbers[term.lowercased()] ?? []).map(String.init)).joined(separator: "\t") }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func append(
        _ category: Int, depth: Int, _ children: [Int?: [Int]], _ export: DictionaryExport, to lines: inout [String], _ order: inout [Int]
    ) {
        order.append(category)
        let name = export.dictionary.categories[category].name.map { $0.isWhitespace ? " " : $0 }
        lines.append("\(String(repeating: "\t", count: depth))\(order.count)\t\(String(name))")
        for child in children[category] ?? [] { append(child, depth: depth + 1, children, export, to: &lines, &order) }
    }
}
