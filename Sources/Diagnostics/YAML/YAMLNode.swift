/// A value of a YAML file and where it stands; scalars are the words as written, so `no`, `on` and `1984` stay words.
package struct YAMLNode: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        case scalar(String)
        case sequence([YAMLNode])
        /// In the file's order; no two keys are equal.
        case mapping([Entry])
    }

    package struct Entry: Hashable, Sendable {
        /// Always a scalar.
        package let key: YAMLNode
        package let value: YAMLNode

        package init(key: YAMLNode, value: YAMLNode) {
            self.key = key
            self.value = value
        }

        /// The key's words.
        package var name: String { key.scalar ?? "" }
    }

    package let content: Content
    /// 1-based line in the file.
    package let line: Int
    /// 1-based column in Unicode scalars.
    package let column: Int

    package init(_ content: Content, line: Int, column: Int) {
        self.content = content
        self.line = line
        self.column = column
    }

    /// The words of a scalar; nil for a list or a mapping.
    package var scalar: String? {
        if case .scalar(let text) = content { text } else { nil }
    }

    /// The items of a list; nil for anything else.
    package var items: [YAMLNode]? {
        if case .sequence(let items) = content { items } else { nil }
    }

    /// The entries of a mapping; nil for anything else.
    package var entries: [Entry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }

    /// The value of `key` in a mapping.
    package subscript(key: String) -> YAMLNode? {
        entries?.first { $0.name == key }?.value
    }

    /// What it is, for a message: "a text", "a list", "a mapping" or "nothing".
    package var kindName: String {
        switch content {
        case .scalar(let text): text.isEmpty ? "nothing" : "a text"
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }
}

extension YAMLNode {
    /// An error for each key of this mapping that is none of `known`, with the known name nearest to it.
    package func unknownKeys(known: [String], file: String) -> [Diagnostic] {
        (entries ?? []).filter { !known.contains($0.name) }.map { entry in
            let nearest = NearestName.find(entry.name, in: known)
            let remedy = nearest.map { "did you mean “\($0)”?" } ?? "the keys here are \(known.joined(separator: ", "))"
            return entry.key.diagnostic("unknown key", file: file, text: entry.name, remedy: remedy)
        }
    }

    /// An error at this node's place.
    package func diagnostic(_ message: String, file: String, text: String? = nil, remedy: String? = nil) -> Diagnostic {
        Diagnostic(.error, file: file, line: line, column: column, message: message, text: text, remedy: remedy)
    }
}
