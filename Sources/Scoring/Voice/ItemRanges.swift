/// Up to two ranges of a sentence's items, in order, held without an array: what stands before a speaker and what stands behind.
struct ItemRanges: RandomAccessCollection, Sendable {
    private var ranges: (Range<Int>, Range<Int>) = (0..<0, 0..<0)
    private(set) var count = 0

    init(_ first: Range<Int>? = nil, _ second: Range<Int>? = nil) {
        if let first { append(first) }
        if let second { append(second) }
    }

    var startIndex: Int { 0 }
    var endIndex: Int { count }

    subscript(index: Int) -> Range<Int> {
        precondition(index >= 0 && index < count, "the index of a range that there is")
        return index == 0 ? ranges.0 : ranges.1
    }

    mutating func append(_ range: Range<Int>) {
        precondition(count < 2, "no rule gives a speaker three stretches of a sentence")
        if count == 0 { ranges.0 = range } else { ranges.1 = range }
        count += 1
    }

    func contains(item: Int) -> Bool { contains { $0.contains(item) } }
}
