import Lexicons
import Words

/// Runs compiled patterns over the words of one passage at a time.
final class PatternRun {
    private let tables: SearchTables
    private let memory: PatternMemory
    private let joints: [Joint]
    /// The words of the passage at hand.
    @exclusivity(unchecked) var passage = 0..<0

    init(tables: SearchTables, joints: [Joint], memory: PatternMemory) {
        self.tables = tables
        self.joints = joints
        self.memory = memory
    }

    /// Whether the word means anything to the lexicon.
    @inline(__always) func isKnown(_ word: Int) -> Bool { tables.isKnown(word) }

    @inline(__always) func matches(_ pattern: Int32, at word: Int) -> Bool { tables.matches(pattern, at: word) }

    /// The word behind the match of a plain phrase whose first word was compared already; nil where there is none.
    @inline(__always) func end(of steps: RowRange, from start: Int) -> Int? {
        guard !tables.excludes(steps, behind: start, limit: passage.upperBound) else { return nil }
        var word = start + 1
        for number in steps.places {
            let step = tables.steps[number]
            guard matches(step.word, at: word), isJoined(step.joint, admitsBlank: step.admitsBlank, word) else { return nil }
            word += 1
        }
        return word
    }

    /// The same where the bytes of ASCII words tell.
    @inline(__always) func directEnd(of steps: RowRange, from start: Int) -> Int? {
        guard start + steps.count < passage.upperBound else { return nil }
        var word = start + 1
        for number in steps.places {
            let step = tables.steps[number]
            guard tables.isWord(word, step) || tables.text.isMarked(word) && matches(step.word, at: word) else { return nil }
            guard isJoined(step.joint, admitsBlank: step.admitsBlank, word) else { return nil }
            word += 1
        }
        return word
    }

    @inline(__always) func mostWords(of pattern: Int32) -> Int { Int(tables.patternRows[Int(pattern)].mostWords) }

    @inline(__always) func spots(of pattern: Int32) -> Int { tables.patternRows[Int(pattern)].spots }

    /// Whether the word is one that a match can start with.
    func mayStart(_ pattern: Int32, at word: Int) -> Bool {
        let meaning = tables.known.meaning(of: word, in: tables.text)
        return meaning > 0 && tables.mayStart(pattern, meaning)
    }

    /// The ends (index after the last word) of all matches that start at word `start`, ascending; until the next run.
    ///
    /// Each state is reached at each word at most once, so the work is bounded by the pattern, however often its parts repeat in the text.
    func ends(of pattern: Int32, from start: Int) -> UnsafeBufferPointer<Int> {
        let row = tables.patternRows[Int(pattern)]
        memory.begin(spots: row.spots)
        for place in row.first.places {
            let state = tables.firstStates[place]
            if matches(tables.states[Int(state)].word, at: start) { go(on: PatternMemory.Spot(state: state, end: start + 1), row, start) }
        }
        while let spot = memory.waiting.popLast() { go(on: spot, row, start) }
        return memory.ends.elements
    }

    @inline(__always)
    private func go(on spot: PatternMemory.Spot, _ row: PatternRows.Pattern, _ start: Int) {
        let state = tables.states[Int(spot.state)]
        if state.isLast { memory.addEnd(spot.end) }
        for number in state.links.places {
            let link = tables.links[number]
            var word = spot.end + Int(link.fewest)
            let behind = min(spot.end + Int(link.most) + 1, passage.upperBound)
            while word < behind {
                if matches(link.word, at: word), link.joint < 0 || isJoined(link.joint, admitsBlank: link.admitsBlank, word) {
                    let place = Int(link.target - row.states.lowerBound) * (Int(row.mostWords) + 1) + word + 1 - start
                    if memory.reach(place) { memory.waiting.append(PatternMemory.Spot(state: link.target, end: word + 1)) }
                }
                word += 1
            }
        }
    }

    /// Whether the text before `word` is what the term asks for.
    @inline(__always)
    private func isJoined(_ joint: Int32, admitsBlank: Bool, _ word: Int) -> Bool {
        admitsBlank && tables.text.standsBehindBlank(word) || isJoined(joints[Int(joint)], word)
    }

    @inline(never)
    private func isJoined(_ joint: Joint, _ word: Int) -> Bool {
        TextJoint.satisfies(joint, tables.text.joint(before: word))
    }
}
