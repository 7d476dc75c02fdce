package import Lexicons
package import Scoring

/// A hit that can be judged: where it stands in the tally.
package struct JudgeableHit: Sendable {
    /// Index into the tally's articles and their hits.
    package let article: Int
    package let hit: Int
}

/// The order in which hits are judged, so that wherever a coder stops, what was judged is a sample stratified by framing, term, source and voice.
///
/// Framings take turns, since each needs a sample of its own. Within a framing the hits lie sorted by term, source and voice and are visited in
/// the order of their bit-reversed positions: every beginning of it is spread evenly over the sorted list, so each term, source and voice is
/// sampled in proportion to its hits. Nothing is drawn: the same hits always give the same order.
/// Sources: Cochran (1977), Sampling Techniques, sections 5.2 (proportional allocation) and 8.1 (systematic sampling); van der Corput
/// (Verteilungsfunktionen, 1935).
package enum JudgingSample {
    /// - Parameter articles: with settled hits; only counted ones are judged.
    package static func order(_ articles: [ArticleTally], lexicon: Lexicon) -> [JudgeableHit] {
        var byFraming: [FramingReference: [JudgeableHit]] = [:]
        for (index, article) in articles.enumerated() {
            for (number, hit) in article.hits.enumerated() where hit.status == .counted {
                byFraming[FramingReference(concept: hit.concept, framing: hit.framing), default: []].append(
                    JudgeableHit(article: index, hit: number))
            }
        }
        let framings = lexicon.concepts.flatMap { concept in
            concept.framings.map { FramingReference(concept: concept.id, framing: $0.id) }
        }
        return takingTurns(framings.map { spread(byFraming[$0] ?? [], in: articles) })
    }

    private static func spread(_ hits: [JudgeableHit], in articles: [ArticleTally]) -> [JudgeableHit] {
        let sorted = hits.sorted { key($0, articles) < key($1, articles) }
        let bits = max(1, Int.bitWidth - (max(sorted.count, 2) - 1).leadingZeroBitCount)
        return sorted.indices.sorted { reversed($0, bits: bits) < reversed($1, bits: bits) }.map { sorted[$0] }
    }

    private static func key(_ place: JudgeableHit, _ articles: [ArticleTally]) -> (String, String, Int, String, Int) {
        let hit = articles[place.article].hits[place.hit]
        let voice = Voice.allCases.firstIndex(of: hit.voice) ?? 0
        return (hit.term, articles[place.article].sourceName, voice, articles[place.article].doc, place.hit)
    }

    private static func reversed(_ position: Int, bits: Int) -> Int {
        var rest = position
        var result = 0
        for _ in 0..<bits {
            result = result << 1 | rest & 1
            rest >>= 1
        }
        return result
    }

    private static func takingTurns(_ lists: [[JudgeableHit]]) -> [JudgeableHit] {
        (0..<(lists.map(\.count).max() ?? 0)).flatMap { round in lists.compactMap { round < $0.count ? $0[round] : nil } }
    }
}
