import Diagnostics

/// A quanteda dictionary in YAML: names to lists of terms or to further names; lists may mix terms and names.
///
/// `*` stands for any run of characters and `?` for one; keys and terms are the words as written, so `NO` stays a name.
/// Source: quanteda 4, `dictionary()`, format "YAML".
struct QuantedaReader {
    private var draft: DictionaryDraft

    static func read(_ text: String, into draft: DictionaryDraft) -> DictionaryDraft {
        var reader = QuantedaReader(draft: draft)
        let (root, faults) = YAMLReader.read(text, file: draft.file)
        for fault in faults { reader.draft.report(fault) }
        guard let root else { return reader.draft }
        if root.entries == nil {
            reader.report(root, .error, "a dictionary is a mapping, and this is \(root.kindName)", remedy: "write NAME: [term, term]")
        }
        reader.readEntries(of: root, under: nil)
        return reader.draft
    }

    private init(draft: DictionaryDraft) { self.draft = draft }

    private mutating func readEntries(of mapping: YAMLNode, under parent: Int?) {
        for entry in mapping.entries ?? [] {
            let category = draft.category(entry.name, under: parent, line: entry.key.line)
            read(entry.value, in: category)
        }
    }

    private mutating func read(_ node: YAMLNode, in category: Int) {
        switch node.content {
        case .mapping: readEntries(of: node, under: category)
        case .sequence(let items):
            for item in items { read(item, in: category) }
        case .scalar(let text):
            guard !draft.isFull else { return }
            // A name with nothing behind it is a category without terms.
            guard !text.trimmed.isEmpty else { return }
            draft.add(ForeignTerm(text: text.trimmed, line: node.line, column: node.column, hasAnyOne: true), to: category)
        }
    }

    private mutating func report(_ node: YAMLNode, _ severity: Diagnostic.Severity, _ message: String, remedy: String) {
        draft.report(severity, node.line, message, text: node.scalar, column: node.column, remedy: remedy)
    }
}
