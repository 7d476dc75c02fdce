import Lexicons
import Words

/// One search for all terms in one passage.
struct PassageSearch {
    private let lexicon: CompiledLexicon
    private let passage: PassageWords
    private let run: PatternRun
    private var contexts: ContextTests
    /// For each concept the word behind its last match.
    private var conceptEnds: [Int]

    private struct Candidate {
        let term: Int
        let end: Int
    }

    init(lexicon: CompiledLexicon, passage: PassageWords, meanings: WordMeanings, meaningOfEachWord: [Int32]) {
        self.lexicon = lexicon
        self.passage = passage
        run = PatternRun(passage: passage, meanings: meanings.all, meaningOfEachWord: meaningOfEachWord)
        contexts = ContextTests(lexicon: lexicon, run: run)
        conceptEnds = Array(repeating: 0, count: lexicon.conceptCount)
    }

    /// - Parameter starts: the words that mean anything to the lexicon, ascending.
    mutating func matches(startingAt starts: some Sequence<Int>) -> [TermMatch] {
        var matches: [TermMatch] = []
        for start in starts {
            // In order of preference within each concept, so the first that its contexts admit wins.
            for candidate in candidates(at: start) {
                let term = lexicon.terms[candidate.term]
                guard conceptEnds[term.concept] <= start, contexts.admit(term, start..<candidate.end) else { continue }
                conceptEnds[term.concept] = candidate.end
                matches.append(match(term, start..<candidate.end))
            }
        }
        return matches
    }

    /// All terms and lengths at `start` of concepts whose last match lies behind: by concept, the longest first, then in the lexicon's order.
    private func candidates(at start: Int) -> [Candidate] {
        var candidates: [Candidate] = []
        let isNextKnown = start + 1 < passage.words.count && run.isKnown(start + 1)
        for beginning in run.meanings[Int(run.meaningOfEachWord[start])].beginnings
        where (isNextKnown || !beginning.needsNextWord) && conceptEnds[beginning.concept] <= start {
            if beginning.isSingleWord {
                candidates.append(Candidate(term: beginning.term, end: start + 1))
                continue
            }
            for end in run.ends(of: lexicon.patterns[beginning.pattern], from: start) {
                candidates.append(Candidate(term: beginning.term, end: end))
            }
        }
        guard candidates.count > 1 else { return candidates }
        return candidates.sorted { left, right in
            let concepts = (lexicon.terms[left.term].concept, lexicon.terms[right.term].concept)
            return (concepts.0, right.end, left.term) < (concepts.1, left.end, right.term)
        }
    }

    private func match(_ term: CompiledLexicon.CompiledTerm, _ words: Range<Int>) -> TermMatch {
        let span = ByteSpan(passage.words[words.lowerBound].start, passage.words[words.upperBound - 1].end)
        return TermMatch(
            conceptIndex: term.concept, framingIndex: term.framing, termIndex: term.term,
            firstWord: words.lowerBound, endWord: words.upperBound, span: span
        )
    }
}
