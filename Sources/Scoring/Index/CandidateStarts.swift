import CVectors
import Words

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

    /// Adds the words that stand `distance` before a place of a spelling.
    mutating func add(postingsOf spelling: Int, in segment: SegmentView, before distance: Int) {
        guard !bits.isEmpty else {
            return segment.forEachPosting(of: spelling) { place in if place >= distance { add(place - distance) } }
        }
        var reader = segment.postingReader(of: spelling)
        bits.withUnsafeMutableBufferPointer {
            cv_mark_postings(InstructionPath.best.kernels, &reader, Int64(distance), $0.baseAddress)
        }
    }

    /// Calls `body` with each word once, ascending, many at a time: what is looked up for all of them at once waits for memory once.
    @inline(__always) consuming func forEachBatch(_ body: (UnsafeBufferPointer<UInt32>) -> Void) {
        if bits.isEmpty { return forEachBatchOfList(body) }
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.blocksAtOnce * 64 + 2) { places in
            bits.withUnsafeBufferPointer { bits in
                for first in stride(from: 0, to: bits.count, by: Self.blocksAtOnce) {
                    let blocks = UnsafeBufferPointer(rebasing: bits[first..<min(first + Self.blocksAtOnce, bits.count)])
                    let count = Self.write(places, of: blocks, from: first * 64)
                    if count > 0 { body(UnsafeBufferPointer(rebasing: places[..<count])) }
                }
            }
        }
    }

    /// Writes the words whose bits are set, the first of which is `word`; gives their number.
    private static func write(
        _ places: UnsafeMutableBufferPointer<UInt32>, of blocks: UnsafeBufferPointer<UInt64>, from word: Int
    ) -> Int {
        let path = InstructionPath.best.kernels
        let count = cv_count_marks(path, blocks.baseAddress, blocks.count * 64)
        guard count > 0 else { return 0 }
        cv_mark_places(path, blocks.baseAddress, blocks.count * 64, places.baseAddress)
        for place in 0..<count { places[place] &+= UInt32(truncatingIfNeeded: word) }
        return count
    }

    private static let blocksAtOnce = 1024
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
