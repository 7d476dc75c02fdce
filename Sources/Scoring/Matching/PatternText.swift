/// Words in a row, of a text or of an index, as patterns are run over them.
protocol PatternText: AnyObject {
    /// What knows where sentences begin; handed on to `appendSentences`.
    associatedtype Source

    /// Of the lexicon.
    var patterns: PatternTables { get }

    /// What a word means to the lexicon, by number; 0 for nothing.
    func meaning(of word: Int) -> Int32

    /// Whether words of a meaning match a word pattern.
    func matches(_ pattern: Int32, _ meaning: Int32) -> Bool

    /// Of the word patterns that match words of a meaning.
    func signature(ofMeaning meaning: Int32) -> PatternSignature

    /// Whether what stands before a word is what the lexicon's joint of this number asks for.
    ///
    /// - Parameter admitsBlank: whether it asks for no more than a blank.
    func isJoined(_ joint: Int32, admitsBlank: Bool, before word: Int) -> Bool

    /// Appends for each sentence of a passage the first word that begins where it does or behind.
    ///
    /// - Parameter words: those of the passage.
    func appendSentences(ofPassage number: Int, _ words: Range<Int>, in source: Source, to list: inout FlatList<Int>)
}

extension PatternText {
    /// Whether a match of the pattern can start at a word of this meaning.
    @inline(__always)
    func mayStart(_ pattern: PatternRows.Pattern, _ meaning: Int32) -> Bool {
        guard meaning > 0, !pattern.firstWords.isDisjoint(with: signature(ofMeaning: meaning)) else { return false }
        for place in pattern.first.places where matches(patterns.states[Int(patterns.firstStates[place])].word, meaning) { return true }
        return false
    }
}

/// The automata of a lexicon's patterns, for as long as the lexicon lives.
struct PatternTables {
    let patterns: UnsafeBufferPointer<PatternRows.Pattern>
    let states: UnsafeBufferPointer<PatternRows.State>
    let links: UnsafeBufferPointer<PatternRows.Link>
    let firstStates: UnsafeBufferPointer<Int32>
}
