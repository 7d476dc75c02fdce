/// Memory for plain values that one text after the other uses: grown when more room is asked for, never cleared, without bounds but its room.
///
/// What it holds is what was written for the text at hand. An array would be asked for each element whether it is shared.
package struct FlatBuffer<Element: BitwiseCopyable>: ~Copyable {
    package private(set) var base: UnsafeMutablePointer<Element>
    package private(set) var room: Int

    package init(room: Int = 64) {
        base = .allocate(capacity: room)
        self.room = room
    }

    deinit { base.deallocate() }

    /// Makes room for so many elements; where there is not enough, what it held is gone.
    @inline(__always)
    package mutating func reserve(_ count: Int) {
        if count > room { grow(to: count) }
    }

    @inline(never)
    private mutating func grow(to count: Int) {
        base.deallocate()
        room = max(count, room * 2)
        base = .allocate(capacity: room)
    }

    @inline(__always)
    package subscript(index: Int) -> Element {
        get {
            precondition(index >= 0 && index < room, "the index of an element that there is room for")
            return base[index]
        }
        set {
            precondition(index >= 0 && index < room, "the index of an element that there is room for")
            base[index] = newValue
        }
    }

    /// The first `count` elements, for as long as the memory is not grown.
    package func prefix(_ count: Int) -> UnsafeBufferPointer<Element> {
        precondition(count >= 0 && count <= room, "as many elements as there is room for")
        return UnsafeBufferPointer(start: base, count: count)
    }

    /// Holds some elements, with room for others behind them.
    package mutating func replace(with elements: [Element], spare: Int) {
        reserve(elements.count + spare)
        elements.withUnsafeBufferPointer { elements in
            if let first = elements.baseAddress { base.update(from: first, count: elements.count) }
        }
    }
}
