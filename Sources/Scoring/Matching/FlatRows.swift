/// Rows of numbers, one behind the other, that never change.
struct FlatRows: ~Copyable, Sendable {
    private let numbers: FlatRow<Int32>
    /// Where each row begins; one more than there are rows.
    private let starts: FlatRow<Int32>

    /// - Parameter forEach: calls its argument with each number and its row, the numbers of a row in their order; it is called twice and does the same
    ///   both times.
    init(count: Int, _ forEach: ((Int, Int32) -> Void) -> Void) {
        // A counting sort; what is counted one place behind is the place to write to afterwards.
        var places = [Int32](repeating: 0, count: count + 2)
        forEach { row, _ in places[row + 2] += 1 }
        for row in 2..<places.count { places[row] += places[row - 1] }
        var numbers = [Int32](repeating: 0, count: Int(places[count + 1]))
        forEach { row, number in
            numbers[Int(places[row + 1])] = number
            places[row + 1] += 1
        }
        starts = FlatRow(places.dropLast())
        self.numbers = FlatRow(numbers)
    }

    @inline(__always) var count: Int { starts.elements.count - 1 }

    @inline(__always)
    subscript(row: Int32) -> UnsafeBufferPointer<Int32> {
        let starts = starts.elements
        let (first, end) = (Int(starts[Int(row)]), Int(starts[Int(row) + 1]))
        return UnsafeBufferPointer(rebasing: numbers.elements[first..<end])
    }
}
