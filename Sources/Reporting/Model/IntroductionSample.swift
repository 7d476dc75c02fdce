import Comparing
import Scoring

/// Which sentences the files keep of the verbs that introduce speech: three of every count, fewer where there are many counts.
///
/// Counts are never sampled. Articles take turns, so that no single one fills a cell.
struct IntroductionSample {
    /// What the sentences of a page may cost; they are less asked for than those of the framings.
    private static let mostBytes = 9_000
    /// The price of a sentence and of a cell that keeps any, as measured on pages.
    private static let bytesPerSentence = 240
    private static let bytesPerCell = 150

    /// By row and group of `SpeechIntroductions`.
    private let kept: [[[ComparedIntroduction]]]

    init(_ speech: SpeechIntroductions, budget: PageBudget) {
        let sizes = speech.rows.flatMap(\.cells).map { Self.withSentence($0).count }
        let limit = [3, 2].first { limit in sizes.reduce(0) { $0 + Self.cost($1, limit: limit) } <= Self.mostBytes } ?? 1
        var left = max(Self.mostBytes, budget.part(of: EvidenceSample.mostBytes / 4))
        kept = speech.rows.map { row in
            row.cells.map { cell in
                let drawn = Self.draw(limit, from: Self.withSentence(cell))
                left -= Self.cost(drawn.count, limit: limit)
                return left < 0 ? [] : drawn
            }
        }
    }

    func introductions(row: Int, group: Int) -> [ComparedIntroduction] { kept[row][group] }
    var all: [ComparedIntroduction] { kept.flatMap { $0.flatMap(\.self) } }

    private static func withSentence(_ cell: IntroductionCell) -> [ComparedIntroduction] {
        cell.introductions.filter { $0.speech.context != nil }
    }

    private static func cost(_ size: Int, limit: Int) -> Int { size == 0 ? 0 : bytesPerCell + min(size, limit) * bytesPerSentence }

    private static func draw(_ limit: Int, from introductions: [ComparedIntroduction]) -> [ComparedIntroduction] {
        guard introductions.count > limit else { return introductions }
        var rounds: [Int: Int] = [:]
        let ranked = introductions.enumerated().map { index, introduction -> (round: Int, index: Int) in
            let round = rounds[introduction.article, default: 0]
            rounds[introduction.article] = round + 1
            return (round, index)
        }
        return ranked.sorted { $0 < $1 }.prefix(limit).map(\.index).sorted().map { introductions[$0] }
    }
}
