/// Finds for a term one that takes all its matches, among the terms of a concept.
struct CoverIndex {
    private let terms: [CheckedTerm]
    private let language: String?
    /// Terms by the words that a match can start with: by the whole word, or by the first letter before a wildcard (nil where there is none).
    private var wholeStarts: [String: [Int]] = [:]
    private var openStarts: [Character?: [Int]] = [:]

    init(_ terms: [CheckedTerm], language: String?) {
        self.terms = terms
        self.language = language
        for (index, term) in terms.enumerated() {
            let starts = term.automaton.first.map { WordPatternTest(term.automaton.words[$0], language: language) }
            for word in Set(starts.compactMap(\.foldedLiteral)) { wholeStarts[word, default: []].append(index) }
            for letter in Set(starts.filter { $0.literal == nil }.map(\.foldedLetter)) { openStarts[letter, default: []].append(index) }
        }
    }

    /// The first other term that takes all matches of the one at `index`: of its framing, or of a framing listed before it.
    ///
    /// Of two that take each other's, only the later is covered.
    func firstCovering(_ index: Int) -> Int? {
        let term = terms[index]
        return candidates(for: term).first { other in
            guard other != index, terms[other].framingNumber <= term.framingNumber else { return false }
            guard term.isCovered(by: terms[other], language: language) else { return false }
            return other < index || !terms[other].isCovered(by: term, language: language)
        }
    }

    private func candidates(for term: CheckedTerm) -> [Int] {
        guard let state = term.automaton.first.first else { return [] }
        let start = WordPatternTest(term.automaton.words[state], language: language)
        let byLetter = start.foldedLetter.flatMap { openStarts[$0] } ?? []
        return Set((start.foldedLiteral.flatMap { wholeStarts[$0] } ?? []) + byLetter + (openStarts[nil] ?? [])).sorted()
    }
}

extension WordPatternTest {
    /// The one word it matches, folded whether or not its case counts.
    fileprivate var foldedLiteral: String? { literal.map { WordForm.folded($0.utf8, language: nil) } }

    /// The letter with which all words that it matches begin, folded.
    fileprivate var foldedLetter: Character? { firstCharacter.flatMap { WordForm.folded(String($0).utf8, language: nil).first } }
}
