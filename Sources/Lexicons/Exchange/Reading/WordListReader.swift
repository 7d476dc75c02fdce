import Diagnostics

/// A plain list, one term a line; what stands behind a `;` at a line's start is a comment. The file is its one category.
struct WordListReader {
    static func read(_ bytes: [UInt8], into draft: DictionaryDraft) -> DictionaryDraft {
        var draft = draft
        let category = draft.category(draft.dictionary.name, line: 1)
        for line in SourceLines(bytes) where !draft.isFull {
            let content = line.bytes.trimmingBlanks
            guard let first = content.first, first != UInt8(ascii: ";") else { continue }
            draft.add(ForeignTerm(text: content.text, line: line.number, column: line.column(of: content.startIndex)), to: category)
        }
        return draft
    }
}
