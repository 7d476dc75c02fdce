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
