/// The words of a segment at which matches may start, gathered from postings in any order and gone through in theirs.
///
/// Few are kept as a list, many as a bit for each word: clearing and reading the bits of a segment costs more than a rare term's whole search.
struct CandidateStarts {
    private var list: [UInt32] = []
    private var bits: [UInt64] = []
    private var isAscending = true

    /// - Parameters:
    ///   - expected: about how many will be added.
    ///   - wordCount: words of the segment.
    init(expected: Int, wordCount: Int) {
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

    /// Calls `body` with each word once, ascending.
    @inline(__always) consuming func forEach(_ body: (Int) -> Void) {
        if bits.isEmpty { return forEachOfList(body) }
        for (number, block) in bits.enumerated() {
            var rest = block
            while rest != 0 {
                body(number << 6 | rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }

    private consuming func forEachOfList(_ body: (Int) -> Void) {
        if !isAscending { list.sort() }
        var last: UInt32?
        for word in list where word != last {
            body(Int(word))
            last = word
        }
    }
}
