/// Up to two ranges of a sentence's items, in order, held without an array: what stands before a speaker and what stands behind.
struct ItemRanges: RandomAccessCollection, Sendable {
    /// Items are counted within a passage's piece.
    private var first = ItemRange()
    private var second = ItemRange()
    private var size: Int32 = 0

    init(_ first: Range<Int>? = nil, _ second: Range<Int>? = nil) {
        if let first { append(first) }
        if let second { append(second) }
    }

    var count: Int { Int(size) }
    var startIndex: Int { 0 }
    var endIndex: Int { count }

    subscript(index: Int) -> Range<Int> {
        precondition(index >= 0 && index < count, "the index of a range that there is")
        return index == 0 ? first.range : second.range
    }

    mutating func append(_ range: Range<Int>) {
        precondition(count < 2, "no rule gives a speaker three stretches of a sentence")
        if size == 0 { first = ItemRange(range) } else { second = ItemRange(range) }
        size += 1
    }

    func contains(item: Int) -> Bool { contains { $0.contains(item) } }
}

/// A range of items in eight bytes.
struct ItemRange {
    private var lower: Int32 = 0
    private var upper: Int32 = 0

    init() {}

    @inline(__always)
    init(_ range: Range<Int>) {
        lower = Int32(truncatingIfNeeded: range.lowerBound)
        upper = Int32(truncatingIfNeeded: range.upperBound)
    }

    @inline(__always)
    var range: Range<Int> { Range(uncheckedBounds: (Int(lower), Int(upper))) }
}
