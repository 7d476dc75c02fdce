import Words

/// What the search of one text needs and the next uses again.
final class SearchMemory {
    @exclusivity(unchecked) var flags = FlatBuffer<UInt8>()
    @exclusivity(unchecked) var candidates = CandidateList()
    /// Of these the ones that mean anything.
    @exclusivity(unchecked) var known = FlatBuffer<KnownWord>()
    /// Words at which terms may begin that are looked for from later ones.
    @exclusivity(unchecked) var starts = WordSet()
    @exclusivity(unchecked) var around = WordsAround()
    let patterns = PatternMemory()
    /// For each concept the word behind its last match.
    @exclusivity(unchecked) var conceptEnds = FlatBuffer<Int>()
    /// Terms that may begin at one word.
    @exclusivity(unchecked) var starting = FlatList<TermCandidate>()
}
