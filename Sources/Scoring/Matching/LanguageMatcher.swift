import Words

/// A compiled lexicon with all that finds its terms in texts, and what it remembers from text to text.
final class LanguageMatcher {
    private let lexicon: CompiledLexicon
    private let filter: CandidateFilter
    private let memory = SearchMemory()
    @exclusivity(unchecked) private var search: TextSearch?

    init(_ lexicon: CompiledLexicon) {
        self.lexicon = lexicon
        filter = CandidateFilter(lexicon)
    }

    /// Puts the matches of a text in place of those that were found before.
    func find(in text: SearchedText, into found: FoundMatches) {
        found.removeAll()
        hash(text)
        text.withTables { path, rows in
            filter.find(in: rows, path, in: memory)
            search(for: rows).find(in: text, rows, into: found)
        }
    }

    /// A term that is looked for from a later word than its first asks for so many others that all are hashed at once.
    private func hash(_ text: SearchedText) {
        if lexicon.anchors.areStarts {
            text.words.hashUnusual(text.bytes, span: text.span)
        } else {
            text.words.hash(text.bytes, span: text.span)
        }
    }

    /// - Parameter rows: of the text at hand.
    private func search(for rows: TextTables) -> TextSearch {
        if let search, !search.isFull { return search }
        let new = TextSearch(tables: SearchTables(text: rows, known: KnownWords(lexicon)), memory: memory)
        search = new
        return new
    }
}
