/// Byte strings one behind the other, by number.
struct RowTable: Sendable {
    /// One more than there are rows.
    private(set) var starts: [UInt32] = [0]
    private(set) var bytes: [UInt8] = []

    init() {}

    init(starts: [UInt32], bytes: [UInt8]) { (self.starts, self.bytes) = (starts, bytes) }

    var count: Int { starts.count - 1 }

    subscript(row: Int) -> ArraySlice<UInt8> { bytes[range(of: row)] }

    func range(of row: Int) -> Range<Int> { Int(starts[row])..<Int(starts[row + 1]) }

    func holds(_ string: Slice<UnsafeBufferPointer<UInt8>>, row: Int) -> Bool {
        let range = range(of: row)
        return range.count == string.count && bytes.withUnsafeBufferPointer { $0[range].elementsEqual(string) }
    }

    mutating func append(_ row: some Collection<UInt8>) {
        bytes.append(contentsOf: row)
        starts.append(UInt32(truncatingIfNeeded: bytes.count))
    }

    /// Appends a row whose bytes `body` appends.
    mutating func appendRow(_ body: (inout [UInt8]) -> Void) {
        body(&bytes)
        starts.append(UInt32(truncatingIfNeeded: bytes.count))
    }

    /// The same rows in another order: row `order[i]` comes i-th.
    func reordered(_ order: [Int]) -> RowTable {
        var table = RowTable()
        table.bytes.reserveCapacity(bytes.count)
        table.starts.reserveCapacity(starts.count)
        bytes.withUnsafeBufferPointer { bytes in
            for row in order { table.append(UnsafeBufferPointer(rebasing: bytes[range(of: row)])) }
        }
        return table
    }
}

/// Rows of a mapped index.
struct RowView {
    let starts: UnsafeBufferPointer<UInt32>
    let bytes: UnsafeBufferPointer<UInt8>

    var count: Int { starts.count - 1 }

    /// - Precondition: the starts ascend and stay within the bytes, which opening an index has checked.
    subscript(row: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[Int(starts[row])..<Int(starts[row + 1])])
    }

    func array(_ row: Int) -> [UInt8] { Array(self[row]) }

    func string(_ row: Int) -> String { String(decoding: self[row], as: UTF8.self) }
}
