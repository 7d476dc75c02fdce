import Lexicons

/// A word from which matches of a pattern are looked for: how far before it they may begin, and what must stand around it.
struct PatternAnchor: BitwiseCopyable {
    let pattern: Int32
    /// Words of the match before the word.
    let fewest: Int32
    let most: Int32
    /// How many words before the word the one outside gaps that comes before it stands at most; 0 where a match may begin with the word.
    private let reachBefore: Int32
    /// The same behind it; 0 where a match may end with the word.
    private let reachBehind: Int32
    /// Of the words that may be the one before, and the one behind.
    private let wordsBefore: PatternSignature
    private let wordsBehind: PatternSignature

    init(_ pattern: CompiledPattern, number: Int, state anchor: Int) {
        self.pattern = Int32(number)
        let distance = pattern.distance(of: anchor)
        (fewest, most) = (Int32(distance.lowerBound), Int32(distance.upperBound))
        var (before, behind) = (PatternSignature(), PatternSignature())
        var (reachBefore, reachBehind) = (0, 0)
        for state in pattern.words.indices {
            for link in pattern.links(from: state) where link.target == anchor {
                before.insert(pattern.words[state])
                reachBefore = max(reachBefore, link.crossing.words.upperBound + 1)
            }
        }
        for link in pattern.links(from: anchor) {
            behind.insert(pattern.words[link.target])
            reachBehind = max(reachBehind, link.crossing.words.upperBound + 1)
        }
        self.reachBefore = pattern.first.contains(anchor) ? 0 : Int32(reachBefore)
        self.reachBehind = pattern.isLast(anchor) ? 0 : Int32(reachBehind)
        (wordsBefore, wordsBehind) = (before, behind)
    }

    /// Whether the words around the word say that it is in no match of the pattern.
    @inline(__always)
    func isExcluded(by around: inout WordsAround, in text: some PatternText) -> Bool {
        if reachBehind > 0, around.behind(Int(reachBehind), text).isDisjoint(with: wordsBehind) { return true }
        return reachBefore > 0 && around.before(Int(reachBefore), text).isDisjoint(with: wordsBefore)
    }
}
