import CVectors
import Words

/// Tells nearly all words of a text from which no term is looked for from those that may be `TermAnchors`, by tables that stay in the first caches.
///
/// A word may be one where its hash is that of a word which needs no second word behind it, where its hash and the next word's are those of two
/// words in a row, or where its first bytes are those before a wildcard. Words that the scan cannot fold always may, and before them all first
/// words of two. So nothing is lost, and what is let through by chance is compared exactly.
struct CandidateFilter: Sendable {
    /// Flags by the highest bits of a hash.
    private var words: [UInt8]
    private var prefixes: [UInt8]
    /// What a flagged word is held against: a Bloom filter of one hash (Bloom, Space/time trade-offs in hash coding, Communications of the ACM 13, 1970).
    private var sure: [UInt32]
    private let wordBits: Int
    private let prefixBits: Int
    private let sureBits: Int
    /// In bytes, of the shortest beginning before a wildcard; the next lengths have flags of their own, up to the head's eight bytes.
    private let shortestPrefix: Int
    /// Whether some anchor begins with a wildcard, so that any word may be it.
    private let isOpen: Bool

    private static let headBytes = 8

    init(_ lexicon: CompiledLexicon) {
        let anchors = lexicon.anchors
        let forms = lexicon.forms
        // At the first look one place in fourteen or fewer is taken, so that its tables are small; at the second one in a hundred.
        let count = anchors.singles.count + anchors.pairs.count
        wordBits = Self.logarithm(of: count * 14, atLeast: 15)
        prefixBits = Self.logarithm(of: anchors.prefixes.count * 14, atLeast: 12)
        sureBits = Self.logarithm(of: (count + anchors.prefixes.count) * 120, atLeast: 16)
        words = Array(repeating: 0, count: 1 << wordBits)
        prefixes = Array(repeating: 0, count: 1 << prefixBits)
        sure = Array(repeating: 0, count: 1 << (sureBits - 5))
        shortestPrefix = min(Self.headBytes, anchors.prefixes.map { forms.spellings(of: $0).byteCount }.min() ?? Self.headBytes)
        isOpen = anchors.isOpen
        words[0] = UInt8(cv_single | cv_second)
        insertKey(cv_single_key(0))
        for word in anchors.singles {
            for spelling in forms.spellings(of: word).words {
                set(cv_single, hash: spelling.hash)
                insertKey(cv_single_key(spelling.hash))
            }
        }
        for words in anchors.pairs {
            let seconds = forms.spellings(of: words.second).words
            for first in forms.spellings(of: words.first).words {
                for second in seconds { insert(first.hash, second.hash) }
            }
        }
        for word in anchors.prefixes {
            let spellings = forms.spellings(of: word)
            for spelling in spellings.words { insertPrefix(spelling.head, byteCount: spellings.byteCount) }
        }
    }

    private static func logarithm(of places: Int, atLeast least: Int) -> Int {
        min(24, max(least, Int.bitWidth - places.leadingZeroBitCount))
    }

    private mutating func set(_ flag: Int, hash: UInt64) { words[Int(hash >> UInt64(64 - wordBits))] |= UInt8(flag) }

    private mutating func insertKey(_ key: UInt64) {
        let place = Int(key >> UInt64(64 - sureBits))
        sure[place >> 5] |= 1 << UInt32(place & 31)
    }

    private mutating func insert(_ first: UInt64, _ second: UInt64) {
        set(cv_first, hash: first)
        set(cv_second, hash: second)
        insertKey(cv_pair(first, second))
    }

    /// - Parameter byteCount: of the shortest spelling of the beginning, so that none of the others is lost.
    private mutating func insertPrefix(_ head: UInt64, byteCount: Int) {
        let length = min(min(byteCount, Self.headBytes) - shortestPrefix, Int(cv_prefix_lengths) - 1)
        let hash = (head & prefixMask(ofLength: 0)) &* cv_prefix_factor
        prefixes[Int(hash >> UInt64(64 - prefixBits))] |= 1 << UInt8(Int(cv_prefix_shift) + length)
        insertKey(cv_prefix_key(head & prefixMask(ofLength: length), UInt32(length)))
    }

    /// The bytes of the shortest beginning and so many more.
    private func prefixMask(ofLength length: Int) -> UInt64 {
        let bytes = shortestPrefix + length
        return bytes >= Self.headBytes ? .max : (1 << UInt64(bytes * 8)) - 1
    }

    /// The words that may be anchors, ascending; they stand in `candidates` up to the count that is given.
    ///
    /// - Complexity: O(words), about 1 ns each.
    func candidates(of words: TextWords, in memory: SearchMemory) -> Int {
        memory.candidates.reserve(words.count + 72)
        guard !isOpen else {
            for word in 0..<words.count { memory.candidates.base[word] = UInt32(truncatingIfNeeded: word) }
            return words.count
        }
        memory.flags.reserve(words.count + 72)
        return self.words.withUnsafeBufferPointer { flags in
            prefixes.withUnsafeBufferPointer { prefixes in
                sure.withUnsafeBufferPointer { sure in
                    var filter = cv_filter()
                    filter.words = flags.baseAddress
                    filter.prefixes = prefixes.baseAddress
                    filter.sure = sure.baseAddress
                    filter.prefix_masks = (
                        prefixMask(ofLength: 0), prefixMask(ofLength: 1), prefixMask(ofLength: 2), prefixMask(ofLength: 3),
                        prefixMask(ofLength: 4)
                    )
                    filter.word_bits = UInt32(wordBits)
                    filter.prefix_bits = UInt32(prefixBits)
                    filter.sure_bits = UInt32(sureBits)
                    return cv_candidates(
                        words.path.kernels, &filter, words.hashes.base, words.heads.base, words.count, memory.flags.base,
                        memory.candidates.base)
                }
            }
        }
    }
}
