/// A row of plain values that never changes, so that reading it borrows nothing.
struct FlatRow<Element: BitwiseCopyable & Sendable>: ~Copyable, @unchecked Sendable {
    /// For as long as the row lives.
    let elements: UnsafeBufferPointer<Element>

    init(_ values: [Element]) {
        let row = UnsafeMutableBufferPointer<Element>.allocate(capacity: values.count)
        _ = row.initialize(from: values)
        elements = UnsafeBufferPointer(row)
    }

    /// Takes the list's elements where they stand.
    init(_ list: consuming FlatList<Element>) { elements = UnsafeBufferPointer(list.handOver()) }

    deinit { elements.deallocate() }
}
