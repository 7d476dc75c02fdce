import Lexicons

/// What the spellings of a segment mean to a lexicon: which word patterns match each.
///
/// A scan asks this of each word as it comes; here each pattern is looked up in the sorted vocabulary instead, so the work is that of the
/// lexicon, not of the corpus. Patterns that begin with a wildcard are held against every spelling.
struct SegmentMeanings: ~Copyable {
    private let rowOfSpellings: FlatRow<Int32>
    /// The word patterns of each meaning, ascending, one meaning behind the other; `patternStarts` has one entry more than there are meanings.
    private let patternStarts: FlatRow<Int32>
    private let patternsInRow: FlatRow<Int32>
    private let rowOfSignatures: FlatRow<PatternSignature>
    /// By word pattern the spellings it matches, as ranges in ascending order.
    let spellings: [[Range<Int>]]

    init(_ lexicon: CompiledLexicon, in segment: SegmentView) {
        var growth = MeaningGrowth(spellings: Int(segment.layout.spellingMask) + 1, patterns: lexicon.words.tests.count)
        if lexicon.words.language == segment.folding {
            growth.lookUp(lexicon, in: segment)
        } else {
            growth.lookUpEach(lexicon, in: segment)
        }
        var starts: [Int32] = [0]
        var row: [Int32] = []
        var signatures: [PatternSignature] = []
        for patterns in growth.meanings {
            row += patterns
            starts.append(Int32(row.count))
            var signature = PatternSignature()
            for pattern in patterns { signature.insert(pattern) }
            signatures.append(signature)
        }
        rowOfSpellings = FlatRow(growth.meaningOfSpelling)
        patternStarts = FlatRow(starts)
        patternsInRow = FlatRow(row)
        rowOfSignatures = FlatRow(signatures)
        spellings = growth.spellings
    }

    var count: Int { patternStarts.elements.count - 1 }

    /// By spelling number, for every number that the column can hold; 0 means nothing to the lexicon.
    @inline(__always) var ofSpelling: UnsafeBufferPointer<Int32> { rowOfSpellings.elements }

    /// Of the patterns of each meaning.
    @inline(__always) var signatures: UnsafeBufferPointer<PatternSignature> { rowOfSignatures.elements }

    func patterns(of meaning: Int) -> Slice<UnsafeBufferPointer<Int32>> { patternsInRow.elements[patternPlaces(of: Int32(meaning))] }

    /// For each word pattern the meanings that have it, ascending.
    var meaningsOfPattern: [[Int32]] {
        var meanings = [[Int32]](repeating: [], count: spellings.count)
        for meaning in 0..<count {
            for pattern in patterns(of: meaning) { meanings[Int(pattern)].append(Int32(truncatingIfNeeded: meaning)) }
        }
        return meanings
    }

    @inline(__always) func matches(_ pattern: Int32, _ meaning: Int32) -> Bool {
        meaning != 0 && contains(pattern, in: patternPlaces(of: meaning))
    }

    /// Where the patterns of a meaning stand.
    @inline(__always) func patternPlaces(of meaning: Int32) -> Range<Int> {
        let starts = patternStarts.elements
        return Range(uncheckedBounds: (Int(starts[Int(meaning)]), Int(starts[Int(meaning) + 1])))
    }

    /// Whether a pattern is among those of the meaning that has them there.
    @inline(__always) func contains(_ pattern: Int32, in places: Range<Int>) -> Bool {
        let patterns = patternsInRow.elements
        var (low, high) = (places.lowerBound, places.upperBound)
        // Nearly always one to five; halves pay only for hostile lexicons.
        while high - low > 16 {
            let middle = (low + high) / 2
            if patterns[middle] <= pattern { low = middle } else { high = middle }
        }
        while low < high {
            if patterns[low] == pattern { return true }
            low += 1
        }
        return false
    }
}

/// Meanings as they grow, pattern by pattern.
private struct MeaningGrowth {
    /// The word patterns of each, ascending; the first has none.
    private(set) var meanings: [[Int32]] = [[]]
    private(set) var meaningOfSpelling: [Int32]
    private(set) var spellings: [[Range<Int>]]
    private var extensions: [Extension: Int32] = [:]

    private struct Extension: Hashable {
        let meaning: Int32
        let pattern: Int32
    }

    init(spellings: Int, patterns: Int) {
        meaningOfSpelling = [Int32](repeating: 0, count: spellings)
        self.spellings = Array(repeating: [], count: patterns)
    }

    mutating func lookUp(_ lexicon: CompiledLexicon, in segment: SegmentView) {
        let search = VocabularySearch(segment)
        for (pattern, test) in lexicon.words.tests.enumerated() {
            spellings[pattern] = search.spellings(matching: test)
            for range in spellings[pattern] { extend(range, by: Int32(pattern)) }
        }
    }

    /// The exact way where the lexicon folds words otherwise than the segment, whose order is then of no help.
    mutating func lookUpEach(_ lexicon: CompiledLexicon, in segment: SegmentView) {
        for spelling in 0..<segment.spellings.count {
            for pattern in lexicon.words.numbers(matching: segment.spellings.array(spelling)[...]) {
                let ranges = spellings[Int(pattern)]
                if let last = ranges.last, last.upperBound == spelling {
                    spellings[Int(pattern)][ranges.count - 1] = last.lowerBound..<spelling + 1
                } else {
                    spellings[Int(pattern)].append(spelling..<spelling + 1)
                }
                extend(spelling..<spelling + 1, by: pattern)
            }
        }
    }

    /// Adds a pattern, greater than all before, to what the spellings mean.
    private mutating func extend(_ range: Range<Int>, by pattern: Int32) {
        var known: (before: Int32, after: Int32)?
        for spelling in range {
            let before = meaningOfSpelling[spelling]
            let after = known.flatMap { $0.before == before ? $0.after : nil } ?? meaning(before, and: pattern)
            known = (before, after)
            meaningOfSpelling[spelling] = after
        }
    }

    private mutating func meaning(_ meaning: Int32, and pattern: Int32) -> Int32 {
        let key = Extension(meaning: meaning, pattern: pattern)
        if let found = extensions[key] { return found }
        meanings.append(meanings[Int(meaning)] + [pattern])
        let number = Int32(meanings.count - 1)
        extensions[key] = number
        return number
    }
}
