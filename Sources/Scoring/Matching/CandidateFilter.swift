import CVectors
import Words

/// Tells nearly all words of a text that begin no term from those that may, by tables that stay in the first caches.
///
/// A word may begin a term where its hash is that of a whole word which needs no second word behind it, where its hash and the next word's are those
/// of the first two words of a phrase, or where its first bytes are those before a wildcard. Words that the scan cannot fold always may, and before
/// them all first words of phrases. So nothing is lost, and what is let through by chance is compared exactly.
struct CandidateFilter: Sendable {
    /// Flags by the highest bits of a hash.
    private var words: [UInt8]
    private var prefixes: [UInt8]
    /// A Bloom filter of one hash (Bloom, Space/time trade-offs in hash coding, Communications of the ACM 13, 1970).
    private var pairs: [UInt32]
    private let wordBits: Int
    private let prefixBits: Int
    private let pairBits: Int
    private let prefixMask: UInt64
    /// Whether some term begins with a wildcard, so that any word may begin it.
    private let isOpen: Bool

    init(_ lexicon: CompiledLexicon) {
        let beginnings = TermBeginnings(lexicon)
        // One place in sixty is taken, or fewer.
        wordBits = Self.logarithm(of: (beginnings.singles.count + beginnings.pairs.count) * 60, atLeast: 15)
        prefixBits = Self.logarithm(of: beginnings.prefixes.count * 60, atLeast: 12)
        pairBits = Self.logarithm(of: beginnings.pairs.count * 60, atLeast: 14)
        words = Array(repeating: 0, count: 1 << wordBits)
        prefixes = Array(repeating: 0, count: 1 << prefixBits)
        pairs = Array(repeating: 0, count: 1 << (pairBits - 5))
        let forms = lexicon.forms
        let bytes = min(8, beginnings.prefixes.map { forms.spellings(of: $0).byteCount }.min() ?? 8)
        prefixMask = bytes == 8 ? .max : (1 << UInt64(bytes * 8)) - 1
        isOpen = beginnings.isOpen
        words[0] = UInt8(cv_single | cv_second)
        for word in beginnings.singles {
            for spelling in forms.spellings(of: word).words { set(cv_single, hash: spelling.hash) }
        }
        for words in beginnings.pairs {
            let seconds = forms.spellings(of: words.second).words
            for first in forms.spellings(of: words.first).words {
                for second in seconds { insert(first.hash, second.hash) }
            }
        }
        for word in beginnings.prefixes {
            for spelling in forms.spellings(of: word).words {
                let hash = (spelling.head & prefixMask) &* cv_prefix_factor
                prefixes[Int(hash >> UInt64(64 - prefixBits))] = UInt8(cv_single)
            }
        }
    }

    private static func logarithm(of places: Int, atLeast least: Int) -> Int {
        min(24, max(least, Int.bitWidth - places.leadingZeroBitCount))
    }

    private mutating func set(_ flag: Int, hash: UInt64) { words[Int(hash >> UInt64(64 - wordBits))] |= UInt8(flag) }

    private mutating func insert(_ first: UInt64, _ second: UInt64) {
        set(cv_first, hash: first)
        set(cv_second, hash: second)
        let place = Int(cv_pair(first, second) >> UInt64(64 - pairBits))
        pairs[place >> 5] |= 1 << UInt32(place & 31)
    }

    /// The words that may begin a term, ascending; they stand in `candidates` up to the count that is given.
    ///
    /// - Complexity: O(words), about 1 ns each.
    func candidates(of words: TextWords, path: InstructionPath, in memory: SearchMemory) -> Int {
        memory.candidates.reserve(words.count)
        guard !isOpen else {
            for word in 0..<words.count { memory.candidates.base[word] = UInt32(truncatingIfNeeded: word) }
            return words.count
        }
        memory.flags.reserve(words.count + 72)
        return self.words.withUnsafeBufferPointer { flags in
            prefixes.withUnsafeBufferPointer { prefixes in
                pairs.withUnsafeBufferPointer { pairs in
                    var filter = cv_filter(
                        words: flags.baseAddress, prefixes: prefixes.baseAddress, prefix_mask: prefixMask, pairs: pairs.baseAddress,
                        word_bits: UInt32(wordBits), prefix_bits: UInt32(prefixBits), pair_bits: UInt32(pairBits))
                    return cv_candidates(
                        path.kernels, &filter, words.hashes.base, words.heads.base, words.count, memory.flags.base, memory.candidates.base)
                }
            }
        }
    }
}
