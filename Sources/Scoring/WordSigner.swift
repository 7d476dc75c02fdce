import Articles
import Words

/// Makes word signatures, folding each distinct word once.
struct WordSigner {
    private var cache = VocabularyCache()

    mutating func signature(of words: [ByteSpan], in bytes: [UInt8]) -> WordSignature {
        if cache.isFull { cache.removeAll() }
        return WordSignature(
            words: words.map { word in
                UInt32(
                    bitPattern: cache.value(for: word.range, in: bytes) {
                        Int32(bitPattern: WordSignature.hash(ofFolded: CaseFolding.folded($0)))
                    })
            })
    }
}
