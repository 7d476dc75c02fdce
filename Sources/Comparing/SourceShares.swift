import Scoring

/// One source's own-voice hits of one concept by article: its level of evidence, and the share of each framing.
struct SourceShares {
    let level: EvidenceLevel
    let articlesWithHits: Int
    let topShare: Double?
    /// Own-voice hits of the concept by article, for articles with any.
    private let conceptHits: [Int: Int]
    /// Framings of the concept: their intervals are read together.
    private let framingCount: Int

    /// - Parameter framings: the counted hits of each framing of the concept.
    init(source: ComparedSource, framings: [[ComparedHit]]) {
        let byFraming = framings.map(Self.ownHits)
        let concept = byFraming.reduce(into: [Int: Int]()) { $0.merge($1, uniquingKeysWith: +) }
        let concentration = Concentration.of(Array(concept.values)).value
        let spreads = byFraming.filter { !$0.isEmpty }.compactMap { Self.share(of: $0, in: concept).spread.value }
        conceptHits = concept
        framingCount = framings.count
        articlesWithHits = concept.count
        topShare = concentration?.topShare
        // The widest of the framings' intervals decides, so that no share is drawn firmer than it is.
        level = EvidenceLevel(
            of: ConceptSupport(
                articles: source.articles.count, words: source.words.total, conceptHits: Array(concept.values),
                spread: spreads.max { $0.interval.width < $1.interval.width }
            ))
    }

    /// The share that a report may print at `level`; nil below `described`.
    func share(of hits: [ComparedHit], level: EvidenceLevel) -> Share? {
        guard level.showsShare else { return nil }
        let framing = Self.ownHits(hits)
        let drawn = Self.share(of: framing, in: conceptHits, at: Confidence.percent95.shared(by: framingCount))
        guard let estimate = drawn.share.value else { return nil }
        return Share(
            framingHits: framing.values.reduce(0, +), conceptHits: conceptHits.values.reduce(0, +), estimate: estimate,
            interval: level.showsInterval ? drawn.spread.value.map { $0.interval.lower...$0.interval.upper } : nil
        )
    }

    private static func ownHits(_ hits: [ComparedHit]) -> [Int: Int] {
        hits.reduce(into: [:]) { counts, hit in if hit.hit.voice == .own { counts[hit.article, default: 0] += 1 } }
    }

    private static func share(of framing: [Int: Int], in concept: [Int: Int], at confidence: Confidence = .percent95) -> ArticleShare {
        // Sums of squares depend on the order of their terms: articles in order, so that every run prints the same digits.
        let counts = concept.sorted { $0.key < $1.key }.map { ArticleCount(framingHits: framing[$0.key] ?? 0, conceptHits: $0.value) }
        return ArticleShare(of: counts, at: confidence)
    }
}
