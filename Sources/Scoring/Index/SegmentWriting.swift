import Foundation
import Lexicons
import Words

extension SegmentBuilder {
    /// Sorts the vocabulary, makes the postings, and writes all sections.
    ///
    /// Spellings are numbered in the order of their folded forms, so that the words that a prefix or a folded word matches are one range of
    /// numbers, and their postings one stretch of the file.
    mutating func write(to file: inout IndexFileWriter) throws(IndexFault) -> SegmentEntry {
        let vocabulary = SortedVocabulary(spellings.rows, folding: folding)
        let jointOrder = rankedJoints()
        let layout = ColumnLayout(spellings: spellings.rows.count)
        let escaped = fillColumn(vocabulary: vocabulary, joints: jointOrder.rank, layout: layout)
        var entry = SegmentEntry(layout: layout, folding: folding)
        func put<Value: BitwiseCopyable>(_ section: IndexFormat.Section, _ values: [Value]) throws(IndexFault) {
            entry.places[section.rawValue] = try file.append(values)
        }
        func put(_ starts: IndexFormat.Section, _ bytes: IndexFormat.Section, _ rows: RowTable) throws(IndexFault) {
            try put(starts, rows.starts)
            try put(bytes, rows.bytes)
        }
        try put(.column, words)
        try put(.postingStarts, .postings, postings(layout: layout))
        try put(.spellingStarts, .spellings, spellings.rows.reordered(vocabulary.order))
        try put(.foldedStarts, .folded, vocabulary.folded)
        try put(.foldedFirst, vocabulary.firstSpelling)
        try put(.jointStarts, .joints, joints.rows.reordered(jointOrder.order))
        try put(.escapePlaces, escaped.map(\.place))
        try put(.escapeJoints, escaped.map(\.joint))
        try put(.passageFirst, passages.first)
        try put(.passageStart, passages.start)
        try put(.passageEnd, passages.end)
        try put(.passageKind, passages.kind)
        try put(.passageTail, passages.tail.map { jointOrder.rank[Int($0)] })
        try put(.sentenceStarts, .sentences, sentences)
        try put(.articleNumbers, articleNumbers)
        try put(.articleLanguages, articleLanguages)
        try put(.articleFirst, articleFirst)
        try put(.articleStarts, .articles, articles)
        try put(.checkpoints, checkpoints)
        try put(.runs, runs)
        try put(.stringStarts, .strings, strings.rows)
        try put(.articleWords, articleWords)
        try put(.blockArticles, firstOfBlocks(articleWords.dropFirst().map(Int.init)))
        try put(.blockRuns, firstOfBlocks(stride(from: 1, to: runs.count, by: 4).map { Int(runs[$0]) }))
        return entry
    }

    /// For each block the number of ends that lie at or before its first word.
    private func firstOfBlocks(_ ends: [Int]) -> [UInt32] {
        var number = 0
        return stride(from: 0, to: words.count, by: IndexFormat.blockSize).map { word in
            while number < ends.count, ends[number] <= word { number += 1 }
            return UInt32(truncatingIfNeeded: number)
        }
    }

    /// For each spelling the places where it stands in passages that are searched, each as its distance from the one before.
    private func postings(layout: ColumnLayout) -> RowTable {
        var postings = Postings(column: words, mask: layout.spellingMask, spellings: spellings.rows.count)
        var start = 0
        for stretch in unsearched + [words.count..<words.count] {
            postings.stretches.append(start..<stretch.lowerBound)
            start = stretch.upperBound
        }
        return postings.rows
    }

    /// Joints from the most frequent to the rarest, equal ones by their bytes; and the place of each in that order.
    private func rankedJoints() -> (order: [Int], rank: [UInt32]) {
        var counts = [Int](repeating: 0, count: joints.rows.count)
        for joint in jointOfWord where UInt32(joint) < Self.escape { counts[Int(joint)] += 1 }
        for escape in escapes { counts[Int(escape.joint)] += 1 }
        let order = counts.indices.sorted { left, right in
            counts[left] != counts[right] ? counts[left] > counts[right] : joints.rows[left].lexicographicallyPrecedes(joints.rows[right])
        }
        var rank = [UInt32](repeating: 0, count: order.count)
        for (place, joint) in order.enumerated() { rank[joint] = UInt32(truncatingIfNeeded: place) }
        return (order, rank)
    }

    /// Puts both final numbers of each word into the column; gives the words whose joint does not fit there.
    private mutating func fillColumn(
        vocabulary: SortedVocabulary, joints rank: [UInt32], layout: ColumnLayout
    ) -> [(place: UInt32, joint: UInt32)] {
        var escaped: [(place: UInt32, joint: UInt32)] = []
        var nextEscape = 0
        for place in words.indices {
            var joint = UInt32(jointOfWord[place])
            if joint == Self.escape {
                joint = escapes[nextEscape].joint
                nextEscape += 1
            }
            let number = rank[Int(joint)]
            if number >= layout.escape { escaped.append((UInt32(truncatingIfNeeded: place), number)) }
            words[place] = vocabulary.rank[Int(words[place])] | min(number, layout.escape) << UInt32(layout.spellingBits)
        }
        return escaped
    }
}

/// How a word of the column is cut: the spelling's number below, the joint's above.
struct ColumnLayout: Hashable {
    let spellingBits: Int

    init(spellingBits: Int) { self.spellingBits = spellingBits }

    init(spellings: Int) { spellingBits = max(16, Int.bitWidth - max(1, spellings).leadingZeroBitCount) }

    var spellingMask: UInt32 { (1 << UInt32(spellingBits)) - 1 }
    /// The number that says: look among the escapes.
    var escape: UInt32 { (1 << UInt32(32 - spellingBits)) - 1 }
}

/// The spellings of a segment in the order of their folded forms.
private struct SortedVocabulary {
    /// The spelling that comes n-th, and for each spelling its place.
    private(set) var order: [Int]
    private(set) var rank: [UInt32]
    private(set) var folded = RowTable()
    /// For each folded form its first spelling, and a last entry behind all.
    private(set) var firstSpelling: [UInt32] = []

    private struct Key {
        /// The first eight bytes of the folded form, the first one highest, so that most comparisons need no more.
        let head: UInt64
        let spelling: Int
    }

    init(_ spellings: RowTable, folding: String?) {
        var forms = RowTable()
        var keys: [Key] = []
        keys.reserveCapacity(spellings.count)
        for spelling in 0..<spellings.count {
            forms.append(FoldedForm.bytes(of: spellings[spelling], language: folding))
            keys.append(Key(head: Self.head(of: forms[spelling]), spelling: spelling))
        }
        keys.sort { left, right in
            if left.head != right.head { return left.head < right.head }
            let (one, other) = (forms[left.spelling], forms[right.spelling])
            if one != other { return one.lexicographicallyPrecedes(other) }
            return spellings[left.spelling].lexicographicallyPrecedes(spellings[right.spelling])
        }
        order = keys.map(\.spelling)
        rank = [UInt32](repeating: 0, count: order.count)
        for (place, spelling) in order.enumerated() {
            rank[spelling] = UInt32(truncatingIfNeeded: place)
            if place > 0, forms[spelling] == forms[order[place - 1]] { continue }
            folded.append(forms[spelling])
            firstSpelling.append(UInt32(truncatingIfNeeded: place))
        }
        firstSpelling.append(UInt32(truncatingIfNeeded: order.count))
    }

    private static func head(of form: ArraySlice<UInt8>) -> UInt64 {
        var head: UInt64 = 0
        for byte in form.prefix(8) { head = head << 8 | UInt64(byte) }
        return head << UInt64(8 * (8 - min(8, form.count)))
    }
}

/// Folded forms as bytes: equal forms are equal bytes, whatever way they were typed.
enum FoldedForm {
    static func bytes(of word: ArraySlice<UInt8>, language: String?) -> [UInt8] {
        bytes(ofFolded: WordForm.folded(word, language: language))
    }

    static func bytes(ofFolded form: String) -> [UInt8] {
        form.utf8.allSatisfy { $0 < 0x80 } ? Array(form.utf8) : Array(form.precomposedStringWithCanonicalMapping.utf8)
    }
}

/// Makes postings in two walks over the column: the first finds how many bytes each spelling takes.
private struct Postings {
    let column: [UInt32]
    let mask: UInt32
    let spellings: Int
    /// Words that count, ascending.
    var stretches: [Range<Int>] = []

    init(column: [UInt32], mask: UInt32, spellings: Int) {
        (self.column, self.mask, self.spellings) = (column, mask, spellings)
    }

    var rows: RowTable {
        // The last posting of each spelling, counted from 1 so that 0 says: none yet.
        var last = [UInt32](repeating: 0, count: spellings)
        var ends = [UInt32](repeating: 0, count: spellings + 1)
        for stretch in stretches {
            for place in stretch {
                let spelling = Int(column[place] & mask)
                let here = UInt32(truncatingIfNeeded: place + 1)
                ends[spelling + 1] += UInt32(truncatingIfNeeded: Varint.byteCount(here - last[spelling]))
                last[spelling] = here
            }
        }
        for spelling in 0..<spellings { ends[spelling + 1] += ends[spelling] }
        return RowTable(starts: ends, bytes: encoded(starts: ends))
    }

    private func encoded(starts: [UInt32]) -> [UInt8] {
        var last = [UInt32](repeating: 0, count: spellings)
        var next = starts
        return [UInt8](unsafeUninitializedCapacity: Int(starts[spellings])) { bytes, count in
            for stretch in stretches {
                for place in stretch {
                    let spelling = Int(column[place] & mask)
                    let here = UInt32(truncatingIfNeeded: place + 1)
                    var rest = here - last[spelling]
                    var offset = Int(next[spelling])
                    while rest >= 0x80 {
                        bytes[offset] = UInt8(truncatingIfNeeded: rest) | 0x80
                        rest >>= 7
                        offset += 1
                    }
                    bytes[offset] = UInt8(truncatingIfNeeded: rest)
                    next[spelling] = UInt32(truncatingIfNeeded: offset + 1)
                    last[spelling] = here
                }
            }
            count = Int(starts[spellings])
        }
    }
}
