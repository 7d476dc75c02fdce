import Lexicons
import Scoring
import TestSupport
import Words

/// Leaves the naive twin only the terms that can stand in a passage, so that it comes to the end of a whole corpus: those of which some word of the
/// passage begins as their first word does.
///
/// It shares nothing with the matcher either: words are folded as the twin folds them, and a term whose first word begins with a wildcard always stays.
struct PassageLexicon {
    private struct Place {
        let concept: Int
        let framing: Int
        let term: Int
    }

    private let lexicon: Lexicon
    /// In the lexicon's order.
    private var places: [Place] = []
    private var always: [Int] = []
    /// Terms by the folded letters that they begin with, as far as these are sure.
    private var termsByBeginning: [[UInt8]: [Int]] = [:]
    private var lengths: [Int] = []
    /// For each spelling the terms that it may begin.
    private var termsByWord: [ArraySlice<UInt8>: [Int]] = [:]

    init(_ lexicon: Lexicon) {
        self.lexicon = lexicon
        for (concept, value) in lexicon.concepts.enumerated() {
            for (framing, value) in value.framings.enumerated() {
                for (term, value) in value.terms.enumerated() {
                    let beginnings = Set(Self.beginnings(of: value.pattern.elements))
                    for beginning in beginnings.contains([]) ? [] : beginnings {
                        termsByBeginning[beginning, default: []].append(places.count)
                    }
                    if beginnings.contains([]) { always.append(places.count) }
                    places.append(Place(concept: concept, framing: framing, term: term))
                }
            }
        }
        lengths = Set(termsByBeginning.keys.map(\.count)).sorted()
    }

    /// The folded letters before the first wildcard of each word that the elements can begin with.
    private static func beginnings(of elements: [TermPattern.Element]) -> [[UInt8]] {
        switch elements.first {
        case .compound(let compound):
            let letters = compound.words[0].glyphs.prefix { if case .character = $0 { true } else { false } }
            let text = String(letters.compactMap { if case .character(let letter) = $0 { letter } else { nil } })
            return [Array(CaseFolding.folded(text.utf8).utf8)]
        case .choice(let alternatives): return alternatives.flatMap(beginnings)
        case .gap, nil: return [[]]
        }
    }

    /// The twin's matches in a passage with all terms of the lexicon.
    mutating func matches(in passage: PassageWords) -> [TermMatch] {
        var terms = Set(always)
        for word in passage.words { terms.formUnion(termsThatMayBegin(with: passage.bytes[word.range])) }
        guard !terms.isEmpty else { return [] }
        let chosen = terms.sorted().map { places[$0] }
        var original: [[[Int]]] = lexicon.concepts.map { $0.framings.map { _ in [] } }
        for place in chosen { original[place.concept][place.framing].append(place.term) }
        return NaiveMatcher(lexicon.keeping(original), passage: passage).matches().map { match in
            TermMatch(
                conceptIndex: match.conceptIndex, framingIndex: match.framingIndex,
                termIndex: original[match.conceptIndex][match.framingIndex][match.termIndex], firstWord: match.firstWord,
                endWord: match.endWord, span: match.span)
        }
    }

    private mutating func termsThatMayBegin(with word: ArraySlice<UInt8>) -> [Int] {
        if let known = termsByWord[word] { return known }
        let folded = Array(CaseFolding.folded(NaiveMatcher.visible(word)).utf8)
        let terms = lengths.prefix { $0 <= folded.count }.flatMap { termsByBeginning[Array(folded[..<$0])] ?? [] }
        termsByWord[ArraySlice(Array(word))] = terms
        return terms
    }
}

extension Lexicon {
    /// With some terms of each framing of each concept.
    fileprivate func keeping(_ terms: [[[Int]]]) -> Lexicon {
        var kept = self
        kept.concepts = zip(concepts, terms).map { concept, framings in
            var concept = concept
            concept.framings = zip(concept.framings, framings).map { framing, terms in
                var framing = framing
                framing.terms = terms.map { framing.terms[$0] }
                return framing
            }
            return concept
        }
        return kept
    }
}
