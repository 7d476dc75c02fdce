import Comparing
import Scoring

/// Which sentences the files keep: all of them while they are few, else an even draw from every cell.
///
/// Counts are never sampled. Within a cell own voice comes first; within a voice the draw takes one hit from each article
/// in turn, so that no single article fills it. No randomness: the same comparison keeps the same sentences.
struct EvidenceSample {
    /// What the sentences of a page may cost; with the rest it then stays near 1.5 MB.
    static let mostBytes = 1_000_000
    /// The price of one sentence, and of a cell that keeps any, as measured on pages.
    private static let bytesPerSentence = 300
    private static let bytesPerCell = 200
    /// What a cell may keep, tried in this order until the file stays within bounds.
    private static let limits = [Int.max, 12, 6, 3, 2, 1]

    /// The hits kept of each cell, in the comparison's order; cells that keep none are absent.
    private let kept: [CellReference: [ComparedHit]]
    let keptCount: Int
    /// How much smaller the page is than it may be.
    let bytesLeft: Int

    init(_ comparison: Comparison, budget: PageBudget = PageBudget()) {
        let most = budget.part(of: Self.mostBytes)
        let cells = Self.cells(of: comparison)
        let sizes = cells.map(\.hits.count)
        let limit = Self.limits.first { Self.cost(sizes, limit: $0) <= most } ?? 1
        var kept: [CellReference: [ComparedHit]] = [:]
        var left = most
        for cell in cells {
            left -= Self.cost([cell.hits.count], limit: limit)
            guard left >= 0 else { break }
            kept[cell.reference] = Self.draw(limit, from: cell.hits)
        }
        self.kept = kept
        keptCount = kept.values.reduce(0) { $0 + $1.count }
        bytesLeft = max(0, left)
    }

    func hits(_ cell: CellReference) -> [ComparedHit] { kept[cell] ?? [] }
    /// Of all cells, in no order.
    var all: [ComparedHit] { kept.values.flatMap(\.self) }

    private struct Candidate {
        let reference: CellReference
        /// Those whose sentence the scorer kept; at least one.
        let hits: [ComparedHit]
    }

    /// The most frequent framings of every concept first, so that where room runs out it is the rare ones that go without.
    private static func cells(of comparison: Comparison) -> [Candidate] {
        let most = comparison.concepts.map(\.framings.count).max() ?? 0
        return (0..<most).flatMap { framing in
            comparison.concepts.indices.filter { framing < comparison.concepts[$0].framings.count }.flatMap { concept in
                comparison.sources.indices.compactMap { source -> Candidate? in
                    let hits = comparison.concepts[concept].framings[framing].cells[source].hits.filter { $0.hit.context != nil }
                    let reference = CellReference(concept: concept, framing: framing, source: source)
                    return hits.isEmpty ? nil : Candidate(reference: reference, hits: hits)
                }
            }
        }
    }

    /// Bytes of page that cells of these sizes take when each keeps at most `limit` sentences.
    private static func cost(_ sizes: [Int], limit: Int) -> Int {
        sizes.reduce(0) { $0 + bytesPerCell + min($1, limit) * bytesPerSentence }
    }

    private static func draw(_ limit: Int, from hits: [ComparedHit]) -> [ComparedHit] {
        guard hits.count > limit else { return hits }
        var rounds: [Voice: [Int: Int]] = [:]
        let ranked = hits.enumerated().map { index, hit -> (voice: Int, round: Int, index: Int) in
            let round = rounds[hit.hit.voice, default: [:]][hit.article, default: 0]
            rounds[hit.hit.voice, default: [:]][hit.article] = round + 1
            return (Voice.allCases.firstIndex(of: hit.hit.voice) ?? 0, round, index)
        }
        return ranked.sorted { ($0.voice, $0.round, $0.index) < ($1.voice, $1.round, $1.index) }
            .prefix(limit).map(\.index).sorted().map { hits[$0] }
    }
}
