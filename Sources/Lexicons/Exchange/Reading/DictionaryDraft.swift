import Diagnostics

/// A dictionary while its file is read, and what was odd in the file.
struct DictionaryDraft {
    /// Categories in each other; real dictionaries have up to five.
    static let deepestNesting = 50

    let file: String
    private let limits: DictionaryLimits
    var dictionary: CategoryDictionary
    private var faults = LimitedDiagnostics()
    private var known: [Name: Int] = [:]
    private var terms: [Set<String>] = []
    private var depths: [Int] = []
    private var entryCount = 0
    private var textCount = 0

    private struct Name: Hashable {
        let parent: Int?
        let name: String
    }

    init(file: String, name: String, limits: DictionaryLimits = DictionaryLimits()) {
        self.file = file
        self.limits = limits
        dictionary = CategoryDictionary(name: name)
    }

    var diagnostics: [Diagnostic] { faults.listed }
    /// Whether an entry met a limit, so that nothing more is taken in: readers ask before each.
    private(set) var isFull = false

    /// The category of that name under `parent`, made where there is none yet.
    mutating func category(_ name: String, under parent: Int? = nil, line: Int, note: String? = nil) -> Int {
        var parent = parent
        if let outer = parent, depths[outer] >= Self.deepestNesting {
            parent = dictionary.categories[outer].parent
            report(
                .warning, line, "categories nest deeper than \(Self.deepestNesting); this one is set beside the one above it", text: name)
        }
        let key = Name(parent: parent, name: name)
        if let index = known[key] { return index }
        let index = dictionary.categories.count
        known[key] = index
        dictionary.categories.append(.init(name: name, parent: parent, note: note, line: line))
        terms.append([])
        depths.append(parent.map { depths[$0] + 1 } ?? 0)
        return index
    }

    /// As above, for formats that begin a category once; a second beginning is told and adds to the first.
    mutating func newCategory(_ name: String, under parent: Int? = nil, line: Int, note: String? = nil) -> Int {
        if let first = known[Name(parent: parent, name: name)].map({ dictionary.categories[$0].line }) {
            report(
                .warning, line, "a second category of that name, put together with the first", text: name,
                remedy: "the first stands on line \(first); rename one of the two if they differ")
        }
        return category(name, under: parent, line: line, note: note)
    }

    /// Adds what `term` reads to a category; what is no term is told and left out.
    mutating func add(_ term: ForeignTerm, to category: Int, weight: Double? = nil) {
        guard !isFull else { return }
        let (pattern, faults) = term.pattern()
        for fault in faults {
            let message = pattern == nil ? "left out: \(fault.message)" : fault.message
            report(pattern == nil ? .warning : .note, term.line, message, text: term.text, column: term.column, remedy: fault.remedy)
        }
        guard let pattern else { return }
        add(pattern, of: term, to: category, weight: weight)
    }

    /// - Parameter term: where the pattern comes from.
    mutating func add(_ pattern: TermPattern, of term: ForeignTerm, to category: Int, weight: Double? = nil) {
        guard !isFull else { return }
        guard terms[category].insert(pattern.source.lowercased()).inserted else {
            return report(
                .note, term.line, "the term stands twice in its category and counts once", text: pattern.source, column: term.column)
        }
        entryCount += 1
        textCount += pattern.source.utf8.count
        guard entryCount <= limits.entries, textCount <= limits.text else { return reportFull(at: term) }
        dictionary.categories[category].entries.append(.init(term: Term(pattern: pattern, line: term.line), weight: weight))
    }

    private mutating func reportFull(at term: ForeignTerm) {
        isFull = true
        let limit = entryCount > limits.entries ? limits.entriesNamed : limits.textNamed
        report(
            .error, term.line, "more than \(limit), the most that a dictionary may have", text: term.text, column: term.column ?? 1,
            remedy: "split the file into several dictionaries and name each with --lexicon")
    }

    mutating func report(
        _ severity: Diagnostic.Severity, _ line: Int, _ message: String, text: String? = nil, column: Int? = nil, remedy: String? = nil
    ) {
        faults.append(Diagnostic(severity, file: file, line: line, column: column, message: message, text: text, remedy: remedy))
    }

    mutating func report(_ diagnostic: Diagnostic) { faults.append(diagnostic) }
}
