import CVectors

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
    /// Puts both final numbers of each word into the column, and makes the postings, in one walk over the words.
    ///
    /// The postings are for each spelling the places where it stands in passages that are searched, each as its distance from the one before.
    func fill(_ ranks: ColumnRanks) -> FilledColumn {
        let starts = ranks.postingStarts
        var spellings = ranks.vocabulary.rank.map { cv_ranked(rank: $0, next: starts[Int($0)], end: starts[Int($0) + 1], last: 0) }
        let joints = jointBits(ranks)
        let postings = postings.extend(by: Int(starts[starts.count - 1])).baseAddress
        var start = 0
        for stretch in unsearched + [words.count..<words.count] {
            rank(start..<stretch.lowerBound, joints, &spellings, postings: postings)
            rank(stretch, joints, &spellings, postings: nil)
            start = stretch.upperBound
        }
        return FilledColumn(postingStarts: starts, escapes: putEscapes(ranks))
    }

    private func rank(
        _ stretch: Range<Int>, _ joints: [UInt32], _ spellings: inout [cv_ranked], postings: UnsafeMutablePointer<UInt8>?
    ) {
        guard !stretch.isEmpty, let words = words.values.baseAddress, let kept = jointOfWord.values.baseAddress else { return }
        let first = stretch.lowerBound
        cv_rank_words(words + first, kept + first, stretch.count, joints, &spellings, postings, UInt32(truncatingIfNeeded: first))
    }

    /// For each value of `jointOfWord` the joint's final number where it stands in the column; 0 for `escape`, whose words have theirs put in
    /// afterwards.
    private func jointBits(_ ranks: ColumnRanks) -> [UInt32] {
        let bits = ranks.joints.prefix(Int(Self.escape)).map { ranks.layout.bits(ofJoint: $0) }
        return bits + [UInt32](repeating: 0, count: Int(Self.escape) + 1 - bits.count)
    }

    /// Puts in the joints that `jointOfWord` had no room for; gives all words whose joint has no room in the column, in order.
    private func putEscapes(_ ranks: ColumnRanks) -> [Escape] {
        var escaped: [Escape] = []
        for escape in escapes {
            let rank = ranks.joints[Int(escape.joint)]
            words.values[Int(escape.place)] |= ranks.layout.bits(ofJoint: rank)
            if rank >= ranks.layout.escape { escaped.append(Escape(place: escape.place, joint: rank)) }
        }
        let kept = ranks.joints.prefix(Int(Self.escape))
        guard kept.contains(where: { $0 >= ranks.layout.escape }) else { return escaped }
        for (place, joint) in jointOfWord.values.enumerated() where joint < Self.escape && kept[Int(joint)] >= ranks.layout.escape {
            escaped.append(Escape(place: UInt32(truncatingIfNeeded: place), joint: kept[Int(joint)]))
        }
        return escaped.sorted { $0.place < $1.place }
    }
}

extension ColumnLayout {
    fileprivate func bits(ofJoint rank: UInt32) -> UInt32 { min(rank, escape) << UInt32(spellingBits) }
}
