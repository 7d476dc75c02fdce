import Lexicons
import Scoring

/// Builds the concepts of a comparison: cells, totals, and the level of evidence of each source.
struct ConceptComparison {
    let lexicon: Lexicon
    let grouping: SourceGrouping
    let counting: HitCounting

    func concepts() -> [ComparedConcept] {
        var letters = KeyLetters()
        return lexicon.concepts.enumerated().map { index, concept in
            let cells = concept.framings.map { framing in grouping.sources.indices.map { hits(concept, framing, source: $0) } }
            let shares = grouping.sources.indices.map { source in
                SourceShares(source: grouping.sources[source], framings: cells.map { $0[source] })
            }
            let evidence = grouping.sources.indices.map { source in
                self.evidence(of: source, hits: cells.map { $0[source] }, shares: shares[source])
            }
            let framings = zip(concept.framings, cells).map { compared($0, hits: $1, evidence: evidence, shares: shares) }
            var result = ComparedConcept(
                id: concept.id, label: concept.label, question: concept.question, keyLetter: letters.letter(for: concept.label),
                hueIndex: index % 5, framings: Self.byHits(framings), evidence: evidence
            )
            let uses = ConceptUses(result)
            if grouping.sources.count > 1 { result.differences = uses.differences }
            result.changes = TimeChangeFinder(concept: result, articles: grouping.articles, uses: uses).changes()
            return result
        }
    }

    private func hits(_ concept: Concept, _ framing: Framing, source: Int) -> [ComparedHit] {
        counting.hits[HitCounting.Key(concept: concept.id, framing: framing.id, source: source)] ?? []
    }

    /// Framings by hits; the lexicon's order where they are equal.
    private static func byHits(_ framings: [ComparedFraming]) -> [ComparedFraming] {
        framings.enumerated().sorted { (-$0.element.total.total, $0.offset) < (-$1.element.total.total, $1.offset) }.map(\.element)
    }

    private func compared(_ framing: Framing, hits: [[ComparedHit]], evidence: [ConceptEvidence], shares: [SourceShares]) -> ComparedFraming
    {
        let cells = grouping.sources.indices.map { source in
            Cell(
                counts: Self.counts(of: hits[source]), articlesWithHit: Set(hits[source].map(\.article)).count, hits: hits[source],
                share: shares[source].share(of: hits[source], level: evidence[source].level)
            )
        }
        return ComparedFraming(
            id: framing.id, label: framing.label, note: framing.note, opposite: framing.opposite,
            terms: framing.terms.map(\.pattern.source),
            total: cells.reduce(into: VoiceCounts()) { $0 += $1.counts }, cells: cells
        )
    }

    private func evidence(of source: Int, hits: [[ComparedHit]], shares: SourceShares) -> ConceptEvidence {
        let all = hits.flatMap(\.self)
        return ConceptEvidence(
            level: shares.level, counts: Self.counts(of: all), articlesWithOwnHit: shares.articlesWithHits,
            articlesWithHit: Set(all.map(\.article)).count, topShare: shares.topShare
        )
    }

    private static func counts(of hits: [ComparedHit]) -> VoiceCounts { hits.reduce(into: VoiceCounts()) { $0[$1.hit.voice] += 1 } }
}
