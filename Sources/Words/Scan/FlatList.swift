/// A list of plain values that one text after the other fills anew, in memory that is kept.
package struct FlatList<Element: BitwiseCopyable>: ~Copyable {
    @usableFromInline var base: UnsafeMutablePointer<Element>
    @usableFromInline var room: Int
    @usableFromInline package internal(set) var count = 0

    package init(room: Int = 64) {
        base = .allocate(capacity: room)
        self.room = room
    }

    deinit { base.deallocate() }

    /// What it holds, for as long as nothing is added.
    @inlinable package var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }

    @inlinable package mutating func removeAll() { count = 0 }

    @inlinable @inline(__always)
    package mutating func append(_ element: Element) {
        if count == room { grow() }
        base[count] = element
        count += 1
    }

    @usableFromInline @inline(never)
    mutating func grow() {
        let grown = UnsafeMutablePointer<Element>.allocate(capacity: room * 2)
        grown.update(from: base, count: count)
        base.deallocate()
        base = grown
        room *= 2
    }
}
