import CVectors
import Words

/// The words of a segment at which matches may start, gathered from postings in any order and gone through in theirs.
///
/// Few are kept as a list, many as a bit for each word: clearing and reading the bits of a segment costs more than a rare term's whole search.
struct CandidateStarts {
    private var list: [UInt32] = []
    private var bits: [UInt64] = []
    /// Where in the list each ascending run but the first begins.
    private var runs: [Int] = []
    /// About how many there are, those given twice included.
    let mostWords: Int
    /// No fewer than the words that there are.
    var mostAdded: Int { bits.isEmpty ? list.count : mostWords }

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
        if let last = list.last, last >= place { runs.append(list.count) }
        list.append(place)
    }

    /// Adds the words that stand `distance` before a place of a spelling.
    mutating func add(postingsOf spelling: Int, in segment: SegmentView, before distance: Int) {
        guard !bits.isEmpty else { return list(postingsOf: spelling, in: segment, before: distance) }
        var reader = segment.postingReader(of: spelling)
        bits.withUnsafeMutableBufferPointer {
            cv_mark_postings(InstructionPath.best.kernels, &reader, Int64(distance), $0.baseAddress)
        }
    }

    private mutating func list(postingsOf spelling: Int, in segment: SegmentView, before distance: Int) {
        segment.forEachPostings(of: spelling) { places in
            let kept = places.drop { $0 < distance }
            guard let first = kept.first else { return }
            let distance = UInt32(truncatingIfNeeded: distance)
            if let last = list.last, last >= first - distance { runs.append(list.count) }
            if distance == 0 { list.append(contentsOf: kept) } else { list.append(contentsOf: kept.map { $0 - distance }) }
        }
    }

    /// Calls `body` with each word once, ascending, many at a time: what is looked up for all of them at once waits for memory once.
    @inline(__always) consuming func forEachBatch(_ body: (UnsafeBufferPointer<UInt32>) -> Void) {
        if bits.isEmpty { return forEachBatchOfList(body) }
        let path = InstructionPath.best.kernels
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.blocksAtOnce * 64 + 2) { places in
            bits.withUnsafeBufferPointer { bits in
                for first in stride(from: 0, to: bits.count, by: Self.blocksAtOnce) {
                    let blocks = UnsafeBufferPointer(rebasing: bits[first..<min(first + Self.blocksAtOnce, bits.count)])
                    let word = UInt32(truncatingIfNeeded: first * 64)
                    let count = cv_mark_places(path, blocks.baseAddress, blocks.count * 64, word, places.baseAddress)
                    if count > 0 { body(UnsafeBufferPointer(rebasing: places[..<count])) }
                }
            }
        }
    }

    /// Sorts the list: one spelling's places ascend, so there are few runs, which are merged in pairs until one is left.
    private mutating func mergeRuns() {
        guard runs.count < Self.mostRuns else { return list.sort() }
        var ends = runs + [list.count]
        while ends.count > 1 {
            let runs = ends
            ends = stride(from: 1, to: runs.count, by: 2).map { runs[$0] } + (runs.count % 2 == 1 ? [list.count] : [])
            list = list.withUnsafeBufferPointer { list in
                [UInt32](unsafeUninitializedCapacity: list.count) { merged, count in
                    for pair in stride(from: 0, to: runs.count, by: 2) {
                        let end = pair + 1 < runs.count ? runs[pair + 1] : runs[pair]
                        Self.merge(list, count..<runs[pair], runs[pair]..<end, into: merged)
                        count = end
                    }
                }
            }
        }
    }

    /// Writes two ranges of a list, one behind the other, to where they stand, in ascending order: many words at once of a range that has far more than
    /// the other, else one by one without a branch, since which comes next follows no pattern.
    private static func merge(
        _ list: UnsafeBufferPointer<UInt32>, _ one: Range<Int>, _ other: Range<Int>, into merged: UnsafeMutableBufferPointer<UInt32>
    ) {
        var (next, otherNext, place) = (one.lowerBound, other.lowerBound, one.lowerBound)
        func copy(_ from: Int, _ next: inout Int) {
            for offset in 0..<Self.strideOfMerge { merged[place &+ offset] = list[from &+ offset] }
            next &+= Self.strideOfMerge
            place &+= Self.strideOfMerge
        }
        while next < one.upperBound, otherNext < other.upperBound {
            let (value, otherValue) = (list[next], list[otherNext])
            if next &+ Self.strideOfMerge <= one.upperBound, list[next &+ Self.strideOfMerge &- 1] <= otherValue {
                copy(next, &next)
                continue
            }
            if otherNext &+ Self.strideOfMerge <= other.upperBound, list[otherNext &+ Self.strideOfMerge &- 1] < value {
                copy(otherNext, &otherNext)
                continue
            }
            let isFirst = value <= otherValue
            merged[place] = isFirst ? value : otherValue
            next &+= isFirst ? 1 : 0
            otherNext &+= isFirst ? 0 : 1
            place &+= 1
        }
        for rest in [next..<one.upperBound, otherNext..<other.upperBound] {
            for index in rest {
                merged[place] = list[index]
                place &+= 1
            }
        }
    }

    private static let strideOfMerge = 8
    /// Of more, sorting is faster than merging.
    private static let mostRuns = 64
    private static let blocksAtOnce = 1024
    private static let batchSize = 2048

    /// Leaves each word of an ascending list once; gives how many there are.
    private static func removeRepeated(_ words: UnsafeMutableBufferPointer<UInt32>) -> Int {
        guard var last = words.first else { return 0 }
        var count = 1
        for word in words {
            words[count &- 1 &+ (word != last ? 1 : 0)] = word
            count &+= word != last ? 1 : 0
            last = word
        }
        return count
    }

    private consuming func forEachBatchOfList(_ body: (UnsafeBufferPointer<UInt32>) -> Void) {
        if !runs.isEmpty { mergeRuns() }
        list.withUnsafeMutableBufferPointer { words in
            let count = Self.removeRepeated(words)
            for first in stride(from: 0, to: count, by: Self.batchSize) {
                body(UnsafeBufferPointer(rebasing: words[first..<min(first + Self.batchSize, count)]))
            }
        }
    }
}
