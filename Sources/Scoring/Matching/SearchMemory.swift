import Words

/// What the search of one text needs and the next uses again.
final class SearchMemory {
    @exclusivity(unchecked) var flags = FlatBuffer<UInt8>()
    /// The words that the filter lets through, ascending.
    @exclusivity(unchecked) var candidates = FlatBuffer<UInt32>()
    /// Of these the ones that mean anything.
    @exclusivity(unchecked) var known = FlatBuffer<KnownWord>()
    /// For each word its meaning, below 0 where it was not asked for; between two texts for all.
    @exclusivity(unchecked) private(set) var meanings = FlatBuffer<Int32>(room: 0)
    /// The words that were asked for.
    @exclusivity(unchecked) private var asked = FlatList<UInt32>()
    /// For each concept the word behind its last match.
    @exclusivity(unchecked) var conceptEnds = FlatBuffer<Int>()
    /// Terms that may begin at one word.
    @exclusivity(unchecked) var starting: [TermCandidate] = []

    func makeRoom(forMeaningsOf count: Int) {
        guard count > meanings.room else { return }
        meanings.reserve(count)
        meanings.base.update(repeating: -1, count: meanings.room)
    }

    @inline(__always)
    func setMeaning(_ meaning: Int32, of word: Int) {
        meanings[word] = meaning
        asked.append(UInt32(truncatingIfNeeded: word))
    }

    func forgetMeanings() {
        for word in asked.elements { meanings[Int(word)] = -1 }
        asked.removeAll()
    }
}
