/// Numbers distinct byte strings in the order in which they come.
///
/// A hash table with open addressing and a seed of its own in each run, so that no text can be written to collide; the numbers depend on
/// the order alone.
struct ByteStringNumbers: Sendable {
    private(set) var rows = RowTable()
    /// The upper half of the hash, then the number plus one; 0 is free.
    private var slots: [UInt64]
    private let seed = Self.seed

    private static let seed = UInt64.random(in: 0...UInt64.max)

    /// - Parameter count: how many strings are expected; the table grows where there are more.
    init(expecting count: Int = 1 << 11) {
        var size = 1 << 5
        while size < 2 * count { size *= 2 }
        slots = [UInt64](repeating: 0, count: size)
    }

    mutating func number(of string: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = Self.hash(of: string, seed: seed)
        let (slot, known) = find(string, hash)
        if let known { return known }
        slots[slot] = (hash >> 32) << 32 | UInt64(rows.count + 1)
        rows.append(string)
        if rows.count * 2 > slots.count { grow() }
        return rows.count - 1
    }

    mutating func number(of string: String) -> Int {
        var string = string
        return string.withUTF8 { number(of: $0) }
    }

    /// The number of a string that came before.
    func known(_ string: UnsafeBufferPointer<UInt8>) -> Int? { find(string, Self.hash(of: string, seed: seed)).number }

    /// The slot that holds the string, or the free one where it belongs.
    @inline(__always)
    private func find(_ string: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> (slot: Int, number: Int?) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            if (slots[slot] ^ hash) >> 32 == 0 {
                let number = Int(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF) - 1
                if rows.holds(string[...], row: number) { return (slot, number) }
            }
            slot = (slot + 1) & mask
        }
        return (slot, nil)
    }

    private mutating func grow() {
        slots = [UInt64](repeating: 0, count: slots.count * 2)
        for row in 0..<rows.count {
            let hash = rows[row].withUnsafeBufferPointer { Self.hash(of: $0, seed: seed) }
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = (hash >> 32) << 32 | UInt64(row + 1)
        }
    }

    /// Products of 64 by 64 bits folded to 64, over the bytes in blocks of 16, the last one overlapping.
    @inline(__always)
    private static func hash(of string: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
        let count = string.count
        let raw = UnsafeRawBufferPointer(string)
        func word(_ offset: Int) -> UInt64 { raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
        func half(_ offset: Int) -> UInt64 { UInt64(raw.loadUnaligned(fromByteOffset: offset, as: UInt32.self)) }
        var hash = seed ^ UInt64(count)
        if count < 4 {
            guard count > 0 else { return mixed(hash, 0) }
            return mixed(hash, UInt64(string[0]) << 16 | UInt64(string[count >> 1]) << 8 | UInt64(string[count - 1]))
        }
        if count < 8 { return mixed(hash, half(0) << 32 | half(count - 4)) }
        var offset = 0
        while offset + 16 < count {
            hash = mixed(hash ^ word(offset), word(offset + 8))
            offset += 16
        }
        let last = max(0, count - 16)
        return mixed(hash ^ word(last), word(count - 8))
    }

    @inline(__always)
    private static func mixed(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = (left ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: right ^ 0xE703_7ED1_A0B4_28DB)
        return product.high ^ product.low
    }
}
