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
        let anchors = plans.map { plan in (plan, anchor(of: plan)) }
        let expected = anchors.reduce(0) { $0 + cost(of: $1.1) }
        var starts = CandidateStarts(expected: expected, wordCount: segment.column.count)
        for (plan, anchor) in anchors {
            for word in anchor.words {
                for range in meanings.spellings[Int(word)] { add(range, anchor, plan, to: &starts) }
            }
        }
        return starts
    }

    private func anchor(of plan: PatternPlan) -> Anchor {
        let first = Anchor(words: plan.firstWords, distance: 0...0)
        var others: [Anchor] = []
        if let chain = plan.chain {
            others = chain.dropFirst().map { Anchor(words: [$0.word], distance: $0.distance) }
        } else if plan.mostWords > 1 {
            others = [Anchor(words: plan.lastWords, distance: 0...plan.mostWords - 1)]
        }
        return others.reduce(first) { cost(of: $1) < cost(of: $0) ? $1 : $0 }
    }

    /// About how many places there are to look at: postings have a byte or two each.
    private func cost(of anchor: Anchor) -> Int {
        anchor.words.reduce(0) { $0 + segment.postingBytes(of: meanings.spellings[Int($1)]) } * anchor.distance.count
    }

    private func add(_ spellings: Range<Int>, _ anchor: Anchor, _ plan: PatternPlan, to starts: inout CandidateStarts) {
        let isFirst = anchor.distance == 0...0
        let firstWords = plan.firstWords
        for spelling in spellings {
            segment.forEachPosting(of: spelling) { place in
                if isFirst { return starts.add(place) }
                if anchor.distance.lowerBound > place { return }
                for distance in anchor.distance.lowerBound...min(anchor.distance.upperBound, place) {
                    let start = place - distance
                    if firstWords.contains(where: { meanings.matches($0, spelling: segment.spelling(start)) }) { starts.add(start) }
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
        let bytes = postings[spelling]
        let count = column.count
        var place = -1
        var offset = 0
        while offset < bytes.count {
            var distance = Int(bytes[offset])
            offset += 1
            if distance >= 0x80 {
                distance &= 0x7F
                var shift = 7
                while offset < bytes.count, shift < 35 {
                    let byte = Int(bytes[offset])
                    offset += 1
                    distance |= (byte & 0x7F) << shift
                    if byte < 0x80 { break }
                    shift += 7
                }
            }
            place += distance
            guard place < count, place >= 0 else { return }
            body(place)
        }
    }
}
