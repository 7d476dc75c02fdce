import Lexicons
import Words

/// The tests of `unless` and `near` in one passage of a segment; what it finds out about a pattern at a word it remembers.
struct SegmentContexts {
    private struct Place: Hashable {
        let pattern: Int
        let start: Int
    }

    private let lexicon: CompiledLexicon
    private let words: Range<Int>
    private let passage: Int
    private var knownEnds: [Place: [Int]] = [:]
    private var sentenceOfEachWord: [Int]?

    /// - Parameter words: of the passage, by their places in the segment.
    init(lexicon: CompiledLexicon, passage: Int, words: Range<Int>) {
        (self.lexicon, self.passage, self.words) = (lexicon, passage, words)
    }

    /// Whether a candidate of `term` at these words counts.
    mutating func admit(_ term: CompiledLexicon.CompiledTerm, _ hit: Range<Int>, _ run: inout SegmentRun) -> Bool {
        for pattern in term.unless where covers(pattern, hit, &run) { return false }
        guard let near = term.near else { return true }
        return hasNeighbour(near, hit, &run)
    }

    /// Whether some match of the pattern holds all of `hit`.
    private mutating func covers(_ pattern: Int, _ hit: Range<Int>, _ run: inout SegmentRun) -> Bool {
        let reach = lexicon.patterns[pattern].mostWords
        guard reach >= hit.count else { return false }
        for start in max(words.lowerBound, hit.upperBound - reach)...hit.lowerBound {
            if let longest = ends(of: pattern, from: start, &run).last, longest >= hit.upperBound { return true }
        }
        return false
    }

    private mutating func hasNeighbour(_ near: CompiledLexicon.Near, _ hit: Range<Int>, _ run: inout SegmentRun) -> Bool {
        let sentence = self.sentence(of: hit.lowerBound, in: run.segment)
        guard self.sentence(of: hit.upperBound - 1, in: run.segment) == sentence else { return false }
        if near.side != .after, hasNeighbourBefore(near, hit, sentence, &run) { return true }
        return near.side != .before && hasNeighbourAfter(near, hit, sentence, &run)
    }

    private mutating func hasNeighbourBefore(
        _ near: CompiledLexicon.Near, _ hit: Range<Int>, _ sentence: Int, _ run: inout SegmentRun
    ) -> Bool {
        let earliest = max(words.lowerBound, hit.lowerBound - near.within - near.mostWords + 1)
        for start in (earliest..<hit.lowerBound).reversed() where run.isKnown(start) {
            guard self.sentence(of: start, in: run.segment) == sentence else { return false }
            for pattern in near.any {
                for end in ends(of: pattern, from: start, &run)
                where end <= hit.lowerBound && hit.lowerBound - end < near.within { return true }
            }
        }
        return false
    }

    private mutating func hasNeighbourAfter(
        _ near: CompiledLexicon.Near, _ hit: Range<Int>, _ sentence: Int, _ run: inout SegmentRun
    ) -> Bool {
        let last = min(words.upperBound, hit.upperBound + near.within)
        for start in hit.upperBound..<max(last, hit.upperBound) where run.isKnown(start) {
            guard self.sentence(of: start, in: run.segment) == sentence else { return false }
            for pattern in near.any {
                guard let shortest = ends(of: pattern, from: start, &run).first else { continue }
                if self.sentence(of: shortest - 1, in: run.segment) == sentence { return true }
            }
        }
        return false
    }

    private mutating func ends(of pattern: Int, from start: Int, _ run: inout SegmentRun) -> [Int] {
        guard run.isKnown(start) else { return [] }
        let plan = run.plans[pattern]
        guard plan.firstStates.contains(where: { run.matches(plan.words[$0], at: start) }) else { return [] }
        if plan.mostWords == 1 { return [start + 1] }
        let place = Place(pattern: pattern, start: start)
        if let known = knownEnds[place] { return known }
        let ends = run.ends(of: pattern, from: start, limit: words.upperBound)
        knownEnds[place] = ends
        return ends
    }

    /// The number of a word's sentence; -1 before any.
    private mutating func sentence(of word: Int, in segment: SegmentView) -> Int {
        let numbers = sentenceOfEachWord ?? segment.text(ofPassage: passage).sentenceOfEachWord()
        sentenceOfEachWord = numbers
        return numbers[word - words.lowerBound]
    }
}
