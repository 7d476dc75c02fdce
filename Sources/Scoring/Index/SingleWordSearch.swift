import Lexicons

/// The search for a lexicon of one term that is one word without conditions, as after a change to it: its postings are its hits.
///
/// No two hits of one word overlap, and no word before or behind is asked for, so the tables that a whole lexicon needs are left out.
struct SingleWordSearch {
    private let patterns: [WordPatternTest]

    /// Nil where the lexicon has more to ask, or folds words otherwise than the segment.
    init?(_ lexicon: IndexedLexicon, in segment: SegmentView) {
        let words = lexicon.compiled.words
        guard lexicon.compiled.terms.count == 1, let term = lexicon.compiled.terms.first, term.unless.isEmpty, term.near == nil,
            lexicon.compiled.patterns[term.pattern].isSingleWord, words.language == segment.folding
        else { return nil }
        patterns = lexicon.compiled.patterns[term.pattern].words.map { words.tests[Int($0)] }
    }

    func hits(in segment: SegmentView, _ admits: [Bool]?) -> [SegmentHit] {
        let search = VocabularySearch(segment)
        let spellings = patterns.flatMap { search.spellings(matching: $0) }
        var starts = CandidateStarts(expected: segment.postingBytes(of: spellings), wordCount: segment.column.count)
        for range in spellings {
            for spelling in range { starts.add(postingsOf: spelling, in: segment, before: 0) }
        }
        var hits: [SegmentHit] = []
        hits.reserveCapacity(starts.mostAdded)
        starts.forEachBatch { words in
            guard let admits else { return Self.append(words, to: &hits) }
            for word in words where admits[segment.article(ofWord: Int(word))] {
                hits.append(SegmentHit(word: word, wordCount: 1, term: 0))
            }
        }
        return hits
    }

    /// In two passes, neither of which asks for each hit whether the array has room.
    private static func append(_ words: UnsafeBufferPointer<UInt32>, to hits: inout [SegmentHit]) {
        let first = hits.count
        hits.append(contentsOf: repeatElement(SegmentHit(word: 0, wordCount: 1, term: 0), count: words.count))
        hits.withUnsafeMutableBufferPointer { hits in
            for index in words.indices { hits[first &+ index].word = words[index] }
        }
    }
}
