/// The style and the script as they stand in a page: without what only people who change them need.
///
/// Works on lines, and relies on how the two files are written: a comment fills its line, and no string holds a comma, colon,
/// semicolon, brace or operator with a blank beside it.
enum CompactSource {
    static let style = compactStyle(PageSource.style)
    static let script = compactScript(PageSource.script)
    /// Follows the script where a page has a choice of sources.
    static let sourceScript = compactScript(PageSource.sourceScript)

    static func compactStyle(_ text: String) -> String {
        let joined = lines(of: text) { $0.hasPrefix("/*") && $0.hasSuffix("*/") }.joined(separator: " ")
        let shorter = [
            (" {", "{"), ("{ ", "{"), (": ", ":"), ("; ", ";"), (", ", ","), (" > ", ">"), (" }", "}"), ("} ", "}"), (";}", "}"),
        ]
        return shorter.reduce(joined) { $0.replacing($1.0, with: $1.1) }
    }

    static func compactScript(_ text: String) -> String {
        let joined = lines(of: text) { $0.hasPrefix("//") }.joined(separator: "\n")
        let operators = ["=", "===", "=>", "&&", "||", "??", "<", ">", "-", "+", "?", ":"]
        return (operators.map { (" \($0) ", $0) } + [(", ", ","), ("; ", ";"), ("{ ", "{"), (" }", "}"), (") {", "){")]).reduce(joined) {
            $0.replacing($1.0, with: $1.1)
        }
    }

    private static func lines(of text: String, without isComment: (Substring) -> Bool) -> [Substring] {
        text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty && !isComment($0) }
    }
}
