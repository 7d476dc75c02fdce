import Articles
import Words

/// A passage cut into words, with the hashes of their folded forms.
struct ReadPassage {
    let text: PassageWords
    let hashes: ArraySlice<UInt64>

    var signature: WordSignature {
        let words = hashes.withUnsafeBufferPointer { hashes in
            [UInt32](unsafeUninitializedCapacity: hashes.count) { words, count in
                for place in 0..<hashes.count { words[place] = WordSignature.hash(hashes[place]) }
                count = hashes.count
            }
        }
        return WordSignature(words: words)
    }
}

/// The hashes of the folded words of passages: those of the scan, and for words that it does not fold that of the folded word, each folded once.
struct PassageSigning {
    private var numbering = WordNumbers()
    /// By word number.
    private var hashOfNumber: [UInt64] = []
    private let words = TextWords()
    /// Of the stretch at hand.
    private var hashes: [UInt64] = []

    /// To be called before each article, so that memory is bounded by a vocabulary and one article.
    mutating func forgetWordsIfFull() {
        let generation = numbering.generation
        numbering.forgetIfFull()
        if numbering.generation != generation { hashOfNumber = [] }
    }

    /// For each word of the stretch that was cut last, which is `span`.
    mutating func hashes(of words: TextWords, in bytes: [UInt8], _ span: ByteSpan) -> [UInt64] {
        words.hash(bytes, span: span)
        hashes.removeAll(keepingCapacity: true)
        hashes.append(contentsOf: words.hashes.prefix(words.count))
        for word in words.marked.lazy.map(Int.init) {
            guard hashes[word] == 0 else { continue }
            hashes[word] = hash(of: words.span(word).moved(by: span.start), in: bytes)
        }
        return hashes
    }

    /// Where the passage's words were cut before.
    mutating func read(_ text: PassageWords) -> ReadPassage {
        guard let first = text.words.first, let last = text.words.last else { return ReadPassage(text: text, hashes: []) }
        let span = ByteSpan(first.start, last.end)
        words.take(text.words, of: text.bytes, from: span.start)
        let hashes = hashes(of: words, in: text.bytes, span)
        return ReadPassage(text: text, hashes: hashes[...])
    }

    private mutating func hash(of word: ByteSpan, in bytes: [UInt8]) -> UInt64 {
        let number = numbering.number(of: word, in: bytes)
        guard number >= 0 else { return Self.hash(of: bytes[word.range]) }
        if Int(number) == hashOfNumber.count { hashOfNumber.append(Self.hash(of: bytes[word.range])) }
        return hashOfNumber[Int(number)]
    }

    private static func hash(of word: ArraySlice<UInt8>) -> UInt64 { TextWords.hash(of: Array(CaseFolding.folded(word).utf8)).hash }
}
