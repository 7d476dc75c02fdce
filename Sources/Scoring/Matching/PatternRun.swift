import Lexicons
import Words

/// Runs compiled patterns over the words of one passage at a time.
struct PatternRun {
    private let tables: SearchTables
    /// The words of the passage at hand.
    var passage = 0..<0

    init(tables: SearchTables) { self.tables = tables }

    /// Whether the word means anything to the lexicon.
    @inline(__always) func isKnown(_ word: Int) -> Bool { tables.isKnown(word) }

    @inline(__always) func matches(_ pattern: Int32, at word: Int) -> Bool { tables.matches(pattern, at: word) }

    /// The word behind the match of a plain phrase whose first word was compared already; nil where there is none.
    @inline(__always) func end(of steps: Range<Int32>, from start: Int, joints: [Joint]) -> Int? {
        guard !tables.excludes(steps, behind: start, limit: passage.upperBound) else { return nil }
        var word = start + 1
        for number in steps {
            let step = tables.steps[Int(number)]
            guard matches(step.word, at: word), isJoined(step, word, joints) else { return nil }
            word += 1
        }
        return word
    }

    /// The same where the bytes of ASCII words tell.
    @inline(__always) func directEnd(of steps: Range<Int32>, from start: Int, joints: [Joint]) -> Int? {
        guard start + steps.count < passage.upperBound else { return nil }
        var word = start + 1
        for number in steps {
            let step = tables.steps[Int(number)]
            guard tables.isWord(word, step) || tables.isMarked(word) && matches(step.word, at: word) else { return nil }
            guard isJoined(step, word, joints) else { return nil }
            word += 1
        }
        return word
    }

    /// The ends (index after the last word) of all matches that start at word `start`, ascending.
    ///
    /// Each state is reached at each word at most once, so the work is bounded by the pattern, however often its parts repeat in the text.
    func ends(of pattern: CompiledPattern, from start: Int) -> [Int] {
        if pattern.isPlain { return end(ofPlain: pattern.words, from: start).map { [$0] } ?? [] }
        var search = EndSearch()
        for state in pattern.first where matches(pattern.words[state], at: start) {
            go(on: EndSearch.Spot(state: state, end: start + 1), in: pattern, &search)
        }
        while let spot = search.waiting.popLast() { go(on: spot, in: pattern, &search) }
        return search.ends.count > 1 ? search.ends.sorted() : search.ends
    }

    /// Whether the word is one that a match can start with.
    func mayStart(_ pattern: CompiledPattern, at word: Int) -> Bool {
        if pattern.isPlain { return matches(pattern.words[0], at: word) }
        return pattern.first.contains { matches(pattern.words[$0], at: word) }
    }

    private func end(ofPlain words: [Int32], from start: Int) -> Int? {
        guard start + words.count <= passage.upperBound else { return nil }
        for (place, word) in words.enumerated() {
            guard matches(word, at: start + place), place == 0 || isJoined(Self.blank, start + place) else { return nil }
        }
        return start + words.count
    }

    private static let blank = Joint(.blank)

    /// A search under way; empty, and so without memory of its own, for nearly all words at which a pattern is tried.
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

    private func go(on spot: EndSearch.Spot, in pattern: CompiledPattern, _ search: inout EndSearch) {
        if pattern.isLast(spot.state), !search.ends.contains(spot.end) { search.ends.append(spot.end) }
        for link in pattern.links(from: spot.state) {
            for word in reachableWords(link.crossing, from: spot.end) where matches(link.word, at: word) && isJoined(link.crossing, word) {
                let next = EndSearch.Spot(state: link.target, end: word + 1)
                if search.reached.insert(next).inserted { search.waiting.append(next) }
            }
        }
    }

    /// Where the next word of a match can stand when `end` is the word behind those read.
    private func reachableWords(_ crossing: TermAutomaton.Crossing, from end: Int) -> Range<Int> {
        let behind = passage.upperBound
        switch crossing {
        case .joint: return end..<min(end + 1, max(end, behind))
        case .gap(let atLeast, let atMost):
            let first = min(end + atLeast, behind)
            return first..<max(first, min(end + atMost + 1, behind))
        }
    }

    /// Whether the text before `word` is what the term asks for; in a gap anything may stand.
    private func isJoined(_ crossing: TermAutomaton.Crossing, _ word: Int) -> Bool {
        guard case .joint(let joint) = crossing else { return true }
        return isJoined(joint, word)
    }

    @inline(__always)
    private func isJoined(_ step: PlainPhrases.Step, _ word: Int, _ joints: [Joint]) -> Bool {
        step.admitsBlank && tables.standsBehindBlank(word) || isJoined(joints[Int(step.joint)], word)
    }

    private func isJoined(_ joint: Joint, _ word: Int) -> Bool {
        TextJoint.satisfies(joint, UnsafeBufferPointer(rebasing: tables.bytes[tables.joint(before: word)]))
    }
}
