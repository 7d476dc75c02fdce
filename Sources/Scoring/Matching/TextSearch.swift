import Lexicons
import Words

/// One search for all terms in the passages of one text.
struct TextSearch {
    private let lexicon: CompiledLexicon
    private let text: SearchedText
    private let tables: SearchTables
    private var run: PatternRun
    private var contexts: ContextTests
    /// For each concept the word behind its last match; matches of earlier passages lie before all words of later ones.
    private var conceptEnds: [Int]
    private var found = FoundMatches()
    /// The candidates at one word; kept for their memory.
    private var candidates: [Candidate] = []

    private struct Candidate {
        let term: Int
        let concept: Int
        let end: Int
    }

    init(lexicon: CompiledLexicon, text: SearchedText, tables: SearchTables) {
        self.lexicon = lexicon
        self.text = text
        self.tables = tables
        run = PatternRun(tables: tables)
        contexts = ContextTests(lexicon: lexicon, text: text)
        conceptEnds = Array(repeating: 0, count: lexicon.conceptCount)
    }

    /// - Parameter starts: the words that mean anything to the lexicon, ascending; what else the terms at them ask for was learned.
    mutating func matches(startingAt starts: [KnownWord]) -> FoundMatches {
        found.reserve(passageCount: text.passages.count, matchCount: starts.count)
        var next = 0
        for (number, passage) in text.passages.enumerated() {
            while next < starts.count, starts[next].word < passage.words.lowerBound { next += 1 }
            if next < starts.count, starts[next].word < passage.words.upperBound {
                run.passage = passage.words
                contexts.enter(number)
                while next < starts.count, starts[next].word < passage.words.upperBound {
                    search(at: starts[next], in: passage)
                    next += 1
                }
            }
            found.endPassage()
        }
        return found
    }

    private mutating func search(at start: KnownWord, in passage: SearchedPassage) {
        let meaning = tables.meanings[Int(start.meaning)]
        if meaning.isPlain {
            for number in meaning.beginnings {
                let beginning = tables.beginnings[Int(number)]
                guard conceptEnds[Int(beginning.concept)] <= start.word else { continue }
                conceptEnds[Int(beginning.concept)] = start.word + 1
                append(Int(beginning.term), start.word..<start.word + 1, in: passage)
            }
            return
        }
        collectCandidates(at: start.word, meaning)
        // In order of preference within each concept, so the first that its contexts admit wins.
        for index in candidates.indices {
            let candidate = candidates[index]
            guard conceptEnds[candidate.concept] <= start.word,
                contexts.admit(candidate.term, start.word..<candidate.end, run)
            else { continue }
            conceptEnds[candidate.concept] = candidate.end
            append(candidate.term, start.word..<candidate.end, in: passage)
        }
    }

    /// All terms and lengths at `start` of concepts whose last match lies behind: by concept, the longest first, then in the lexicon's order.
    private mutating func collectCandidates(at start: Int, _ meaning: WordMeanings.Meaning) {
        candidates.removeAll(keepingCapacity: true)
        for number in meaning.beginnings {
            let beginning = tables.beginnings[Int(number)]
            guard conceptEnds[Int(beginning.concept)] <= start else { continue }
            if let steps = beginning.steps {
                guard let end = run.end(of: steps, from: start, joints: lexicon.phrases.joints) else { continue }
                candidates.append(Candidate(term: Int(beginning.term), concept: Int(beginning.concept), end: end))
                continue
            }
            for end in run.ends(of: lexicon.patterns[Int(beginning.pattern)], from: start) {
                candidates.append(Candidate(term: Int(beginning.term), concept: Int(beginning.concept), end: end))
            }
        }
        collectDirectCandidates(at: start, meaning.direct)
        guard candidates.count > 1 else { return }
        candidates.sort { ($0.concept, $1.end, $0.term) < ($1.concept, $0.end, $1.term) }
    }

    private mutating func collectDirectCandidates(at start: Int, _ phrases: Range<Int32>) {
        guard !phrases.isEmpty, start + 1 < run.passage.upperBound else { return }
        let hash = tables.hashes[start + 1]
        for number in hash == 0 ? phrases : tables.phrases(phrases, withSecond: hash & ~1) {
            let beginning = tables.beginnings[Int(number)]
            guard conceptEnds[Int(beginning.concept)] <= start, let steps = beginning.steps,
                let end = run.directEnd(of: steps, from: start, joints: lexicon.phrases.joints)
            else { continue }
            candidates.append(Candidate(term: Int(beginning.term), concept: Int(beginning.concept), end: end))
        }
    }

    private mutating func append(_ number: Int, _ words: Range<Int>, in passage: SearchedPassage) {
        let place = lexicon.places[number]
        let start = text.start + Int(tables.starts[words.lowerBound])
        let end = text.start + Int(tables.ends[words.upperBound - 1])
        found.append(
            TermMatch(
                conceptIndex: place.concept, framingIndex: place.framing, termIndex: place.term,
                firstWord: words.lowerBound - passage.words.lowerBound, endWord: words.upperBound - passage.words.lowerBound,
                span: ByteSpan(start, end)))
    }
}
