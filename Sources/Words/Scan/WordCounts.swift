/// How many words of a stretch stand before a place: by the blocks of 64 bytes where words begin, so that no word is walked over.
package struct WordCounts: BitwiseCopyable {
    let starts: UnsafePointer<UInt32>
    let ends: UnsafePointer<UInt32>
    let count: Int
    /// For each block where words begin in it, and how many begin before it.
    let begins: UnsafePointer<UInt64>
    let firsts: UnsafePointer<UInt32>
    /// None where the words were taken from elsewhere.
    let blockCount: Int

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
    @inline(__always)
    package func words(before place: Int) -> Int {
        let block = place >> 6
        guard block < blockCount else { return blockCount > 0 ? count : search(before: place) }
        return Int(firsts[block]) + (begins[block] & (1 << UInt64(place & 63) - 1)).nonzeroBitCount
    }

    /// The same; nil where the last of them reaches beyond the byte.
    @inline(__always)
    package func words(endingBefore place: Int) -> Int? {
        let words = words(before: place)
        return words > 0 && ends[words - 1] > place ? nil : words
    }

    @inline(never)
    private func search(before place: Int) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if Int(starts[middle]) < place { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
