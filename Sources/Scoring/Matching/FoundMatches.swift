import Words

/// The matches in the passages of a stretch, by passage, start, then concept; the next stretch takes their place.
final class FoundMatches {
    @exclusivity(unchecked) private var matches = FlatList<TermMatch>()
    /// For each passage, how many matches it and those before it have.
    @exclusivity(unchecked) private var counts = FlatList<Int>()

    /// Until another stretch is searched.
    var all: UnsafeBufferPointer<TermMatch> { matches.elements }

    /// For each passage the place behind its last match; as long.
    var ends: UnsafeBufferPointer<Int> { counts.elements }

    subscript(passage: Int) -> Slice<UnsafeBufferPointer<TermMatch>> {
        let ends = ends
        return all[(passage == 0 ? 0 : ends[passage - 1])..<ends[passage]]
    }

    func removeAll() {
        matches.removeAll()
        counts.removeAll()
    }

    @inline(__always) func append(_ match: TermMatch) { matches.append(match) }

    func endPassage() { counts.append(matches.count) }
}
