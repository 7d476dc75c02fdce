/// Numbers what stands between words, and counts how often each string stands there.
///
/// One blank, by far the most frequent, has the number 0, so that who meets one need not ask. Other strings of up to seven bytes are looked up by
/// their bytes in a small table of those that came last, before the table of all.
struct JointTable {
    static let blank: UInt32 = 0

    private var numbers = ByteStringNumbers()
    /// By number, blanks left out.
    private(set) var counts: [Int] = [0]
    private var recent = [Recent](repeating: Recent(), count: 256)

    private struct Recent {
        /// The bytes, the first one lowest, with their count below; no string has all bits set.
        var key = UInt64.max
        var number: UInt32 = 0
    }

    private static let longestKey = 7

    init() { _ = numbers.number(of: " ") }

    var rows: RowTable { numbers.rows }

    mutating func number(of string: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        guard string.count <= Self.longestKey else { return numberOfAny(UnsafeBufferPointer(rebasing: text[string])) }
        let key = Self.key(of: string, in: text)
        let place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 56)
        if recent[place].key == key { return recent[place].number }
        let number = numberOfAny(UnsafeBufferPointer(rebasing: text[string]))
        recent[place] = Recent(key: key, number: number)
        return number
    }

    @inline(__always)
    private static func key(of string: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let count = UInt64(truncatingIfNeeded: string.count)
        if string.lowerBound + 8 <= text.count {
            let eight = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: string.lowerBound, as: UInt64.self)
            return (eight.littleEndian & (1 << (8 * count) - 1)) << 8 | count
        }
        return string.reversed().reduce(0) { $0 << 8 | UInt64(text[$1]) } << 8 | count
    }

    mutating func count(_ number: UInt32) { counts[Int(number)] += 1 }

    private mutating func numberOfAny(_ string: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let number = numbers.number(of: string)
        if number == counts.count { counts.append(0) }
        return UInt32(truncatingIfNeeded: number)
    }

    /// All joints from the most frequent to the rarest, equal ones by their bytes; and the place of each in that order.
    ///
    /// - Parameter wordCount: all words, so that what no other string stands before has a blank.
    func ranked(wordCount: Int) -> (order: [Int], rank: [UInt32]) {
        var counts = counts
        counts[Int(Self.blank)] = wordCount - counts.reduce(0, +)
        let rows = rows
        let order = counts.indices.sorted { left, right in
            counts[left] != counts[right] ? counts[left] > counts[right] : rows[left].lexicographicallyPrecedes(rows[right])
        }
        var rank = [UInt32](repeating: 0, count: order.count)
        for (place, joint) in order.enumerated() { rank[joint] = UInt32(truncatingIfNeeded: place) }
        return (order, rank)
    }
}
