import CVectors
import Words

/// A compiled lexicon with all that finds its terms in texts, and what it remembers from text to text.
struct LanguageMatcher {
    private let lexicon: CompiledLexicon
    private let filter: CandidateFilter
    private var words: KnownWords
    private let memory = SearchMemory()

    init(_ lexicon: CompiledLexicon) {
        self.lexicon = lexicon
        filter = CandidateFilter(lexicon)
        words = KnownWords(lexicon)
    }

    /// Puts the matches of a text in place of those that were found before.
    mutating func find(in text: SearchedText, into found: FoundMatches) {
        found.removeAll()
        if words.isFull { words = KnownWords(lexicon) }
        text.withTables { path, rows in
            let candidates = filter.candidates(of: rows, path, in: memory)
            words.enter(rows)
            let tables = SearchTables(text: rows, known: words)
            var starts = words.find(candidates: candidates, of: rows, in: memory)
            if !lexicon.anchors.areStarts { starts = AnchoredStarts(tables: tables, memory: memory).find(from: starts, in: text.passages) }
            var search = TextSearch(text: text, tables: tables, memory: memory)
            search.find(startingAtFirst: starts, into: found)
            words.leave()
        }
    }
}
