import CVectors
import Words

/// Tells nearly all words of a text that begin no term from those that may, by three sets of bits that stay in the first cache.
///
/// A word may begin a term where its hash is that of a whole word which needs no second word behind it, where its hash and the next word's are those
/// of the first two words of a phrase, or where its first bytes are those before a wildcard. Words that the scan cannot fold always may, and before
/// them all first words of phrases. So nothing is lost, and what is let through by chance is compared exactly.
struct CandidateFilter: Sendable {
    private var single: Bits
    private var pair: Bits
    private var first: Bits
    private var prefix: Bits
    private let prefixMask: UInt64
    /// Whether some term begins with a wildcard, so that any word may begin it.
    private let isOpen: Bool

    /// A Bloom filter of one hash (Bloom, Space/time trade-offs in hash coding, Communications of the ACM 13, 1970).
    private struct Bits: Sendable {
        var words: [UInt32]
        let logarithm: UInt32

        init(logarithm: UInt32) {
            words = Array(repeating: 0, count: 1 << (logarithm - 5))
            self.logarithm = logarithm
        }

        mutating func insert(_ hash: UInt64) {
            let place = Int(hash >> UInt64(64 - logarithm))
            words[place >> 5] |= 1 << UInt32(place & 31)
        }

        func contains(_ hash: UInt64) -> Bool {
            let place = Int(hash >> UInt64(64 - logarithm))
            return words[place >> 5] >> UInt32(place & 31) & 1 == 1
        }
    }

    init(_ lexicon: CompiledLexicon) {
        let beginnings = TermBeginnings(lexicon)
        // One bit in fifty or fewer is set, and with few terms all sets fit the first cache.
        let most = max(beginnings.singles.count, beginnings.pairs.count, beginnings.prefixes.count)
        let logarithm = UInt32(min(24, max(16, Int.bitWidth - (most * 50).leadingZeroBitCount)))
        single = Bits(logarithm: logarithm)
        pair = Bits(logarithm: logarithm)
        first = Bits(logarithm: logarithm)
        prefix = Bits(logarithm: logarithm)
        let forms = lexicon.forms
        let bytes = min(8, beginnings.prefixes.map { forms[$0].letters.count }.min() ?? 8)
        prefixMask = bytes == 8 ? .max : (1 << UInt64(bytes * 8)) - 1
        isOpen = beginnings.isOpen
        for word in beginnings.singles { single.insert(forms[word].hash) }
        for words in beginnings.pairs {
            first.insert(forms[words.first].hash)
            pair.insert(cv_pair(forms[words.first].hash, forms[words.second].hash))
        }
        for word in beginnings.prefixes { prefix.insert((forms[word].head & prefixMask) &* cv_prefix_factor) }
    }

    /// The words that may begin a term, ascending; they stand in `candidates` up to the count that is given.
    ///
    /// - Complexity: O(words), 1 to 2 ns each.
    func candidates(of words: TextWords, path: InstructionPath, into candidates: inout [UInt32]) -> Int {
        let room = words.count * (isOpen || words.markedCount > 0 ? 2 : 1) + 16
        if candidates.count < room { candidates = Array(repeating: 0, count: room * 2) }
        if isOpen {
            for word in 0..<words.count { candidates[word] = UInt32(word) }
            return words.count
        }
        let found = candidates.withUnsafeMutableBufferPointer { filtered(words, path: path, into: $0) }
        guard words.markedCount > 0 else { return found }
        return add(words, to: &candidates, count: found)
    }

    private func filtered(_ words: TextWords, path: InstructionPath, into candidates: UnsafeMutableBufferPointer<UInt32>) -> Int {
        single.words.withUnsafeBufferPointer { single in
            pair.words.withUnsafeBufferPointer { pair in
                prefix.words.withUnsafeBufferPointer { prefix in
                    var filter = cv_filter(
                        single: single.baseAddress, pair: pair.baseAddress, prefix: prefix.baseAddress, prefix_mask: prefixMask,
                        bits: self.single.logarithm)
                    return words.hashes.withUnsafeBufferPointer { hashes in
                        words.heads.withUnsafeBufferPointer { heads in
                            cv_candidates(path.kernels, &filter, hashes.baseAddress, heads.baseAddress, words.count, candidates.baseAddress)
                        }
                    }
                }
            }
        }
    }

    /// Adds the words that the scan could not fold, and those before them that begin a phrase.
    private func add(_ words: TextWords, to candidates: inout [UInt32], count: Int) -> Int {
        var extra: [UInt32] = []
        let hashes = words.hashes
        for word in words.marked[..<words.markedCount] where hashes[Int(word)] == 0 {
            if word > 0, extra.last != word - 1, first.contains(hashes[Int(word) - 1]) { extra.append(word - 1) }
            extra.append(word)
        }
        return extra.isEmpty ? count : Self.merge(extra, into: &candidates, count: count)
    }

    private static func merge(_ extra: [UInt32], into candidates: inout [UInt32], count: Int) -> Int {
        let found = Array(candidates[..<count])
        var place = 0
        var next = 0
        for word in extra {
            while next < count, found[next] < word {
                candidates[place] = found[next]
                place += 1
                next += 1
            }
            if next < count, found[next] == word { next += 1 }
            candidates[place] = word
            place += 1
        }
        for word in found[next...] {
            candidates[place] = word
            place += 1
        }
        return place
    }
}
