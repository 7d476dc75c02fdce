import CVectors
import Words

/// Finds where matches of a lexicon's terms may start, from the postings of the rarest of each term's words.
struct AnchorSearch {
    private let segment: SegmentView
    private let meanings: SegmentMeanings

    /// Words to look up, and how far before them a match can start.
    private struct Anchor {
        let words: [Int32]
        let distance: ClosedRange<Int>
    }

    init(segment: SegmentView, meanings: SegmentMeanings) {
        self.segment = segment
        self.meanings = meanings
    }

    func starts(of plans: [PatternPlan]) -> CandidateStarts {
        let anchors = plans.flatMap { plan in self.anchors(of: plan).map { (plan, $0) } }
        let expected = anchors.reduce(0) { $0 + cost(of: $1.1) }
        var starts = CandidateStarts(expected: expected, wordCount: segment.column.count)
        for (plan, anchor) in anchors {
            for word in anchor.words {
                for range in meanings.spellings[Int(word)] { add(range, anchor, plan, to: &starts) }
            }
        }
        return starts
    }

    /// One for each chain: every match holds one of them.
    private func anchors(of plan: PatternPlan) -> [Anchor] {
        guard let chains = plan.chains else {
            let first = Anchor(words: plan.firstWords, distance: 0...0)
            return [cheapest([first, Anchor(words: plan.lastWords, distance: 0...plan.mostWords - 1)], or: first)]
        }
        return chains.map { chain in
            let anchors = chain.map { Anchor(words: [$0.word], distance: $0.distance) }
            return cheapest(anchors.dropFirst(), or: anchors[0])
        }
    }

    private func cheapest(_ anchors: some Sequence<Anchor>, or first: Anchor) -> Anchor {
        anchors.reduce(first) { cost(of: $1) < cost(of: $0) ? $1 : $0 }
    }

    /// About how many places there are to look at: postings have a byte or two each.
    private func cost(of anchor: Anchor) -> Int {
        anchor.words.reduce(0) { $0 + segment.postingBytes(of: meanings.spellings[Int($1)]) } * anchor.distance.count
    }

    private func add(_ spellings: Range<Int>, _ anchor: Anchor, _ plan: PatternPlan, to starts: inout CandidateStarts) {
        let distance = anchor.distance.lowerBound
        if anchor.distance.count == 1 {
            // Whether the pattern's first word stands there the search asks of all starts in the order of the column, which is faster.
            for spelling in spellings { starts.add(postingsOf: spelling, in: segment, before: distance) }
            return
        }
        let firstWords = plan.firstWords
        for spelling in spellings {
            segment.forEachPosting(of: spelling) { place in
                guard place >= distance else { return }
                for start in max(0, place - anchor.distance.upperBound)...place - distance
                where firstWords.contains(where: { meanings.matches($0, spelling: segment.spelling(start)) }) {
                    starts.add(start)
                }
            }
        }
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
