import Diagnostics

/// What front matter, a manifest or a record says of an article, before it is checked against the other places that may say it.
package struct ArticleMetadata: Sendable {
    package var id: String?
    package var source: String?
    package var date: String?
    /// Where the date stands, for a message.
    var dateLine: Int?
    package var title: String?
    package var url: String?
    package var language: String?
    package var encoding: String?
    package var isRetold: Bool?
    package var dateIsInferred: Bool?
    package var otherKeys: [Article.Metadatum] = []

    package init() {}

    /// The keys that front matter and manifest entries may have.
    static let keys = ["id", "source", "date", "title", "url", "language", "encoding", "retold", "date-is-inferred"]

    /// Reads the entries of a mapping; keys that are none of `keys` are kept as `otherKeys`.
    init(_ mapping: YAMLNode, file: String, diagnostics: inout [Diagnostic]) {
        for entry in mapping.entries ?? [] {
            guard let text = entry.value.scalar else {
                if Self.keys.contains(entry.name) {
                    diagnostics.append(
                        entry.value.warning(
                            "“\(entry.name)” is \(entry.value.kindName)", file: file, remedy: "write one text behind the colon"))
                }
                continue
            }
            set(entry, to: text, file: file, diagnostics: &diagnostics)
        }
    }

    private mutating func set(_ entry: YAMLNode.Entry, to text: String, file: String, diagnostics: inout [Diagnostic]) {
        let value = text.isEmpty || text == "~" ? nil : text
        switch entry.name {
        case "id": id = value
        case "source": source = value
        case "date": (date, dateLine) = (value, entry.value.line)
        case "title": title = value
        case "url": url = value
        case "language": language = value
        case "encoding": encoding = value
        case "retold": isRetold = truth(text, entry, file: file, diagnostics: &diagnostics)
        case "date-is-inferred": dateIsInferred = truth(text, entry, file: file, diagnostics: &diagnostics)
        default: otherKeys.append(Article.Metadatum(key: entry.name, value: text))
        }
    }

    /// Sets a field by its place in `FieldNames.strings`.
    mutating func set(_ field: Int, to value: String?) {
        switch field {
        case 0: id = value
        case 1: source = value
        case 2: date = value
        case 3: title = value
        case 4: url = value
        case 5: language = value
        default: break
        }
    }

    /// The words YAML 1.1 has for true and false.
    private func truth(_ text: String, _ entry: YAMLNode.Entry, file: String, diagnostics: inout [Diagnostic]) -> Bool? {
        switch text.lowercased() {
        case "true", "yes", "on": return true
        case "false", "no", "off", "": return false
        default:
            let warning = entry.value.warning(
                "“\(entry.name)” is neither true nor false", file: file, text: text, remedy: "write true or false")
            diagnostics.append(warning)
            return nil
        }
    }

    /// These values, and those of `lower` where there are none here.
    func completed(by lower: ArticleMetadata) -> ArticleMetadata {
        var merged = self
        merged.id = id ?? lower.id
        merged.source = source ?? lower.source
        if date == nil { (merged.date, merged.dateLine, merged.dateIsInferred) = (lower.date, nil, dateIsInferred ?? lower.dateIsInferred) }
        merged.title = title ?? lower.title
        merged.url = url ?? lower.url
        merged.language = language ?? lower.language
        merged.encoding = encoding ?? lower.encoding
        merged.isRetold = isRetold ?? lower.isRetold
        return merged
    }
}

extension YAMLNode {
    /// A warning at this node's place.
    func warning(_ message: String, file: String, text: String? = nil, remedy: String) -> Diagnostic {
        Diagnostic(.warning, file: file, line: line, column: column, message: message, text: text, remedy: remedy)
    }
}
