import Articles
import Lexicons

/// A match in a segment, after `unless`, `near` and the overlap rule.
struct SegmentHit: Hashable {
    /// The place of its first word in the segment.
    var word: UInt32
    let wordCount: UInt32
    /// Index into the compiled lexicon's terms.
    let term: UInt32

    var words: Range<Int> { Int(word)..<Int(word) + Int(wordCount) }
}

/// One search for all terms of a lexicon in one segment: the rule of `PassageSearch`, over words by number.
struct SegmentSearch: ~Copyable {
    private let lexicon: CompiledLexicon
    private let segment: SegmentView
    private let starts: CandidateStarts
    private let beginnings: Beginnings
    private let filter: StartFilter
    private var run: SegmentRun
    /// For each concept the word behind its last match; matches never cross passages, so one count does for all.
    private var conceptEnds = FlatList<Int>()
    private var place = PassagePlace()
    private var unsearched: UnsearchedWords
    private var contexts: SegmentContexts?
    /// Of the starts at hand, and all.
    private var found = FlatList<SegmentHit>()
    private(set) var hits: [SegmentHit] = []

    private struct PassagePlace {
        var number = -1
        var words = 0..<0
    }

    private struct Candidate {
        let term: Int
        let end: Int
    }

    init(_ lexicon: IndexedLexicon, in segment: SegmentView) {
        let meanings = SegmentMeanings(lexicon.compiled, in: segment)
        let compiled = lexicon.compiled
        self.lexicon = compiled
        self.segment = segment
        let beginnings = Beginnings(lexicon, meanings: meanings)
        self.beginnings = beginnings
        filter = StartFilter(beginnings, meanings: meanings)
        run = SegmentRun(lexicon, steps: beginnings.steps, meanings: meanings, segment: segment)
        unsearched = UnsearchedWords(segment)
        conceptEnds.fill(compiled.conceptCount, with: 0)
        starts = AnchorSearch(segment: segment, meanings: meanings).starts(
            of: Set(compiled.terms.map(\.pattern)).sorted().map { lexicon.plans[$0] })
    }

    /// - Parameter admits: whether articles of the segment, by their place in it, are to be searched; nil for all.
    mutating func search(_ admits: [Bool]?) {
        let (starts, filter) = (starts, filter)
        // Memory that is not written costs nothing; more of it would be copied as it grows.
        hits.reserveCapacity(min(starts.mostWords, Self.mostReserved))
        starts.forEachBatch { batch in
            withUnsafeTemporaryAllocation(of: StartFilter.Start.self, capacity: batch.count) { kept in
                let count = filter.keep(batch, of: segment, run.meanings, in: kept)
                visit(UnsafeBufferPointer(rebasing: kept[..<count]), admits)
            }
            hits.append(contentsOf: found.elements)
            found.removeAll()
        }
    }

    /// At nearly all starts the word's meaning alone decides.
    private mutating func visit(_ starts: UnsafeBufferPointer<StartFilter.Start>, _ admits: [Bool]?) {
        beginnings.words.withUnsafeBufferPointer { words in
            for start in starts {
                let place = Int(start.word)
                guard !unsearched.contains(place) else { continue }
                if let admits, !admits[segment.article(ofWord: place)] { continue }
                if start.mustLook {
                    visit(place, meaning: start.meaning)
                } else {
                    let word = words[start.meaning]
                    if conceptEnds[Int(word.concept)] <= place { take(Int(word.term), concept: Int(word.concept), place..<place + 1) }
                }
            }
        }
    }

    private mutating func enterPassage(of word: Int) {
        guard word >= place.words.upperBound else { return }
        if word - place.words.upperBound >= Self.farJump { place.number = max(place.number, firstPassage(near: word) - 1) }
        repeat { place.number += 1 } while Int(segment.passageFirst[place.number + 1]) <= word
        place.words = segment.words(ofPassage: place.number)
        contexts = nil
    }

    private static let mostReserved = 1 << 22

    /// Words behind which it pays to look an article up instead of walking over passages.
    private static let farJump = 2048

    private func firstPassage(near word: Int) -> Int { Int(segment.articleFirst[segment.article(ofWord: word)]) }

    private mutating func visit(_ start: Int, meaning: Int) {
        let entries = beginnings.starts[meaning]..<beginnings.starts[meaning + 1]
        if beginnings.kinds[meaning] == .chains { visitChains(start, entries) } else { visitAll(start, entries) }
    }

    /// The longest of some chains of one concept, the first in the lexicon among equals.
    private mutating func visitChains(_ start: Int, _ entries: Range<Int>) {
        let concept = Int(beginnings.entries[entries.lowerBound].concept)
        guard conceptEnds[concept] <= start else { return }
        let room = segment.column.count - start
        let next = room > 1 ? run.patterns(at: start + 1) : 0..<0
        var (longest, term) = (0, 0)
        for number in entries {
            let entry = beginnings.entries[number]
            let count = Int(entry.stepCount)
            guard count > longest, count <= room else { continue }
            if count > 1 {
                guard run.meanings.contains(entry.second, in: next) else { continue }
                let steps = Int(entry.firstStep)..<Int(entry.firstStep) + count
                guard run.follows(steps, from: start), isInPassage(start..<start + count) else { continue }
            }
            (longest, term) = (count, Int(entry.term))
        }
        if longest > 0 { take(term, concept: concept, start..<start + longest) }
    }

    private mutating func isInPassage(_ words: Range<Int>) -> Bool {
        enterPassage(of: words.lowerBound)
        return words.upperBound <= place.words.upperBound
    }

    /// In order of preference within each concept, so the first that its contexts admit wins.
    private mutating func visitAll(_ start: Int, _ entries: Range<Int>) {
        enterPassage(of: start)
        for candidate in candidates(at: start, entries) {
            let term = lexicon.terms[candidate.term]
            let words = start..<candidate.end
            guard conceptEnds[term.concept] <= start, admit(term, words) else { continue }
            take(candidate.term, concept: term.concept, words)
        }
    }

    @inline(__always) private mutating func take(_ term: Int, concept: Int, _ words: Range<Int>) {
        conceptEnds[concept] = words.upperBound
        found.append(
            SegmentHit(
                word: UInt32(truncatingIfNeeded: words.lowerBound), wordCount: UInt32(truncatingIfNeeded: words.count),
                term: UInt32(truncatingIfNeeded: term)))
    }

    private mutating func admit(_ term: CompiledLexicon.CompiledTerm, _ words: Range<Int>) -> Bool {
        if term.unless.isEmpty, term.near == nil { return true }
        var contexts = contexts.take() ?? SegmentContexts(lexicon: lexicon, passage: place.number, words: place.words)
        let isAdmitted = contexts.admit(term, words, &run)
        self.contexts = contexts
        return isAdmitted
    }

    /// All terms and lengths at `start` of concepts whose last match lies behind: by concept, the longest first, then in the lexicon's order.
    private mutating func candidates(at start: Int, _ entries: Range<Int>) -> [Candidate] {
        var candidates: [Candidate] = []
        let room = place.words.upperBound - start
        for number in entries {
            let entry = beginnings.entries[number]
            let count = Int(entry.stepCount)
            guard conceptEnds[Int(entry.concept)] <= start, count <= room else { continue }
            if count > 0 {
                let steps = Int(entry.firstStep)..<Int(entry.firstStep) + count
                if run.follows(steps, from: start) { candidates.append(Candidate(term: Int(entry.term), end: start + count)) }
            } else {
                for end in run.ends(of: Int(entry.pattern), from: start, limit: place.words.upperBound) {
                    candidates.append(Candidate(term: Int(entry.term), end: end))
                }
            }
        }
        guard candidates.count > 1 else { return candidates }
        return candidates.sorted { left, right in
            let concepts = (lexicon.terms[left.term].concept, lexicon.terms[right.term].concept)
            return (concepts.0, right.end, left.term) < (concepts.1, left.end, right.term)
        }
    }
}

/// Tells ascending words of passages that are not searched from the others.
private struct UnsearchedWords {
    private let stretches: UnsafeBufferPointer<UInt32>
    private var next = 0
    /// The stretch that ends next.
    private var stretch = 0..<0

    init(_ segment: SegmentView) {
        stretches = segment.unsearched
        advance()
    }

    /// - Parameter word: no smaller than that of the call before.
    @inline(__always) mutating func contains(_ word: Int) -> Bool {
        while word >= stretch.upperBound { advance() }
        return word >= stretch.lowerBound
    }

    private mutating func advance() {
        guard next + 1 < stretches.count else {
            stretch = Int.max..<Int.max
            return
        }
        let start = Int(stretches[next])
        stretch = start..<max(start, Int(stretches[next + 1]))
        next += 2
    }
}
