import Articles
import CVectors
import Words

/// The words of a growing segment by the numbers of their spellings, with what stands before each.
struct WordColumn {
    private(set) var spellings = SpellingTable()
    private(set) var joints = JointTable()
    /// For each word the number of its spelling, and above it (`cv_joint_shift`) that of what stands before it in its passage.
    let words = GrowingBuffer<UInt32>(expecting: SegmentBuilder.mostWords)
    /// The words of a passage that have not one blank before them.
    private let listed = GrowingBuffer<UInt32>()
    private let path = InstructionPath.best.kernels
    /// Where sentences may end in the stretch that was appended last, from its first byte; nothing where that cannot be told by what stands between words.
    let gaps = GrowingBuffer<cv_gap>()
    /// Filled with the column (`fill`); kept here for the next segment's.
    let postings = GrowingBuffer<UInt8>()
    /// Words whose joint has a number of `escape` or more.
    private(set) var escapes: [Escape] = []
    /// Stretches of words in passages that are not searched, ascending: these have no postings.
    private(set) var unsearched: [Range<Int>] = []
    /// The byte offset of each `IndexFormat.checkpointDistance`th word.
    let checkpoints = GrowingBuffer<UInt32>()

    struct Escape {
        let place: UInt32
        let joint: UInt32
    }

    static let escape = UInt32(cv_joint_escape)
    /// Spellings that a growing column has numbers for.
    static let mostSpellings = 1 << Int(cv_joint_shift)

    /// A stretch of an article and its passages.
    struct Stretch {
        let passages: [Passage]
        /// Of each passage its words among those of the stretch.
        let words: [Range<Int>]
        /// The place of the stretch in its field.
        let span: ByteSpan
    }

    /// Passages in a row that all have postings, or none, and their words, which stand in a row too.
    private struct Run {
        var passages: Range<Int>
        var words: Range<Int>
        let isSearched: Bool
    }

    /// Empties the column for the words of another segment; the large memory is kept.
    mutating func removeAll() {
        spellings.removeAll()
        joints = JointTable()
        words.removeAll()
        postings.removeAll()
        escapes.removeAll(keepingCapacity: true)
        unsearched.removeAll(keepingCapacity: true)
        checkpoints.removeAll()
    }

    /// What is behind the last word of a passage.
    struct PassageEnd {
        /// The number of the string that stands there.
        let tail: UInt32
        /// How many of `gaps` lie before.
        let gapCount: Int
    }

    /// Appends the words of a stretch of `text`; gives the ends of its passages.
    mutating func append(_ stretch: Stretch, of text: [UInt8], words found: TextWords) -> [PassageEnd] {
        gaps.removeAll()
        return text.withUnsafeBufferPointer { text in
            let words = StretchWords(
                text: UnsafeBufferPointer(rebasing: text[stretch.span.range]), starts: found.starts.prefix(found.count),
                ends: found.ends.prefix(found.count))
            var ends: [PassageEnd] = []
            ends.reserveCapacity(stretch.passages.count)
            for run in Self.runs(of: stretch) {
                appendCheckpoints(run, words, offset: stretch.span.start)
                let column = self.words.extend(by: run.words.count)
                appendJoints(run, stretch, words, column, ends: &ends)
                appendSpellings(run, words, column)
            }
            return ends
        }
    }

    private static func runs(of stretch: Stretch) -> [Run] {
        var runs: [Run] = []
        for (number, passage) in stretch.passages.enumerated() {
            let words = stretch.words[number]
            if let last = runs.last, last.isSearched == passage.kind.isSearched, last.words.upperBound == words.lowerBound {
                runs[runs.count - 1].passages = last.passages.lowerBound..<number + 1
                runs[runs.count - 1].words = last.words.lowerBound..<words.upperBound
            } else {
                runs.append(Run(passages: number..<number + 1, words: words, isSearched: passage.kind.isSearched))
            }
        }
        return runs
    }

    private mutating func appendCheckpoints(_ run: Run, _ words: StretchWords, offset: Int) {
        let distance = IndexFormat.checkpointDistance
        let first = run.words.lowerBound + (distance - self.words.count % distance) % distance
        let rest = max(0, run.words.upperBound - first)
        let added = checkpoints.extend(by: (rest + distance - 1) / distance)
        for number in added.indices {
            added[number] = UInt32(truncatingIfNeeded: offset) &+ words.starts[first &+ number &* distance]
        }
    }

    private mutating func appendSpellings(_ run: Run, _ words: StretchWords, _ column: UnsafeMutableBufferPointer<UInt32>) {
        let place = self.words.count - column.count
        if !run.isSearched, !run.words.isEmpty { unsearched.append(place..<place + run.words.count) }
        spellings.number(run.words, of: words, from: run.isSearched ? place : nil, into: column)
    }

    private mutating func appendJoints(
        _ run: Run, _ stretch: Stretch, _ words: StretchWords, _ column: UnsafeMutableBufferPointer<UInt32>, ends: inout [PassageEnd]
    ) {
        let place = self.words.count - column.count
        for passage in run.passages {
            let span = stretch.passages[passage].span
            let range = stretch.words[passage]
            var end = span.start - stretch.span.start
            let gapCount = gaps.count
            var others = JointTable.Others(gaps: gaps.extend(by: range.count + 2).baseAddress)
            if let last = range.last {
                let offset = range.lowerBound - run.words.lowerBound
                others.column = column.baseAddress.map { $0 + offset }
                others.put(joint(end..<Int(words.starts[range.lowerBound]), of: words, before: place + offset, &others), at: 0)
                appendJoints(behindFirstOf: range, words, place: place + offset, &others)
                end = Int(words.ends[last])
            }
            let tail = number(of: end..<span.end - stretch.span.start, in: words, &others)
            gaps.truncate(to: gapCount + others.gapCount)
            ends.append(PassageEnd(tail: tail, gapCount: gaps.count))
        }
    }

    /// Those before all words of a passage but the first.
    ///
    /// - Parameter place: of the first word.
    private mutating func appendJoints(
        behindFirstOf range: Range<Int>, _ words: StretchWords, place: Int, _ others: inout JointTable.Others
    ) {
        listed.removeAll()
        // What `cv_other_joints` asks for.
        let list = listed.extend(by: range.count + 16)
        var rest = words.stretch(range.dropFirst())
        let count = cv_other_joints(path, &rest, others.column.map { $0 + 1 }, list.baseAddress)
        others.words = UnsafeBufferPointer(rebasing: list[..<count])
        var next = joints.number(&others, from: 0, of: &rest)
        while next < count {
            let word = Int(list[next])
            let offset = word - range.lowerBound
            others.put(joint(Int(words.ends[word - 1])..<Int(words.starts[word]), of: words, before: place + offset, &others), at: offset)
            next = joints.number(&others, from: next + 1, of: &rest)
        }
    }

    private mutating func joint(_ bytes: Range<Int>, of words: StretchWords, before place: Int, _ others: inout JointTable.Others) -> UInt32
    {
        let joint = number(of: bytes, in: words, &others)
        if joint != JointTable.blank { joints.count(joint) }
        if joint >= Self.escape { escapes.append(Escape(place: UInt32(truncatingIfNeeded: place), joint: joint)) }
        return min(joint, Self.escape)
    }

    private mutating func number(of bytes: Range<Int>, in words: StretchWords, _ others: inout JointTable.Others) -> UInt32 {
        let number = joints.number(of: bytes, in: words.text)
        if joints.hasStop(number) {
            others.append(
                cv_gap(start: UInt32(truncatingIfNeeded: bytes.lowerBound), end: UInt32(truncatingIfNeeded: bytes.upperBound)))
        }
        return number
    }
}
