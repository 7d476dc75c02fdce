import Articles
import Lexicons
import Words

/// What a search of a segment reads at nearly each word: the column, and what its words mean to the lexicon.
///
/// A class, so that all who search share one and no word pays for handing it on.
final class SegmentTables: PatternText {
    let segment: SegmentView
    let meanings: SegmentMeanings
    let patterns: PatternTables
    private let column: UnsafeBufferPointer<UInt32>
    private let spellingMask: UInt32
    private let joints: [Joint]
    private let jointCount: Int
    /// For each joint of the lexicon and each of the segment whether the one satisfies the other: 0 not asked yet, 1 no, 2 yes.
    @exclusivity(unchecked) private var answers: FlatBuffer<UInt8>

    init(_ lexicon: CompiledLexicon, _ segment: SegmentView) {
        self.segment = segment
        meanings = SegmentMeanings(lexicon, in: segment)
        patterns = lexicon.tables.patternTables
        column = segment.column
        spellingMask = segment.layout.spellingMask
        joints = lexicon.joints
        jointCount = segment.joints.count
        answers = FlatBuffer(room: joints.count * jointCount)
        answers.base.initialize(repeating: 0, count: answers.room)
    }

    @inline(__always) func meaning(of word: Int) -> Int32 { meanings.ofSpelling[Int(column[word] & spellingMask)] }

    @inline(__always) func matches(_ pattern: Int32, _ meaning: Int32) -> Bool { meanings.matches(pattern, meaning) }

    @inline(__always) func signature(ofMeaning meaning: Int32) -> PatternSignature { meanings.signatures[Int(meaning)] }

    @inline(__always) func isJoined(_ joint: Int32, admitsBlank: Bool, before word: Int) -> Bool { isJoined(joint, before: word) }

    @inline(__always) func isJoined(_ joint: Int32, before word: Int) -> Bool {
        let between = segment.joint(word)
        guard between < jointCount else { return false }
        let answer = answers[Int(joint) * jointCount + between]
        return answer == 0 ? ask(joint, between) : answer == 2
    }

    @inline(never)
    private func ask(_ joint: Int32, _ between: Int) -> Bool {
        let isSatisfied = TextJoint.satisfies(joints[Int(joint)], segment.joints.array(between)[...])
        answers[Int(joint) * jointCount + between] = isSatisfied ? 2 : 1
        return isSatisfied
    }

    /// Whether the words from `start` on are those of a chain, of which the first has been compared.
    @inline(__always)
    func follows(_ chain: UnsafeBufferPointer<PatternPlan.Step>, from start: Int) -> Bool {
        var word = start
        var step = 1
        while step < chain.count {
            word += 1
            guard matches(chain[step].word, meaning(of: word)), isJoined(chain[step].joint, before: word) else { return false }
            step += 1
        }
        return true
    }

    func appendSentences(ofPassage number: Int, _ words: Range<Int>, in source: Void, to list: inout FlatList<Int>) {
        let passage = segment.passage(number).span
        var word = words.lowerBound
        var start = passage.start + segment.byteCount(ofJoint: segment.joint(word))
        for sentence in SentenceCoding.sentences(segment.sentences[number], in: passage) {
            while word < words.upperBound, start < sentence.start {
                start += segment.byteCount(ofSpelling: word)
                word += 1
                if word < words.upperBound { start += segment.byteCount(ofJoint: segment.joint(word)) }
            }
            list.append(word)
        }
    }
}
