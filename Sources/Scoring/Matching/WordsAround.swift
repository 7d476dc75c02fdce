import Words

/// What the words before and behind some words mean, all up to some distance in one signature; asked for only as far as it is needed.
struct WordsAround: ~Copyable {
    /// Farther than that nothing is told.
    static let farthest = 24

    /// Of no words, of one, and so on.
    private var before = FlatBuffer<PatternSignature>(room: farthest + 1)
    private var behind = FlatBuffer<PatternSignature>(room: farthest + 1)
    private var beforeCount = 0
    private var behindCount = 0
    private var words = 0..<0
    private var passage = 0..<0

    /// Goes on to what stands around some words of a passage.
    @inline(__always)
    mutating func begin(at words: Range<Int>, in passage: Range<Int>) {
        before.base[0] = PatternSignature()
        behind.base[0] = PatternSignature()
        (beforeCount, behindCount) = (0, 0)
        self.words = words
        self.passage = passage
    }

    /// Of the patterns that match any of the `count` words before; of all patterns where that is too far.
    @inline(__always)
    mutating func before(_ count: Int, _ text: some PatternText) -> PatternSignature {
        guard count <= Self.farthest else { return .all }
        while beforeCount < count {
            var signature = before.base[beforeCount]
            beforeCount += 1
            let word = words.lowerBound - beforeCount
            if word >= passage.lowerBound { signature.formUnion(text.signature(ofMeaning: text.meaning(of: word))) }
            before.base[beforeCount] = signature
        }
        return before.base[count]
    }

    /// The same of the words behind.
    @inline(__always)
    mutating func behind(_ count: Int, _ text: some PatternText) -> PatternSignature {
        guard count <= Self.farthest else { return .all }
        while behindCount < count {
            var signature = behind.base[behindCount]
            let word = words.upperBound + behindCount
            if word < passage.upperBound { signature.formUnion(text.signature(ofMeaning: text.meaning(of: word))) }
            behindCount += 1
            behind.base[behindCount] = signature
        }
        return behind.base[count]
    }

    /// Whether the words behind one say that no match of the pattern begins there.
    @inline(__always)
    mutating func exclude(_ pattern: UnsafePointer<PatternRows.Pattern>, _ text: some PatternText) -> Bool {
        let reach = Int(pattern.pointee.nextReach)
        guard reach > 0 else { return false }
        return behind(reach, text).isDisjoint(with: pattern.pointee.nextWords)
            || behind(Int(pattern.pointee.mostWords) - 1, text).isDisjoint(with: pattern.pointee.lastWords)
    }
}
