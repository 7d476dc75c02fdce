import Diagnostics

/// LIWC `.dic`, versions 2001 to 2015: categories between two lines of `%`, each with a number, then terms with those numbers.
///
/// Source: the LIWC2001, 2007 and 2015 manuals, section on dictionaries, and what files in use do beyond them: blanks for tabs, tabs before
/// a category for its depth, zeros before numbers, terms on several lines. Entries that depend on the words beside them are reported and
/// left out, since no manual that we know says which side is meant.
struct LIWCReader {
    private enum Part {
        case before, categories, entries
    }

    private var draft: DictionaryDraft
    private var part = Part.before
    /// Categories by their number.
    private var numbers: [Int: Int] = [:]
    /// The category last met at each depth.
    private var levels: [Int] = []
    /// Lines before the first border.
    private var preamble: (count: Int, firstLine: Int, text: String)?

    static func read(_ bytes: [UInt8], into draft: DictionaryDraft) -> DictionaryDraft {
        var reader = LIWCReader(draft: draft)
        var lastLine = 1
        for line in SourceLines(bytes) where !reader.draft.isFull {
            lastLine = line.number
            reader.read(line)
        }
        reader.finish(lastLine)
        return reader.draft
    }

    private init(draft: DictionaryDraft) { self.draft = draft }

    /// Whether a line is one of those that part the file.
    static func isBorder(_ line: SourceLine) -> Bool {
        let content = line.bytes.trimmingBlanks
        return content.count == 1 && content.first == UInt8(ascii: "%")
    }

    private mutating func read(_ line: SourceLine) {
        if Self.isBorder(line), part != .entries {
            part = part == .before ? .categories : .entries
        } else if !line.isBlank {
            switch part {
            case .before: preamble = ((preamble?.count ?? 0) + 1, preamble?.firstLine ?? line.number, preamble?.text ?? line.text)
            case .categories: readCategory(line)
            case .entries: readEntry(line)
            }
        }
    }

    private mutating func finish(_ lastLine: Int) {
        if let preamble, part != .before {
            draft.report(
                .warning, preamble.firstLine,
                "\(preamble.count) line\(preamble.count == 1 ? "" : "s") before the first % \(preamble.count == 1 ? "is" : "are") not read, "
                    + "the first here", text: preamble.text, column: 1,
                remedy: "a LIWC file begins with a line %")
        }
        guard part != .entries else { return }
        let missing = part == .before ? "no line of % begins the categories" : "no line of % ends the categories"
        draft.report(
            .error, lastLine, missing, column: 1,
            remedy: "a LIWC file has a line %, its categories as NUMBER NAME, a second line %, then its terms as TERM NUMBER")
    }

    private mutating func readCategory(_ line: SourceLine) {
        let depth = line.bytes.prefix { $0 == UInt8(ascii: "\t") }.count
        let content = line.bytes.trimmingBlanks
        let digits = content.prefix(while: \.isDigit)
        guard let number = digits.wholeNumber else {
            return draft.report(
                .warning, line.number, "a category without a number is not read", text: line.text,
                column: line.column(of: content.startIndex),
                remedy: "write its number, a tab and its name")
        }
        let name = content.dropFirst(digits.count).trimmingBlanks.text
        if name.isEmpty {
            draft.report(
                .warning, line.number, "a category without a name is named by its number", text: line.text, remedy: "write its name")
        }
        addCategory(name.isEmpty ? digits.text : name, number: number, depth: depth, line)
    }

    private mutating func addCategory(_ name: String, number: Int, depth: Int, _ line: SourceLine) {
        let parent = depth == 0 ? nil : levels.prefix(depth).last
        let category = draft.newCategory(name, under: parent, line: line.number)
        levels = levels.prefix(parent == nil ? 0 : min(depth, levels.count)) + [category]
        guard numbers[number] == nil else {
            return draft.report(
                .warning, line.number, "the number of an earlier category; terms with it stand in that one", text: line.text,
                remedy: "give each category a number of its own")
        }
        numbers[number] = category
    }

    private mutating func readEntry(_ line: SourceLine) {
        let entry = LIWCEntry(line)
        let text = entry.term.text
        guard !entry.fields.isEmpty, !text.isEmpty else {
            return draft.report(
                .warning, line.number, text.isEmpty ? "an entry without a term is not read" : "a term without a category is not read",
                text: line.text, column: line.column(of: entry.term.isEmpty ? line.bytes.startIndex : entry.term.startIndex),
                remedy: "write the term, a tab and the number of its category")
        }
        let term = ForeignTerm(text: text, line: line.number, column: line.column(of: entry.term.startIndex))
        for field in entry.fields { read(field, of: term, line) }
    }

    private mutating func read(_ field: LIWCEntry.Field, of term: ForeignTerm, _ line: SourceLine) {
        let column = line.column(of: field.bytes.startIndex)
        switch field.kind {
        case .number(let number):
            guard let category = numbers[number] else {
                return draft.report(
                    .warning, line.number, "no category has this number, so it is not read", text: field.bytes.text, column: column,
                    remedy: "define the category between the lines of %, or remove the number")
            }
            draft.add(term, to: category)
        case .condition:
            draft.report(
                .warning, line.number, "the category depends on the words beside \u{201C}\(term.text)\u{201D} and is not read",
                text: field.bytes.text, column: column, remedy: "convert to yaml and write the term there with near: or unless:")
        case .other:
            draft.report(
                .warning, line.number, "no number of a category", text: field.bytes.text, column: column,
                remedy: "put a tab between the term and its numbers")
        }
    }
}

/// The term and the category fields of one line of LIWC.
struct LIWCEntry {
    struct Field {
        enum Kind {
            case number(Int)
            /// Such as `<of>131/125` or `(02 134)125/464`.
            case condition
            case other
        }

        let bytes: ArraySlice<UInt8>

        var kind: Kind {
            if let number = bytes.wholeNumber { return .number(number) }
            let signs = "<>()/ \t".utf8
            let isCondition = bytes.contains { signs.contains($0) } && bytes.last?.isDigit == true
            return isCondition ? .condition : .other
        }

        /// Whether it can only be a category, not a word of the term.
        var isCategory: Bool { if case .other = kind { false } else { true } }
    }

    let term: ArraySlice<UInt8>
    let fields: [Field]

    /// The term ends at the first tab; without one, before the first run of blanks behind which only numbers and conditions stand.
    init(_ line: SourceLine) {
        let content = line.bytes.trimmingBlanks
        if let tab = content.firstIndex(of: UInt8(ascii: "\t")) {
            term = content[..<tab].trimmingBlanks
            fields = Self.fields(content[tab...])
            return
        }
        let parts = Self.fields(content)
        let words = parts.count - parts.dropFirst().reversed().prefix(while: \.isCategory).count
        let end = words < parts.count ? parts[words].bytes.startIndex : content.endIndex
        term = content[..<end].trimmingBlanks
        fields = Array(parts[words...])
    }

    /// Cut at blanks outside brackets.
    private static func fields(_ bytes: ArraySlice<UInt8>) -> [Field] {
        var fields: [Field] = []
        var start: Int?
        var isInBrackets = false
        for (index, byte) in zip(bytes.indices, bytes) {
            if byte == UInt8(ascii: "(") { isInBrackets = true }
            if byte == UInt8(ascii: ")") { isInBrackets = false }
            if byte.isBlank, !isInBrackets {
                if let begun = start { fields.append(Field(bytes: bytes[begun..<index])) }
                start = nil
            } else if start == nil {
                start = index
            }
        }
        if let begun = start { fields.append(Field(bytes: bytes[begun...])) }
        return fields
    }
}
