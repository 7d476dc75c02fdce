import Lexicons

/// Runs patterns over the words of a segment, within one passage at a time.
struct SegmentRun {
    let segment: SegmentView
    let meanings: SegmentMeanings
    let plans: [PatternPlan]
    /// Of all tight chains, one behind the other.
    private let steps: [PatternPlan.Step]
    private let joints: [Joint]
    /// For each joint of the lexicon and each of the segment whether the one satisfies the other: 0 not asked yet, 1 no, 2 yes.
    private var answers: [UInt8]

    init(_ lexicon: IndexedLexicon, steps: [PatternPlan.Step], meanings: SegmentMeanings, segment: SegmentView) {
        self.steps = steps
        self.segment = segment
        self.meanings = meanings
        plans = lexicon.plans
        joints = lexicon.joints
        answers = [UInt8](repeating: 0, count: lexicon.joints.count * segment.joints.count)
    }

    @inline(__always) func meaning(_ word: Int) -> Int32 { meanings.meaningOfSpelling[segment.spelling(word)] }

    /// Where the word patterns that match a word stand among those of all meanings.
    @inline(__always) func patterns(at word: Int) -> Range<Int> { meanings.patternPlaces(of: Int(meaning(word))) }

    @inline(__always) func isKnown(_ word: Int) -> Bool { meaning(word) != 0 }

    @inline(__always) func matches(_ pattern: Int32, at word: Int) -> Bool { meanings.matches(pattern, spelling: segment.spelling(word)) }

    /// Whether what stands before `word` is what the lexicon's joint asks for.
    mutating func isJoined(_ joint: Int32, before word: Int) -> Bool {
        let between = segment.joint(word)
        guard between < segment.joints.count else { return false }
        let place = Int(joint) * segment.joints.count + between
        if answers[place] == 0 {
            answers[place] = TextJoint.satisfies(joints[Int(joint)], segment.joints.array(between)[...]) ? 2 : 1
        }
        return answers[place] == 2
    }

    /// Whether the words from `start` on are those of a tight chain, of which the first has been compared.
    @inline(__always) mutating func follows(_ chain: Range<Int>, from start: Int) -> Bool {
        var word = start
        var step = chain.lowerBound + 1
        while step < chain.upperBound {
            word += 1
            guard matches(steps[step].word, at: word), isJoined(steps[step].joint, before: word) else { return false }
            step += 1
        }
        return true
    }

    /// The ends (index behind the last word) of all matches of a pattern that start at word `start`, ascending; none reaches `limit`.
    ///
    /// Each state is reached at each word at most once, so the work is bounded by the pattern, however often its parts repeat in the text.
    mutating func ends(of pattern: Int, from start: Int, limit: Int) -> [Int] {
        let plan = plans[pattern]
        var search = EndSearch()
        for state in plan.firstStates where matches(plan.words[state], at: start) {
            go(on: EndSearch.Spot(state: state, end: start + 1), in: plan, limit: limit, &search)
        }
        while let spot = search.waiting.popLast() { go(on: spot, in: plan, limit: limit, &search) }
        return search.ends.count > 1 ? search.ends.sorted() : search.ends
    }

    private struct EndSearch {
        /// `state` has read the word before `end`.
        struct Spot: Hashable {
            let state: Int
            let end: Int
        }
        var reached: Set<Spot> = []
        var waiting: [Spot] = []
        var ends: [Int] = []
    }

    private mutating func go(on spot: EndSearch.Spot, in plan: PatternPlan, limit: Int, _ search: inout EndSearch) {
        if plan.isLast[spot.state], !search.ends.contains(spot.end) { search.ends.append(spot.end) }
        for link in plan.links[spot.state] {
            let first = min(spot.end + link.skipped.lowerBound, limit)
            for word in first..<max(first, min(spot.end + link.skipped.upperBound + 1, limit)) where matches(link.word, at: word) {
                guard link.joint < 0 || isJoined(link.joint, before: word) else { continue }
                let next = EndSearch.Spot(state: link.target, end: word + 1)
                if search.reached.insert(next).inserted { search.waiting.append(next) }
            }
        }
    }
}
