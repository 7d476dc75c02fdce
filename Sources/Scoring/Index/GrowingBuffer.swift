import Foundation

/// Plain values one behind the other in memory of their own, into which others write in place.
///
/// An array would be filled by copying from elsewhere, and copied at each doubling. Large memory is asked for once, in huge pages where the system
/// has them (madvise(2)): it costs nothing until it is written, then a fifth of what small pages cost. `removeAll` keeps it for the next segment.
final class GrowingBuffer<Element: BitwiseCopyable> {
    private(set) var count = 0
    private var room = 0
    private var base: UnsafeMutableRawPointer?
    private var isLarge: Bool { room * MemoryLayout<Element>.stride >= Self.largeMemory }
    /// Bytes.
    private var givenBack = 0
    /// Room of large memory.
    private let expected: Int

    /// Bytes of a huge page, and of the memory from which on they are asked for.
    private static var hugePage: Int { 1 << 21 }
    private static var largeMemory: Int { 1 << 22 }

    /// - Parameter count: how many values there may be in the end; there can be more.
    init(expecting count: Int = 0) { expected = count }

    deinit { free(base) }

    /// All values, for as long as nothing is appended.
    var values: UnsafeMutableBufferPointer<Element> {
        UnsafeMutableBufferPointer(start: base?.assumingMemoryBound(to: Element.self), count: count)
    }

    /// Appends so many values, which hold anything until they are written; valid until more are appended.
    func extend(by added: Int) -> UnsafeMutableBufferPointer<Element> {
        let first = count
        if first + added > room { grow(to: first + added) }
        count = first + added
        return UnsafeMutableBufferPointer(rebasing: values[first...])
    }

    func removeAll() {
        count = 0
        givenBack = 0
    }

    func append(_ value: Element) { extend(by: 1)[0] = value }

    /// Hands the memory of the first values back to the system, those in whole huge pages, which is the first to be given out again; they are lost.
    func giveBack(first count: Int) {
        let end = count * MemoryLayout<Element>.stride / Self.hugePage * Self.hugePage
        guard let base, isLarge, end > givenBack else { return }
        madvise(base + givenBack, end - givenBack, MADV_DONTNEED)
        givenBack = end
    }

    /// Forgets all values but the first `count`.
    func truncate(to count: Int) { self.count = min(count, self.count) }

    private func grow(to needed: Int) {
        let stride = MemoryLayout<Element>.stride
        room = max(needed, room * 2, 256)
        if isLarge { room = max(room, expected) }
        var memory: UnsafeMutableRawPointer?
        let failure = posix_memalign(&memory, isLarge ? Self.hugePage : 64, room * stride)
        guard failure == 0, let memory else { preconditionFailure("no memory for a segment of the index") }
        if isLarge { madvise(memory, room * stride, MADV_HUGEPAGE) }
        if let base { memory.copyMemory(from: base, byteCount: count * stride) }
        free(base)
        base = memory
    }
}
