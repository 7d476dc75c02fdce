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

/// One search for all terms of a lexicon in one segment: the rule of `TextSearch`, over words by number.
struct SegmentSearch: ~Copyable {
    private let lexicon: CompiledLexicon
    private let segment: SegmentView
    private let tables: SegmentTables
    private let places: CandidateStarts
    private let beginnings: Beginnings
    private let steps: FlatRow<PatternPlan.Step>
    private let filter: StartFilter
    private let loose: LooseStarts
    private let termsOfPattern: FlatRows
    private let run: PatternRun<SegmentTables>
    private let contexts: ContextTests<SegmentTables>
    /// For each concept the word behind its last match; matches never cross passages, so one count does for all.
    private var conceptEnds = FlatList<Int>()
    private var passages: PassageWalk
    private var unsearched: UnsearchedWords
    /// Starts of chains behind which loose terms may yet begin, and how many of them have been visited.
    private var waiting = FlatList<StartFilter.Start>()
    private var visited = 0
    /// Terms that may begin at one word.
    private var candidates = FlatList<TermCandidate>()
    /// Of the starts at hand, and all.
    private var found = FlatList<SegmentHit>()
    private(set) var hits: [SegmentHit] = []

    init(_ lexicon: IndexedLexicon, in segment: SegmentView) {
        let compiled = lexicon.compiled
        let memory = PatternMemory()
        self.lexicon = compiled
        self.segment = segment
        tables = SegmentTables(compiled, segment)
        beginnings = Beginnings(lexicon, meanings: tables.meanings)
        steps = FlatRow(beginnings.steps)
        filter = StartFilter(beginnings, meanings: tables.meanings)
        let anchors = AnchorSearch(tables)
        loose = LooseStarts(lexicon, tables, costs: anchors.costs)
        termsOfPattern = FlatRows(count: compiled.patterns.count) { body in
            for (number, term) in compiled.terms.enumerated() { body(term.pattern, Int32(number)) }
        }
        run = PatternRun(text: tables, memory: memory)
        contexts = ContextTests(lexicon: compiled, run: run, memory: memory)
        passages = PassageWalk(segment)
        unsearched = UnsearchedWords(segment)
        conceptEnds.fill(compiled.conceptCount, with: 0)
        places = anchors.places(of: lexicon.plans.indices.flatMap { lexicon.chains(of: $0) }, and: loose.words)
    }

    /// - Parameter admits: whether articles of the segment, by their place in it, are to be searched; nil for all.
    mutating func search(_ admits: [Bool]?) {
        let (places, filter) = (places, filter)
        // Memory that is not written costs nothing; more of it would be copied as it grows.
        hits.reserveCapacity(min(places.mostWords, Self.mostReserved))
        places.forEachBatch { batch in
            withUnsafeTemporaryAllocation(of: StartFilter.Start.self, capacity: batch.count) { kept in
                let count = filter.keep(batch, of: segment, tables.meanings, in: kept)
                visit(UnsafeBufferPointer(rebasing: kept[..<count]), found: batch, admits)
            }
            hits.append(contentsOf: found.elements)
            found.removeAll()
        }
        visitWaiting(before: .max, admits)
        hits.append(contentsOf: found.elements)
    }

    private static let mostReserved = 1 << 22
    private static let anchorsAtOnce = 1024

    private mutating func visit(
        _ starts: UnsafeBufferPointer<StartFilter.Start>, found batch: UnsafeBufferPointer<UInt32>, _ admits: [Bool]?
    ) {
        if loose.isEmpty { return visit(starts, admits) }
        for start in starts { waiting.append(start) }
        for first in stride(from: 0, to: batch.count, by: Self.anchorsAtOnce) {
            loose.enter(UnsafeBufferPointer(rebasing: batch[first..<min(first + Self.anchorsAtOnce, batch.count)]))
            while let word = loose.nextAnchor {
                visitLoose(before: word - loose.mostDistance, admits)
                loose.addPlaces()
            }
        }
        if let last = batch.last { visitWaiting(before: Int(last) - loose.mostDistance, admits) }
    }

    /// Visits all that begins before a word.
    private mutating func visitWaiting(before limit: Int, _ admits: [Bool]?) {
        visitLoose(before: limit, admits)
        visitChains(before: limit, admits)
        waiting.removeFirst(visited)
        visited = 0
    }

    /// Visits where loose terms may begin before a word, and the chains that begin there or before.
    private mutating func visitLoose(before limit: Int, _ admits: [Bool]?) {
        while loose.first < limit {
            let start = loose.first
            visitChains(before: start, admits)
            var entries = 0..<0
            if visited < waiting.count, Int(waiting[visited].word) == start {
                entries = beginnings.places(of: waiting[visited].meaning)
                visited += 1
            }
            if isSearched(start, admits) { visitAll(start, entries, hasLoose: true) } else { while loose.takePattern() != nil {} }
        }
    }

    private mutating func visitChains(before limit: Int, _ admits: [Bool]?) {
        let first = visited
        while visited < waiting.count, Int(waiting[visited].word) < limit { visited += 1 }
        visit(UnsafeBufferPointer(rebasing: waiting.elements[first..<visited]), admits)
    }

    @inline(__always) private mutating func isSearched(_ word: Int, _ admits: [Bool]?) -> Bool {
        guard !unsearched.contains(word) else { return false }
        return admits.map { $0[segment.article(ofWord: word)] } ?? true
    }

    /// At nearly all starts the word's meaning alone decides.
    private mutating func visit(_ starts: UnsafeBufferPointer<StartFilter.Start>, _ admits: [Bool]?) {
        beginnings.words.withUnsafeBufferPointer { words in
            for start in starts {
                let place = Int(start.word)
                guard isSearched(place, admits) else { continue }
                if start.mustLook {
                    visit(place, meaning: start.meaning)
                } else {
                    let word = words[start.meaning]
                    if conceptEnds[Int(word.concept)] <= place { take(Int(word.term), concept: Int(word.concept), place..<place + 1) }
                }
            }
        }
    }

    private mutating func visit(_ start: Int, meaning: Int) {
        let entries = beginnings.places(of: meaning)
        if beginnings.kinds[meaning] == .chains { visitChains(start, entries) } else { visitAll(start, entries, hasLoose: false) }
    }

    /// The longest of some chains of one concept, the first in the lexicon among equals.
    private mutating func visitChains(_ start: Int, _ entries: Range<Int>) {
        let concept = Int(beginnings.entries[entries.lowerBound].concept)
        guard conceptEnds[concept] <= start else { return }
        let room = segment.column.count - start
        let next = room > 1 ? patterns(at: start + 1) : 0..<0
        var (longest, term) = (0, 0)
        for number in entries {
            let entry = beginnings.entries[number]
            let count = Int(entry.stepCount)
            guard count > longest, count <= room else { continue }
            if count > 1 { guard stands(entry, at: start, next), isInPassage(start..<start + count) else { continue } }
            (longest, term) = (count, Int(entry.term))
        }
        if longest > 0 { take(term, concept: concept, start..<start + longest) }
    }

    /// Where the word patterns that match a word stand among those of all meanings.
    @inline(__always) private func patterns(at word: Int) -> Range<Int> { tables.meanings.patternPlaces(of: tables.meaning(of: word)) }

    /// Whether a chain of more than one word stands at its first one.
    ///
    /// - Parameter next: the places of the patterns of the word behind.
    @inline(__always) private func stands(_ entry: Beginnings.Entry, at start: Int, _ next: Range<Int>) -> Bool {
        guard tables.meanings.contains(entry.second, in: next) else { return false }
        let first = Int(entry.firstStep)
        return tables.follows(UnsafeBufferPointer(rebasing: steps.elements[first..<first + Int(entry.stepCount)]), from: start)
    }

    private mutating func isInPassage(_ words: Range<Int>) -> Bool {
        passages.enter(words.lowerBound)
        return words.upperBound <= passages.words.upperBound
    }

    /// In order of preference within each concept, so the first that its contexts admit wins.
    private mutating func visitAll(_ start: Int, _ entries: Range<Int>, hasLoose: Bool) {
        passages.enter(start)
        run.passage = passages.words
        candidates.removeAll()
        if !entries.isEmpty { collectCandidates(at: start, entries) }
        if hasLoose { collectLooseCandidates(at: start) }
        if candidates.count > 1 { candidates.sort { $0.precedes($1) } }
        let places = lexicon.tables.places.elements
        for index in candidates.indices {
            let candidate = candidates[index]
            let words = start..<candidate.end
            guard conceptEnds[candidate.concept] <= start,
                !places[candidate.term].hasConditions
                    || contexts.admit(candidate.term, words, inPassage: passages.number, of: ())
            else { continue }
            take(candidate.term, concept: candidate.concept, words)
        }
    }

    /// All chains at `start` of concepts whose last match lies behind.
    private mutating func collectCandidates(at start: Int, _ entries: Range<Int>) {
        let room = passages.words.upperBound - start
        let next = room > 1 ? patterns(at: start + 1) : 0..<0
        for number in entries {
            let entry = beginnings.entries[number]
            let count = Int(entry.stepCount)
            guard conceptEnds[Int(entry.concept)] <= start, count <= room, count == 1 || stands(entry, at: start, next) else { continue }
            candidates.append(TermCandidate(term: Int(entry.term), concept: Int(entry.concept), end: start + count))
        }
    }

    /// Adds all loose terms and lengths.
    private mutating func collectLooseCandidates(at start: Int) {
        let places = lexicon.tables.places.elements
        while let pattern = loose.takePattern() {
            let terms = termsOfPattern[pattern]
            guard terms.contains(where: { conceptEnds[Int(places[Int($0)].concept)] <= start }) else { continue }
            for end in run.ends(of: pattern, from: start) {
                for term in terms {
                    let concept = Int(places[Int(term)].concept)
                    if conceptEnds[concept] <= start { candidates.append(TermCandidate(term: Int(term), concept: concept, end: end)) }
                }
            }
        }
    }

    @inline(__always) private mutating func take(_ term: Int, concept: Int, _ words: Range<Int>) {
        conceptEnds[concept] = words.upperBound
        found.append(
            SegmentHit(
                word: UInt32(truncatingIfNeeded: words.lowerBound), wordCount: UInt32(truncatingIfNeeded: words.count),
                term: UInt32(truncatingIfNeeded: term)))
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
