/// A list of plain values that grows by pages and never moves what it holds.
///
/// An array of millions of drafts is copied to new memory each time it has doubled, which made long texts cost more a byte than short ones. The first pages
/// are small and double, the later ones hold 4,096 elements each, so that the allocator keeps them for the next article. Copies are views of one
/// list, without a reference count; whoever made it frees it. An index outside ends the program.
struct PagedList<Element> {
    private struct State {
        var pages: UnsafeMutablePointer<UnsafeMutablePointer<Element>>
        var pageCount = 0
        /// How many pages the table has room for.
        var tableSize: Int
        var count = 0
        /// Where the next element goes, and for how many more there is room on its page.
        var next: UnsafeMutablePointer<Element>?
        var room = 0
        /// How many pages have been begun since the list was empty.
        var begunPages = 0
    }

    private let state: UnsafeMutablePointer<State>

    private static var firstPageBits: Int { 6 }
    private static var lastPageBits: Int { 12 }

    init() {
        let tableSize = 16
        state = .allocate(capacity: 1)
        state.initialize(to: State(pages: .allocate(capacity: tableSize), tableSize: tableSize))
    }

    /// Frees the list, of which no copy may be used any more; its elements hold nothing that need be freed.
    func deallocate() {
        for page in 0..<state.pointee.pageCount { state.pointee.pages[page].deallocate() }
        state.pointee.pages.deallocate()
        state.deallocate()
    }

    var count: Int { state.pointee.count }

    /// Empties the list, which keeps its pages.
    func removeAll() {
        state.pointee.count = 0
        (state.pointee.next, state.pointee.room, state.pointee.begunPages) = (nil, 0, 0)
    }

    @inline(__always)
    func append(_ element: Element) {
        if state.pointee.room == 0 { beginPage() }
        let next = state.pointee.next.unsafelyUnwrapped
        next.initialize(to: element)
        state.pointee.next = next + 1
        state.pointee.room &-= 1
        state.pointee.count &+= 1
    }

    @inline(never)
    private func beginPage() {
        let page = state.pointee.begunPages
        let size = 1 << min(Self.firstPageBits + page, Self.lastPageBits)
        if page == state.pointee.pageCount {
            if page == state.pointee.tableSize { growTable() }
            state.pointee.pages[page] = .allocate(capacity: size)
            state.pointee.pageCount += 1
        }
        (state.pointee.next, state.pointee.room, state.pointee.begunPages) = (state.pointee.pages[page], size, page + 1)
    }

    private func growTable() {
        let table = UnsafeMutablePointer<UnsafeMutablePointer<Element>>.allocate(capacity: 2 * state.pointee.tableSize)
        table.initialize(from: state.pointee.pages, count: state.pointee.pageCount)
        state.pointee.pages.deallocate()
        state.pointee.pages = table
        state.pointee.tableSize *= 2
    }

    /// Where an element stands: counted from the size of the first page on, the doubling pages begin at powers of two and all others at multiples of the
    /// last one's size.
    @inline(__always)
    private func pointer(to index: Int) -> UnsafeMutablePointer<Element> {
        precondition(index >= 0 && index < count, "the index of an element that there is")
        let place = index + 1 << Self.firstPageBits
        let bits = Int.bitWidth - 1 - place.leadingZeroBitCount
        guard bits >= Self.lastPageBits else { return state.pointee.pages[bits - Self.firstPageBits] + (place - 1 << bits) }
        let page = Self.lastPageBits - Self.firstPageBits - 1 + place >> Self.lastPageBits
        return state.pointee.pages[page] + (place & (1 << Self.lastPageBits - 1))
    }

    subscript(index: Int) -> Element {
        get { pointer(to: index).pointee }
        nonmutating set { pointer(to: index).pointee = newValue }
    }

    /// Puts an element before the one at `index`, which all from there on make room for.
    func insert(_ element: Element, at index: Int) {
        append(element)
        for place in stride(from: count - 1, to: index, by: -1) { self[place] = self[place - 1] }
        self[index] = element
    }
}
