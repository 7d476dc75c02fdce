import Yams

/// A syntax error of Yams in the reader's words: where it is, what it is and what usually mends it.
struct YAMLSyntaxFault {
    private let problem: String
    private let line: Int?
    private let column: Int?
    /// Where the thing began that Yams could not finish.
    private let contextLine: Int?

    init(_ error: any Error) {
        switch error as? YamlError {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            (self.problem, line, column, contextLine) = (problem, mark.line, mark.column, context?.mark.line)
        case .reader(let problem, let offset, _, let yaml):
            let before = yaml.prefix(offset ?? 0)
            let lastLine = before.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
            self.problem = problem
            (line, column, contextLine) = (before.count { $0.isNewline } + 1, lastLine.unicodeScalars.count + 1, nil)
        case .duplicatedKeysInMapping(let duplicates, let context):
            problem = "repeated key \(duplicates.joined(separator: ", "))"
            (line, column, contextLine) = (context.mark.line, context.mark.column, nil)
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded, nil:
            (problem, line, column, contextLine) = ("the file cannot be read as YAML", nil, nil, nil)
        }
    }

    /// - Parameter text: what was read, to show the line at fault.
    func diagnostic(file: String, lineOffset: Int, in text: String) -> Diagnostic {
        var message = problem
        if let contextLine, let line, contextLine != line, !isSecondDocument {
            message += " (in what begins on line \(contextLine + lineOffset))"
        }
        return Diagnostic(
            .error, file: file, line: line.map { $0 + lineOffset }, column: column, message: message, text: excerpt(of: text),
            remedy: remedy
        )
    }

    /// The line at fault, from its first character that is no blank on.
    private func excerpt(of text: String) -> String? {
        guard let line else { return nil }
        let lines = text.split(maxSplits: line, omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard lines.indices.contains(line - 1) else { return nil }
        let shown = lines[line - 1].drop(while: \.isWhitespace)
        return shown.isEmpty ? nil : String(shown.prefix(60))
    }

    private var isSecondDocument: Bool { problem.contains("another document") }

    private var remedy: String {
        Self.remedies.first { problem.contains($0.problem) }?.remedy
            ?? "compare the indentation of this line with the lines around it, and close quotation marks and brackets"
    }

    /// libyaml's messages by a part of them.
    private static let remedies: [(problem: String, remedy: String)] = [
        ("mapping values are not allowed", "put a text that holds “: ” in quotation marks, or mend the indentation of this line"),
        ("could not find expected ':'", "write “key: value”, or mend the indentation of this line"),
        ("cannot start any token", "put a text that begins with this character in quotation marks"),
        ("did not find expected '-' indicator", "indent this line like the list's other items and begin it with “- ”"),
        ("',' or ']'", "close the list with “]”"),
        ("',' or '}'", "close the braces with “}”"),
        ("unexpected end of stream", "close the quotation mark"),
        ("document separator", "close the quotation mark"),
        ("unknown escape character", "use single quotation marks, in which \\ is a plain character"),
        ("another document", "keep one document in a file: remove the second ---"),
        ("control characters", "remove the invisible character"),
        ("repeated key", "keep one of them"),
    ]
}
