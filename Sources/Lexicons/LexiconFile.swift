package import Diagnostics

/// The lexicon's file format: YAML to `Lexicon`, with all faults of the file found in one reading.
///
/// ```yaml
/// lexicon: Nagorno-Karabakh
/// format: 1
/// concepts:
///   - concept: territory_status
///     framings:
///       - framing: occupied
///         terms: [occup*, {term: attack*, near: {any: [Baku], within: 4, where: before}}]
/// ```
package enum LexiconFile {
    /// The one format there is.
    package static let format = "1"

    /// The lexicon in `text` and every fault found; what is faulty is left out, so a lexicon read with errors is fit for more checks only.
    ///
    /// - Parameter file: the name of the file for the diagnostics.
    /// - Returns: no lexicon where the file holds none at all; diagnostics in order of line and column.
    package static func read(
        _ text: String, file: String, limits: DictionaryLimits = DictionaryLimits()
    ) -> (lexicon: Lexicon?, diagnostics: [Diagnostic]) {
        let (root, faults) = YAMLReader.read(text, file: file)
        var reader = LexiconReader(text: text, file: file, limits: limits)
        let lexicon = root.flatMap { reader.lexicon($0) }
        var diagnostics = faults + reader.diagnostics
        if root == nil, faults.isEmpty {
            diagnostics.append(
                Diagnostic(.error, file: file, line: 1, message: "the file is empty", remedy: "write a lexicon, or name another file"))
        }
        return (lexicon, diagnostics.sortedByPlace())
    }
}

extension [Diagnostic] {
    /// In order of line, column and message; equal ones once.
    package func sortedByPlace() -> [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return filter { seen.insert($0).inserted }.sorted {
            ($0.line ?? 0, $0.column ?? 0, $0.message) < ($1.line ?? 0, $1.column ?? 0, $1.message)
        }
    }
}
