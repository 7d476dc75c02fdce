/// Diagnostics of which each kind is listed at most 20 times in a file, so that a fault of every record hides no other.
///
/// Only what is listed is kept: a file with a million faults costs no more memory than one with twenty.
package struct LimitedDiagnostics: Sendable {
    /// Faults of one message that are listed for one file.
    private static let mostListed = 20

    private struct Kind: Hashable {
        let file: String
        let message: String
        let severity: Diagnostic.Severity
    }

    private var kept: [Diagnostic] = []
    private var counts: [Kind: Int] = [:]
    /// In the order in which they were first met.
    private var kinds: [Kind] = []

    package init(_ diagnostics: [Diagnostic] = []) {
        for diagnostic in diagnostics { append(diagnostic) }
    }

    package mutating func append(_ diagnostic: Diagnostic) {
        let kind = Kind(file: diagnostic.file, message: diagnostic.message, severity: diagnostic.severity)
        if counts[kind] == nil { kinds.append(kind) }
        counts[kind, default: 0] += 1
        if counts[kind, default: 0] <= Self.mostListed { kept.append(diagnostic) }
    }

    /// The diagnostics in their order, and behind them how many more there are of each kind.
    package var listed: [Diagnostic] {
        kept
            + kinds.compactMap { kind in
                let more = counts[kind, default: 0] - Self.mostListed
                guard more > 0 else { return nil }
                var rest = Diagnostic(kind.severity, file: kind.file, message: "\(more) more: \(kind.message)")
                rest.count = more
                return rest
            }
    }
}
