import Yams

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
            let document = compose(scan.textWithoutRepeatedKeys(), file: file, lineOffset: lineOffset)
            root = document.root
            diagnostics += document.diagnostics
        }
        diagnostics.sort { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
        return (root, bounded(diagnostics, unlisted: scan.unlistedFaultCount, file: file))
    }

    private static func compose(_ text: String, file: String, lineOffset: Int) -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
        do {
            // The basic resolver has no rules: with the default one each key is tried against patterns for numbers and dates.
            guard let node = try Yams.compose(yaml: text, .basic) else { return (nil, []) }
            var conversion = YAMLConversion(file: file, lineOffset: lineOffset)
            let root = conversion.node(node)
            return (root, conversion.diagnostics)
        } catch {
            return (nil, [YAMLSyntaxFault(error).diagnostic(file: file, lineOffset: lineOffset, in: text)])
        }
    }

    /// The first faults, and a word on how many more there are: nobody mends a thousand from one list.
    private static func bounded(_ diagnostics: [Diagnostic], unlisted: Int, file: String) -> [Diagnostic] {
        let more = unlisted + max(0, diagnostics.count - YAMLScan.faultLimit)
        guard more > 0 else { return diagnostics }
        return diagnostics.prefix(YAMLScan.faultLimit) + [Diagnostic(.error, file: file, message: "\(more) more faults are not listed")]
    }
}

/// Turns Yams' nodes into ours; a key that is no scalar is a fault and left out.
private struct YAMLConversion {
    let file: String
    let lineOffset: Int
    var diagnostics: [Diagnostic] = []

    init(file: String, lineOffset: Int) {
        self.file = file
        self.lineOffset = lineOffset
    }

    mutating func node(_ node: Node) -> YAMLNode {
        let line = (node.mark?.line ?? 1) + lineOffset
        let column = node.mark?.column ?? 1
        switch node {
        case .scalar(let scalar): return YAMLNode(.scalar(scalar.string), line: line, column: column)
        case .sequence(let items): return YAMLNode(.sequence(items.map { self.node($0) }), line: line, column: column)
        case .mapping(let pairs): return YAMLNode(.mapping(pairs.compactMap { entry($0.key, $0.value) }), line: line, column: column)
        case .alias: return YAMLNode(.scalar(""), line: line, column: column)
        }
    }

    private mutating func entry(_ key: Node, _ value: Node) -> YAMLNode.Entry? {
        let key = node(key)
        guard let name = key.scalar else {
            diagnostics.append(key.diagnostic("a key is \(key.kindName)", file: file, remedy: "write a word before the colon"))
            return nil
        }
        if YAMLScan.isHiddenKey(name) { return nil }
        return YAMLNode.Entry(key: key, value: node(value))
    }
}
