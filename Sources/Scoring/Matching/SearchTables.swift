import Words

/// The tables that a search reads, borrowed once for a text, so that no reference is counted for each word.
struct SearchTables {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Where the words' positions are counted from.
    let start: Int
    let starts: UnsafeMutablePointer<UInt32>
    let ends: UnsafeMutablePointer<UInt32>
    let hashes: UnsafeMutablePointer<UInt64>
    let heads: UnsafeMutablePointer<UInt64>
    /// Below 0 where it was not asked for: then no pattern that gets so far matches the word.
    let meaningOfEachWord: UnsafeMutablePointer<Int32>
    let meanings: UnsafeBufferPointer<WordMeanings.Meaning>
    let singles: UnsafeBufferPointer<WordMeanings.Single>
    let patterns: UnsafeBufferPointer<Int32>
    let beginnings: UnsafeBufferPointer<WordMeanings.Beginning>
    /// Of the terms.
    let places: UnsafeBufferPointer<CompiledLexicon.Place>
    let steps: UnsafeBufferPointer<PlainPhrases.Step>
    let letters: UnsafeBufferPointer<UInt8>

    /// Whether the word means anything to the lexicon.
    @inline(__always) func isKnown(_ word: Int) -> Bool { meaningOfEachWord[word] > 0 }

    @inline(__always) func matches(_ pattern: Int32, at word: Int) -> Bool {
        let meaning = meaningOfEachWord[word]
        guard meaning > 0 else { return false }
        let range = meanings[Int(meaning)].patterns
        var low = Int(range.lowerBound)
        var high = Int(range.upperBound)
        // Nearly always one to five; halves pay only for hostile lexicons.
        while high - low > 8 {
            let middle = (low + high) / 2
            if patterns[middle] <= pattern { low = middle } else { high = middle }
        }
        while low < high {
            if patterns[low] == pattern { return true }
            low += 1
        }
        return false
    }

    /// Whether the hashes of the words behind `word` say that a plain phrase cannot stand there.
    @inline(__always) func excludes(_ range: Range<Int32>, behind word: Int, limit: Int) -> Bool {
        word + range.count >= limit || Self.excludes(range, behind: word, hashes: hashes, steps: steps)
    }

    @inline(__always)
    static func excludes(
        _ range: Range<Int32>, behind word: Int, hashes: UnsafeMutablePointer<UInt64>, steps: UnsafeBufferPointer<PlainPhrases.Step>
    ) -> Bool {
        var next = word + 1
        for step in range {
            let expected = steps[Int(step)].hash
            let hash = hashes[next]
            if hash | 1 != expected | 1, hash != 0, expected != 0 { return true }
            next += 1
        }
        return false
    }

    /// Whether an ASCII word is the one that a step names, whatever the case of its letters.
    @inline(__always) func isWord(_ word: Int, _ step: PlainPhrases.Step) -> Bool {
        guard hashes[word] == step.hash, heads[word] == step.head else { return false }
        let count = step.letters.count
        guard Int(ends[word] - starts[word]) == count else { return false }
        guard count > 8 else { return true }
        let first = start + Int(starts[word])
        let letters = UnsafeBufferPointer(rebasing: letters[Int(step.letters.lowerBound)..<Int(step.letters.upperBound)])
        for offset in 8..<count {
            let byte = bytes[first + offset]
            guard (byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte) == letters[offset] else { return false }
        }
        return true
    }

    /// Whether the word has bytes beyond ASCII.
    @inline(__always) func isMarked(_ word: Int) -> Bool { hashes[word] & 1 == 1 || hashes[word] == 0 }

    /// Of phrases by the hash of their second word those with this one.
    @inline(__always) func phrases(_ range: Range<Int32>, withSecond hash: UInt64) -> Range<Int32> {
        var low = range.lowerBound
        var high = range.upperBound
        while high - low > 4 {
            let middle = low + (high - low) / 2
            if beginnings[Int(middle)].secondHash < hash { low = middle + 1 } else { high = middle }
        }
        while low < range.upperBound, beginnings[Int(low)].secondHash < hash { low += 1 }
        var end = low
        while end < range.upperBound, beginnings[Int(end)].secondHash == hash { end += 1 }
        return low..<end
    }

    /// Whether one blank and nothing else parts the word from the one before.
    @inline(__always) func standsBehindBlank(_ word: Int) -> Bool {
        ends[word - 1] &+ 1 == starts[word] && bytes[start + Int(ends[word - 1])] == 0x20
    }

    /// The text between the word before `word` and `word`.
    @inline(__always) func joint(before word: Int) -> Range<Int> { start + Int(ends[word - 1])..<start + Int(starts[word]) }
}

extension SearchedText {
    /// Calls `body` with the tables of this text and of a lexicon.
    func withTables(_ memory: SearchMemory, _ meanings: WordMeanings, _ lexicon: CompiledLexicon, _ body: (SearchTables) -> Void) {
        bytes.withUnsafeBufferPointer { bytes in
            meanings.all.withUnsafeBufferPointer { all in
                meanings.singles.withUnsafeBufferPointer { singles in
                    meanings.patterns.withUnsafeBufferPointer { patterns in
                        meanings.beginnings.withUnsafeBufferPointer { beginnings in
                            lexicon.withTables { places, steps, letters in
                                body(
                                    SearchTables(
                                        bytes: bytes, start: start, starts: words.starts.base, ends: words.ends.base,
                                        hashes: words.hashes.base, heads: words.heads.base, meaningOfEachWord: memory.meanings.base,
                                        meanings: all, singles: singles, patterns: patterns, beginnings: beginnings, places: places,
                                        steps: steps, letters: letters))
                            }
                        }
                    }
                }
            }
        }
    }
}

extension CompiledLexicon {
    fileprivate func withTables(
        _ body: (UnsafeBufferPointer<Place>, UnsafeBufferPointer<PlainPhrases.Step>, UnsafeBufferPointer<UInt8>) -> Void
    ) {
        places.withUnsafeBufferPointer { places in
            phrases.steps.withUnsafeBufferPointer { steps in phrases.letters.withUnsafeBufferPointer { body(places, steps, $0) } }
        }
    }
}
