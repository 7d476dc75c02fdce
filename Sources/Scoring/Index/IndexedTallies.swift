import Lexicons

/// The tallies of all articles of an index by one lexicon, with what those by a changed one need of them.
package struct IndexedTallies: Sendable {
    /// In the order of the articles.
    package let tallies: [ArticleTally]
    let scorer: IndexScorer
    let hits: IndexedHits
}

/// The tallies of articles in which two lexicons find the same: an edit changes few.
struct KnownTallies {
    private let tallies: [ArticleTally]
    private let earlier: [Int: [NamedPart]]
    private let later: [Int: [NamedPart]]

    /// The hits of a part with its terms by numbers that mean the same in both lexicons.
    private struct NamedPart {
        let hits: IndexedHits.Part
        let terms: [Int]

        init(_ hits: IndexedHits.Part, _ lexicon: Lexicon, _ numbers: inout [HitName: Int]) {
            self.hits = hits
            terms = hits.terms.map { term in
                let framing = lexicon.concepts[term.concept].framings[term.framing]
                let name = HitName(
                    concept: lexicon.concepts[term.concept].id, framing: framing.id, term: framing.terms[term.term].pattern.source)
                let number = numbers[name] ?? numbers.count
                numbers[name] = number
                return number
            }
        }
    }

    /// What a hit says of its term.
    private struct HitName: Hashable {
        let concept: String
        let framing: String
        let term: String
    }

    /// Nil where equal hits do not make equal tallies.
    ///
    /// - Parameter hits: those of `scorer`.
    init?(_ earlier: IndexedTallies, for scorer: IndexScorer, _ hits: IndexedHits) {
        guard scorer.agrees(with: earlier.scorer) else { return nil }
        tallies = earlier.tallies
        var numbers: [HitName: Int] = [:]
        self.earlier = Self.parts(of: earlier.hits, earlier.scorer.lexicon, &numbers)
        later = Self.parts(of: hits, scorer.lexicon, &numbers)
    }

    /// By segment.
    private static func parts(of hits: IndexedHits, _ lexicon: Lexicon, _ numbers: inout [HitName: Int]) -> [Int: [NamedPart]] {
        var parts: [Int: [NamedPart]] = [:]
        for part in hits.parts { parts[part.segment, default: []].append(NamedPart(part, lexicon, &numbers)) }
        return parts
    }

    /// Nil where the lexicons find other hits in the article.
    func tally(ofArticle number: Int, at place: CorpusIndex.ArticlePlace) -> ArticleTally? {
        guard tallies.indices.contains(number) else { return nil }
        let hits = [earlier, later].map { parts in
            (parts[place.segment] ?? []).flatMap { part in
                part.hits.hits(ofArticle: place.article).map { (words: $0.words, term: part.terms[Int($0.term)]) }
            }
        }
        return hits[0].elementsEqual(hits[1]) { $0.words == $1.words && $0.term == $1.term } ? tallies[number] : nil
    }
}
