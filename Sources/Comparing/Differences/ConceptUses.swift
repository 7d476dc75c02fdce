import Scoring

/// Every source's use of one concept, and the terms that its hits came by.
struct ConceptUses {
    let bySource: [SourceUse]
    let terms: [DifferenceFinder.Term]
    let framingCount: Int
    let sources: [ComparedSource]
    /// Whether differences may be called firm.
    var isLexiconValidated = false
    /// By source, then framing.
    private let hits: [[[ComparedHit]]]

    /// - Parameter hits: by source, then framing.
    init(_ hits: [[[ComparedHit]]], sources: [ComparedSource], articles: [ComparedArticle]) {
        self.sources = sources
        self.hits = hits
        framingCount = hits.first?.count ?? 0
        let bySource = zip(hits, sources).map { SourceUse($0, in: $1, articles: articles) }
        self.bySource = bySource
        terms = (0..<framingCount).flatMap { framing in
            bySource.reduce(into: Set<String>()) { $0.formUnion($1.termHits[framing].keys) }.sorted()
                .map { DifferenceFinder.Term(framing: framing, pattern: $0) }
        }
    }

    /// - Parameter articles: of the comparison.
    func finder(_ measure: Measure, articles: [ComparedArticle]) -> DifferenceFinder {
        let uses = bySource.indices.map { use(of: $0, measure, articles) }
        return DifferenceFinder(uses, terms: terms, framingCount: framingCount, isLexiconValidated: isLexiconValidated)
    }

    /// The use of some of a source's articles, as if they were a source of their own.
    func use(of source: Int, in articles: [ComparedArticle], where isKept: (Int) -> Bool) -> ConceptUse {
        let table = bySource[source].table.filtered(isKept)
        let rateTable = bySource[source].rateTable?.filtered(isKept)
        let words = table.articles.reduce(0) { $0 + articles[$1].words.total }
        var termHits: [[String: Int]] = []
        for column in hits[source] {
            termHits.append(
                column.reduce(into: [:]) { counts, hit in
                    if hit.hit.voice == .own, isKept(hit.article) { counts[hit.hit.term, default: 0] += 1 }
                })
        }
        return ConceptUse(
            level: ConceptUse.level(of: table, rates: rateTable, articles: table.articles.count, words: words),
            measure: Measure(framings: framingCount), table: rateTable ?? table,
            termHits: terms.map { termHits[$0.framing][$0.pattern] ?? 0 })
    }

    private func use(of source: Int, _ measure: Measure, _ articles: [ComparedArticle]) -> ConceptUse {
        let use = bySource[source]
        let table: FramingTable =
            switch measure {
            case .share: use.table
            case .rate:
                use.rateTable ?? use.table.over(sources[source].articles, words: articles[sources[source].articles].map(\.words.own))
            }
        return ConceptUse(
            level: use.level, measure: measure, table: table, termHits: terms.map { use.termHits[$0.framing][$0.pattern] ?? 0 })
    }
}

extension FramingTable {
    /// The same hits over the own words of all articles of the source.
    func over(_ articles: Range<Int>, words: [Int]) -> FramingTable {
        FramingTable(
            articles: articles, exposures: words,
            hits: columns.map { column in column.map { ArticleHits(article: self.articles[$0.row], count: $0.hits) } })
    }
}
