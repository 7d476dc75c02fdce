import Lexicons
import Words

/// A word of a text that means something to the lexicon.
struct KnownWord: BitwiseCopyable {
    let word: UInt32
    /// Below 0 while it is unknown.
    var meaning: Int32
    /// Whether no plain phrase begins with it here.
    var isAlone = false
    /// That of the meaning: loaded for all words before one is searched at, since where it leads cannot be foreseen.
    var single = WordMeanings.Single()

    /// Whether `single` is the only term that can begin at it.
    @inline(__always) var isSingle: Bool { single.concept >= 0 && (isAlone || !single.beginsPhrases) }
}

/// What words of the texts mean to a lexicon, asked only for the words that matter, each spelling once.
final class KnownWords {
    let lexicon: CompiledLexicon
    let meanings = WordMeanings()
    /// For words of ASCII that are asked for.
    private let sieve: WordSieve
    /// For words that the scan folds.
    private let table: MeaningTable
    /// For all others, by the number of their bytes.
    @exclusivity(unchecked) private var numbering = WordNumbers()
    @exclusivity(unchecked) private var meaningOfNumber: [Int32] = []
    /// For each word of the text at hand its meaning, below 0 where it was not asked for; between two texts for all.
    @exclusivity(unchecked) private var meaningOfWord = FlatBuffer<Int32>(room: 0)
    /// The words that were asked for.
    @exclusivity(unchecked) private var asked = FlatList<UInt32>()

    init(_ lexicon: CompiledLexicon) {
        self.lexicon = lexicon
        sieve = WordSieve(lexicon)
        table = MeaningTable(caseMatters: lexicon.isTurkic ? .all : lexicon.words.exactBeginnings)
    }

    /// Whether it holds as much as it should; then another is to be made, so that memory is bounded.
    var isFull: Bool { meanings.isFull || table.isFull || numbering.count >= WordNumbers.mostWords }

    /// To be called before the words of a text are asked for.
    func enter(_ text: TextTables) {
        guard text.count > meaningOfWord.room else { return }
        meaningOfWord.reserve(text.count)
        meaningOfWord.base.update(repeating: -1, count: meaningOfWord.room)
    }

    /// To be called behind it.
    func leave() {
        for word in asked.elements { meaningOfWord.base[Int(word)] = -1 }
        asked.removeAll()
    }

    /// The meaning of a word of the text at hand.
    @inline(__always)
    func meaning(of word: Int, in text: TextTables) -> Int32 {
        let known = meaningOfWord.base[word]
        return known >= 0 ? known : ask(word, in: text)
    }

    @inline(never)
    private func ask(_ word: Int, in text: TextTables) -> Int32 {
        let hash = text.hash(word)
        let meaning = sieve.mayHold(hash: hash, head: text.head(word)) ? lookUp(word, in: text) : 0
        note(KnownWord(word: UInt32(truncatingIfNeeded: word), meaning: meaning))
        return meaning
    }

    /// Keeps the meaning of a word of the text at hand.
    @inline(__always)
    func note(_ known: KnownWord) {
        meaningOfWord.base[Int(known.word)] = known.meaning
        asked.append(known.word)
    }

    /// Puts the candidates that mean anything into the list of known words; gives their count.
    func findCandidates(of text: TextTables, in memory: SearchMemory) -> Int {
        let found = table.lookUpCandidates(of: text, in: memory)
        let known = memory.known.base
        var kept = 0
        for index in 0..<found {
            var word = known[index]
            if word.meaning < 0 { word.meaning = lookUp(Int(word.word), in: text) }
            guard word.meaning > 0 else { continue }
            word.single = meanings.singles[Int(word.meaning)]
            known[kept] = word
            kept += 1
        }
        return kept
    }

    /// What the word means; a new one is looked up in the lexicon and kept.
    private func lookUp(_ word: Int, in text: TextTables) -> Int32 {
        let span = text.span(word)
        guard text.hash(word) == 0 else {
            if let known = table.meaning(of: word, in: text) { return known }
            let meaning = meanings.number(of: span, in: text.bytes, lexicon)
            table.keep(meaning, of: word, in: text)
            return meaning
        }
        let number = numbering.number(of: span, in: UnsafeRawBufferPointer(text.bytes))
        guard number >= 0 else { return meanings.number(of: span, in: text.bytes, lexicon) }
        if Int(number) == meaningOfNumber.count { meaningOfNumber.append(meanings.number(of: span, in: text.bytes, lexicon)) }
        return meaningOfNumber[Int(number)]
    }
}
