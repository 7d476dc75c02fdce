import Foundation

/// One value as one line of JSON, keys sorted so that equal values are equal bytes.
enum JSONLine {
    /// JSON whose strings hold no control character raw, with the same values.
    ///
    /// Source: RFC 8259, section 7: any character may be escaped.
    static func escaped(_ json: String) -> String {
        ControlCharacters.replaced(in: json) { value in
            let digits = String(value, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
    }

    static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return escaped(String(decoding: try encoder.encode(value), as: UTF8.self))
    }
}
