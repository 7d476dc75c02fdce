import Scoring

/// Every source's use of one concept, gathered from the cells of its framings.
struct ConceptUses {
    let uses: [ConceptUse]
    let terms: [DifferenceFinder.Term]
    let framingCount: Int

    /// - Parameter voice: whose hits are gathered.
    init(_ concept: ComparedConcept, voice: Voice = .own) {
        framingCount = concept.framings.count
        var terms: Set<DifferenceFinder.Term> = []
        for (framing, compared) in concept.framings.enumerated() {
            for cell in compared.cells {
                for hit in cell.hits where hit.hit.voice == voice {
                    terms.insert(DifferenceFinder.Term(framing: framing, pattern: hit.hit.term))
                }
            }
        }
        let sorted = terms.sorted { ($0.framing, $0.pattern) < ($1.framing, $1.pattern) }
        let numbers = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, $0) })
        self.terms = sorted
        uses = concept.evidence.indices.map { Self.use(of: concept, source: $0, voice: voice, numbers) }
    }

    var differences: ConceptDifferences { DifferenceFinder(uses, terms: terms, framingCount: framingCount).differences() }

    private static func use(
        of concept: ComparedConcept, source: Int, voice: Voice, _ numbers: [DifferenceFinder.Term: Int]
    ) -> ConceptUse {
        var rows: [Int: [Int]] = [:]
        var termHits = [Int](repeating: 0, count: numbers.count)
        for (framing, compared) in concept.framings.enumerated() {
            for hit in compared.cells[source].hits where hit.hit.voice == voice {
                rows[hit.article, default: [Int](repeating: 0, count: concept.framings.count)][framing] += 1
                if let term = numbers[DifferenceFinder.Term(framing: framing, pattern: hit.hit.term)] { termHits[term] += 1 }
            }
        }
        let articles = rows.keys.sorted()
        return ConceptUse(
            level: concept.evidence[source].level, rows: articles.compactMap { rows[$0] }, articles: articles, termHits: termHits
        )
    }
}
