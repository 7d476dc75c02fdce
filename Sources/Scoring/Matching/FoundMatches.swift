import Words

/// The matches in the passages of a stretch, by passage, start, then concept; the next stretch takes their place.
final class FoundMatches {
    @exclusivity(unchecked) private var matches = FlatList<TermMatch>()
    /// For each match the number of its passage among those that were searched.
    @exclusivity(unchecked) private var passages = FlatList<UInt32>()

    /// Until another stretch is searched.
    var all: UnsafeBufferPointer<TermMatch> { matches.elements }

    /// The number of each match's passage; as long.
    var passageNumbers: UnsafeBufferPointer<UInt32> { passages.elements }

    func removeAll() {
        matches.removeAll()
        passages.removeAll()
    }

    @inline(__always)
    func append(_ match: TermMatch, passage: Int) {
        matches.append(match)
        passages.append(UInt32(truncatingIfNeeded: passage))
    }

    /// The matches of a passage, which begin at `first` where there are any; as long.
    func matches(ofPassage number: Int, from first: Int) -> Slice<UnsafeBufferPointer<TermMatch>> {
        var end = first
        while end < passages.count, passages[end] == number { end += 1 }
        return all[first..<end]
    }
}
