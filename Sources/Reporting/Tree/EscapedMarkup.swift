/// Text made safe to stand in an attribute value: the one escaper of the page.
///
/// Source: HTML Living Standard, section 13.1.2.3 (attributes) and 13.1.4 (character references).
struct EscapedMarkup {
    let markup: String

    init(_ text: String) {
        var markup = ""
        markup.reserveCapacity(text.utf8.count)
        for scalar in VisibleText(text).text.unicodeScalars {
            switch scalar {
            case "&": markup += "&amp;"
            case "<": markup += "&lt;"
            case ">": markup += "&gt;"
            case "\"": markup += "&quot;"
            case "'": markup += "&#39;"
            default: markup.unicodeScalars.append(scalar)
            }
        }
        self.markup = markup
    }
}

/// Text in which every character shows: line ends and tabs are blanks; control characters and bidirectional overrides are U+FFFD.
///
/// Overrides would let a name turn the sentence around it; U+0000 would end the text early inside libcmark.
/// Source: Unicode Standard Annex 9, section 2; Unicode Technical Report 36, section 2.
struct VisibleText {
    let text: String

    init(_ text: String, keepsLines: Bool = false) {
        guard text.unicodeScalars.contains(where: Self.isReplaced) else {
            self.text = text
            return
        }
        var visible = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            visible.append(Self.isReplaced(scalar) ? Self.replacement(of: scalar, keepsLines: keepsLines) : scalar)
        }
        self.text = String(visible)
    }

    private static func isReplaced(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    private static func replacement(of scalar: Unicode.Scalar, keepsLines: Bool) -> Unicode.Scalar {
        switch scalar.value {
        case 0x0A where keepsLines: scalar
        case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: " "
        default: "\u{FFFD}"
        }
    }
}
