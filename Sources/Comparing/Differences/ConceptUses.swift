import Scoring

/// Every source's use of one concept, gathered from the cells of its framings.
struct ConceptUses {
    let uses: [ConceptUse]
    let terms: [DifferenceFinder.Term]
    let framingCount: Int
    private let numbers: [[String: Int]]

    /// - Parameter voice: whose hits are gathered.
    init(_ concept: ComparedConcept, voice: Voice = .own) {
        framingCount = concept.framings.count
        let patterns = concept.framings.map { framing in
            framing.cells.reduce(into: Set<String>()) { patterns, cell in
                for hit in cell.hits where hit.hit.voice == voice { patterns.insert(hit.hit.term) }
            }.sorted()
        }
        terms = patterns.enumerated().flatMap { framing, patterns in
            patterns.map { DifferenceFinder.Term(framing: framing, pattern: $0) }
        }
        var numbers: [[String: Int]] = []
        var next = 0
        for patterns in patterns {
            numbers.append(Dictionary(uniqueKeysWithValues: patterns.enumerated().map { ($1, next + $0) }))
            next += patterns.count
        }
        let termCount = terms.count
        self.numbers = numbers
        uses = concept.evidence.indices.map { Self.use(of: concept, source: $0, voice: voice, numbers, terms: termCount) }
    }

    var differences: ConceptDifferences { DifferenceFinder(uses, terms: terms, framingCount: framingCount).differences() }

    /// Own-voice hits of each term in some of the source's articles.
    func termHits(of concept: ComparedConcept, source: Int, in articles: Set<Int>) -> [Int] {
        var termHits = [Int](repeating: 0, count: terms.count)
        for (framing, compared) in concept.framings.enumerated() {
            for hit in compared.cells[source].hits where hit.hit.voice == .own && articles.contains(hit.article) {
                if let term = numbers[framing][hit.hit.term] { termHits[term] += 1 }
            }
        }
        return termHits
    }

    private static func use(
        of concept: ComparedConcept, source: Int, voice: Voice, _ numbers: [[String: Int]], terms: Int
    ) -> ConceptUse {
        var rows: [Int: Int] = [:]
        var articles: [Int] = []
        var counts: [[Int]] = []
        var termHits = [Int](repeating: 0, count: terms)
        for (framing, compared) in concept.framings.enumerated() {
            for hit in compared.cells[source].hits where hit.hit.voice == voice {
                let row = rows[hit.article] ?? counts.count
                if row == counts.count {
                    rows[hit.article] = row
                    articles.append(hit.article)
                    counts.append([Int](repeating: 0, count: concept.framings.count))
                }
                counts[row][framing] += 1
                if let term = numbers[framing][hit.hit.term] { termHits[term] += 1 }
            }
        }
        let order = articles.indices.sorted { articles[$0] < articles[$1] }
        return ConceptUse(
            level: concept.evidence[source].level, rows: order.map { counts[$0] }, articles: order.map { articles[$0] }, termHits: termHits
        )
    }
}
