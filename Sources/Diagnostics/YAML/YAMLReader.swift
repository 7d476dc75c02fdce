/// Reads YAML strictly: words stay as written, and every fault has its line and column.
///
/// Yams alone would follow aliases (nine lines can grow to millions), report a repeated key at its mapping's start and stop at the first fault.
/// So `YAMLScan` looks over the text first. Anchors, aliases, tabs in the indentation and deep nesting end the reading there; of repeated keys
/// the later ones are hidden from Yams, so that the rest of the file is read and its other faults are found too.
package enum YAMLReader {
    /// The one document of `text` and all faults found; the root is nil where the text is empty or cannot be read.
    ///
    /// `firstLine` is the line of the file on which `text` starts, for front matter.
    ///
    /// - Complexity: O(length of `text`).
    package static func read(_ text: String, file: String, firstLine: Int = 1) -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
        var scan = YAMLScan(text)
        scan.run()
        let lineOffset = firstLine - 1
        var diagnostics = scan.faults.map { $0.diagnostic(file: file, lineOffset: lineOffset) }
        var root: YAMLNode?
        if scan.isReadable {
            let document = YAMLComposition(file: file, lineOffset: lineOffset).document(scan)
            root = document.root
            diagnostics += document.diagnostics
        }
        diagnostics.sort { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
        return (root, bounded(diagnostics, unlisted: scan.unlistedFaultCount, file: file))
    }

    /// The first faults, and a word on how many more there are: nobody mends a thousand from one list.
    private static func bounded(_ diagnostics: [Diagnostic], unlisted: Int, file: String) -> [Diagnostic] {
        let more = unlisted + max(0, diagnostics.count - YAMLScan.faultLimit)
        guard more > 0 else { return diagnostics }
        return diagnostics.prefix(YAMLScan.faultLimit) + [Diagnostic(.error, file: file, message: "\(more) more faults are not listed")]
    }
}
