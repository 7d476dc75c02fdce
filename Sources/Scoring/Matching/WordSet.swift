import Words

/// Some of the words of a text, a bit for each; empty between two texts.
struct WordSet: ~Copyable {
    private var bits = FlatBuffer<UInt64>(room: 0)

    mutating func makeRoom(for count: Int) {
        let blocks = count / 64 + 1
        guard blocks > bits.room else { return }
        bits.reserve(blocks)
        bits.base.update(repeating: 0, count: bits.room)
    }

    @inline(__always) func contains(_ word: Int) -> Bool { bits[word >> 6] >> UInt64(word & 63) & 1 == 1 }

    @inline(__always) mutating func insert(_ word: Int) { bits[word >> 6] |= 1 << UInt64(word & 63) }

    /// Calls `body` with each of the words before `count`, ascending, and takes them out.
    @inline(__always)
    mutating func removeAll(before count: Int, _ body: (Int) -> Void) {
        for block in 0..<count / 64 + 1 {
            var rest = bits[block]
            guard rest != 0 else { continue }
            bits[block] = 0
            while rest != 0 {
                body(block << 6 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }
}
