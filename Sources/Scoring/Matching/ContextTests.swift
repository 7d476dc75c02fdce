import Lexicons

/// The tests of `unless` and `near` in one passage; what it finds out about a long pattern at a word it remembers, since candidates stand close.
///
/// What the words around a match mean tells nearly always that no pattern of `unless` holds it, and which words of `near` stand by; sentences are asked
/// for last.
final class ContextTests<Text: PatternText> {
    private struct Place: Hashable {
        let pattern: Int32
        let start: Int
    }

    private let run: PatternRun<Text>
    private let memory: PatternMemory
    private let conditions: UnsafeBufferPointer<ConditionRows.Condition>
    private let nears: UnsafeBufferPointer<ConditionRows.Near>
    private let patterns: UnsafeBufferPointer<Int32>
    /// Around the match at hand.
    @exclusivity(unchecked) private var around = WordsAround()
    @exclusivity(unchecked) private var match = 0..<0
    @exclusivity(unchecked) private var sentences = PassageSentences()
    @exclusivity(unchecked) private var knownEnds: [Place: Range<Int>] = [:]
    /// Below 0 for none.
    @exclusivity(unchecked) private var passage = -1

    /// - Parameter lexicon: the one whose patterns `run` runs, which lives as long.
    init(lexicon: CompiledLexicon, run: PatternRun<Text>, memory: PatternMemory) {
        self.run = run
        self.memory = memory
        conditions = lexicon.tables.conditions.elements
        nears = lexicon.tables.nears.elements
        patterns = lexicon.tables.conditionPatterns.elements
    }

    /// To be called before each text.
    func leavePassage() { enter(-1) }

    @inline(__always)
    private func enter(_ passage: Int) {
        guard passage != self.passage else { return }
        self.passage = passage
        match = 0..<0
        sentences.enter(run.passage)
        if !knownEnds.isEmpty { forgetEnds() }
    }

    private func forgetEnds() {
        knownEnds = [:]
        memory.forgetKept()
    }

    /// Whether a match at these words of a passage, which `run` is at, counts for a term that has conditions.
    func admit(_ term: Int, _ words: Range<Int>, inPassage passage: Int, of source: Text.Source) -> Bool {
        enter(passage)
        if words != match {
            match = words
            around.begin(at: words, in: run.passage)
        }
        let condition = conditions[term]
        // First what is sooner asked and lets fewer through.
        if condition.near >= 0, !hasNeighbour(nears[Int(condition.near)], words, source) { return false }
        return condition.unless.isEmpty || !isCancelled(by: condition.unless, words)
    }

    /// Whether some match of one of the patterns holds all of `words`.
    private func isCancelled(by unless: RowRange, _ words: Range<Int>) -> Bool {
        let first = run.text.signature(ofMeaning: run.text.meaning(of: words.lowerBound))
        let last = run.text.signature(ofMeaning: run.text.meaning(of: words.upperBound - 1))
        for number in unless.places {
            let pattern = run.pattern(patterns[number])
            let more = Int(pattern.pointee.mostWords) - words.count
            guard more >= 0, mayCover(pattern, more, first: first, last: last) else { continue }
            if covers(patterns[number], pattern, from: max(run.passage.lowerBound, words.lowerBound - more), words) { return true }
        }
        return false
    }

    /// Whether a match of the pattern may begin at the first word or up to `more` words before, and end at the last one or up to as many behind.
    @inline(__always)
    private func mayCover(
        _ pattern: UnsafePointer<PatternRows.Pattern>, _ more: Int, first: PatternSignature, last: PatternSignature
    ) -> Bool {
        if pattern.pointee.firstWords.isDisjoint(with: first),
            pattern.pointee.firstWords.isDisjoint(with: around.before(more, run.text))
        {
            return false
        }
        return !pattern.pointee.lastWords.isDisjoint(with: last)
            || !pattern.pointee.lastWords.isDisjoint(with: around.behind(more, run.text))
    }

    private func covers(_ number: Int32, _ pattern: UnsafePointer<PatternRows.Pattern>, from earliest: Int, _ words: Range<Int>) -> Bool {
        for start in earliest...words.lowerBound where mayStart(pattern.pointee.firstWords, at: start) {
            if let longest = ends(of: number, pattern, from: start).last, longest >= words.upperBound { return true }
        }
        return false
    }

    private func hasNeighbour(_ near: ConditionRows.Near, _ words: Range<Int>, _ source: Text.Source) -> Bool {
        var stretch = run.passage
        // Where words are tried far around, those of the sentence are fewer.
        if near.within > WordsAround.farthest {
            stretch = sentence(of: words.lowerBound, source)
            guard stretch.contains(words.upperBound - 1) else { return false }
        }
        if near.mayStandBefore, hasNeighbourBefore(near, words, stretch, source) { return true }
        return near.mayStandBehind && hasNeighbourBehind(near, words, stretch, source)
    }

    private func hasNeighbourBefore(
        _ near: ConditionRows.Near, _ words: Range<Int>, _ stretch: Range<Int>, _ source: Text.Source
    ) -> Bool {
        let farthest = near.within + near.mostWords - 1
        if near.firstWords.isDisjoint(with: around.before(farthest, run.text)) { return false }
        let earliest = max(stretch.lowerBound, words.lowerBound - farthest)
        var start = words.lowerBound
        while start > earliest {
            start -= 1
            guard mayStart(near.firstWords, at: start) else { continue }
            for number in near.any.places {
                for end in ends(of: patterns[number], from: start)
                where end <= words.lowerBound && words.lowerBound - end < near.within {
                    // What lies farther on this side is in no nearer sentence.
                    return isOneSentence(start, words.upperBound - 1, source)
                }
            }
        }
        return false
    }

    private func hasNeighbourBehind(
        _ near: ConditionRows.Near, _ words: Range<Int>, _ stretch: Range<Int>, _ source: Text.Source
    ) -> Bool {
        if near.firstWords.isDisjoint(with: around.behind(near.within, run.text)) { return false }
        let behind = min(stretch.upperBound, words.upperBound + near.within)
        var start = words.upperBound
        while start < behind {
            defer { start += 1 }
            guard mayStart(near.firstWords, at: start) else { continue }
            for number in near.any.places {
                guard let shortest = ends(of: patterns[number], from: start).first else { continue }
                guard isOneSentence(words.lowerBound, start, source) else { return false }
                if isOneSentence(words.lowerBound, shortest - 1, source) { return true }
            }
        }
        return false
    }

    /// Whether a word may be one of those that some patterns start with.
    @inline(__always)
    private func mayStart(_ firstWords: PatternSignature, at word: Int) -> Bool {
        let meaning = run.text.meaning(of: word)
        return meaning > 0 && !firstWords.isDisjoint(with: run.text.signature(ofMeaning: meaning))
    }

    private func isOneSentence(_ first: Int, _ last: Int, _ source: Text.Source) -> Bool { sentence(of: first, source).contains(last) }

    private func sentence(of word: Int, _ source: Text.Source) -> Range<Int> {
        sentences.sentence(of: word) { run.text.appendSentences(ofPassage: passage, run.passage, in: source, to: &$0) }
    }

    /// Until the next are asked for.
    @inline(__always)
    private func ends(of number: Int32, from start: Int) -> UnsafeBufferPointer<Int> {
        let pattern = run.pattern(number)
        guard mayStart(pattern.pointee.firstWords, at: start) else { return UnsafeBufferPointer(start: nil, count: 0) }
        return ends(of: number, pattern, from: start)
    }

    private func ends(of number: Int32, _ pattern: UnsafePointer<PatternRows.Pattern>, from start: Int) -> UnsafeBufferPointer<Int> {
        if pattern.pointee.spots <= PatternMemory.mostSpotsUnremembered { return run.ends(of: number, from: start) }
        let place = Place(pattern: number, start: start)
        if let known = knownEnds[place] { return memory.kept(known) }
        let ends = run.ends(of: number, from: start)
        knownEnds[place] = memory.keep(ends)
        return ends
    }
}
