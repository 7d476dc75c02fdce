import Articles
import CVectors
import Words

/// The words of a growing segment by the numbers of their spellings, with what stands before each.
struct WordColumn {
    private(set) var spellings = SpellingTable()
    private(set) var joints = JointTable()
    /// For each word the numbers of its spelling and of what stands before it in its passage.
    let words = GrowingBuffer<UInt32>(expecting: SegmentBuilder.mostWords)
    let jointOfWord = GrowingBuffer<UInt8>(expecting: SegmentBuilder.mostWords)
    /// The words of a passage that have not one blank before them.
    private let others = GrowingBuffer<UInt32>()
    /// Filled with the column (`fill`); kept here for the next segment's.
    let postings = GrowingBuffer<UInt8>()
    /// Words whose joint has a number of `escape` or more.
    private(set) var escapes: [Escape] = []
    /// Stretches of words in passages that are not searched, ascending: these have no postings.
    private(set) var unsearched: [Range<Int>] = []
    /// The byte offset of each `IndexFormat.checkpointDistance`th word.
    private(set) var checkpoints: [UInt32] = []

    struct Escape {
        let place: UInt32
        let joint: UInt32
    }

    static let escape = UInt32(UInt8.max)

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
        jointOfWord.removeAll()
        postings.removeAll()
        escapes.removeAll(keepingCapacity: true)
        unsearched.removeAll(keepingCapacity: true)
        checkpoints.removeAll(keepingCapacity: true)
    }

    /// Appends the words of a stretch of `text`; gives for each passage the number of what stands behind its last word.
    mutating func append(_ stretch: Stretch, of text: [UInt8], words found: TextWords) -> [UInt32] {
        text.withUnsafeBufferPointer { text in
            let words = StretchWords(
                text: UnsafeBufferPointer(rebasing: text[stretch.span.range]), starts: found.starts.prefix(found.count),
                ends: found.ends.prefix(found.count))
            var tails: [UInt32] = []
            tails.reserveCapacity(stretch.passages.count)
            for run in Self.runs(of: stretch) {
                appendCheckpoints(run, words, offset: stretch.span.start)
                appendJoints(run, stretch, words, tails: &tails)
                appendSpellings(run, words)
            }
            return tails
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
        for word in stride(from: first, to: run.words.upperBound, by: distance) {
            checkpoints.append(UInt32(truncatingIfNeeded: offset) + words.starts[word])
        }
    }

    private mutating func appendSpellings(_ run: Run, _ words: StretchWords) {
        let place = self.words.count
        if !run.isSearched, !run.words.isEmpty { unsearched.append(place..<place + run.words.count) }
        spellings.number(run.words, of: words, from: run.isSearched ? place : nil, into: self.words.extend(by: run.words.count))
    }

    private mutating func appendJoints(_ run: Run, _ stretch: Stretch, _ words: StretchWords, tails: inout [UInt32]) {
        let place = jointOfWord.count
        let numbers = jointOfWord.extend(by: run.words.count)
        for passage in run.passages {
            let span = stretch.passages[passage].span
            let range = stretch.words[passage]
            var end = span.start - stretch.span.start
            if let last = range.last {
                let offset = range.lowerBound - run.words.lowerBound
                numbers[offset] = joint(end..<Int(words.starts[range.lowerBound]), of: words, before: place + offset)
                let joints = UnsafeMutableBufferPointer(rebasing: numbers[offset..<offset + range.count])
                appendJoints(behindFirstOf: range, words, place: place + offset, joints: joints)
                end = Int(words.ends[last])
            }
            tails.append(self.joints.number(of: end..<span.end - stretch.span.start, in: words.text))
        }
    }

    /// Those before all words of a passage but the first.
    ///
    /// - Parameters:
    ///   - place: of the first word, as `joints`.
    private mutating func appendJoints(
        behindFirstOf range: Range<Int>, _ words: StretchWords, place: Int, joints: UnsafeMutableBufferPointer<UInt8>
    ) {
        others.removeAll()
        let others = others.extend(by: range.count)
        var rest = words.stretch(range.dropFirst())
        let behindFirst = joints.baseAddress.map { $0 + 1 }
        let count = cv_other_joints(&rest, behindFirst, others.baseAddress)
        let listed = UnsafeBufferPointer(rebasing: others[..<count])
        var next = self.joints.number(listed, from: 0, of: &rest, into: behindFirst)
        while next < count {
            let word = Int(listed[next])
            let offset = word - range.lowerBound
            joints[offset] = joint(Int(words.ends[word - 1])..<Int(words.starts[word]), of: words, before: place + offset)
            next = self.joints.number(listed, from: next + 1, of: &rest, into: behindFirst)
        }
    }

    private mutating func joint(_ bytes: Range<Int>, of words: StretchWords, before place: Int) -> UInt8 {
        let joint = joints.number(of: bytes, in: words.text)
        if joint != JointTable.blank { joints.count(joint) }
        if joint >= Self.escape { escapes.append(Escape(place: UInt32(truncatingIfNeeded: place), joint: joint)) }
        return UInt8(truncatingIfNeeded: min(joint, Self.escape))
    }
}
