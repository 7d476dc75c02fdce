/// The outermost quotations of a passage, in order: a view without a reference count.
///
/// Valid until the next passage is read. An index outside ends the program.
struct Quotations: RandomAccessCollection {
    private let base: UnsafePointer<Quotation>?
    let count: Int

    /// None.
    init() {
        base = nil
        count = 0
    }

    init(_ base: UnsafePointer<Quotation>, count: Int) {
        self.base = base
        self.count = count
    }

    @inline(__always) var startIndex: Int { 0 }
    @inline(__always) var endIndex: Int { count }

    @inline(__always)
    subscript(index: Int) -> Quotation {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "a quotation's index lies inside its passage")
        return base.unsafelyUnwrapped[index]
    }
}
