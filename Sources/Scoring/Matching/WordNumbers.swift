import Words

/// Numbers the distinct words of the texts, by their bytes, from 0 up: what is known of a word is then an array's element.
///
/// A hash table of our own with open addressing: a dictionary would need a key of its own, with a reference count, for each word looked up. Of a
/// word of up to eight bytes the slot holds all that is compared, so that most lookups touch one cache line.
struct WordNumbers: Sendable {
    /// Longer words get no number: no language has them, hostile text does.
    static let longestWord = 64
    static let mostWords = 1 << 18
    /// Stands for a word without a number.
    static let none: Int32 = -1

    private struct Slot {
        /// The first eight bytes, lowest first.
        var head: UInt64 = 0
        var number: Int32 = WordNumbers.none
        var byteCount: Int32 = 0
    }

    private var slots = [Slot](repeating: Slot(), count: 1 << 12)
    private var letters: [UInt8] = []
    /// Where in `letters` each word starts, and where the last ends.
    private var starts: [Int] = [0]
    /// Seeded anew in each process, so that no text can be written to collide; no order ever leaves the table.
    private let seed = UInt64.random(in: .min ... .max)

    /// How often all words were forgotten: numbers of another generation mean nothing.
    private(set) var generation = 0

    var count: Int { starts.count - 1 }

    /// Forgets all words once there are more than any corpus of one language has.
    mutating func forgetIfFull() {
        guard count >= Self.mostWords else { return }
        let generation = generation
        self = WordNumbers()
        self.generation = generation + 1
    }

    /// The bytes of the word with this number.
    func word(_ number: Int) -> ArraySlice<UInt8> { letters[starts[number]..<starts[number + 1]] }

    /// The numbers of words, in order; new words get the next free ones, words too long to keep `none`.
    ///
    /// - Complexity: O(bytes of the words).
    mutating func numbers(of words: [ByteSpan], in bytes: [UInt8]) -> [Int32] {
        [Int32](unsafeUninitializedCapacity: words.count) { numbers, initialized in
            bytes.withUnsafeBytes { bytes in
                while initialized < words.count {
                    initialized = find(words.count, { words[$0] }, from: initialized, in: bytes, numbers: numbers)
                    guard initialized < words.count else { return }
                    numbers[initialized] = keep(words[initialized], in: bytes)
                    initialized += 1
                }
            }
        }
    }

    /// The number of one word; as above.
    mutating func number(of word: ByteSpan, in bytes: [UInt8]) -> Int32 {
        bytes.withUnsafeBytes { number(of: word, in: $0) }
    }

    mutating func number(of word: ByteSpan, in bytes: UnsafeRawBufferPointer) -> Int32 {
        guard word.count <= Self.longestWord else { return Self.none }
        var number = Self.none
        withUnsafeMutablePointer(to: &number) { number in
            _ = find(1, { _ in word }, from: 0, in: bytes, numbers: UnsafeMutableBufferPointer(start: number, count: 1))
        }
        return number >= 0 ? number : keep(word, in: bytes)
    }

    /// Looks words up, from one on, until the first that is new, whose index it gives.
    ///
    /// Apart from `keep`, so that the tables are borrowed once for many words and no reference is counted for each.
    @inline(__always)
    private func find(
        _ count: Int, _ word: (Int) -> ByteSpan, from first: Int, in bytes: UnsafeRawBufferPointer,
        numbers: UnsafeMutableBufferPointer<Int32>
    ) -> Int {
        slots.withUnsafeBufferPointer { slots in
            letters.withUnsafeBufferPointer { letters in
                starts.withUnsafeBufferPointer { starts in
                    var index = first
                    while index < count {
                        let word = word(index)
                        if word.count > Self.longestWord {
                            numbers[index] = Self.none
                        } else {
                            let head = Self.eightBytes(of: bytes, from: word.start, to: word.end)
                            let slot = Self.place(of: word, head: head, hash: hash(head, of: word, in: bytes), in: slots) { slot in
                                let kept = starts[Int(slot.number)]
                                for offset in 8..<word.count where letters[kept + offset] != bytes[word.start + offset] { return false }
                                return true
                            }
                            guard slots[slot].number >= 0 else { return index }
                            numbers[index] = slots[slot].number
                        }
                        index += 1
                    }
                    return index
                }
            }
        }
    }

    /// The slot that holds a word, or the free one where it belongs.
    @inline(__always)
    private static func place(
        of word: ByteSpan, head: UInt64, hash: Int, in slots: UnsafeBufferPointer<Slot>, hasRest: (Slot) -> Bool
    ) -> Int {
        let mask = slots.count - 1
        var index = hash & mask
        while slots[index].number >= 0 {
            let slot = slots[index]
            if slot.head == head, Int(slot.byteCount) == word.count, word.count <= 8 || hasRest(slot) { return index }
            index = (index + 1) & mask
        }
        return index
    }

    /// Up to eight bytes, zeros behind them. A load may read beyond the word but never beyond the text.
    @inline(__always)
    private static func eightBytes(of bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) -> UInt64 {
        let count = end - start
        if start + 8 <= bytes.count {
            let loaded = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
            return count >= 8 ? loaded : loaded & ((1 << UInt64(count * 8)) - 1)
        }
        return (start..<min(end, start + 8)).reversed().reduce(0) { $0 << 8 | UInt64(bytes[$1]) }
    }

    /// Multiply and fold, 64 bits at a time (Wang Yi, wyhash).
    @inline(__always)
    private func hash(_ head: UInt64, of word: ByteSpan, in bytes: UnsafeRawBufferPointer) -> Int {
        var hash = Self.folded(head ^ seed, UInt64(word.count) ^ 0x9E37_79B9_7F4A_7C15)
        var offset = word.start + 8
        while offset < word.end {
            hash = Self.folded(hash ^ Self.eightBytes(of: bytes, from: offset, to: word.end), 0xBF58_476D_1CE4_E5B9)
            offset += 8
        }
        return Int(truncatingIfNeeded: hash)
    }

    @inline(__always)
    private static func folded(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right | 1)
        return product.high ^ product.low
    }

    /// Gives a new word of at most `longestWord` bytes the next number.
    private mutating func keep(_ word: ByteSpan, in bytes: UnsafeRawBufferPointer) -> Int32 {
        let number = Int32(count)
        let head = Self.eightBytes(of: bytes, from: word.start, to: word.end)
        var index = hash(head, of: word, in: bytes) & (slots.count - 1)
        while slots[index].number >= 0 { index = (index + 1) & (slots.count - 1) }
        slots[index] = Slot(head: head, number: number, byteCount: Int32(word.count))
        letters.append(contentsOf: bytes[word.range])
        starts.append(letters.count)
        if count * 2 > slots.count { grow() }
        return number
    }

    private mutating func grow() {
        let kept = slots.filter { $0.number >= 0 }
        slots = [Slot](repeating: Slot(), count: slots.count * 2)
        let letters = letters
        letters.withUnsafeBytes { letters in
            for slot in kept {
                let start = starts[Int(slot.number)]
                let word = ByteSpan(start, start + Int(slot.byteCount))
                var index = hash(slot.head, of: word, in: letters) & (slots.count - 1)
                while slots[index].number >= 0 { index = (index + 1) & (slots.count - 1) }
                slots[index] = slot
            }
        }
    }
}
