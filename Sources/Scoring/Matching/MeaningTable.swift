import Words

/// The meanings of words by their bytes: a hash table with open addressing that compares all bytes.
///
/// The hash is that of the scan, which is blind to case; where the lexicon is not, spellings of one word stand side by side. Texts can be written to collide in it: then a
/// chain ends after `longestChain` places and the words beyond it are looked up in the lexicon each time, in linear time still.
struct MeaningTable {
    private struct Slot {
        var head: UInt64 = 0
        var rest: UInt64 = 0
        /// Of the bytes behind the sixteenth, up to the twenty-fourth and to the thirty-second.
        var third: UInt64 = 0
        var fourth: UInt64 = 0
        /// Bytes; 0 where the slot is free.
        var byteCount: UInt32 = 0
        var meaning: Int32 = 0
    }

    private var slots = [Slot](repeating: Slot(), count: 1 << 12)
    private var count = 0
    /// Whether words that differ in case alone are one.
    private let isBlind: Bool

    init(isBlind: Bool) { self.isBlind = isBlind }

    private static let longestChain = 64
    /// Longer words are not kept.
    private static let longestWord = 32
    private static let mostWords = 1 << 18

    var isFull: Bool { count >= Self.mostWords }

    /// The candidates that mean anything, and with a meaning below 0 those that the table does not hold.
    func known(_ candidates: [UInt32], count: Int, in text: SearchedText) -> [KnownWord] {
        [KnownWord](unsafeUninitializedCapacity: count) { known, initialized in
            text.bytes.withUnsafeBytes { bytes in
                text.words.hashes.withUnsafeBufferPointer { hashes in
                    text.words.starts.withUnsafeBufferPointer { starts in
                        text.words.ends.withUnsafeBufferPointer { ends in
                            slots.withUnsafeBufferPointer { slots in
                                candidates.withUnsafeBufferPointer { candidates in
                                    for index in 0..<count {
                                        let word = Int(candidates[index])
                                        let span = text.start + Int(starts[word])..<text.start + Int(ends[word])
                                        var meaning: Int32 = -1
                                        if hashes[word] != 0, let place = place(of: span, hashes[word], in: bytes, slots) {
                                            meaning = slots[place].byteCount > 0 ? slots[place].meaning : -1
                                        }
                                        // Written always, kept where it counts: which word means something cannot be foreseen.
                                        known[initialized] = KnownWord(word: word, meaning: meaning)
                                        initialized += meaning != 0 ? 1 : 0
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Nil where it is not kept.
    func meaning(of word: Int, in text: SearchedText) -> Int32? {
        text.bytes.withUnsafeBytes { bytes in
            slots.withUnsafeBufferPointer { slots in
                guard let place = place(of: text.span(word).range, text.words.hashes[word], in: bytes, slots),
                    slots[place].byteCount > 0
                else { return nil }
                return slots[place].meaning
            }
        }
    }

    mutating func keep(_ meaning: Int32, of word: Int, in text: SearchedText) {
        let span = text.span(word).range
        let hash = text.words.hashes[word]
        let free = text.bytes.withUnsafeBytes { bytes in slots.withUnsafeBufferPointer { place(of: span, hash, in: bytes, $0) } }
        guard let free, slots[free].byteCount == 0 else { return }
        slots[free] = text.bytes.withUnsafeBytes { bytes in
            Slot(
                head: part(0, of: span, in: bytes), rest: part(1, of: span, in: bytes), third: part(2, of: span, in: bytes),
                fourth: part(3, of: span, in: bytes), byteCount: UInt32(span.count), meaning: meaning)
        }
        count += 1
        if count * 2 > slots.count { grow() }
    }

    /// The slots do not hold their hashes: what is known is asked for again.
    private mutating func grow() {
        slots = [Slot](repeating: Slot(), count: slots.count * 2)
        count = 0
    }

    /// The slot that holds a word, or the free one where it belongs; nil where the word is too long or its chain.
    @inline(__always)
    private func place(of span: Range<Int>, _ hash: UInt64, in bytes: UnsafeRawBufferPointer, _ slots: UnsafeBufferPointer<Slot>)
        -> Int?
    {
        guard span.count <= Self.longestWord else { return nil }
        let mask = slots.count - 1
        let head = part(0, of: span, in: bytes)
        let rest = part(1, of: span, in: bytes)
        var index = Int(truncatingIfNeeded: hash >> 20) & mask
        for _ in 0..<Self.longestChain {
            let slot = slots[index]
            if slot.byteCount == 0 { return index }
            if slot.head == head, slot.rest == rest, Int(slot.byteCount) == span.count,
                span.count <= 16 || hasRest(slot, of: span, in: bytes)
            {
                return index
            }
            index = (index + 1) & mask
        }
        return nil
    }

    /// Eight bytes of a word, the first of them 8 × `number` bytes from its start, zeros behind shorter words.
    @inline(__always) private func part(_ number: Int, of span: Range<Int>, in bytes: UnsafeRawBufferPointer) -> UInt64 {
        let rest = span.count - number * 8
        return rest <= 0 ? 0 : compared(Self.eightBytes(at: span.lowerBound + number * 8, count: rest, in: bytes), count: rest)
    }

    private func hasRest(_ slot: Slot, of span: Range<Int>, in bytes: UnsafeRawBufferPointer) -> Bool {
        slot.third == part(2, of: span, in: bytes) && slot.fourth == part(3, of: span, in: bytes)
    }

    /// Bytes of words with ASCII letters small where case does not matter: no two other bytes of words differ in that bit alone. Words with bytes
    /// beyond ASCII stand as they are spelt, but for the case of their other letters.
    @inline(__always) private func compared(_ bytes: UInt64, count: Int) -> UInt64 {
        guard isBlind else { return bytes }
        let small = 0x2020_2020_2020_2020 & ~((bytes & 0x8080_8080_8080_8080) >> 2)
        return bytes | (small & (count >= 8 ? .max : (1 << UInt64(count * 8)) - 1))
    }

    /// Up to eight bytes, zeros behind them. A load may read beyond the word but never beyond the text.
    @inline(__always) private static func eightBytes(at start: Int, count: Int, in bytes: UnsafeRawBufferPointer) -> UInt64 {
        if start + 8 <= bytes.count {
            let loaded = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
            return count >= 8 ? loaded : loaded & ((1 << UInt64(count * 8)) - 1)
        }
        return (start..<min(start + count, bytes.count)).reversed().reduce(0) { $0 << 8 | UInt64(bytes[$1]) }
    }
}
