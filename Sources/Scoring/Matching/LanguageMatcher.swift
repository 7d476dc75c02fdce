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
        let known = knownWords(of: passage, numbers: numbers)
        guard !known.isEmpty else { return [] }
        var found = [Int32](repeating: 0, count: numbers.count)
        for word in known { found[word.index] = word.meaning }
        var search = PassageSearch(lexicon: lexicon, passage: passage, meanings: meanings, meaningOfEachWord: found)
        return search.matches(startingAt: known.lazy.map(\.index))
    }

    /// The words that mean anything to the lexicon: few, so the loop over all words only asks.
    private mutating func knownWords(of passage: PassageWords, numbers: [Int32]) -> [(index: Int, meaning: Int32)] {
        var known: [(index: Int, meaning: Int32)] = []
        var next = 0
        while next < numbers.count {
            next = meaningOfWord.withUnsafeBufferPointer { meanings in
                var index = next
                while index < numbers.count, numbers[index] >= 0, meanings[Int(numbers[index])] == 0 { index += 1 }
                return index
            }
            guard next < numbers.count else { break }
            let meaning = meaning(of: numbers[next], at: passage.words[next], in: passage.bytes)
            if meaning != 0 { known.append((next, meaning)) }
            next += 1
        }
        return known
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
