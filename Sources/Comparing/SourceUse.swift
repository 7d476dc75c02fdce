import Scoring

/// One source's own-voice hits of one concept by article: its level of evidence, and the share of each framing.
struct SourceUse {
    let level: EvidenceLevel
    /// In all voices.
    let hitCount: Int
    /// Of shares.
    let table: FramingTable
    /// Of a concept that is compared by its rate: hits over the own words of all articles.
    let rateTable: FramingTable?
    /// By framing the hits of each term.
    let termHits: [[String: Int]]

    /// - Parameters:
    ///   - hits: of each framing of the concept, own voice first and by article.
    ///   - articles: of the comparison.
    init(_ hits: [[ComparedHit]], in source: ComparedSource, articles: [ComparedArticle]) {
        let table = FramingTable(sharesOf: hits.map(Self.ownHits))
        self.table = table
        hitCount = hits.reduce(0) { $0 + $1.count }
        let isRate = Measure(framings: hits.count) == .rate
        let rateTable = isRate ? table.over(source.articles, words: articles[source.articles].map(\.words.own)) : nil
        self.rateTable = rateTable
        level = ConceptUse.level(of: table, rates: rateTable, articles: source.articles.count, words: source.words.total)
        termHits = hits.map { hits in
            hits.reduce(into: [:]) { counts, hit in if hit.hit.voice == .own { counts[hit.hit.term, default: 0] += 1 } }
        }
    }

    /// The shares that a report may print, by framing; nil below `described`. Their limits hold for all framings together.
    func shares() -> [Share?] {
        rateTable == nil ? table.shares(at: level, Confidence.percent95.shared(by: table.framingCount)) : table.columns.map { _ in nil }
    }

    /// The rate of a concept that is compared by it; nil for the others and where there are no own words.
    func rate() -> Rate? { rateTable?.rate(at: level) }

    private static func ownHits(_ hits: [ComparedHit]) -> [ArticleHits] {
        var column: [ArticleHits] = []
        for hit in hits where hit.hit.voice == .own {
            if column.last?.article == hit.article {
                column[column.count - 1].count += 1
            } else {
                column.append(ArticleHits(article: hit.article, count: 1))
            }
        }
        return column
    }
}

extension FramingTable {
    /// What `level` allows to be printed of each framing's share; nil below `described`.
    func shares(at level: EvidenceLevel, _ confidence: Confidence) -> [Share?] {
        guard level.showsShare else { return columns.map { _ in nil } }
        let sample = SmallSample(articles: articles.count, at: confidence)
        return ratios().enumerated().map { framing, ratio in
            let drawn = ArticleShare(of: ratio, in: sample)
            guard let estimate = drawn.share.value else { return nil }
            return Share(
                framingHits: hits(of: framing), conceptHits: exposure, estimate: estimate,
                interval: level.showsInterval ? drawn.spread.value.map { $0.interval.lower...$0.interval.upper } : nil
            )
        }
    }

    /// The only framing's hits per 1000 words, with limits where `level` allows them; nil without words.
    func rate(at level: EvidenceLevel) -> Rate? {
        let drawn = ArticleRate(of: ratios().first ?? nil, in: SmallSample(articles: articles.count, at: .percent95))
        guard let estimate = drawn.perThousandWords.value else { return nil }
        return Rate(
            hits: hits(of: 0), words: exposure, estimate: estimate,
            interval: level.showsInterval ? drawn.spread.value.map { $0.interval.lower...$0.interval.upper } : nil
        )
    }
}
