import Words

/// A compiled lexicon and what the words seen so far mean to it.
struct LanguageMatcher: Sendable {
    private let lexicon: CompiledLexicon
    private var cache = VocabularyCache()
    private var meanings = WordMeanings()

    init(_ lexicon: CompiledLexicon) { self.lexicon = lexicon }

    mutating func matches(in passage: PassageWords) -> [TermMatch] {
        if cache.isFull || meanings.isFull {
            cache.removeAll()
            meanings = WordMeanings()
        }
        var numbers: [Int32] = []
        numbers.reserveCapacity(passage.words.count)
        for word in passage.words {
            numbers.append(cache.value(for: word.range, in: passage.bytes) { meanings.number(of: $0, in: lexicon) })
        }
        var search = PassageSearch(lexicon: lexicon, passage: passage, meanings: meanings, meaningOfEachWord: numbers)
        return search.matches()
    }
}
