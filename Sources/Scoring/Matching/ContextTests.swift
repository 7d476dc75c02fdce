import Lexicons

/// The tests of `unless` and `near` in one passage; what it finds out about a pattern at a word it remembers, since candidates stand close.
struct ContextTests {
    private struct Place: Hashable {
        let pattern: Int
        let start: Int
    }

    private let lexicon: CompiledLexicon
    private let run: PatternRun
    private var knownEnds: [Place: [Int]] = [:]
    private var sentenceOfEachWord: [Int]?

    init(lexicon: CompiledLexicon, run: PatternRun) {
        self.lexicon = lexicon
        self.run = run
    }

    /// Whether a candidate of `term` at these words counts.
    mutating func admit(_ term: CompiledLexicon.CompiledTerm, _ words: Range<Int>) -> Bool {
        for pattern in term.unless where covers(pattern, words) { return false }
        guard let near = term.near else { return true }
        return hasNeighbour(near, words)
    }

    /// Whether some match of the pattern holds all of `words`.
    private mutating func covers(_ pattern: Int, _ words: Range<Int>) -> Bool {
        let reach = lexicon.patterns[pattern].mostWords
        guard reach >= words.count else { return false }
        for start in max(0, words.upperBound - reach)...words.lowerBound {
            if let longest = ends(of: pattern, from: start).last, longest >= words.upperBound { return true }
        }
        return false
    }

    private mutating func hasNeighbour(_ near: CompiledLexicon.Near, _ words: Range<Int>) -> Bool {
        let sentences = sentenceOfEachWord ?? run.passage.sentenceOfEachWord()
        sentenceOfEachWord = sentences
        let sentence = sentences[words.lowerBound]
        guard sentences[words.upperBound - 1] == sentence else { return false }
        if near.side != .after, hasNeighbourBefore(near, words, where: { sentences[$0] == sentence }) { return true }
        return near.side != .before && hasNeighbourAfter(near, words, where: { sentences[$0] == sentence })
    }

    private mutating func hasNeighbourBefore(_ near: CompiledLexicon.Near, _ words: Range<Int>, where isInSentence: (Int) -> Bool) -> Bool {
        let earliest = max(0, words.lowerBound - near.within - near.mostWords + 1)
        for start in (earliest..<words.lowerBound).reversed() where run.isKnown(start) {
            guard isInSentence(start) else { return false }
            for pattern in near.any {
                for end in ends(of: pattern, from: start)
                where end <= words.lowerBound && words.lowerBound - end < near.within { return true }
            }
        }
        return false
    }

    private mutating func hasNeighbourAfter(_ near: CompiledLexicon.Near, _ words: Range<Int>, where isInSentence: (Int) -> Bool) -> Bool {
        let last = min(run.passage.words.count, words.upperBound + near.within)
        for start in words.upperBound..<max(last, words.upperBound) where run.isKnown(start) {
            guard isInSentence(start) else { return false }
            for pattern in near.any {
                if let shortest = ends(of: pattern, from: start).first, isInSentence(shortest - 1) { return true }
            }
        }
        return false
    }

    private mutating func ends(of pattern: Int, from start: Int) -> [Int] {
        guard run.isKnown(start) else { return [] }
        let compiled = lexicon.patterns[pattern]
        guard compiled.first.contains(where: { run.matches(compiled.words[$0], at: start) }) else { return [] }
        if compiled.isSingleWord { return [start + 1] }
        let place = Place(pattern: pattern, start: start)
        if let known = knownEnds[place] { return known }
        let ends = run.ends(of: compiled, from: start)
        knownEnds[place] = ends
        return ends
    }
}
