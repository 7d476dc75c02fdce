import CVectors
import Words

/// Tells nearly all words of a text from which no term is looked for from those that may be `TermAnchors`, by tables that stay in the first caches.
///
/// At the first look a word's first four bytes, or letters, and its length tell: those of a word which needs no second word behind it, those of the first and the
/// second of two words in a row, or those that a word with a beginning may have. Only words that pass get a hash, by which the second look tells whole
/// words. Words that the scan cannot fold always may be anchors, and before them all first words of two. So nothing is lost, and what is let through by
/// chance is compared exactly.
///
/// A class with tables that stay where they are, so that no text pays for handing them to the loops.
final class CandidateFilter {
    private var flags: FlatBuffer<UInt8>
    /// Those of beginnings of fewer bytes than the first look reads.
    private var shorts = FlatBuffer<UInt8>(room: 1 << shortBits + loadedWithLast)
    private var hasShorts = false
    /// What a flagged word is held against: a Bloom filter of one hash (Bloom, Space/time trade-offs in hash coding, Communications of the ACM 13, 1970).
    private var sure: FlatBuffer<UInt64>
    private let flagBits: UInt32
    private let sureBits: UInt32
    /// In bytes, of the shortest beginning before a wildcard; the next lengths have flags of their own, up to the head's eight bytes.
    private let shortestPrefix: Int
    /// Whether some anchor begins with a wildcard, so that any word may be it.
    private let isOpen: Bool

    private static let headBytes = 8
    /// Bytes that the first look reads; eight of words that begin with letters of two bytes.
    private static let firstBytes = 4
    private static let shortBits: UInt32 = 12
    /// Bytes behind the last flag.
    private static let loadedWithLast = 3

    init(_ lexicon: CompiledLexicon) {
        let anchors = lexicon.anchors
        let forms = lexicon.forms
        let prefixes = anchors.prefixes.map { forms.spellings(of: $0) }
        shortestPrefix = min(Self.headBytes, prefixes.joined().map(\.byteCount).min() ?? Self.headBytes)
        isOpen = anchors.isOpen
        // At the first look one place in ten or fewer is taken, so that its table is small; at the second one in thirty. A beginning stands for words of
        // eight lengths. Of most lexicons the first table is larger than that: a word that is flagged by chance costs more than a miss of the first cache.
        let count = anchors.singles.count + anchors.pairs.count
        flagBits = Self.logarithm(of: count * 10 + prefixes.count * 80, atLeast: 15)
        sureBits = Self.logarithm(of: (count + prefixes.count) * 32, atLeast: 16)
        flags = FlatBuffer(room: 1 << flagBits + Self.loadedWithLast)
        sure = FlatBuffer(room: 1 << (sureBits - 6))
        flags.base.initialize(repeating: 0, count: flags.room)
        shorts.base.initialize(repeating: 0, count: shorts.room)
        sure.base.initialize(repeating: 0, count: sure.room)
        insertKey(cv_single_key(0))
        for word in anchors.singles {
            forms.forEachSpelling(of: word) { spelling in
                set(cv_single, spelling)
                insertKey(cv_single_key(spelling.hash))
            }
        }
        for words in anchors.pairs {
            forms.forEachSpelling(of: words.first) { first in
                forms.forEachSpelling(of: words.second) { second in insert(first, second) }
            }
        }
        for spellings in prefixes {
            let byteCount = spellings.map(\.byteCount).min() ?? 0
            for spelling in spellings { insertPrefix(spelling.head, byteCount: byteCount) }
        }
    }

    private static func logarithm(of places: Int, atLeast least: Int) -> UInt32 {
        UInt32(min(24, max(least, Int.bitWidth - places.leadingZeroBitCount)))
    }

    /// Of all lengths that the word can have in a text.
    private func set(_ flag: Int, _ spelling: PatternForms.Spelling) {
        for curly in 0...spelling.apostrophes { set(UInt8(flag), spelling.head, length: spelling.byteCount + 2 * curly) }
    }

    private func set(_ flag: UInt8, _ head: UInt64, length: Int) {
        set(flag, head, told: cv_told(head, UInt32(truncatingIfNeeded: length)))
    }

    private func set(_ flag: UInt8, _ head: UInt64, told: UInt32) { flags[Int(cv_flag_place(head, told, flagBits))] |= flag }

    private func insertKey(_ key: UInt64) {
        let place = Int(key >> UInt64(64 - sureBits))
        sure[place >> 6] |= 1 << UInt64(place & 63)
    }

    private func insert(_ first: PatternForms.Spelling, _ second: PatternForms.Spelling) {
        set(cv_first, first)
        set(cv_second, second)
        insertKey(cv_pair(first.hash, second.hash))
    }

    /// - Parameter byteCount: of the shortest spelling of the beginning, so that none of the others is lost.
    private func insertPrefix(_ head: UInt64, byteCount: Int) {
        let length = min(min(byteCount, Self.headBytes) - shortestPrefix, Int(cv_prefix_lengths) - 1)
        let flag = 1 << UInt8(Int(cv_prefix_shift) + length)
        if byteCount < (cv_is_wide(head) != 0 ? Self.headBytes : Self.firstBytes) {
            hasShorts = true
            let first = UInt32(truncatingIfNeeded: head & prefixMask(ofLength: 0))
            shorts[Int(cv_short_place(first, Self.shortBits))] |= UInt8(flag)
        } else {
            for told in cv_told(head, UInt32(byteCount))...UInt32(cv_longest_told) { set(UInt8(flag), head, told: told) }
        }
        insertKey(cv_prefix_key(head & prefixMask(ofLength: length), UInt32(length)))
    }

    private var prefixMasks: (UInt64, UInt64, UInt64, UInt64, UInt64) {
        (
            prefixMask(ofLength: 0), prefixMask(ofLength: 1), prefixMask(ofLength: 2), prefixMask(ofLength: 3), prefixMask(ofLength: 4)
        )
    }

    /// The bytes of the shortest beginning and so many more.
    private func prefixMask(ofLength length: Int) -> UInt64 {
        let bytes = shortestPrefix + length
        return bytes >= Self.headBytes ? .max : (1 << UInt64(bytes * 8)) - 1
    }

    /// Puts the words that may be anchors into the memory's list of candidates, ascending.
    ///
    /// - Complexity: O(words), about 1 ns each.
    func find(in text: TextTables, _ path: cv_path, in memory: SearchMemory) {
        memory.candidates.reserve(text.count)
        memory.flags.reserve(text.count + CandidateList.spare)
        var filter = cv_filter(
            flags: isOpen ? nil : flags.base, shorts: hasShorts ? shorts.base : nil, sure: sure.base, prefix_masks: prefixMasks,
            flag_bits: flagBits, short_bits: Self.shortBits, sure_bits: sureBits)
        withUnsafePointer(to: text.hashed) { text in
            memory.candidates.fill { cv_find_candidates(path, &filter, text, memory.flags.base, &$0) }
        }
    }
}
