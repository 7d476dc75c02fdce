import Articles
import Words

/// The words of a growing segment by the numbers of their spellings, with what stands before each.
struct WordColumn {
    private(set) var spellings = SpellingTable()
    private(set) var joints = JointTable()
    /// For each word the numbers of its spelling and of what stands before it in its passage.
    var words: [UInt32] = []
    private(set) var jointOfWord: [UInt8] = []
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

    /// - Parameter wordCount: room for so many words, so that growing copies none of them.
    init(reserving wordCount: Int) {
        words.reserveCapacity(wordCount)
        jointOfWord.reserveCapacity(wordCount)
        checkpoints.reserveCapacity(wordCount / IndexFormat.checkpointDistance)
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
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: run.words.count) { numbers in
            spellings.number(run.words, of: words, from: run.isSearched ? place : nil, into: numbers)
            self.words.append(contentsOf: numbers)
        }
    }

    private mutating func appendJoints(_ run: Run, _ stretch: Stretch, _ words: StretchWords, tails: inout [UInt32]) {
        let place = jointOfWord.count - run.words.lowerBound
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: run.words.count) { numbers in
            for passage in run.passages {
                let span = stretch.passages[passage].span
                var end = span.start - stretch.span.start
                for word in stretch.words[passage] {
                    let start = Int(words.starts[word])
                    let isBlank = start - end == 1 && words.text[end] == UInt8(ascii: " ")
                    let joint = isBlank ? JointTable.blank : self.joint(end..<start, of: words, before: place + word)
                    numbers[word - run.words.lowerBound] = UInt8(truncatingIfNeeded: min(joint, Self.escape))
                    end = Int(words.ends[word])
                }
                tails.append(joints.number(of: end..<span.end - stretch.span.start, in: words.text))
            }
            jointOfWord.append(contentsOf: numbers)
        }
    }

    private mutating func joint(_ bytes: Range<Int>, of words: StretchWords, before place: Int) -> UInt32 {
        let joint = joints.number(of: bytes, in: words.text)
        if joint != JointTable.blank { joints.count(joint) }
        if joint >= Self.escape { escapes.append(Escape(place: UInt32(truncatingIfNeeded: place), joint: joint)) }
        return joint
    }
}
