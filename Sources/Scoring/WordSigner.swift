import Articles
import Words

/// Makes word signatures, folding each distinct word once.
struct WordSigner {
    /// By word number.
    private var hashes: [UInt32] = []
    private var generation = 0

    /// - Parameter numbers: those of `words` in `numbering`.
    mutating func signature(of words: [ByteSpan], numbers: [Int32], in bytes: [UInt8], numbering: WordNumbers) -> WordSignature {
        if generation != numbering.generation {
            hashes = []
            generation = numbering.generation
        }
        while hashes.count < numbering.count { hashes.append(Self.hash(numbering.word(hashes.count))) }
        return WordSignature(
            words: [UInt32](unsafeUninitializedCapacity: words.count) { signature, initialized in
                for (index, number) in numbers.enumerated() {
                    signature[index] = number >= 0 ? hashes[Int(number)] : Self.hash(bytes[words[index].range])
                }
                initialized = words.count
            })
    }

    private static func hash(_ word: ArraySlice<UInt8>) -> UInt32 { WordSignature.hash(ofFolded: CaseFolding.folded(word)) }
}
