/// The words of a segment at which matches may start, gathered from postings in any order and gone through in theirs.
///
/// Few are kept as a list, many as a bit for each word: clearing and reading the bits of a segment costs more than a rare term's whole search.
struct CandidateStarts {
    private var list: [UInt32] = []
    private var bits: [UInt64] = []
    private var isAscending = true
    /// About how many there are, those given twice included.
    let mostWords: Int

    /// - Parameters:
    ///   - expected: about how many will be added.
    ///   - wordCount: words of the segment.
    init(expected: Int, wordCount: Int) {
        mostWords = min(expected, wordCount)
        if expected > wordCount / 128 {
            bits = [UInt64](repeating: 0, count: wordCount / 64 + 1)
        } else {
            list.reserveCapacity(expected)
        }
    }

    @inline(__always) mutating func add(_ word: Int) {
        guard bits.isEmpty else {
            bits[word >> 6] |= 1 << UInt64(word & 63)
            return
        }
        let place = UInt32(truncatingIfNeeded: word)
        if let last = list.last, last >= place { isAscending = false }
        list.append(place)
    }

    /// Calls `body` with each word once, ascending, many at a time: what is looked up for all of them at once waits for memory once.
    @inline(__always) consuming func forEachBatch(_ body: (UnsafeBufferPointer<UInt32>) -> Void) {
        if bits.isEmpty { return forEachBatchOfList(body) }
        // A block has 64 words at most, so the batch always has room for one.
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.batchSize + 64) { batch in
            var count = 0
            for (number, block) in bits.enumerated() where block != 0 {
                var rest = block
                while rest != 0 {
                    batch[count] = UInt32(truncatingIfNeeded: number << 6 | rest.trailingZeroBitCount)
                    count += 1
                    rest &= rest - 1
                }
                guard count >= Self.batchSize else { continue }
                body(UnsafeBufferPointer(rebasing: batch[..<count]))
                count = 0
            }
            if count > 0 { body(UnsafeBufferPointer(rebasing: batch[..<count])) }
        }
    }

    private static let batchSize = 2048

    private consuming func forEachBatchOfList(_ body: (UnsafeBufferPointer<UInt32>) -> Void) {
        if !isAscending { list.sort() }
        var count = 0
        for word in list where count == 0 || list[count - 1] != word {
            list[count] = word
            count += 1
        }
        list.withUnsafeBufferPointer { words in
            for first in stride(from: 0, to: count, by: Self.batchSize) {
                body(UnsafeBufferPointer(rebasing: words[first..<min(first + Self.batchSize, count)]))
            }
        }
    }
}
