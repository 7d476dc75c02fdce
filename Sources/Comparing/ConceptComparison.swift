import Lexicons
import Scoring

/// Builds the concepts of a comparison: cells, totals, and the level of evidence of each source.
struct ConceptComparison {
    let lexicon: Lexicon
    let grouping: SourceGrouping
    let counting: HitCounting
    let isLexiconValidated: Bool

    func concepts(_ known: inout KnownDifferences?) -> [ComparedConcept] {
        var letters = KeyLetters()
        return lexicon.concepts.enumerated().map { index, concept in
            let order = byHits(concept, at: index)
            let framings = order.map { concept.framings[$0] }
            let hits = grouping.sources.indices.map { source in
                order.map { counting.hits(concept: index, framing: $0, source: source) }
            }
            var uses = ConceptUses(hits, sources: grouping.sources, articles: grouping.articles)
            uses.isLexiconValidated = isLexiconValidated
            var compared = ComparedConcept(
                id: concept.id, label: concept.label, question: concept.question, keyLetter: letters.letter(for: concept.label),
                hueIndex: index % 5, framings: self.compared(framings, hits, uses),
                evidence: grouping.sources.indices.map { evidence(hits[$0], uses.bySource[$0], bothWays: bothWays(index, order, $0, uses)) }
            )
            if grouping.sources.count > 1 {
                if compared.measure == .share { compared.differences = differences(uses, .share, of: concept, &known) }
                compared.rateDifferences = differences(uses, .rate, of: concept, &known)
            }
            compared.trend = TrendCounting(uses: uses, articles: grouping.articles).trend()
            compared.changes = TimeChangeFinder(uses: uses, articles: grouping.articles).changes()
            return compared
        }
    }

    private func differences(
        _ uses: ConceptUses, _ measure: Measure, of concept: Concept, _ known: inout KnownDifferences?
    ) -> ConceptDifferences {
        let finder = uses.finder(measure, articles: grouping.articles)
        return known?.differences(finder, of: concept.id, measure) ?? finder.differences()
    }

    /// Framings by hits; the lexicon's order where they are equal.
    private func byHits(_ concept: Concept, at index: Int) -> [Int] {
        let totals = concept.framings.indices.map { framing in
            grouping.sources.indices.reduce(0) { $0 + counting.hits(concept: index, framing: framing, source: $1).count }
        }
        return totals.indices.sorted { (-totals[$0], $0) < (-totals[$1], $1) }
    }

    /// - Parameter hits: by source, then framing.
    private func compared(_ framings: [Framing], _ hits: [[[ComparedHit]]], _ uses: ConceptUses) -> [ComparedFraming] {
        let shares = uses.bySource.map { $0.shares() }
        let rates = uses.bySource.map { $0.rate() }
        return framings.enumerated().map { place, framing in
            let cells = grouping.sources.indices.map { source in
                let found = hits[source][place]
                return Cell(
                    counts: Self.counts(of: found), articlesWithHit: Self.articles(of: found), hits: found, share: shares[source][place],
                    rate: rates[source])
            }
            return ComparedFraming(
                id: framing.id, label: framing.label, note: framing.note, opposite: framing.opposite,
                terms: framing.terms.map(\.pattern.source),
                total: cells.reduce(into: VoiceCounts()) { $0 += $1.counts }, cells: cells
            )
        }
    }

    private func evidence(_ hits: [[ComparedHit]], _ use: SourceUse, bothWays: BothWays) -> ConceptEvidence {
        ConceptEvidence(
            level: use.level, counts: hits.reduce(into: VoiceCounts()) { $0 += Self.counts(of: $1) },
            articlesWithOwnHit: use.table.articles.count, articlesWithHit: Set(hits.joined().lazy.map(\.article)).count,
            topShare: Concentration.of(use.table.exposures).value?.topShare, bothWays: bothWays
        )
    }

    /// - Parameters: the concept's index, the order of its framings, and the source.
    private func bothWays(_ concept: Int, _ order: [Int], _ source: Int, _ uses: ConceptUses) -> BothWays {
        func count(_ hits: (Int) -> [ComparedHit]) -> BothWays.Count {
            let all = order.map(hits)
            let total = all.reduce(0) { $0 + $1.count }
            let counted = uses.bySource[source]
            let level =
                total == counted.hitCount ? counted.level : SourceUse(all, in: grouping.sources[source], articles: grouping.articles).level
            return BothWays.Count(hits: total, level: level)
        }
        return BothWays(
            counted: count { counting.hits(concept: concept, framing: $0, source: source) },
            withRepeats: count { counting.hitsWithRepeats(concept: concept, framing: $0, source: source) },
            withShared: count { counting.hitsWithShared(concept: concept, framing: $0, source: source) }
        )
    }

    private static func counts(of hits: [ComparedHit]) -> VoiceCounts { hits.reduce(into: VoiceCounts()) { $0[$1.hit.voice] += 1 } }

    /// Hits of one voice stand by article, those of several voices may meet in one.
    private static func articles(of hits: [ComparedHit]) -> Int { Set(hits.lazy.map(\.article)).count }
}
