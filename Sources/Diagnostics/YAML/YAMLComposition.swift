import Yams

/// The one place where Yams is asked.
struct YAMLComposition {
    let file: String
    let lineOffset: Int

    /// The document that was looked over. Long plain lists are kept from Yams; where they do not fit into what it reads, or anything is wrong, it
    /// is given the whole text.
    func document(_ scan: YAMLScan) -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
        if !scan.runs.isEmpty, scan.faults.isEmpty {
            var conversion = YAMLConversion(file: file, lineOffset: lineOffset, runs: scan.runs, bytes: scan.reader.bytes)
            if let node = try? compose(scan.textWithoutRuns()), let root = conversion.wholeNode(node) { return (root, []) }
        }
        let text = scan.textWithoutRepeatedKeys()
        do {
            guard let node = try compose(text) else { return (nil, []) }
            var conversion = YAMLConversion(file: file, lineOffset: lineOffset)
            return (conversion.node(node), conversion.diagnostics)
        } catch {
            return (nil, [YAMLSyntaxFault(error).diagnostic(file: file, lineOffset: lineOffset, in: text)])
        }
    }

    /// The basic resolver has no rules: with the default one each key is tried against patterns for numbers and dates. Nothing is constructed, so neither
    /// are the tables for it.
    private func compose(_ text: String) throws -> Node? { try Yams.compose(yaml: text, .basic, Constructor([:], [:], [:])) }
}

/// Turns Yams' nodes into ours and puts the lines of lists that Yams did not see where they belong; a key that is no scalar is a fault and left out.
private struct YAMLConversion {
    let file: String
    let lineOffset: Int
    var diagnostics: [Diagnostic] = []
    /// In order.
    private let runs: [PlainListRun]
    /// Of the text that `runs` speak of.
    private let bytes: [UInt8]
    private var runsDone = 0

    init(file: String, lineOffset: Int, runs: [PlainListRun] = [], bytes: [UInt8] = []) {
        self.file = file
        self.lineOffset = lineOffset
        self.runs = runs
        self.bytes = bytes
    }

    /// The root; nil where a run found no place or anything is wrong.
    mutating func wholeNode(_ root: Node) -> YAMLNode? {
        let converted = node(root)
        return runsDone == runs.count && diagnostics.isEmpty ? converted : nil
    }

    mutating func node(_ node: Node) -> YAMLNode {
        let line = (node.mark?.line ?? 1) + lineOffset
        let column = node.mark?.column ?? 1
        switch node {
        case .scalar(let scalar): return YAMLNode(.scalar(scalar.string), line: line, column: column)
        case .sequence(let items): return YAMLNode(.sequence(self.items(items)), line: line, column: column)
        case .mapping(let pairs): return YAMLNode(.mapping(pairs.compactMap { entry($0.key, $0.value) }), line: line, column: column)
        case .alias: return YAMLNode(.scalar(""), line: line, column: column)
        }
    }

    private mutating func items(_ sequence: Node.Sequence) -> [YAMLNode] {
        var items: [YAMLNode] = []
        for node in sequence {
            // The run's first line came before, so the rest of it stands between that and its last.
            if runsDone < runs.count, let first = items.last { appendRun(behind: first, before: node.mark, to: &items) }
            items.append(self.node(node))
        }
        return items
    }

    private mutating func appendRun(behind first: YAMLNode, before last: Mark?, to items: inout [YAMLNode]) {
        let run = runs[runsDone]
        guard first.scalar != nil, first.line == run.firstLine + lineOffset, first.column == run.column,
            last?.line == run.lastLine, last?.column == run.column
        else { return }
        runsDone += 1
        items.reserveCapacity(items.count + run.texts.count + 1)
        for (number, text) in run.texts.enumerated() {
            let words = String(decoding: bytes[text], as: UTF8.self)
            items.append(YAMLNode(.scalar(words), line: run.firstLine + 1 + number + lineOffset, column: run.column))
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
