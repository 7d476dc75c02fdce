package import Diagnostics

/// What is wrong with one term, before it is known where the term stands in its file.
package struct TermFault: Hashable, Sendable {
    package var severity: Diagnostic.Severity
    /// 1-based character of the term.
    package var column: Int
    package var message: String
    package var remedy: String?

    package init(_ severity: Diagnostic.Severity = .error, column: Int, message: String, remedy: String? = nil) {
        self.severity = severity
        self.column = column
        self.message = message
        self.remedy = remedy
    }
}
