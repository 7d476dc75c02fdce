import Lexicons
import Words

/// Runs compiled patterns over the words of one passage.
struct PatternRun {
    let passage: PassageWords
    let meanings: [WordMeanings.Meaning]
    let meaningOfEachWord: [Int32]

    /// Whether the word means anything to the lexicon.
    func isKnown(_ word: Int) -> Bool { meaningOfEachWord[word] != 0 }

    func matches(_ pattern: Int32, at word: Int) -> Bool { meanings[Int(meaningOfEachWord[word])].matches(pattern) }

    /// The ends (index after the last word) of all matches that start at word `start`, ascending.
    ///
    /// Each state is reached at each word at most once, so the work is bounded by the pattern, however often its parts repeat in the text.
    func ends(of pattern: CompiledPattern, from start: Int) -> [Int] {
        var search = EndSearch()
        for state in pattern.first where matches(pattern.words[state], at: start) {
            go(on: EndSearch.Spot(state: state, end: start + 1), in: pattern, &search)
        }
        while let spot = search.waiting.popLast() { go(on: spot, in: pattern, &search) }
        return search.ends.count > 1 ? search.ends.sorted() : search.ends
    }

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
        if pattern.isLast[spot.state], !search.ends.contains(spot.end) { search.ends.append(spot.end) }
        for link in pattern.links[spot.state] {
            for word in reachableWords(link.crossing, from: spot.end) where matches(link.word, at: word) && isJoined(link.crossing, word) {
                let next = EndSearch.Spot(state: link.target, end: word + 1)
                if search.reached.insert(next).inserted { search.waiting.append(next) }
            }
        }
    }

    /// Where the next word of a match can stand when `end` words have been read.
    private func reachableWords(_ crossing: TermAutomaton.Crossing, from end: Int) -> Range<Int> {
        let count = meaningOfEachWord.count
        switch crossing {
        case .joint: return end..<min(end + 1, max(end, count))
        case .gap(let atLeast, let atMost):
            let first = min(end + atLeast, count)
            return first..<max(first, min(end + atMost + 1, count))
        }
    }

    /// Whether the text before `word` is what the term asks for; in a gap anything may stand.
    private func isJoined(_ crossing: TermAutomaton.Crossing, _ word: Int) -> Bool {
        guard case .joint(let joint) = crossing else { return true }
        return TextJoint.satisfies(joint, passage.bytes[passage.words[word - 1].end..<passage.words[word].start])
    }
}
