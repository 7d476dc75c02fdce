import Words

/// A compiled lexicon and what the words seen so far mean to it.
struct LanguageMatcher: Sendable {
    private let lexicon: CompiledLexicon
    private var meanings = WordMeanings()
    /// By word number; below 0 where it was not asked yet.
    private var meaningOfWord: [Int32] = []
    private var generation = 0

    init(_ lexicon: CompiledLexicon) { self.lexicon = lexicon }

    /// - Parameter numbers: those of the passage's words in `numbering`.
    mutating func matches(in passage: PassageWords, numbers: [Int32], numbering: WordNumbers) -> [TermMatch] {
        prepare(for: numbering)
        var isAnyKnown = false
        let found = numbers.indices.map { index in
            let meaning = meaning(of: numbers[index], at: passage.words[index], in: passage.bytes)
            isAnyKnown = isAnyKnown || meaning != 0
            return meaning
        }
        guard isAnyKnown else { return [] }
        var search = PassageSearch(lexicon: lexicon, passage: passage, meanings: meanings, meaningOfEachWord: found)
        return search.matches()
    }

    private mutating func prepare(for numbering: WordNumbers) {
        if generation != numbering.generation || meanings.isFull {
            meaningOfWord = []
            meanings = WordMeanings()
            generation = numbering.generation
        }
        let missing = numbering.count - meaningOfWord.count
        if missing > 0 { meaningOfWord.append(contentsOf: repeatElement(-1, count: missing)) }
    }

    @inline(__always)
    private mutating func meaning(of number: Int32, at word: ByteSpan, in bytes: [UInt8]) -> Int32 {
        guard number >= 0 else { return meanings.number(of: bytes[word.range], in: lexicon) }
        let known = meaningOfWord[Int(number)]
        if known >= 0 { return known }
        let meaning = meanings.number(of: bytes[word.range], in: lexicon)
        meaningOfWord[Int(number)] = meaning
        return meaning
    }
}
