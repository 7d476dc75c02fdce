package import Diagnostics

/// What a well-formed lexicon can still have wrong: terms that never count, count twice, or count nearly everything.
///
/// Whether one term finds all that another finds is decided by running the one over the ways through the other (at most 256, without gaps),
/// so each fault reported is one; a term that only many others together shadow is not found.
package struct LexiconCheck {
    private let file: String
    private let language: String?
    private var diagnostics: [Diagnostic] = []

    private init(file: String, language: String?) {
        self.file = file
        self.language = language
    }

    /// All faults of the file: those of its form and those of its meaning, in order of line.
    package static func check(_ text: String, file: String) -> (lexicon: Lexicon?, diagnostics: [Diagnostic]) {
        let (lexicon, diagnostics) = LexiconFile.read(text, file: file)
        return (lexicon, (diagnostics + (lexicon.map { meaning(of: $0, file: file) } ?? [])).sortedByPlace())
    }

    /// The faults of meaning of a lexicon from `file`, in order of line.
    package static func meaning(of lexicon: Lexicon, file: String) -> [Diagnostic] {
        var check = LexiconCheck(file: file, language: lexicon.language)
        for concept in lexicon.concepts { check.check(concept) }
        return check.diagnostics.sortedByPlace()
    }

    private mutating func check(_ concept: Concept) {
        let entries = concept.framings.enumerated().flatMap { number, framing in
            framing.terms.compactMap { CheckedTerm($0, framing: framing, number: number, language: language) }
        }
        for entry in entries { checkAlone(entry) }
        let index = CoverIndex(entries, language: language)
        for (position, entry) in entries.enumerated() {
            guard let other = index.firstCovering(position) else { continue }
            reportCovered(entry, by: entries[other], isEarlier: other < position)
        }
    }

    private mutating func checkAlone(_ entry: CheckedTerm) {
        if let near = entry.term.near, near.within < 1 {
            report(entry, "the term can never match: nothing stands within 0 words of it", remedy: "1 is the next word")
        }
        for unless in entry.term.unless where entry.isCovered(by: unless, language: language) {
            report(
                entry, "the term can never match: \u{201C}\(unless.source)\u{201D} under unless: cancels each match",
                remedy: "name a longer context")
        }
        for unless in entry.term.unless where !entry.mayBeHeld(by: unless, language: language) {
            report(
                entry, "\u{201C}\(unless.source)\u{201D} under unless: cancels no match, since it does not hold the term",
                remedy: "write out the longer context, with the term's words in it")
        }
        checkBreadth(of: entry.automaton, entry, source: entry.term.pattern.source)
        for pattern in entry.term.near?.any ?? [] {
            if let automaton = TermAutomaton(pattern) { checkBreadth(of: automaton, entry, source: pattern.source) }
        }
    }

    private mutating func checkBreadth(of automaton: TermAutomaton, _ entry: CheckedTerm, source: String) {
        if automaton.words.allSatisfy({ $0.stemLength == 0 }) {
            report(entry, "only wildcards, so that any words match", text: source, remedy: "name at least one word")
            return
        }
        let alone = automaton.first.filter { automaton.last.contains($0) }.map { automaton.words[$0] }
        if alone.contains(where: { $0.isOpenEnded && $0.stemLength <= 2 }) {
            report(
                entry, "a wildcard on a stem of one or two letters matches many words", text: source,
                remedy: "write more of the word, or list the words meant")
        }
    }

    private mutating func reportCovered(_ entry: CheckedTerm, by other: CheckedTerm, isEarlier: Bool) {
        let place = "\u{201C}\(other.term.pattern.source)\u{201D} on line \(other.term.line)"
        let isSame = entry.form == other.form
        if entry.framingNumber != other.framingNumber {
            let message = isSame ? "the term stands in two framings of one concept" : "the term never counts"
            report(
                entry, "\(message): \(place) of the framing \(other.framing), listed first, takes each match",
                remedy: "keep it in one framing, or tell the two apart by near: or unless:")
        } else if isSame {
            report(entry, "the term is a duplicate of \(place)", remedy: "leave one out")
        } else {
            report(entry, "the term adds nothing: \(place) finds all that it finds", remedy: "leave it out")
        }
    }

    private mutating func report(_ entry: CheckedTerm, _ message: String, text: String? = nil, remedy: String) {
        diagnostics.append(
            Diagnostic(
                .warning, file: file, line: entry.term.line > 0 ? entry.term.line : nil, message: message,
                text: text ?? entry.term.pattern.source, remedy: remedy
            ))
    }
}

extension WordPattern {
    /// Letters that are written out.
    fileprivate var stemLength: Int {
        glyphs.count { if case .character = $0 { true } else { false } }
    }

    fileprivate var isOpenEnded: Bool { glyphs.contains(.anyRun) }
}
