import CVectors
import Words

/// What the numbers of a growing column become in the file.
struct ColumnRanks {
    let vocabulary: SortedVocabulary
    /// For each joint its place from the most frequent on.
    let joints: [UInt32]
    let layout: ColumnLayout

    /// For each spelling the start of its postings, and a last entry behind all.
    var postingStarts: [UInt32] {
        var starts: [UInt32] = [0]
        starts.reserveCapacity(vocabulary.order.count + 1)
        var end: UInt32 = 0
        for spelling in vocabulary.order {
            end += vocabulary.postingBytes[spelling]
            starts.append(end)
        }
        return starts
    }
}

/// What filling a column gives beside the column.
struct FilledColumn {
    /// For each spelling where its row of the column's postings starts, and a last entry behind all.
    let postingStarts: [UInt32]
    /// Words whose joint has a number too large for the column.
    let escapes: [WordColumn.Escape]
}

extension WordColumn {
    /// Words that are ranked and written while they lie in the cache.
    private static let pieceSize = 1 << 14

    /// Gives the column with both final numbers of each word to `write`, piece by piece, and makes the postings, in one walk over the words.
    ///
    /// The postings are for each spelling the places where it stands in passages that are searched, each as its distance from the one before.
    ///
    /// - Parameter isLast: whether the memory of the words is given back as they are written: the file's pages in the system's cache then need no other.
    func fill(_ ranks: ColumnRanks, isLast: Bool, write: (UnsafeBufferPointer<UInt32>) throws(IndexFault) -> Void) throws(IndexFault)
        -> FilledColumn
    {
        var filling = Filling(ranks, escapes: escapes, unsearched: unsearched)
        let postings = postings.extend(by: Int(filling.starts[filling.starts.count - 1])).baseAddress
        let memory = GrowingBuffer<UInt32>()
        let written = memory.extend(by: min(Self.pieceSize, words.count))
        for start in stride(from: 0, to: words.count, by: Self.pieceSize) {
            let piece = start..<min(start + Self.pieceSize, words.count)
            let growing = UnsafeBufferPointer(rebasing: words.values[piece])
            filling.rank(growing, from: start, into: written, postings: postings)
            filling.putEscapes(growing, from: start, into: written)
            if isLast { words.giveBack(first: piece.upperBound) }
            try write(UnsafeBufferPointer(rebasing: written[..<piece.count]))
        }
        return FilledColumn(postingStarts: filling.starts, escapes: filling.escaped.sorted { $0.place < $1.place })
    }
}

/// The walk over the words of a column.
private struct Filling {
    let ranks: ColumnRanks
    let starts: [UInt32]
    /// For each number that a growing column has of what stands before a word, the final one where it stands in the file; 0 for `WordColumn.escape`, whose
    /// words have theirs put in afterwards.
    let jointBits: [UInt32]
    /// Whether any of these is too large for the column.
    let hasLargeJoints: Bool
    var spellings: [cv_ranked]
    var escapes: ArraySlice<WordColumn.Escape>
    var unsearched: ArraySlice<Range<Int>>
    var escaped: [WordColumn.Escape] = []

    init(_ ranks: ColumnRanks, escapes: [WordColumn.Escape], unsearched: [Range<Int>]) {
        self.ranks = ranks
        self.escapes = escapes[...]
        self.unsearched = unsearched[...]
        let starts = ranks.postingStarts
        self.starts = starts
        spellings = ranks.vocabulary.rank.map { cv_ranked(rank: $0, next: starts[Int($0)], end: starts[Int($0) + 1], last: 0) }
        let kept = ranks.joints.prefix(Int(WordColumn.escape))
        hasLargeJoints = kept.contains { $0 >= ranks.layout.escape }
        let bits = kept.map { ranks.layout.bits(ofJoint: $0) }
        jointBits = bits + [UInt32](repeating: 0, count: Int(WordColumn.escape) + 1 - bits.count)
    }

    /// Ranks some words, the first of which stands at `first`; pieces come in order.
    mutating func rank(
        _ words: UnsafeBufferPointer<UInt32>, from first: Int, into written: UnsafeMutableBufferPointer<UInt32>,
        postings: UnsafeMutablePointer<UInt8>?
    ) {
        var word = 0
        while word < words.count {
            while let stretch = unsearched.first, stretch.upperBound <= first + word { unsearched.removeFirst() }
            let stretch = unsearched.first ?? Int.max..<Int.max
            let isSearched = stretch.lowerBound > first + word
            let end = min(words.count, (isSearched ? stretch.lowerBound : stretch.upperBound) - first)
            var piece = cv_column_piece(
                growing: words.baseAddress.map { $0 + word }, written: written.baseAddress.map { $0 + word }, count: end - word,
                place: UInt32(truncatingIfNeeded: first + word))
            cv_rank_words(InstructionPath.best.kernels, &piece, jointBits, &spellings, isSearched ? postings : nil)
            word = end
        }
    }

    /// Puts in the joints that a growing column has no number for, and lists all words whose joint has no room in the file's.
    mutating func putEscapes(_ words: UnsafeBufferPointer<UInt32>, from first: Int, into written: UnsafeMutableBufferPointer<UInt32>) {
        while let escape = escapes.first, Int(escape.place) < first + words.count {
            escapes.removeFirst()
            let rank = ranks.joints[Int(escape.joint)]
            written[Int(escape.place) - first] |= ranks.layout.bits(ofJoint: rank)
            list(escape.place, rank)
        }
        guard hasLargeJoints else { return }
        for (word, number) in words.enumerated() {
            let joint = number >> UInt32(cv_joint_shift)
            if joint != WordColumn.escape { list(UInt32(truncatingIfNeeded: first + word), ranks.joints[Int(joint)]) }
        }
    }

    private mutating func list(_ place: UInt32, _ rank: UInt32) {
        if rank >= ranks.layout.escape { escaped.append(WordColumn.Escape(place: place, joint: rank)) }
    }
}

extension ColumnLayout {
    fileprivate func bits(ofJoint rank: UInt32) -> UInt32 { min(rank, escape) << UInt32(spellingBits) }
}
