import Words

/// What a search reads at nearly each word: the text, the lexicon, and what the text's words mean to it.
///
/// A class, so that all who search share one and no text pays for making it.
final class SearchTables {
    /// That at hand, for as long as it is borrowed.
    @exclusivity(unchecked) private(set) var text: TextTables
    let known: KnownWords
    /// Of the terms.
    let places: UnsafeBufferPointer<CompiledLexicon.Place>
    let steps: UnsafeBufferPointer<PlainPhrases.Step>
    let letters: UnsafeBufferPointer<UInt8>
    let patternRows: UnsafeBufferPointer<PatternRows.Pattern>
    let states: UnsafeBufferPointer<PatternRows.State>
    let links: UnsafeBufferPointer<PatternRows.Link>
    let firstStates: UnsafeBufferPointer<Int32>

    /// - Parameters:
    ///   - text: the first.
    ///   - known: of the lexicon, the tables of which live as long.
    init(text: TextTables, known: KnownWords) {
        self.text = text
        self.known = known
        places = known.lexicon.tables.places.elements
        steps = known.lexicon.tables.steps.elements
        letters = known.lexicon.tables.letters.elements
        patternRows = known.lexicon.tables.patterns.elements
        states = known.lexicon.tables.states.elements
        links = known.lexicon.tables.links.elements
        firstStates = known.lexicon.tables.firstStates.elements
    }

    /// Goes on to the words of another text.
    func enter(_ text: TextTables) {
        self.text = text
        known.enter(text)
    }

    /// Whether the word means anything to the lexicon.
    @inline(__always) func isKnown(_ word: Int) -> Bool { known.meaning(of: word, in: text) > 0 }

    @inline(__always) func matches(_ pattern: Int32, at word: Int) -> Bool {
        let meaning = known.meaning(of: word, in: text)
        return meaning > 0 && known.meanings.matches(pattern, meaning)
    }

    /// Of the patterns that match the word.
    @inline(__always) func signature(of word: Int) -> PatternSignature {
        known.meanings.matched.place(of: Int(known.meaning(of: word, in: text))).pointee.signature
    }

    /// Whether a match of the pattern can start at a word of this meaning.
    @inline(__always) func mayStart(_ pattern: Int32, _ meaning: Int32) -> Bool {
        let row = patternRows[Int(pattern)]
        guard !row.firstWords.isDisjoint(with: known.meanings.matched.place(of: Int(meaning)).pointee.signature) else { return false }
        for place in row.first.places
        where known.meanings.matches(states[Int(firstStates[place])].word, meaning) { return true }
        return false
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
