/// The elements of a row from `lowerBound` to before `upperBound`, as a plain value of eight bytes.
struct RowRange: BitwiseCopyable, Equatable, Sendable {
    let lowerBound: Int32
    let upperBound: Int32

    init(_ lowerBound: Int, _ upperBound: Int) {
        precondition(lowerBound <= upperBound, "a range that does not end before it begins")
        self.lowerBound = Int32(lowerBound)
        self.upperBound = Int32(upperBound)
    }

    static let empty = RowRange(0, 0)

    @inline(__always) var isEmpty: Bool { lowerBound == upperBound }
    @inline(__always) var count: Int { Int(upperBound &- lowerBound) }
    /// The places in the row.
    @inline(__always) var places: Range<Int> { Range(uncheckedBounds: (Int(lowerBound), Int(upperBound))) }
}
