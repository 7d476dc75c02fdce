import Diagnostics
import Markup

/// Yoshikoder `.ykd` and Lexicoder 2 `.lcd`: `cnode` elements for categories, `pnode` elements for terms, nested and mixed.
///
/// Source: Yoshikoder's dictionary handler. Scores are kept as weights. With the engine "regexp" the patterns are regular expressions,
/// of which the simple ones are read.
struct YoshikoderReader {
    private var draft: DictionaryDraft
    /// The open elements; the category of each that is one.
    private var open: [Int?] = []
    private var hasExpressions = false
    private var severalWords: (count: Int, firstLine: Int)?

    static func read(_ bytes: [UInt8], into draft: DictionaryDraft) -> DictionaryDraft {
        var reader = YoshikoderReader(draft: draft)
        let faults = XMLReader.read(bytes, file: draft.file) { reader.read($0) }
        for fault in faults { reader.draft.report(fault) }
        reader.reportSeveralWords()
        return reader.draft
    }

    private init(draft: DictionaryDraft) {
        self.draft = draft
        self.draft.dictionary.hasRoot = true
    }

    private mutating func read(_ event: XMLEvent) {
        switch event {
        case .start(let element): begin(element)
        case .end: if !open.isEmpty { open.removeLast() }
        case .text(let text, let line, let column):
            guard text.contains(where: { !$0.isWhitespace }) else { return }
            draft.report(
                .warning, line, "text between the elements is not read",
                text: text.split(whereSeparator: \.isNewline).first.map(String.init), column: column,
                remedy: "write terms as <pnode name=\"TERM\"/>")
        }
    }

    private mutating func begin(_ element: XMLElement) {
        if open.isEmpty { return beginDocument(element) }
        switch element.name {
        case "cnode": beginCategory(element)
        case "pnode":
            addTerm(element)
            open.append(nil)
        default:
            draft.report(
                .warning, element.line, "an element that dictionaries do not have", text: element.name,
                column: element.column, remedy: "write cnode for a category and pnode for a term")
            open.append(nil)
        }
    }

    private mutating func beginDocument(_ element: XMLElement) {
        if element.name != "dictionary" {
            draft.report(
                .error, element.line, "no dictionary: the document is of another kind", text: element.name, column: element.column,
                remedy: "give the dictionary that Yoshikoder or Lexicoder saved")
        }
        let engine = element["patternengine"] ?? element["patternengineclassname"] ?? "substring"
        hasExpressions = engine.lowercased().contains("regexp")
        open.append(nil)
    }

    private var parent: Int? { open.last { $0 != nil } ?? nil }

    private mutating func beginCategory(_ element: XMLElement) {
        let name = (element["name"] ?? "").trimmed
        if name.isEmpty {
            draft.report(
                .warning, element.line, "a category without a name, called \u{201C}unnamed\u{201D}", text: "cnode",
                column: element.column, remedy: "give it name=\"...\"")
        }
        let note = element["desc"].map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 }
        open.append(draft.newCategory(name.isEmpty ? "unnamed" : name, under: parent, line: element.line, note: note))
    }

    private mutating func addTerm(_ element: XMLElement) {
        let text = (element["name"] ?? "").trimmed
        guard let category = parent, !text.isEmpty else {
            return draft.report(
                .warning, element.line, text.isEmpty ? "a term without text is not read" : "a term outside any category is not read",
                text: text.isEmpty ? "pnode" : text, column: element.column, remedy: "write <pnode name=\"TERM\"/> inside a cnode")
        }
        if hasExpressions { return addExpression(text, element, to: category) }
        if text.contains(where: \.isWhitespace) { severalWords = ((severalWords?.count ?? 0) + 1, severalWords?.firstLine ?? element.line) }
        draft.add(ForeignTerm(text: text, line: element.line, column: element.column), to: category, weight: weight(of: element))
    }

    private mutating func addExpression(_ text: String, _ element: XMLElement, to category: Int) {
        guard let terms = SimpleExpression.terms(of: text, isWholeWord: true) else {
            return draft.report(
                .warning, element.line, "left out: the regular expression says more than a term can", text: text,
                column: element.column, remedy: "write the words meant, with * for any letters")
        }
        for term in terms {
            draft.add(
                ForeignTerm(text: term, line: element.line, column: element.column, hasAnyOne: true), to: category,
                weight: weight(of: element))
        }
    }

    private func weight(of element: XMLElement) -> Double? {
        element["score"].flatMap { Double($0.trimmed) }.flatMap { $0.isFinite ? $0 : nil }
    }

    private mutating func reportSeveralWords() {
        guard let (count, firstLine) = severalWords else { return }
        draft.report(
            .note, firstLine,
            "\(count) term\(count == 1 ? " has" : "s have") several words, the first here: Yoshikoder itself never finds them, Parallax does"
        )
    }
}

extension String {
    var trimmed: String { Array(utf8)[...].trimmingBlanks.text }
}
