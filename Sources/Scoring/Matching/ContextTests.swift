import Lexicons

/// The tests of `unless` and `near` in one passage; what it finds out about a long pattern at a word it remembers, since candidates stand close.
struct ContextTests {
    private struct Place: Hashable {
        let pattern: Int32
        let start: Int
    }

    /// Spots of a pattern up to which it is run anew: that is faster than remembering.
    private static let mostSpotsUnremembered = 512

    private let lexicon: CompiledLexicon
    private let memory: PatternMemory
    private var knownEnds: [Place: Range<Int>] = [:]
    /// Below 0 for none.
    private var passage = -1
    /// Of the words of the passage at hand.
    private var sentenceOfEachWord: [Int]?

    init(lexicon: CompiledLexicon, memory: PatternMemory) {
        self.lexicon = lexicon
        self.memory = memory
    }

    /// To be called before each text.
    mutating func leavePassage() { enter(-1) }

    private mutating func enter(_ passage: Int) {
        guard passage != self.passage else { return }
        self.passage = passage
        sentenceOfEachWord = nil
        guard !knownEnds.isEmpty else { return }
        knownEnds = [:]
        memory.forgetKept()
    }

    /// Whether a candidate at these words of a passage counts, of a term that has conditions.
    mutating func admit(_ number: Int, _ words: Range<Int>, inPassage passage: Int, of text: SearchedText, _ run: PatternRun) -> Bool {
        enter(passage)
        let term = lexicon.terms[number]
        for pattern in term.unless where covers(Int32(pattern), words, run) { return false }
        guard let near = term.near else { return true }
        return hasNeighbour(near, words, of: text, run)
    }

    /// Whether some match of the pattern holds all of `words`.
    private mutating func covers(_ pattern: Int32, _ words: Range<Int>, _ run: PatternRun) -> Bool {
        let reach = run.mostWords(of: pattern)
        guard reach >= words.count else { return false }
        for start in max(run.passage.lowerBound, words.upperBound - reach)...words.lowerBound {
            if let longest = ends(of: pattern, from: start, run).last, longest >= words.upperBound { return true }
        }
        return false
    }

    private mutating func hasNeighbour(_ near: CompiledLexicon.Near, _ words: Range<Int>, of text: SearchedText, _ run: PatternRun) -> Bool
    {
        let sentences = sentenceOfEachWord ?? text.sentenceOfEachWord(ofPassage: passage)
        sentenceOfEachWord = sentences
        let first = run.passage.lowerBound
        let sentence = sentences[words.lowerBound - first]
        guard sentences[words.upperBound - 1 - first] == sentence else { return false }
        let isInSentence = { sentences[$0 - first] == sentence }
        if near.side != .after, hasNeighbourBefore(near, words, run, where: isInSentence) { return true }
        return near.side != .before && hasNeighbourAfter(near, words, run, where: isInSentence)
    }

    private mutating func hasNeighbourBefore(
        _ near: CompiledLexicon.Near, _ words: Range<Int>, _ run: PatternRun, where isInSentence: (Int) -> Bool
    ) -> Bool {
        let earliest = max(run.passage.lowerBound, words.lowerBound - near.within - near.mostWords + 1)
        for start in (earliest..<words.lowerBound).reversed() where run.isKnown(start) {
            guard isInSentence(start) else { return false }
            for pattern in near.any {
                for end in ends(of: Int32(pattern), from: start, run)
                where end <= words.lowerBound && words.lowerBound - end < near.within { return true }
            }
        }
        return false
    }

    private mutating func hasNeighbourAfter(
        _ near: CompiledLexicon.Near, _ words: Range<Int>, _ run: PatternRun, where isInSentence: (Int) -> Bool
    ) -> Bool {
        let last = min(run.passage.upperBound, words.upperBound + near.within)
        for start in words.upperBound..<max(last, words.upperBound) where run.isKnown(start) {
            guard isInSentence(start) else { return false }
            for pattern in near.any {
                if let shortest = ends(of: Int32(pattern), from: start, run).first, isInSentence(shortest - 1) { return true }
            }
        }
        return false
    }

    /// Until the next are asked for.
    private mutating func ends(of pattern: Int32, from start: Int, _ run: PatternRun) -> UnsafeBufferPointer<Int> {
        guard run.isKnown(start), run.mayStart(pattern, at: start) else { return UnsafeBufferPointer(start: nil, count: 0) }
        if run.spots(of: pattern) <= Self.mostSpotsUnremembered { return run.ends(of: pattern, from: start) }
        let place = Place(pattern: pattern, start: start)
        if let known = knownEnds[place] { return memory.kept(known) }
        let ends = run.ends(of: pattern, from: start)
        knownEnds[place] = memory.keep(ends)
        return ends
    }
}
