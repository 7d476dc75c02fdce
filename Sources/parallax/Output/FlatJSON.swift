/// A line of JSON of strings and whole numbers, written as `JSONLine` writes it but without an encoder: there are millions of hits.
///
/// Keys must come in alphabetical order.
struct FlatJSON {
    private(set) var text = "{"

    mutating func add(_ key: StaticString, _ value: String?) {
        guard let value else { return }
        addKey(key)
        text += "\""
        addEscaped(value)
        text += "\""
    }

    mutating func add(_ key: StaticString, _ value: Int) {
        addKey(key)
        text += String(value)
    }

    /// The line without its end.
    consuming func closed() -> String { text + "}" }

    private mutating func addKey(_ key: StaticString) {
        text += text.utf8.count > 1 ? ",\"" : "\""
        text += key.description
        text += "\":"
    }

    /// RFC 8259, section 7: quotation mark, backslash and control characters.
    private mutating func addEscaped(_ value: String) {
        guard value.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) else {
            text += value
            return
        }
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{8}": text += "\\b"
            case "\u{C}": text += "\\f"
            case "\0"..<" ": text += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
