import Lexicons
import Words

/// Runs compiled patterns over the words of one passage at a time.
final class PatternRun<Text: PatternText> {
    let text: Text
    private let memory: PatternMemory
    private let patterns: PatternTables
    /// The words of the passage at hand.
    @exclusivity(unchecked) var passage = 0..<0

    init(text: Text, memory: PatternMemory) {
        self.text = text
        self.memory = memory
        patterns = text.patterns
    }

    @inline(__always) func matches(_ pattern: Int32, at word: Int) -> Bool {
        let meaning = text.meaning(of: word)
        return meaning > 0 && text.matches(pattern, meaning)
    }

    @inline(__always) func pattern(_ number: Int32) -> UnsafePointer<PatternRows.Pattern> {
        precondition(number >= 0 && number < patterns.patterns.count, "the number of a pattern")
        return patterns.patterns.baseAddress.unsafelyUnwrapped + Int(number)
    }

    /// The ends (index after the last word) of all matches that start at word `start`, ascending; until the next run.
    ///
    /// Each state is reached at each word at most once, so the work is bounded by the pattern, however often its parts repeat in the text.
    func ends(of number: Int32, from start: Int) -> UnsafeBufferPointer<Int> {
        let row = pattern(number)
        memory.begin(spots: row.pointee.spots)
        let meaning = text.meaning(of: start)
        for place in row.pointee.first.places {
            let state = patterns.firstStates[place]
            if text.matches(patterns.states[Int(state)].word, meaning) {
                go(on: PatternMemory.Spot(state: state, end: start + 1), row, start)
            }
        }
        while let spot = memory.waiting.popLast() { go(on: spot, row, start) }
        return memory.ends.elements
    }

    @inline(__always)
    private func go(on spot: PatternMemory.Spot, _ row: UnsafePointer<PatternRows.Pattern>, _ start: Int) {
        let state = patterns.states.baseAddress.unsafelyUnwrapped + Int(spot.state)
        if state.pointee.isLast { memory.addEnd(spot.end) }
        let behind = min(spot.end + Int(state.pointee.reach), passage.upperBound)
        var word = spot.end
        while word < behind {
            let meaning = text.meaning(of: word)
            if meaning > 0, !state.pointee.nextWords.isDisjoint(with: text.signature(ofMeaning: meaning)) {
                goOn(from: state.pointee.links, behind: spot.end, to: word, meaning, row, start)
            }
            word += 1
        }
    }

    /// - Parameter end: the word behind the last that was read.
    @inline(__always)
    private func goOn(
        from links: RowRange, behind end: Int, to word: Int, _ meaning: Int32, _ row: UnsafePointer<PatternRows.Pattern>, _ start: Int
    ) {
        let skipped = word - end
        for number in links.places {
            let link = patterns.links[number]
            guard skipped >= Int(link.fewest), skipped <= Int(link.most), text.matches(link.word, meaning),
                link.joint < 0 || text.isJoined(link.joint, admitsBlank: link.admitsBlank, before: word)
            else { continue }
            let place = Int(link.target - row.pointee.states.lowerBound) * (Int(row.pointee.mostWords) + 1) + word + 1 - start
            if memory.reach(place) { memory.waiting.append(PatternMemory.Spot(state: link.target, end: word + 1)) }
        }
    }
}

extension PatternRun where Text == SearchTables {
    /// The word behind the match of a plain phrase whose first word was compared already; nil where there is none.
    @inline(__always) func end(of steps: RowRange, from start: Int) -> Int? {
        guard !text.excludes(steps, behind: start, limit: passage.upperBound) else { return nil }
        var word = start + 1
        for number in steps.places {
            let step = text.steps[number]
            guard matches(step.word, at: word), text.isJoined(step.joint, admitsBlank: step.admitsBlank, before: word) else { return nil }
            word += 1
        }
        return word
    }

    /// The same where the bytes of ASCII words tell.
    @inline(__always) func directEnd(of steps: RowRange, from start: Int) -> Int? {
        guard start + steps.count < passage.upperBound else { return nil }
        var word = start + 1
        for number in steps.places {
            let step = text.steps[number]
            guard text.isWord(word, step) || text.text.isMarked(word) && matches(step.word, at: word) else { return nil }
            guard text.isJoined(step.joint, admitsBlank: step.admitsBlank, before: word) else { return nil }
            word += 1
        }
        return word
    }
}
