/// How many words of a stretch stand before a place: by the blocks of 64 bytes where words begin, so that no word is walked over.
///
/// Public, since Swift inlines nothing from another module that is `package`.
public struct WordCounts: BitwiseCopyable {
    @usableFromInline let starts: UnsafePointer<UInt32>
    @usableFromInline let ends: UnsafePointer<UInt32>
    @usableFromInline let count: Int
    /// For each block where words begin in it, and how many begin before it.
    @usableFromInline let begins: UnsafePointer<UInt64>
    @usableFromInline let firsts: UnsafePointer<UInt32>
    /// None where the words were taken from elsewhere.
    @usableFromInline let blockCount: Int

    init(
        starts: UnsafePointer<UInt32>, ends: UnsafePointer<UInt32>, count: Int, begins: UnsafePointer<UInt64>,
        firsts: UnsafePointer<UInt32>, blockCount: Int
    ) {
        self.starts = starts
        self.ends = ends
        self.count = count
        self.begins = begins
        self.firsts = firsts
        self.blockCount = blockCount
    }

    /// How many words start before a byte of the stretch.
    ///
    /// - Complexity: O(1), but O(log `count`) for words that were taken from elsewhere.
    @inlinable @inline(__always)
    public func words(before place: Int) -> Int {
        let block = place >> 6
        guard block < blockCount else { return blockCount > 0 ? count : search(before: place) }
        return Int(firsts[block]) + (begins[block] & (1 << UInt64(place & 63) - 1)).nonzeroBitCount
    }

    /// The same; nil where the last of them reaches beyond the byte.
    @inlinable @inline(__always)
    public func words(endingBefore place: Int, atLeast known: Int = 0) -> Int? {
        let words = words(before: place, atLeast: known)
        return words > 0 && ends[words - 1] > place ? nil : words
    }

    /// How many words start before a place, where `known` words end before it: mostly the same, which is seen without counting bits.
    @inlinable @inline(__always)
    public func words(before place: Int, atLeast known: Int) -> Int {
        known == count || Int(starts[known]) >= place ? known : words(before: place)
    }

    @usableFromInline @inline(never)
    func search(before place: Int) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if Int(starts[middle]) < place { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
