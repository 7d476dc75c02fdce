/// A fault in what the user gave us: where it stands, what it is and how to mend it.
///
/// Diagnostics are collected, never only the first, and printed by the program; rooms below it only return them.
package struct Diagnostic: Error, Hashable, Sendable {
    package enum Severity: String, Sendable, Comparable {
        /// Told and counted; nothing was lost.
        case note
        /// Something was set right or left out; the run goes on and ends with status 1.
        case warning
        /// The file or entry cannot be used.
        case error

        package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    package var severity: Severity
    /// The file as the user named it, or a name such as "standard input".
    package var file: String
    /// 1-based line and column (in characters), where known.
    package var line: Int?
    package var column: Int?
    /// What is wrong, without a final stop.
    package var message: String
    /// The offending text, cut to a readable length.
    package var text: String?
    /// What to do about it.
    package var remedy: String?
    /// How many faults it stands for: more than one where it only says how many there are beside those listed.
    package var count = 1

    package init(
        _ severity: Severity, file: String, line: Int? = nil, column: Int? = nil,
        message: String, text: String? = nil, remedy: String? = nil
    ) {
        self.severity = severity
        self.file = file
        self.line = line
        self.column = column
        self.message = message
        self.text = text
        self.remedy = remedy
    }
}

extension Sequence<Diagnostic> {
    /// How many faults there are of those severities, listed or not.
    package func faultCount(where isCounted: (Diagnostic.Severity) -> Bool) -> Int {
        reduce(0) { $0 + (isCounted($1.severity) ? $1.count : 0) }
    }
}

extension Diagnostic: CustomStringConvertible {
    /// `file:line:column: error: message: "text" (remedy)`, the order compilers use so that editors can jump to it.
    package var description: String {
        var place = file
        if let line { place += ":\(line)" }
        if let line = line, line > 0, let column { place += ":\(column)" }
        var sentence = "\(place): \(severity.rawValue): \(message)"
        if let text { sentence += ": \u{201C}\(Self.cut(text))\u{201D}" }
        if let remedy { sentence += " (\(remedy))" }
        return Self.readable(sentence)
    }

    /// At most 80 characters.
    private static func cut(_ text: String) -> String {
        let scalars = text.unicodeScalars
        return scalars.count > 80 ? String(String.UnicodeScalarView(scalars.prefix(80))) + "…" : text
    }

    /// On one line, whatever a file is called or holds: control characters and bidirectional overrides made visible.
    static func readable(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\t" ? " " : isHidden($0) ? "\u{FFFD}" : $0 }))
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
