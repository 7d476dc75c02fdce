import Words

/// A compiled lexicon with all that finds its terms in texts, and what it remembers from text to text.
struct LanguageMatcher {
    private let lexicon: CompiledLexicon
    private let filter: CandidateFilter
    private var words: KnownWords
    private let path: InstructionPath
    /// Kept for their memory.
    private var candidates: [UInt32] = []
    private var meanings: [Int32] = []

    init(_ lexicon: CompiledLexicon, path: InstructionPath) {
        self.lexicon = lexicon
        self.path = path
        filter = CandidateFilter(lexicon)
        words = KnownWords(lexicon)
    }

    mutating func matches(in text: SearchedText) -> FoundMatches {
        words.forgetIfFull()
        let count = filter.candidates(of: text.words, path: path, into: &candidates)
        let known = words.known(candidates, count: count, in: text)
        guard !known.isEmpty else { return FoundMatches(passageCount: text.passages.count) }
        learn(known, in: text)
        return text.withTables(meanings, words.meanings, lexicon.phrases) { tables in
            var search = TextSearch(lexicon: lexicon, text: text, tables: tables)
            return search.matches(startingAt: known)
        }
    }

    private mutating func learn(_ known: [KnownWord], in text: SearchedText) {
        let count = text.words.count
        if meanings.count < count { meanings = Array(repeating: -1, count: count * 2) }
        meanings.withUnsafeMutableBufferPointer { meanings in
            UnsafeMutableBufferPointer(rebasing: meanings[..<count]).update(repeating: -1)
            for word in known { meanings[word.word] = word.meaning }
        }
        words.learn(around: known, in: text, &meanings)
    }
}
