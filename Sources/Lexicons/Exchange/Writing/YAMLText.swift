/// Texts as YAML writes them (YAML 1.2.2, sections 7.3.1 and 7.3.3).
package enum YAMLText {
    /// In double quotation marks, with escapes.
    package static func quoted(_ text: String) -> String {
        var written = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": written += "\\\""
            case "\\": written += "\\\\"
            case "\n": written += "\\n"
            case "\t": written += "\\t"
            case _
            where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0xFEFF || scalar.value == 0x2028
                || scalar.value == 0x2029:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                written += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            default: written.unicodeScalars.append(scalar)
            }
        }
        return written + "\""
    }

    /// As it stands where that reads back as the same text, in lists in brackets too; else in quotation marks.
    package static func plain(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.first, let last = text.last, first.isLetter || first.isNumber || first == "(" || first == "=", last != " "
        else {
            return false
        }
        let signs = " *?()|<>=-_'\u{2019}./+"
        return text.allSatisfy { $0.isLetter || $0.isNumber || signs.contains($0) }
    }
}
