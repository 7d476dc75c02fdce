import Comparing
import Scoring

extension ReportData {
    struct ConceptData: Encodable {
        let id: String
        let label: String
        let question: String?
        let counts: VoiceCounts
        let sources: [LevelData]
        let framings: [FramingData]
        /// Absent where no two sources can be compared.
        let differences: [DifferenceData]?

        init(_ concept: ComparedConcept, at index: Int, _ comparison: Comparison) {
            id = concept.id
            label = concept.label
            question = concept.question
            counts = concept.total
            sources = zip(comparison.sources, concept.evidence).map(LevelData.init)
            framings = concept.framings.map { FramingData($0, comparison) }
            let comparable = concept.differences?.comparable.map {
                DifferenceData($0, comparison, concept: index, tests: concept.differences?.tests ?? 0)
            }
            differences = comparable?.isEmpty == false ? comparable : nil
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

        init(_ source: ComparedSource, _ evidence: ConceptEvidence) {
            self.source = source.slug
            level = evidence.level.rawValue
            counts = evidence.counts
            articlesWithHit = evidence.articlesWithHit
            articlesWithOwnHit = evidence.articlesWithOwnHit
            topShare = evidence.topShare?.finite
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

        init(_ source: ComparedSource, _ cell: Cell) {
            self.source = source.slug
            counts = cell.counts
            articlesWithHit = cell.articlesWithHit
            share = cell.share.map(ShareData.init)
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
