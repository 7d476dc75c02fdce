import CVectors
import Words

/// Finds the words from which a lexicon's terms are looked for in a segment, by postings.
struct AnchorSearch {
    private let segment: SegmentView
    /// By word pattern the spellings it matches.
    private let spellings: [[Range<Int>]]
    /// About how many places of each there are to look at: the bytes of its postings.
    let costs: [Double]

    /// A word to look up, and how far behind the word that is asked for it stands.
    private struct Anchor {
        let word: Int32
        let distance: Int
    }

    init(_ tables: SegmentTables) {
        segment = tables.segment
        spellings = tables.meanings.spellings
        costs = tables.meanings.spellings.map { Double(tables.segment.postingBytes(of: $0)) }
    }

    /// Where chains may start, as the postings of the rarest word of each say, and the words that loose terms are looked for from.
    func places(of chains: [[PatternPlan.Step]], and loose: [Int32]) -> CandidateStarts {
        let anchors = chains.map { anchor(of: $0) } + Set(loose).map { Anchor(word: $0, distance: 0) }
        let expected = anchors.reduce(0) { $0 + costs[Int($1.word)] }
        var places = CandidateStarts(expected: Int(expected), wordCount: segment.column.count)
        for anchor in anchors {
            for range in spellings[Int(anchor.word)] {
                // Whether the chain's first word stands there the search asks of all places in the order of the column, which is faster.
                for spelling in range { places.add(postingsOf: spelling, in: segment, before: anchor.distance) }
            }
        }
        return places
    }

    private func anchor(of chain: [PatternPlan.Step]) -> Anchor {
        let rarest = chain.indices.dropFirst().reduce(0) { costs[Int(chain[$1].word)] < costs[Int(chain[$0].word)] ? $1 : $0 }
        return Anchor(word: chain[rarest].word, distance: rarest)
    }
}

extension SegmentView {
    /// Bytes of the postings of some spellings: about as many as there are, or twice that.
    func postingBytes(of spellings: [Range<Int>]) -> Int {
        spellings.reduce(0) { $0 + Int(postings.starts[$1.upperBound]) - Int(postings.starts[$1.lowerBound]) }
    }

    /// Calls `body` with each word that is spelled so, ascending; what the bytes say beyond the column is passed over.
    @inline(__always) func forEachPosting(of spelling: Int, _ body: (Int) -> Void) {
        forEachPostings(of: spelling) { places in
            for place in places { body(Int(place)) }
        }
    }

    /// The same, many at a time.
    @inline(__always) func forEachPostings(of spelling: Int, _ body: (UnsafeBufferPointer<UInt32>) -> Void) {
        let path = InstructionPath.best.kernels
        var reader = postingReader(of: spelling)
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.postingsAtOnce) { places in
            while true {
                let count = cv_read_postings(path, &reader, places.baseAddress, places.count)
                body(UnsafeBufferPointer(rebasing: places[..<count]))
                guard count == places.count else { return }
            }
        }
    }

    /// Those that fit into what Swift lets stand on the stack, 1 KB.
    private static var postingsAtOnce: Int { 256 }

    func postingReader(of spelling: Int) -> cv_postings {
        let bytes = postings[spelling]
        return cv_postings(bytes: bytes.baseAddress, end: bytes.baseAddress.map { $0 + bytes.count }, place: -1, limit: Int64(column.count))
    }
}
