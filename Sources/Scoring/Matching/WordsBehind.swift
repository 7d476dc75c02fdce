import Words

/// What the words behind one word mean, all up to some distance in one signature; asked for only as far as it is needed.
struct WordsBehind: ~Copyable {
    /// Farther than that nothing is told.
    static let farthest = 24

    /// Of no words, of one, and so on.
    private var signatures = FlatBuffer<PatternSignature>(room: farthest + 1)
    private var filled = 0
    private var start = 0
    private var end = 0

    /// Goes on to the words behind `word` up to before `end`.
    @inline(__always)
    mutating func begin(behind word: Int, end: Int) {
        signatures.base[0] = PatternSignature()
        filled = 0
        start = word + 1
        self.end = end
    }

    /// Of the patterns that match any of the next `count` words, at most `farthest`.
    @inline(__always)
    mutating func signature(_ count: Int, _ tables: SearchTables) -> PatternSignature {
        while filled < count {
            var signature = signatures.base[filled]
            if start + filled < end { signature.formUnion(tables.signature(of: start + filled)) }
            filled += 1
            signatures.base[filled] = signature
        }
        return signatures.base[count]
    }

    /// Whether the words say that no match of the pattern begins before them.
    @inline(__always)
    mutating func exclude(_ pattern: PatternRows.Pattern, _ tables: SearchTables) -> Bool {
        let reach = Int(pattern.nextReach)
        guard reach > 0 else { return false }
        if reach <= Self.farthest, signature(reach, tables).isDisjoint(with: pattern.nextWords) { return true }
        let most = Int(pattern.mostWords) - 1
        return most <= Self.farthest && signature(most, tables).isDisjoint(with: pattern.lastWords)
    }
}
