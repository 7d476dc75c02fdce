import Articles
import Comparing

extension ReportData {
    /// Own-voice use of a concept by period; `unit` is "week" (from Monday) or "month".
    struct TrendData: Encodable {
        let unit: String
        /// What the lists of each point stand for.
        let framings: [String]
        let points: [TrendPointData]

        init(_ trend: Trend, _ concept: ComparedConcept, _ comparison: Comparison) {
            unit = trend.unit.rawValue
            framings = concept.framings.map(\.id)
            points = trend.points.map { TrendPointData($0, comparison) }
        }
    }

    struct TrendPointData: Encodable {
        let source: String
        /// The first day of the period.
        let start: String
        let articles: Int
        let articlesWithHit: Int
        let words: Int
        let level: String
        let conceptHits: Int
        let hits: [Int]
        /// Null where the level allows no share.
        let shares: [ShareData?]
        /// Of a concept with one framing.
        let rate: RateData?

        init(_ point: TrendPoint, _ comparison: Comparison) {
            source = comparison.sources[point.source].slug
            start = point.start.iso
            articles = point.articles
            articlesWithHit = point.articlesWithHit
            words = point.words
            level = point.level.rawValue
            conceptHits = point.conceptHits
            hits = point.framingHits
            shares = point.shares.map { $0.map(ShareData.init) }
            rate = point.rate.map(RateData.init)
        }
    }
}
