/// A list of plain values that keeps its memory when it is emptied and is never shared.
///
/// An array would be asked at each change whether somebody else holds it. An index outside ends the program.
struct FlatList<Element: BitwiseCopyable>: ~Copyable {
    private var base: UnsafeMutablePointer<Element>?
    private(set) var count = 0
    private var room = 0

    private static var firstRoom: Int { 16 }

    init() {}

    deinit { base?.deallocate() }

    @inline(__always) var isEmpty: Bool { count == 0 }
    @inline(__always) var indices: Range<Int> { 0..<count }
    @inline(__always) var last: Element? { count > 0 ? self[count - 1] : nil }

    /// What it holds, for as long as nothing is added.
    @inline(__always) var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }

    @inline(__always)
    subscript(index: Int) -> Element {
        get {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "the index of an element that there is")
            return base.unsafelyUnwrapped[index]
        }
        _modify {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "the index of an element that there is")
            yield &base.unsafelyUnwrapped[index]
        }
    }

    /// Where an element stands, for as long as nothing is added: to read a little of it.
    @inline(__always)
    func place(of index: Int) -> UnsafePointer<Element> {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "the index of an element that there is")
        return UnsafePointer(base.unsafelyUnwrapped + index)
    }

    /// Where the list begins, with room for so many elements behind its last; those written there count once `hold` says so.
    mutating func reserve(_ more: Int) -> UnsafeMutablePointer<Element> {
        if count + more > room || base == nil { grow(to: count + more) }
        return base.unsafelyUnwrapped
    }

    /// Takes the first `held` elements for what the list holds, of which there must be as many or room for them, written.
    @inline(__always)
    mutating func hold(_ held: Int) {
        precondition(held >= 0 && held <= room, "as many elements as there is room for")
        count = held
    }

    mutating func sort(by precedes: (Element, Element) -> Bool) {
        var elements = UnsafeMutableBufferPointer(start: base, count: count)
        elements.sort(by: precedes)
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == room { grow(to: count + 1) }
        (base.unsafelyUnwrapped + count).initialize(to: element)
        count &+= 1
    }

    @inline(__always)
    func firstIndex(from start: Int = 0, where fits: (Element) -> Bool) -> Int? {
        var index = start
        while index < count {
            if fits(self[index]) { return index }
            index += 1
        }
        return nil
    }

    @inline(__always)
    func lastIndex(where fits: (Element) -> Bool) -> Int? {
        var index = count
        while index > 0 {
            index -= 1
            if fits(self[index]) { return index }
        }
        return nil
    }

    /// Holds so many of one element and nothing else.
    mutating func fill(_ count: Int, with element: Element) {
        self.count = 0
        if count > room { grow(to: count) }
        if count > 0 { base.unsafelyUnwrapped.initialize(repeating: element, count: count) }
        self.count = count
    }

    /// Holds these elements and nothing else.
    mutating func replace(with elements: [Element]) {
        count = 0
        if elements.count > room { grow(to: elements.count) }
        elements.withUnsafeBufferPointer { elements in
            if let first = elements.baseAddress { base?.update(from: first, count: elements.count) }
        }
        count = elements.count
    }

    @inline(__always)
    mutating func removeAll() { count = 0 }

    /// Leaves the first `kept` elements, of which there are as many.
    @inline(__always)
    mutating func keepFirst(_ kept: Int) {
        precondition(kept >= 0 && kept <= count, "as many elements as there are")
        count = kept
    }

    /// Leaves all but the first `removed` elements, of which there are as many.
    mutating func removeFirst(_ removed: Int) {
        precondition(removed >= 0 && removed <= count, "as many elements as there are")
        guard removed > 0, let base else { return }
        count -= removed
        base.update(from: base + removed, count: count)
    }

    @inline(__always)
    mutating func popLast() -> Element? {
        guard count > 0 else { return nil }
        count &-= 1
        return base.unsafelyUnwrapped[count]
    }

    /// What it holds, in memory that is now the caller's to give back.
    consuming func handOver() -> UnsafeMutableBufferPointer<Element> {
        let elements = UnsafeMutableBufferPointer(start: base, count: count)
        discard self
        return elements
    }

    @inline(never)
    private mutating func grow(to wanted: Int) {
        let size = max(wanted, 2 * room, Self.firstRoom)
        let wider = UnsafeMutablePointer<Element>.allocate(capacity: size)
        if let base {
            wider.update(from: base, count: count)
            base.deallocate()
        }
        base = wider
        room = size
    }
}
