import Words

/// The tables that a search reads, borrowed once for a text, so that no reference is counted for each word.
struct SearchTables {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Where the words' positions are counted from.
    let start: Int
    let starts: UnsafeBufferPointer<UInt32>
    let ends: UnsafeBufferPointer<UInt32>
    let hashes: UnsafeBufferPointer<UInt64>
    /// Below 0 where it was not asked for: then no pattern that gets so far matches the word.
    let meaningOfEachWord: UnsafeBufferPointer<Int32>
    let meanings: UnsafeBufferPointer<WordMeanings.Meaning>
    let patterns: UnsafeBufferPointer<Int32>
    let beginnings: UnsafeBufferPointer<WordMeanings.Beginning>
    let steps: UnsafeBufferPointer<PlainPhrases.Step>

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
        _ range: Range<Int32>, behind word: Int, hashes: UnsafeBufferPointer<UInt64>, steps: UnsafeBufferPointer<PlainPhrases.Step>
    ) -> Bool {
        var next = word + 1
        for step in range {
            let expected = steps[Int(step)].hash
            let hash = hashes[next]
            if hash != expected, hash != 0, expected != 0 { return true }
            next += 1
        }
        return false
    }

    /// The text between the word before `word` and `word`.
    @inline(__always) func joint(before word: Int) -> Range<Int> { start + Int(ends[word - 1])..<start + Int(starts[word]) }
}

extension SearchedText {
    /// Calls `body` with the tables of this text and of a lexicon.
    func withTables<Result>(
        _ meaningOfEachWord: [Int32], _ meanings: WordMeanings, _ phrases: PlainPhrases, _ body: (SearchTables) -> Result
    ) -> Result {
        bytes.withUnsafeBufferPointer { bytes in
            words.starts.withUnsafeBufferPointer { starts in
                words.ends.withUnsafeBufferPointer { ends in
                    words.hashes.withUnsafeBufferPointer { hashes in
                        meaningOfEachWord.withUnsafeBufferPointer { meaningOfEachWord in
                            meanings.all.withUnsafeBufferPointer { all in
                                meanings.patterns.withUnsafeBufferPointer { patterns in
                                    meanings.beginnings.withUnsafeBufferPointer { beginnings in
                                        phrases.steps.withUnsafeBufferPointer { steps in
                                            body(
                                                SearchTables(
                                                    bytes: bytes, start: start, starts: starts, ends: ends, hashes: hashes,
                                                    meaningOfEachWord: meaningOfEachWord, meanings: all, patterns: patterns,
                                                    beginnings: beginnings, steps: steps))
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
