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
        words.forgetIfFull()
        let candidates = filter.candidates(of: text.words, in: memory)
        let known = words.find(candidates: candidates, of: text, in: memory)
        words.learn(around: known, of: text, in: memory)
        text.withTables(memory, words.meanings, lexicon) { tables in
            var search = TextSearch(lexicon: lexicon, text: text, tables: tables, memory: memory)
            search.find(startingAtFirst: known, into: found)
        }
        memory.forgetMeanings()
    }
}
