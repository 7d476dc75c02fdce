import Diagnostics

/// A dictionary on its way to another format: its entries as texts there, and what cannot be said there.
struct DictionaryExport {
    struct Entry {
        let text: String
        let weight: Double?
    }

    let dictionary: CategoryDictionary
    private let file: String
    private var faults = LimitedDiagnostics()

    init(_ dictionary: CategoryDictionary, file: String) {
        self.dictionary = dictionary
        self.file = file
    }

    var diagnostics: [Diagnostic] { faults.listed }

    /// The entries of a category as the notation writes them, each once, in order.
    mutating func entries(of category: Int, in notation: DictionaryNotation) -> [Entry] {
        var seen: Set<String> = []
        var entries: [Entry] = []
        for entry in dictionary.categories[category].entries {
            for text in texts(of: entry.term, in: notation) where seen.insert(text.lowercased()).inserted {
                entries.append(Entry(text: text, weight: entry.weight))
            }
        }
        return entries
    }

    private mutating func texts(of term: Term, in notation: DictionaryNotation) -> [String] {
        let source = term.pattern.source
        guard term.unless.isEmpty, term.near == nil else {
            report(.warning, term.line, "left out: the format has no conditions (near, unless)", text: source)
            return []
        }
        let forms = TermForms(term.pattern)
        guard let signs = forms.forms else {
            report(
                .warning, term.line, "left out: the format has no gaps, and no term of more than \(TermForms.mostForms) forms", text: source
            )
            return []
        }
        if forms.countsCase {
            report(.warning, term.line, "the format ignores upper and lower case, so the term will find more", text: source)
        }
        var texts: [String] = []
        for form in signs {
            switch notation.text(of: form) {
            case .success(let text): texts.append(text)
            case .failure(let unsayable): report(.warning, term.line, "left out: the format cannot say \(unsayable.reason)", text: source)
            }
        }
        return texts
    }

    mutating func reportWeights() {
        guard let first = dictionary.categories.lazy.flatMap(\.entries).first(where: { $0.weight != nil }) else { return }
        report(.warning, first.term.line, "the format has no weights, so none are written, the first here", text: first.term.pattern.source)
    }

    /// What a lexicon has beyond its terms.
    mutating func reportLosses(of lexicon: Lexicon) {
        var losses: [String] = []
        if !lexicon.speakers.isEmpty { losses.append("speakers") }
        if lexicon.concepts.contains(where: { $0.question != nil }) { losses.append("questions") }
        if lexicon.concepts.lazy.flatMap(\.framings).contains(where: { $0.opposite != nil }) { losses.append("opposites") }
        if lexicon.concepts.lazy.flatMap(\.framings).flatMap(\.terms).contains(where: { $0.language != nil }) {
            losses.append("languages of terms")
        }
        if !losses.isEmpty { report(.warning, nil, "the format has no \(losses.joined(separator: ", "))", text: nil) }
    }

    mutating func report(_ severity: Diagnostic.Severity, _ line: Int?, _ message: String, text: String?) {
        faults.append(Diagnostic(severity, file: file, line: line.flatMap { $0 > 0 ? $0 : nil }, message: message, text: text))
    }

    /// The names of a category's path with `separator` between them, for formats without levels.
    func flatName(of category: Int, separator: String = ".") -> String { dictionary.path(of: category).joined(separator: separator) }
}
