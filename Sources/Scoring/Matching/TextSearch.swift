import Lexicons
import Words

/// A term, the words of which may stand at the word that is looked at.
struct TermCandidate: BitwiseCopyable {
    let term: Int
    let concept: Int
    /// The word behind its last.
    let end: Int

    /// Whether it is tried before another at the same word: by concept, the longest first, then in the lexicon's order.
    @inline(__always) func precedes(_ other: TermCandidate) -> Bool {
        (concept, other.end, term) < (other.concept, end, other.term)
    }
}

/// Searches for all terms in the passages of one text after the other.
final class TextSearch {
    private let tables: SearchTables
    private let memory: SearchMemory
    private let run: PatternRun<SearchTables>
    private let contexts: ContextTests<SearchTables>
    /// That of the word at hand, among the searched ones.
    @exclusivity(unchecked) private var passage = 0
    /// For each concept the word behind its last match; matches of earlier passages lie before all words of later ones.
    private let conceptEnds: UnsafeMutablePointer<Int>
    private let conceptCount: Int
    /// Whether all terms are looked for from where they begin.
    private let areStarts: Bool

    init(tables: SearchTables, memory: SearchMemory) {
        let lexicon = tables.known.lexicon
        self.tables = tables
        self.memory = memory
        run = PatternRun(text: tables, memory: memory.patterns)
        contexts = ContextTests(lexicon: lexicon, run: run, memory: memory.patterns)
        memory.conceptEnds.reserve(lexicon.conceptCount)
        conceptEnds = memory.conceptEnds.base
        conceptCount = lexicon.conceptCount
        areStarts = lexicon.anchors.areStarts
    }

    /// Whether it has seen so many words that another should be made.
    var isFull: Bool { tables.known.isFull }

    /// Adds the matches in a text, the candidates of which the filter has found.
    ///
    /// - Parameter rows: those of the text.
    func find(in text: SearchedText, _ rows: TextTables, into found: FoundMatches) {
        tables.enter(rows)
        conceptEnds.update(repeating: 0, count: conceptCount)
        var starts = tables.known.findCandidates(of: rows, in: memory)
        if !areStarts { starts = AnchoredStarts(tables: tables, memory: memory).find(from: starts, in: text.passages) }
        find(startingAtFirst: starts, in: text, into: found)
        tables.known.leave()
    }

    /// Adds those that start at the first `count` known words.
    private func find(startingAtFirst count: Int, in text: SearchedText, into found: FoundMatches) {
        let known = memory.known.base
        let (passages, ofWords) = (text.passages.all, text.passages.ofWords)
        contexts.leavePassage()
        for index in 0..<count {
            let word = Int(known[index].word)
            passage = ofWords.last(to: word)
            guard passage >= 0, word < passages[passage].words.upperBound else { continue }
            run.passage = passages[passage].words
            search(at: known[index], in: text, into: found)
        }
    }

    @inline(__always)
    private func search(at known: KnownWord, in text: SearchedText, into found: FoundMatches) {
        let start = Int(known.word)
        if known.isSingle {
            guard conceptEnds[Int(known.single.concept)] <= start else { return }
            conceptEnds[Int(known.single.concept)] = start + 1
            return append(known.single, at: start, into: found)
        }
        let meaning = tables.known.meanings.all.place(of: Int(known.meaning))
        if meaning.pointee.isPlain {
            for number in meaning.pointee.beginnings.places {
                let beginning = tables.known.meanings.beginnings[number]
                guard conceptEnds[Int(beginning.concept)] <= start else { continue }
                conceptEnds[Int(beginning.concept)] = start + 1
                append(Int(beginning.term), start..<start + 1, into: found)
            }
            return
        }
        collectCandidates(at: start, meaning.pointee.beginnings, direct: known.isAlone ? .empty : meaning.pointee.direct)
        // In order of preference within each concept, so the first that its contexts admit wins.
        for index in memory.starting.indices {
            let candidate = memory.starting[index]
            guard conceptEnds[candidate.concept] <= start,
                !tables.places[candidate.term].hasConditions
                    || contexts.admit(candidate.term, start..<candidate.end, inPassage: passage, of: text)
            else { continue }
            conceptEnds[candidate.concept] = candidate.end
            append(candidate.term, start..<candidate.end, into: found)
        }
    }

    /// All terms and lengths at `start` of concepts whose last match lies behind: by concept, the longest first, then in the lexicon's order.
    private func collectCandidates(at start: Int, _ beginnings: RowRange, direct: RowRange) {
        memory.starting.removeAll()
        memory.around.begin(at: start..<start + 1, in: run.passage)
        for number in beginnings.places {
            let beginning = tables.known.meanings.beginnings[number]
            guard conceptEnds[Int(beginning.concept)] <= start else { continue }
            if let steps = beginning.steps {
                guard let end = run.end(of: steps, from: start) else { continue }
                memory.starting.append(TermCandidate(term: Int(beginning.term), concept: Int(beginning.concept), end: end))
                continue
            }
            if memory.around.exclude(run.pattern(beginning.pattern), tables) { continue }
            for end in run.ends(of: beginning.pattern, from: start) {
                memory.starting.append(TermCandidate(term: Int(beginning.term), concept: Int(beginning.concept), end: end))
            }
        }
        collectDirectCandidates(at: start, direct)
        guard memory.starting.count > 1 else { return }
        memory.starting.sort { $0.precedes($1) }
    }

    private func collectDirectCandidates(at start: Int, _ phrases: RowRange) {
        guard !phrases.isEmpty, start + 1 < run.passage.upperBound else { return }
        let hash = tables.text.hash(start + 1)
        for number in hash == 0 ? phrases.places : tables.known.meanings.phrases(phrases, withSecond: hash & ~1) {
            let beginning = tables.known.meanings.beginnings[number]
            guard conceptEnds[Int(beginning.concept)] <= start, let steps = beginning.steps,
                let end = run.directEnd(of: steps, from: start)
            else { continue }
            memory.starting.append(TermCandidate(term: Int(beginning.term), concept: Int(beginning.concept), end: end))
        }
    }

    private func append(_ number: Int, _ words: Range<Int>, into found: FoundMatches) {
        let place = tables.places[number]
        append(concept: place.concept, framing: place.framing, term: place.term, words, into: found)
    }

    @inline(__always)
    private func append(_ single: WordMeanings.Single, at word: Int, into found: FoundMatches) {
        append(concept: single.concept, framing: single.framing, term: single.term, word..<word + 1, into: found)
    }

    @inline(__always)
    private func append(concept: Int32, framing: Int32, term: Int32, _ words: Range<Int>, into found: FoundMatches) {
        let first = run.passage.lowerBound
        found.append(
            TermMatch(
                conceptIndex: Int(concept), framingIndex: Int(framing), termIndex: Int(term), firstWord: words.lowerBound - first,
                endWord: words.upperBound - first,
                span: ByteSpan(
                    tables.text.start + Int(tables.text.starts[words.lowerBound]),
                    tables.text.start + Int(tables.text.ends[words.upperBound - 1]))), passage: passage)
    }
}
