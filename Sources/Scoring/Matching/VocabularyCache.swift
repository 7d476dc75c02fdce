/// Remembers a number for each distinct word of the texts, by the word's bytes.
///
/// A hash table of our own with open addressing: a dictionary would need a key of its own, with a reference count, for each word looked up,
/// which took most of the time of matching.
struct VocabularyCache: Sendable {
    /// Longer words are not kept: no language has them, hostile text does.
    static let longestWord = 64
    static let mostWords = 1 << 18

    private struct Slot {
        var hash = 0
        var start: Int32 = 0
        var count: Int32 = -1
        var value: Int32 = 0
    }

    private var slots = [Slot](repeating: Slot(), count: 1 << 12)
    private var letters: [UInt8] = []
    private var wordCount = 0

    var isFull: Bool { wordCount >= Self.mostWords }

    mutating func removeAll() { self = VocabularyCache() }

    /// The value kept for the word at `range`, which `make` gives where there is none yet.
    mutating func value(for range: Range<Int>, in bytes: [UInt8], make: (ArraySlice<UInt8>) -> Int32) -> Int32 {
        guard range.count <= Self.longestWord else { return make(bytes[range]) }
        let hash = Self.hash(of: range, in: bytes)
        let slot = slotIndex(hash, range, bytes)
        if slots[slot].count >= 0 { return slots[slot].value }
        let value = make(bytes[range])
        keep(value, at: slot, hash: hash, word: bytes[range])
        return value
    }

    /// Seeded anew in each process, so that no text can be written to collide; the order never leaves the table.
    private static func hash(of range: Range<Int>, in bytes: [UInt8]) -> Int {
        var hasher = Hasher()
        bytes.withUnsafeBytes { hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: $0[range])) }
        return hasher.finalize()
    }

    /// The slot that holds the word, else the free one where it belongs.
    private func slotIndex(_ hash: Int, _ range: Range<Int>, _ bytes: [UInt8]) -> Int {
        var index = hash & (slots.count - 1)
        while slots[index].count >= 0, !holds(slots[index], hash, range, bytes) { index = (index + 1) & (slots.count - 1) }
        return index
    }

    private func holds(_ slot: Slot, _ hash: Int, _ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
        guard slot.hash == hash, Int(slot.count) == range.count else { return false }
        let start = Int(slot.start)
        for offset in 0..<range.count where letters[start + offset] != bytes[range.lowerBound + offset] { return false }
        return true
    }

    private mutating func keep(_ value: Int32, at slot: Int, hash: Int, word: ArraySlice<UInt8>) {
        slots[slot] = Slot(hash: hash, start: Int32(letters.count), count: Int32(word.count), value: value)
        letters += word
        wordCount += 1
        if wordCount * 2 > slots.count { grow() }
    }

    private mutating func grow() {
        let kept = slots.filter { $0.count >= 0 }
        slots = [Slot](repeating: Slot(), count: slots.count * 2)
        for slot in kept {
            var index = slot.hash & (slots.count - 1)
            while slots[index].count >= 0 { index = (index + 1) & (slots.count - 1) }
            slots[index] = slot
        }
    }
}
