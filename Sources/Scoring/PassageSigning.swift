import Articles
import Words

/// A passage cut into words: what its tally is made of. Changed from passage to passage and never copied.
struct ReadPassage: ~Copyable {
    /// The whole text that the positions point into.
    var bytes: [UInt8]
    /// Where its words and sentences stand, where they are needed.
    var words: [ByteSpan] = []
    var sentences: [ByteSpan] = []
    /// Of the folded words of its stretch.
    var hashes: [UInt64]
    /// These as a signature has them.
    var signature: [UInt32]
    /// Its words among those of the stretch.
    var place: Range<Int>
}

/// The hashes of the folded words of passages: those of the scan, and for words that it does not fold that of the folded word, each folded once.
struct PassageSigning {
    private var numbering = WordNumbers()
    /// By word number.
    private var hashOfNumber: [UInt64] = []
    private let words = TextWords()
    /// Of the stretch at hand.
    private var hashes: [UInt64] = []

    /// To be called before each article or few short ones, so that memory is bounded by a vocabulary and what they add.
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
        guard let first = text.words.first, let last = text.words.last else {
            return ReadPassage(bytes: text.bytes, sentences: text.sentences, hashes: [], signature: [], place: 0..<0)
        }
        let span = ByteSpan(first.start, last.end)
        words.take(text.words, of: text.bytes, from: span.start)
        let hashes = hashes(of: words, in: text.bytes, span)
        return ReadPassage(
            bytes: text.bytes, words: text.words, sentences: text.sentences, hashes: hashes, signature: WordSignature.words(of: hashes),
            place: hashes.indices)
    }

    private mutating func hash(of word: ByteSpan, in bytes: [UInt8]) -> UInt64 {
        let number = numbering.number(of: word, in: bytes)
        guard number >= 0 else { return Self.hash(of: bytes[word.range]) }
        if Int(number) == hashOfNumber.count { hashOfNumber.append(Self.hash(of: bytes[word.range])) }
        return hashOfNumber[Int(number)]
    }

    private static func hash(of word: ArraySlice<UInt8>) -> UInt64 { TextWords.hash(of: Array(CaseFolding.folded(word).utf8)).hash }
}
