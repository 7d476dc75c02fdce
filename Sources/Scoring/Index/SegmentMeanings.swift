import Lexicons

/// What the spellings of a segment mean to a lexicon: which word patterns match each.
///
/// A scan asks this of each word as it comes; here each pattern is looked up in the sorted vocabulary instead, so the work is that of the
/// lexicon, not of the corpus. Patterns that begin with a wildcard are held against every spelling.
struct SegmentMeanings {
    /// By spelling number, for every number that the column can hold; 0 means nothing to the lexicon.
    private(set) var meaningOfSpelling: [Int32]
    /// The word patterns of each meaning, ascending, one meaning behind the other; `patternStarts` has one entry more than there are meanings.
    private var patternStarts: [Int] = [0]
    private var patternsInRow: [Int32] = []
    /// By word pattern the spellings it matches, as ranges in ascending order.
    private(set) var spellings: [[Range<Int>]]
    /// Meanings as they grow, pattern by pattern.
    private var growing: [[Int32]] = [[]]
    private var extensions: [Extension: Int32] = [:]

    private struct Extension: Hashable {
        let meaning: Int32
        let pattern: Int32
    }

    init(_ lexicon: CompiledLexicon, in segment: SegmentView) {
        meaningOfSpelling = [Int32](repeating: 0, count: Int(segment.layout.spellingMask) + 1)
        spellings = Array(repeating: [], count: lexicon.words.tests.count)
        guard lexicon.words.language == segment.folding else {
            lookUpEach(lexicon, in: segment)
            settle()
            return
        }
        let search = VocabularySearch(segment)
        for (pattern, test) in lexicon.words.tests.enumerated() {
            spellings[pattern] = search.spellings(matching: test)
            for range in spellings[pattern] { extend(range, by: Int32(pattern)) }
        }
        settle()
    }

    var count: Int { patternStarts.count - 1 }

    func patterns(of meaning: Int) -> ArraySlice<Int32> { patternsInRow[patternPlaces(of: meaning)] }

    /// For each word pattern the meanings that have it, ascending.
    var meaningsOfPattern: [[Int32]] {
        var meanings = [[Int32]](repeating: [], count: spellings.count)
        for meaning in 0..<count {
            for pattern in patterns(of: meaning) { meanings[Int(pattern)].append(Int32(truncatingIfNeeded: meaning)) }
        }
        return meanings
    }

    @inline(__always) func matches(_ pattern: Int32, spelling: Int) -> Bool {
        let meaning = Int(meaningOfSpelling[spelling])
        return meaning != 0 && contains(pattern, in: patternPlaces(of: meaning))
    }

    /// Where the patterns of a meaning stand.
    @inline(__always) func patternPlaces(of meaning: Int) -> Range<Int> { patternStarts[meaning]..<patternStarts[meaning + 1] }

    /// Whether a pattern is among those of the meaning that has them there.
    @inline(__always) func contains(_ pattern: Int32, in places: Range<Int>) -> Bool {
        var (low, high) = (places.lowerBound, places.upperBound)
        // Nearly always one to five; halves pay only for hostile lexicons.
        while high - low > 16 {
            let middle = (low + high) / 2
            if patternsInRow[middle] <= pattern { low = middle } else { high = middle }
        }
        while low < high {
            if patternsInRow[low] == pattern { return true }
            low += 1
        }
        return false
    }

    /// Puts the meanings where reading them touches no reference count.
    private mutating func settle() {
        for patterns in growing {
            patternsInRow += patterns
            patternStarts.append(patternsInRow.count)
        }
        growing = []
        extensions = [:]
    }

    /// The exact way where the lexicon folds words otherwise than the segment, whose order is then of no help.
    private mutating func lookUpEach(_ lexicon: CompiledLexicon, in segment: SegmentView) {
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
        growing.append(growing[Int(meaning)] + [pattern])
        let number = Int32(growing.count - 1)
        extensions[key] = number
        return number
    }
}
