import Diagnostics

/// Keeps a fault that stands in every record from hiding all others.
enum DiagnosticLimit {
    /// Faults of one message that are listed for one file.
    private static let count = 20

    private struct Kind: Hashable {
        let file: String
        let message: String
        let severity: Diagnostic.Severity
    }

    /// The diagnostics in their order, at most 20 of one message in one file, and behind them how many more there are.
    static func limited(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        var counts: [Kind: Int] = [:]
        var kinds: [Kind] = []
        var listed: [Diagnostic] = []
        for diagnostic in diagnostics {
            let kind = Kind(file: diagnostic.file, message: diagnostic.message, severity: diagnostic.severity)
            if counts[kind] == nil { kinds.append(kind) }
            counts[kind, default: 0] += 1
            if counts[kind, default: 0] <= count { listed.append(diagnostic) }
        }
        for kind in kinds where counts[kind, default: 0] > count {
            let more = counts[kind, default: 0] - count
            listed.append(Diagnostic(kind.severity, file: kind.file, message: "\(more) more: \(kind.message)"))
        }
        return listed
    }
}
