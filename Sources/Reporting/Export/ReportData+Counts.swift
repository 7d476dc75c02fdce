import Comparing
import Scoring

extension ReportData {
    struct ConceptData: Encodable {
        let id: String
        let label: String
        let question: String?
        let counts: VoiceCounts
        /// What its sources are compared by: "share", or "rate" where it has one framing.
        let measure: String
        /// Why no framing has a share, where none can have.
        let shareReason: String?
        let sources: [LevelData]
        let framings: [FramingData]
        /// Absent where no two sources can be compared.
        let differences: [DifferenceData]?
        /// The same of hits per 1000 own words.
        let rateDifferences: [DifferenceData]?
        /// How many pairs are not here but in the tables of `--format csv`; absent where all are here.
        let differencesLeftOut: Int?
        let rateDifferencesLeftOut: Int?
        /// Absent where dates do not allow it.
        let trend: TrendData?

        init(_ concept: ComparedConcept, at index: Int, _ comparison: Comparison, mostPairs: Int) {
            id = concept.id
            label = concept.label
            question = concept.question
            counts = concept.total
            measure = concept.measure.rawValue
            shareReason = concept.measure == .rate ? UndefinedReason.singleFraming.rawValue : nil
            sources = comparison.sources.indices.map { LevelData($0, concept, comparison) }
            framings = concept.framings.map { FramingData($0, comparison) }
            let (shares, rates) = (Self.sample(concept.differences, mostPairs), Self.sample(concept.rateDifferences, mostPairs))
            differences = Self.data(shares, of: concept.differences, comparison, concept: index)
            rateDifferences = Self.data(rates, of: concept.rateDifferences, comparison, concept: index)
            differencesLeftOut = shares.flatMap { $0.leftOut > 0 ? $0.leftOut : nil }
            rateDifferencesLeftOut = rates.flatMap { $0.leftOut > 0 ? $0.leftOut : nil }
            trend = concept.trend.map { TrendData($0, concept, comparison) }
        }

        private static func sample(_ differences: ConceptDifferences?, _ most: Int) -> DifferenceSample? {
            differences.map { DifferenceSample($0, most: most) }
        }

        private static func data(
            _ sample: DifferenceSample?, of differences: ConceptDifferences?, _ comparison: Comparison, concept: Int
        ) -> [DifferenceData]? {
            guard let sample, let differences, !sample.rows.isEmpty else { return nil }
            return sample.rows.map { DifferenceData($0, comparison, concept: concept, tests: differences.tests) }
        }
    }

    /// What one source's hits of a concept carry.
    struct LevelData: Encodable {
        let source: String
        let level: String
        let counts: VoiceCounts
        let articlesWithHit: Int
        let articlesWithOwnHit: Int
        let topShare: Double?
        /// What may be said at this level.
        let sentence: String
        let withRepeats: BothWaysData
        let withShared: BothWaysData

        init(_ index: Int, _ concept: ComparedConcept, _ comparison: Comparison) {
            let evidence = concept.evidence[index]
            source = comparison.sources[index].slug
            sentence = LevelSentence(source: index, of: concept, in: comparison).text
            withRepeats = BothWaysData(evidence.bothWays.withRepeats)
            withShared = BothWaysData(evidence.bothWays.withShared)
            level = evidence.level.rawValue
            counts = evidence.counts
            articlesWithHit = evidence.articlesWithHit
            articlesWithOwnHit = evidence.articlesWithOwnHit
            topShare = evidence.topShare?.finite
        }
    }

    /// Hits and level with text put back that was counted once or left out.
    struct BothWaysData: Encodable {
        let hits: Int
        let level: String

        init(_ count: BothWays.Count) {
            hits = count.hits
            level = count.level.rawValue
        }
    }

    struct FramingData: Encodable {
        let id: String
        let label: String
        let note: String?
        let opposite: String?
        let terms: [String]
        let counts: VoiceCounts
        let cells: [CellData]

        init(_ framing: ComparedFraming, _ comparison: Comparison) {
            id = framing.id
            label = framing.label
            note = framing.note
            opposite = framing.opposite
            terms = framing.terms
            counts = framing.total
            cells = zip(comparison.sources, framing.cells).map(CellData.init)
        }
    }

    struct CellData: Encodable {
        let source: String
        let counts: VoiceCounts
        let articlesWithHit: Int
        let share: ShareData?
        /// Of a concept with one framing.
        let rate: RateData?

        init(_ source: ComparedSource, _ cell: Cell) {
            self.source = source.slug
            counts = cell.counts
            articlesWithHit = cell.articlesWithHit
            share = cell.share.map(ShareData.init)
            rate = cell.rate.map(RateData.init)
        }
    }

    /// Own-voice hits per 1000 own words; limits are 95 %, over articles, null where the level allows none.
    struct RateData: Encodable {
        let hits: Int
        let words: Int
        let perThousandWords: Double?
        let low: Double?
        let high: Double?

        init(_ rate: Rate) {
            hits = rate.hits
            words = rate.words
            perThousandWords = rate.estimate.finite
            low = rate.interval?.lowerBound.finite
            high = rate.interval?.upperBound.finite
        }
    }

    /// Part of the source's own-voice hits of the concept; limits are 95 %, over articles, null where the level allows none.
    struct ShareData: Encodable {
        let framingHits: Int
        let conceptHits: Int
        let estimate: Double?
        let low: Double?
        let high: Double?

        init(_ share: Share) {
            framingHits = share.framingHits
            conceptHits = share.conceptHits
            estimate = share.estimate.finite
            low = share.interval?.lowerBound.finite
            high = share.interval?.upperBound.finite
        }
    }
}
