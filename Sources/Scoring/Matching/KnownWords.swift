import Lexicons
import Words

/// A word of a text that means something to the lexicon.
struct KnownWord: BitwiseCopyable {
    let word: UInt32
    /// Below 0 while it is unknown.
    var meaning: Int32
}

/// What words of the texts mean to a lexicon, asked only for the words that matter, each spelling once.
struct KnownWords {
    private let lexicon: CompiledLexicon
    let meanings = WordMeanings()
    /// For words that the scan folds.
    private var table: MeaningTable
    /// For all others, by the number of their bytes.
    private var numbering = WordNumbers()
    private var meaningOfNumber: [Int32] = []

    /// Words around a candidate, from which on a passage is asked for as a whole, so that no word is visited for each of many candidates.
    private static let widestReach = 128

    init(_ lexicon: CompiledLexicon) {
        self.lexicon = lexicon
        table = MeaningTable(isBlind: !lexicon.isTurkic && !lexicon.words.tests.contains(where: \.isExactCase))
    }

    /// To be called before each text, so that memory is bounded.
    mutating func forgetIfFull() {
        guard meanings.isFull || table.isFull || numbering.count >= WordNumbers.mostWords else { return }
        self = KnownWords(lexicon)
    }

    /// Puts those of the first `count` candidates that mean anything into the list of known words; gives their count.
    mutating func find(candidates count: Int, of text: SearchedText, in memory: SearchMemory) -> Int {
        let found = table.lookUp(candidates: count, of: text, in: memory)
        let known = memory.known.base
        var kept = 0
        for index in 0..<found {
            var word = known[index]
            if word.meaning < 0 { word.meaning = meaning(of: Int(word.word), in: text) }
            guard word.meaning > 0 else { continue }
            known[kept] = word
            kept += 1
        }
        return kept
    }

    /// What the word means; a new one is looked up in the lexicon and kept.
    private mutating func meaning(of word: Int, in text: SearchedText) -> Int32 {
        let span = text.span(word)
        guard text.words.hashes[word] == 0 else {
            if let known = table.meaning(of: word, in: text) { return known }
            let meaning = meanings.number(of: text.bytes[span.range], in: lexicon)
            table.keep(meaning, of: word, in: text)
            return meaning
        }
        let number = numbering.number(of: span, in: text.bytes)
        guard number >= 0 else { return meanings.number(of: text.bytes[span.range], in: lexicon) }
        if Int(number) == meaningOfNumber.count { meaningOfNumber.append(meanings.number(of: text.bytes[span.range], in: lexicon)) }
        return meaningOfNumber[Int(number)]
    }

    /// Fills in the meanings of all words that the terms at the first `count` known words may ask for.
    mutating func learn(around count: Int, of text: SearchedText, in memory: SearchMemory) {
        let known = memory.known.base
        memory.makeRoom(forMeaningsOf: text.words.count)
        guard (0..<count).contains(where: { needsMeanings(known[$0], in: text, limit: text.words.count) }) else { return }
        for index in 0..<count { memory.setMeaning(known[index].meaning, of: Int(known[index].word)) }
        var next = 0
        for passage in text.passages {
            var isLearned = false
            while next < count, known[next].word < passage.words.lowerBound { next += 1 }
            while next < count, known[next].word < passage.words.upperBound {
                if !isLearned, needsMeanings(known[next], in: text, limit: passage.words.upperBound) {
                    isLearned = learn(around: known[next], in: text, passage.words, memory)
                }
                next += 1
            }
        }
    }

    /// Whether what stands around a word is asked for by meaning: by its terms, or since words behind it are not ASCII.
    @inline(__always)
    private func needsMeanings(_ known: KnownWord, in text: SearchedText, limit: Int) -> Bool {
        if meanings.isAlone(known.meaning) { return false }
        let meaning = meanings.all[Int(known.meaning)]
        if meaning.needsMeanings { return true }
        let hashes = text.words.hashes.base
        var word = Int(known.word) + 1
        let end = min(word + Int(meaning.mostSteps), limit)
        while word < end {
            if hashes[word] == 0 || hashes[word] & 1 == 1 { return true }
            word += 1
        }
        return false
    }

    /// Whether the whole passage was learned.
    private mutating func learn(
        around known: KnownWord, in text: SearchedText, _ passage: Range<Int>, _ memory: SearchMemory
    ) -> Bool {
        let meaning = meanings.all[Int(known.meaning)]
        let word = Int(known.word)
        var reach = CompiledLexicon.Reach()
        for number in meaning.beginnings.lowerBound..<meaning.direct.upperBound {
            let beginning = meanings.beginnings[Int(number)]
            if let steps = beginning.steps {
                if isExcluded(steps, behind: word, in: text, limit: passage.upperBound) { continue }
                reach.after = max(reach.after, steps.count)
                if !beginning.hasConditions { continue }
            }
            reach = reach.union(meaning.reach)
        }
        let isWide = reach.before + reach.after > Self.widestReach
        let words = max(passage.lowerBound, word - reach.before)..<min(passage.upperBound, word + reach.after + 1)
        for word in isWide ? passage : words where memory.meanings[word] < 0 {
            memory.setMeaning(self.meaning(of: word, in: text), of: word)
        }
        return isWide
    }

    private func isExcluded(_ range: Range<Int32>, behind word: Int, in text: SearchedText, limit: Int) -> Bool {
        guard word + range.count < limit else { return true }
        return lexicon.phrases.steps.withUnsafeBufferPointer { steps in
            SearchTables.excludes(range, behind: word, hashes: text.words.hashes.base, steps: steps)
        }
    }
}
