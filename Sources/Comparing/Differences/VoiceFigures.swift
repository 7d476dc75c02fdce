import Articles
package import Scoring

/// One source's hits of one framing in one voice, with the share and the rate that the evidence allows: a row of the exported table.
package struct VoiceFigure: Sendable {
    /// Indices into `Comparison.sources`, the concept's framings.
    package var source: Int
    package var framing: Int
    package var voice: Voice
    package var hits: Int
    /// Of the concept, in this voice.
    package var conceptHits: Int
    package var articlesWithHit: Int
    /// Of the source, in this voice.
    package var words: Int
    /// On the hits of the concept in this voice.
    package var level: EvidenceLevel
    /// Part of the concept's hits in this voice, 0 to 1.
    package var share: ExportedNumber
    /// The limits that hold for all framings of the concept together, as the page draws them.
    package var jointShare: Interval?
    /// Hits per 1000 words of this voice.
    package var rate: ExportedNumber
}

/// A number with its 95 % limits, as far as the level allows; where there is none, why.
package struct ExportedNumber: Sendable {
    package var value: Double?
    package var interval: Interval?
    /// The code of an undefined statistic, or of the level that forbids the number or its limits.
    package var reason: String?

    init(undefined reason: UndefinedReason) { self.reason = reason.rawValue }

    init(_ value: Measured<Double>, _ interval: Measured<Interval>, level: EvidenceLevel, from least: EvidenceLevel) {
        if level < least {
            reason = level.rawValue
        } else if level.showsInterval {
            self.value = value.value
            self.interval = interval.value
            reason = (value.reason ?? interval.reason)?.rawValue
        } else {
            self.value = value.value
            reason = (value.reason?.rawValue) ?? level.rawValue
        }
    }
}

extension Comparison {
    /// Every source by framing by voice of one concept, in that order.
    ///
    /// - Complexity: O(articles x framings).
    package func figures(ofConcept index: Int) -> [VoiceFigure] {
        let concept = concepts[index]
        return sources.indices.flatMap { source -> [VoiceFigure] in
            let byVoice = Voice.allCases.map { VoiceUse(of: concept, source: sources[source], at: source, voice: $0, articles) }
            return concept.framings.indices.flatMap { framing in byVoice.map { $0.figure(framing) } }
        }
    }
}

/// One source's hits of a concept in one voice by article.
private struct VoiceUse {
    let source: Int
    let voice: Voice
    let words: Int
    let level: EvidenceLevel
    /// Hits by framing for each article of the source.
    let rows: [[Int]]
    let articleWords: [Int]
    let sums: [Int]

    init(of concept: ComparedConcept, source: ComparedSource, at index: Int, voice: Voice, _ articles: [ComparedArticle]) {
        var rows = [[Int]](repeating: [Int](repeating: 0, count: concept.framings.count), count: source.articles.count)
        for (framing, compared) in concept.framings.enumerated() {
            for hit in compared.cells[index].hits where hit.hit.voice == voice {
                rows[hit.article - source.articles.lowerBound][framing] += 1
            }
        }
        self.source = index
        self.voice = voice
        self.rows = rows
        words = source.words[voice]
        articleWords = articles[source.articles].map { $0.words[voice] }
        sums = rows.map { $0.reduce(0, +) }
        let withHits = rows.filter { $0.contains { $0 > 0 } }
        level = ConceptUse.level(
            of: FramingTable(rows: withHits, articles: Array(withHits.indices)),
            rates: concept.measure == .rate ? Self.rates(rows, articleWords) : nil, articles: rows.count, words: words)
    }

    /// The only framing's hits over the words of each article.
    private static func rates(_ rows: [[Int]], _ words: [Int]) -> FramingTable {
        let hits = rows.indices.filter { rows[$0][0] > 0 }.map { ArticleHits(article: $0, count: rows[$0][0]) }
        return FramingTable(articles: rows.indices, exposures: words, hits: [hits])
    }

    func figure(_ framing: Int) -> VoiceFigure {
        let hits = rows.map { $0[framing] }
        let counts = zip(hits, sums).map { ArticleCount(framingHits: $0, conceptHits: $1) }
        let share = ArticleShare(of: counts)
        let isOneOfSeveral = Measure(framings: rows.first?.count ?? 0) == .share
        let joint =
            level.showsInterval && isOneOfSeveral
            ? ArticleShare(of: counts, at: Confidence.percent95.shared(by: rows.first?.count ?? 1)) : nil
        let rate = ArticleRate(of: zip(hits, articleWords).map { ArticleCount(hits: $0, words: $1) })
        return VoiceFigure(
            source: source, framing: framing, voice: voice, hits: hits.reduce(0, +), conceptHits: sums.reduce(0, +),
            articlesWithHit: hits.count { $0 > 0 }, words: words, level: level,
            share: isOneOfSeveral
                ? ExportedNumber(share.share, share.spread.map(\.interval), level: level, from: .described)
                : ExportedNumber(undefined: .singleFraming),
            jointShare: joint?.spread.value?.interval,
            // A rate may stand at any level, with its counts beside it; only its limits need more.
            rate: ExportedNumber(rate.perThousandWords, rate.spread.map(\.interval), level: level, from: .noText)
        )
    }
}
