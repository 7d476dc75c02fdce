import Lexicons
import Words

/// What a search reads at nearly each word: the text, the lexicon, and what the text's words mean to it.
///
/// A class, so that all who search share one and no text pays for making it.
final class SearchTables: PatternText {
    /// That at hand, for as long as it is borrowed.
    @exclusivity(unchecked) private(set) var text: TextTables
    let known: KnownWords
    /// Of the terms.
    let places: UnsafeBufferPointer<CompiledLexicon.Place>
    let steps: UnsafeBufferPointer<PlainPhrases.Step>
    let letters: UnsafeBufferPointer<UInt8>
    let patterns: PatternTables
    private let joints: [Joint]

    /// - Parameters:
    ///   - text: the first.
    ///   - known: of the lexicon, the tables of which live as long.
    init(text: TextTables, known: KnownWords) {
        self.text = text
        self.known = known
        places = known.lexicon.tables.places.elements
        steps = known.lexicon.tables.steps.elements
        letters = known.lexicon.tables.letters.elements
        patterns = known.lexicon.tables.patternTables
        joints = known.lexicon.joints
    }

    /// Goes on to the words of another text.
    func enter(_ text: TextTables) {
        self.text = text
        known.enter(text)
    }

    @inline(__always) func meaning(of word: Int) -> Int32 { known.meaning(of: word, in: text) }

    @inline(__always) func matches(_ pattern: Int32, _ meaning: Int32) -> Bool { known.meanings.matches(pattern, meaning) }

    @inline(__always) func signature(ofMeaning meaning: Int32) -> PatternSignature {
        known.meanings.matched.place(of: Int(meaning)).pointee.signature
    }

    @inline(__always) func isJoined(_ joint: Int32, admitsBlank: Bool, before word: Int) -> Bool {
        admitsBlank && text.standsBehindBlank(word) || isJoined(joints[Int(joint)], before: word)
    }

    @inline(never) private func isJoined(_ joint: Joint, before word: Int) -> Bool {
        TextJoint.satisfies(joint, text.joint(before: word))
    }

    func appendSentences(ofPassage number: Int, _ words: Range<Int>, in source: SearchedText, to list: inout FlatList<Int>) {
        var word = words.lowerBound
        source.forEachSentence(ofPassage: number) { sentence in
            while word < words.upperBound, text.start + Int(text.starts[word]) < sentence.start { word += 1 }
            list.append(word)
        }
    }

    /// Whether the hashes of the words behind `word` say that a plain phrase cannot stand there.
    @inline(__always) func excludes(_ range: RowRange, behind word: Int, limit: Int) -> Bool {
        guard word + range.count < limit else { return true }
        var next = word + 1
        for step in range.places {
            let expected = steps[step].hash
            let hash = text.hash(next)
            if hash | 1 != expected | 1, hash != 0, expected != 0 { return true }
            next += 1
        }
        return false
    }

    /// Whether an ASCII word is the one that a step names, whatever the case of its letters.
    @inline(__always) func isWord(_ word: Int, _ step: PlainPhrases.Step) -> Bool {
        guard text.hash(word) == step.hash, text.head(word) == step.head else { return false }
        let count = step.letters.count
        guard Int(text.ends[word] - text.starts[word]) == count else { return false }
        guard count > 8 else { return true }
        let first = text.start + Int(text.starts[word])
        let letters = UnsafeBufferPointer(rebasing: letters[step.letters.places])
        for offset in 8..<count {
            let byte = text.bytes[first + offset]
            guard (byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte) == letters[offset] else { return false }
        }
        return true
    }
}
