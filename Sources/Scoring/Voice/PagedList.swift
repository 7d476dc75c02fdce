/// A list of plain values that grows by pages and never moves what it holds.
///
/// An array of millions of drafts is copied to new memory each time it has doubled, which made long texts cost more a byte than short ones. Each page holds
/// twice as many as the one before. Copies are views of one list, without a reference count; whoever made it frees it. An index outside ends the program.
struct PagedList<Element> {
    private struct State {
        let pages: UnsafeMutablePointer<UnsafeMutablePointer<Element>>
        var pageCount = 0
        var count = 0
        /// How many elements the pages have room for.
        var capacity = 0
    }

    private let state: UnsafeMutablePointer<State>

    private static var firstPageBits: Int { 6 }
    /// More than any memory holds.
    private static var mostPages: Int { 48 }

    init() {
        state = .allocate(capacity: 1)
        state.initialize(to: State(pages: .allocate(capacity: Self.mostPages)))
    }

    /// Frees the list, of which no copy may be used any more; its elements hold nothing that need be freed.
    func deallocate() {
        for page in 0..<state.pointee.pageCount { state.pointee.pages[page].deallocate() }
        state.pointee.pages.deallocate()
        state.deallocate()
    }

    var count: Int { state.pointee.count }

    private static func firstIndex(ofPage number: Int) -> Int { (1 << number - 1) << firstPageBits }

    func append(_ element: Element) {
        if state.pointee.count == state.pointee.capacity { addPage() }
        state.pointee.count += 1
        pointer(to: state.pointee.count - 1).initialize(to: element)
    }

    private func addPage() {
        precondition(state.pointee.pageCount < Self.mostPages, "a list fits into memory")
        let size = 1 << (Self.firstPageBits + state.pointee.pageCount)
        state.pointee.pages[state.pointee.pageCount] = LargeMemory.allocate(Element.self, capacity: size)
        state.pointee.pageCount += 1
        state.pointee.capacity += size
    }

    @inline(__always)
    private func pointer(to index: Int) -> UnsafeMutablePointer<Element> {
        precondition(index >= 0 && index < count, "the index of an element that there is")
        let page = Int.bitWidth - 1 - (index >> Self.firstPageBits + 1).leadingZeroBitCount
        return state.pointee.pages[page] + (index - Self.firstIndex(ofPage: page))
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
