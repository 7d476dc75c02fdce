/// Tells of most hashes that were never inserted that they were not, for the price of one bit: a Bloom filter with one function (Bloom 1970).
struct HashFilter: Sendable {
    private var bits: [UInt64]

    /// - Parameter capacity: how many hashes are expected; with more it only tells less.
    init(capacity: Int) {
        var count = 64
        while count < capacity * 16, count < 1 << 30 { count *= 2 }
        bits = [UInt64](repeating: 0, count: count / 64)
    }

    mutating func insert(_ hash: UInt64) { bits[index(hash)] |= 1 << (hash & 63) }

    func mayContain(_ hash: UInt64) -> Bool { bits[index(hash)] >> (hash & 63) & 1 != 0 }

    private func index(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 6) & (bits.count - 1) }
}

/// Numbers by 64-bit hashes, in open addressing: the keys are hashes already, and a dictionary would hash them again.
struct HashTable: Sendable {
    private var keys: [UInt64]
    /// Below 0 where the slot is free.
    private var values: [Int32]
    private let shift: UInt64

    /// - Parameter capacity: the most keys that will be inserted.
    init(capacity: Int) {
        var bits: UInt64 = 4
        while 1 << bits < capacity * 2 { bits += 1 }
        keys = [UInt64](repeating: 0, count: 1 << bits)
        values = [Int32](repeating: -1, count: 1 << bits)
        shift = 64 - bits
    }

    subscript(key: UInt64) -> Int? {
        let value = values[slot(of: key)]
        return value >= 0 ? Int(value) : nil
    }

    mutating func insertIfAbsent(_ key: UInt64, _ value: Int) {
        let slot = slot(of: key)
        guard values[slot] < 0 else { return }
        keys[slot] = key
        values[slot] = Int32(value)
    }

    /// Where the key is, or the free slot where it belongs.
    private func slot(of key: UInt64) -> Int {
        var slot = Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift)
        while values[slot] >= 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
        return slot
    }
}
