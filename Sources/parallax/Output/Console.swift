import Foundation

/// Standard output and standard error.
enum Console {
    /// Whether `NO_COLOR` and the terminal allow emphasis.
    static let isStyled = isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR", default: ""].isEmpty

    static func print(_ line: String) { write(line + "\n", to: STDOUT_FILENO) }

    static func error(_ line: String) { write(line + "\n", to: STDERR_FILENO) }

    static func bold(_ text: String) -> String { isStyled ? "\(boldStart)\(text)\(styleEnd)" : text }

    static func faint(_ text: String) -> String { isStyled ? "\(faintStart)\(text)\(styleEnd)" : text }

    /// What text from outside could do to a terminal is shown as U+FFFD, wherever it comes from; emphasis stays.
    static func shown(_ text: String) -> String {
        guard isStyled, text.contains(escape) else { return ControlCharacters.replaced(in: text) { _ in "\u{FFFD}" } }
        let parts = text.components(separatedBy: escape)
        let styled = parts.dropFirst().map { part in
            let isOurs = [boldStart, faintStart, styleEnd].contains { part.hasPrefix($0.dropFirst()) }
            return (isOurs ? escape : "\u{FFFD}") + ControlCharacters.replaced(in: part) { _ in "\u{FFFD}" }
        }
        return ControlCharacters.replaced(in: parts[0]) { _ in "\u{FFFD}" } + styled.joined()
    }

    private static let escape = "\u{1B}"
    private static let boldStart = "\u{1B}[1m"
    private static let faintStart = "\u{1B}[2m"
    private static let styleEnd = "\u{1B}[0m"

    /// Writes all of `text` as it may be shown; a closed pipe ends the program quietly, since whoever read has seen enough.
    static func write(_ text: String, to descriptor: Int32) {
        write(Array(shown(text).utf8), to: descriptor)
    }

    /// Writes bytes that may be shown as they are; ends the program with a message where that fails.
    static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if written > 0 {
                rest = rest.dropFirst(written)
            } else if errno != EINTR {
                end(of: descriptor, errno)
            }
        }
    }

    private static func end(of descriptor: Int32, _ reason: Int32) -> Never {
        if reason == EPIPE { exit(0) }
        if descriptor == STDOUT_FILENO {
            let why = String(cString: strerror(reason))
            error(
                "parallax: cannot write to standard output: \(why); what was printed is not whole (send it to a file or program with room for it)"
            )
        }
        exit(Ending.notDone.rawValue)
    }
}
