import Foundation
import Lexicons
import Words

extension SegmentBuilder {
    /// Sorts the vocabulary, makes the postings, and writes all sections.
    ///
    /// Spellings are numbered in the order of their folded forms, so that the words that a prefix or a folded word matches are one range of
    /// numbers, and their postings one stretch of the file.
    ///
    /// - Parameter isLast: whether no other segment will need the column's memory.
    mutating func write(to file: inout IndexFileWriter, isLast: Bool = false) throws(IndexFault) -> SegmentEntry {
        let vocabulary = SortedVocabulary(column.spellings, folding: folding)
        let joints = column.joints.ranked(wordCount: column.words.count)
        let layout = ColumnLayout(spellings: column.spellings.count)
        var entry = SegmentEntry(layout: layout, folding: folding)
        var place = try file.append([UInt32]())
        let filled = try column.fill(ColumnRanks(vocabulary: vocabulary, joints: joints.rank, layout: layout), isLast: isLast) {
            (words) throws(IndexFault) in place.byteCount += try file.append(UnsafeRawBufferPointer(words)).byteCount
        }
        entry.places[IndexFormat.Section.column.rawValue] = place
        func put<Value: BitwiseCopyable>(_ section: IndexFormat.Section, _ values: [Value]) throws(IndexFault) {
            entry.places[section.rawValue] = try file.append(values)
        }
        func put<Value>(_ section: IndexFormat.Section, _ values: GrowingBuffer<Value>) throws(IndexFault) {
            entry.places[section.rawValue] = try file.append(UnsafeRawBufferPointer(values.values))
        }
        func put(_ starts: IndexFormat.Section, _ bytes: IndexFormat.Section, _ rows: RowTable) throws(IndexFault) {
            try put(starts, rows.starts)
            try put(bytes, rows.bytes)
        }
        try put(.postingStarts, filled.postingStarts)
        try put(.postings, column.postings)
        try put(.spellingStarts, .spellings, column.spellings.rows.reordered(vocabulary.order))
        try put(.foldedStarts, .folded, vocabulary.folded)
        try put(.foldedFirst, vocabulary.firstSpelling)
        try put(.jointStarts, .joints, column.joints.rows.reordered(joints.order))
        try put(.escapePlaces, filled.escapes.map(\.place))
        try put(.escapeJoints, filled.escapes.map(\.joint))
        let passages = passages.values
        try put(.passageFirst, [0] + passages.map(\.wordEnd))
        try put(.passageStart, passages.map(\.start))
        try put(.passageEnd, passages.map(\.end))
        try put(.passageKind, passages.map(\.kind))
        try put(.passageTail, passages.map { joints.rank[Int($0.tail)] })
        try put(.sentenceStarts, sentenceStarts)
        try put(.sentences, sentences)
        try put(.articleNumbers, articleNumbers)
        try put(.articleLanguages, articleLanguages)
        try put(.articleFirst, articleFirst)
        try put(.articleStarts, .articles, articles)
        try put(.checkpoints, column.checkpoints)
        try put(.runs, runs)
        try put(.stringStarts, .strings, strings.rows)
        try put(.articleWords, articleWords)
        try put(.blockArticles, firstOfBlocks(articleWords.dropFirst().map(Int.init)))
        try put(.blockRuns, firstOfBlocks(stride(from: 1, to: runs.count, by: 4).map { Int(runs[$0]) }))
        try put(.unsearched, column.unsearched.flatMap { [UInt32($0.lowerBound), UInt32($0.upperBound)] })
        return entry
    }

    /// For each block the number of ends that lie at or before its first word.
    private func firstOfBlocks(_ ends: [Int]) -> [UInt32] {
        var number = 0
        return stride(from: 0, to: column.words.count, by: IndexFormat.blockSize).map { word in
            while number < ends.count, ends[number] <= word { number += 1 }
            return UInt32(truncatingIfNeeded: number)
        }
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

/// Folded forms as bytes: equal forms are equal bytes, whatever way they were typed.
enum FoldedForm {
    static func bytes(of word: ArraySlice<UInt8>, language: String?) -> [UInt8] {
        bytes(ofFolded: WordForm.folded(word, language: language))
    }

    static func bytes(ofFolded form: String) -> [UInt8] {
        form.utf8.allSatisfy { $0 < 0x80 } ? Array(form.utf8) : Array(form.precomposedStringWithCanonicalMapping.utf8)
    }
}
