package import Diagnostics
import Words

/// Changes to the text of a lexicon file: one term more or less, every other byte as it was.
///
/// Lists are edited where they stand, in the layout that they have: a dashed list gains or loses a line, a list in brackets an item. The
/// result is read again and compared with what was meant; a layout that this finds no way through is refused, never damaged.
package struct LexiconEdit {
    /// A place for a term.
    package struct Place: Sendable {
        package var concept: String
        package var framing: String
        /// Where terms are given by language.
        package var language: String?

        package init(concept: String, framing: String, language: String? = nil) {
            self.concept = concept
            self.framing = framing
            self.language = language
        }
    }

    private let text: String
    private let file: String
    private let lexicon: Lexicon
    private let root: YAMLNode

    /// - Throws: the file's faults where it cannot be used.
    package init(_ text: String, file: String) throws(LexiconEditFault) {
        let (lexicon, diagnostics) = LexiconFile.read(text, file: file)
        guard let lexicon, let root = YAMLReader.read(text, file: file).root, !diagnostics.contains(where: { $0.severity == .error }) else {
            throw LexiconEditFault(diagnostics: diagnostics)
        }
        self.text = text
        self.file = file
        self.lexicon = lexicon
        self.root = root
    }

    /// The text with `term` as the last of its framing.
    ///
    /// - Throws: where there is no such place, the term is none or stands there already, or the list's layout cannot be edited.
    package func adding(_ term: String, to place: Place) throws(LexiconEditFault) -> String {
        let pattern = try parsed(term)
        let list = try terms(at: place)
        let known = try current(at: place)
        if let twin = known.first(where: { $0.pattern.elements == pattern.elements }) {
            throw fault(twin.line, "the term stands there already", text: twin.pattern.source, remedy: "nothing was changed")
        }
        guard let edited = TermListEdit(text, list).adding(term) else { throw unreadable(list) }
        return try checked(edited, at: place, expected: known.map(\.pattern.source) + [term], list)
    }

    /// The text without `term`.
    ///
    /// - Throws: where it does not stand there, is the framing's only term, or the list's layout cannot be edited.
    package func removing(_ term: String, from place: Place) throws(LexiconEditFault) -> String {
        let list = try terms(at: place)
        let known = try current(at: place)
        let items = (list.items ?? []).map { $0.scalar ?? $0["term"]?.scalar ?? "" }
        guard let index = items.firstIndex(of: term) else {
            let nearest = NearestName.find(term, in: items).map { "did you mean \u{201C}\($0)\u{201D}?" }
            throw fault(list.line, "the framing has no such term", text: term, remedy: nearest ?? "see the list that begins on this line")
        }
        guard items.count > 1 else {
            throw fault(list.line, "the only term of its framing", text: term, remedy: "remove the framing from the file by hand")
        }
        guard let edited = TermListEdit(text, list).removing(index) else { throw unreadable(list) }
        var expected = known.map(\.pattern.source)
        if let gone = expected.firstIndex(of: term) { expected.remove(at: gone) }
        return try checked(edited, at: place, expected: expected, list)
    }

    private func parsed(_ term: String) throws(LexiconEditFault) -> TermPattern {
        let (pattern, faults) = TermPatternParser.parse(term)
        guard let pattern else {
            throw LexiconEditFault(
                diagnostics: faults.map {
                    Diagnostic($0.severity, file: "term", line: 1, column: $0.column, message: $0.message, text: term, remedy: $0.remedy)
                })
        }
        return pattern
    }

    /// The list of terms that the place names.
    private func terms(at place: Place) throws(LexiconEditFault) -> YAMLNode {
        let concept = try entry("concept", place.concept, in: root["concepts"]?.items ?? [], line: 1)
        let framing = try entry("framing", place.framing, in: concept["framings"]?.items ?? [], line: concept.line)
        guard let terms = framing["terms"] else { throw fault(framing.line, "the framing has no terms", text: place.framing, remedy: nil) }
        guard let languages = terms.entries else {
            guard place.language == nil else {
                throw fault(
                    terms.line, "the framing's terms are not given by language", text: place.language, remedy: "leave --language out")
            }
            return terms
        }
        guard let language = place.language, let list = terms[language] else {
            let names = languages.map(\.name).joined(separator: ", ")
            throw fault(
                terms.line, "the framing's terms are given by language", text: place.language,
                remedy: "choose one with --language: \(names)")
        }
        return list
    }

    private func entry(_ key: String, _ id: String, in nodes: [YAMLNode], line: Int) throws(LexiconEditFault) -> YAMLNode {
        if let node = nodes.first(where: { $0[key]?.scalar == id }) { return node }
        let ids = nodes.compactMap { $0[key]?.scalar }
        let nearest = NearestName.find(id, in: ids).map { "did you mean \u{201C}\($0)\u{201D}?" }
        throw fault(line, "no \(key) has that id", text: id, remedy: nearest ?? "there are \(ids.joined(separator: ", "))")
    }

    private func current(at place: Place) throws(LexiconEditFault) -> [Term] { Self.terms(of: lexicon, at: place) }

    private static func terms(of lexicon: Lexicon, at place: Place) -> [Term] {
        let framings = lexicon.concepts.first { $0.id == place.concept }?.framings
        let language = place.language.map { LanguageTag.canonical($0) ?? $0 }
        return (framings?.first { $0.id == place.framing }?.terms ?? []).filter { $0.language == language }
    }

    /// Reads the edited text again: the place must hold what was meant, and the number of all terms must fit.
    private func checked(_ edited: String, at place: Place, expected: [String], _ list: YAMLNode) throws(LexiconEditFault) -> String {
        let (again, diagnostics) = LexiconFile.read(edited, file: file)
        guard let again, !diagnostics.contains(where: { $0.severity == .error }),
            Self.terms(of: again, at: place).map(\.pattern.source).sorted() == expected.sorted(),
            Self.termCount(again) - Self.termCount(lexicon) == expected.count - Self.terms(of: lexicon, at: place).count
        else { throw unreadable(list) }
        return edited
    }

    private static func termCount(_ lexicon: Lexicon) -> Int { lexicon.concepts.flatMap(\.framings).reduce(0) { $0 + $1.terms.count } }

    private func unreadable(_ list: YAMLNode) -> LexiconEditFault {
        fault(list.line, "the layout of this list cannot be edited line by line", text: nil, remedy: "edit the file by hand")
    }

    private func fault(_ line: Int, _ message: String, text: String?, remedy: String?) -> LexiconEditFault {
        LexiconEditFault(diagnostics: [Diagnostic(.error, file: file, line: line, message: message, text: text, remedy: remedy)])
    }
}

/// Why a lexicon file was not changed.
package struct LexiconEditFault: Error {
    package let diagnostics: [Diagnostic]
}
