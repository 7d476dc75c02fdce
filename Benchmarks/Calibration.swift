import Comparing
import TestSupport

/// Whether the comparison keeps its promises on sources whose truth is known: simulated articles with bursts of one framing.
///
/// Seeded, so the same figures on each machine. Bars: 95 % intervals cover at least 91 %; one source split at random differs from itself in at
/// most 5 % of the splits; 0.30 against 0.60 with 60 articles a side is found in at least 90 % of the runs.
struct Calibration {
    private static let repetitions = 1_000
    private static let mentions = 3

    func printTable() {
        print("calibration: 3 mentions an article, within-article correlation 0.4, \(Self.repetitions) runs a row")
        print("95 % interval of a share   articles  covers  mean width")
        for (share, articles) in [(0.3, 8), (0.3, 20), (0.3, 60), (0.3, 200), (0.1, 20), (0.1, 60), (0.5, 60)] {
            let (coverage, width) = coverage(share: share, articles: articles)
            print("share \(share)                  \(articles)".padding(to: 35), "\(Self.percent(coverage))   \(Self.percent(width))")
        }
        print("one source split at random, difference found: \(Self.percent(falseDifferences()))")
        print("0.30 against 0.60, 60 articles a side, found: \(Self.percent(power()))")
    }

    /// The part of intervals that hold the truth, of those whose level draws one, and their mean width.
    private func coverage(share: Double, articles: Int) -> (Double, Double) {
        var generator = SeededRandom(seed: UInt64(articles) + UInt64(share * 1000))
        var (drawn, held, width) = (0, 0, 0.0)
        for _ in 0..<Self.repetitions {
            let rows = rows(articles, share, &generator)
            let level = ConceptUse.level(ofRows: rows, articles: articles, words: 100 * articles)
            let counts = rows.map { ArticleCount(framingHits: $0[0], conceptHits: $0[0] + $0[1]) }
            guard level.showsInterval, let interval = ArticleShare(of: counts).spread.value?.interval else { continue }
            drawn += 1
            held += interval.contains(share) ? 1 : 0
            width += interval.width
        }
        return (Double(held) / Double(max(1, drawn)), width / Double(max(1, drawn)))
    }

    private func falseDifferences() -> Double {
        var generator = SeededRandom(seed: 11)
        var found = 0
        for number in 0..<Self.repetitions {
            let rows = rows(120, 0.3 + 0.2 * Double(number % 2), &generator).shuffled(using: &generator)
            found += isDifferent(Array(rows[..<60]), Array(rows[60...])) ? 1 : 0
        }
        return Double(found) / Double(Self.repetitions)
    }

    private func power() -> Double {
        var generator = SeededRandom(seed: 12)
        let found = (0..<Self.repetitions).count { _ in isDifferent(rows(60, 0.3, &generator), rows(60, 0.6, &generator)) }
        return Double(found) / Double(Self.repetitions)
    }

    private func isDifferent(_ a: [[Int]], _ b: [[Int]]) -> Bool {
        let uses = [a, b].map { rows in
            ConceptUse(
                level: ConceptUse.level(ofRows: rows, articles: rows.count, words: 100 * rows.count), rows: rows,
                articles: Array(rows.indices), termHits: [])
        }
        return DifferenceFinder(uses, terms: [], framingCount: 2).differences().pairs
            .contains { [.difference, .firmDifference, .fragileDifference].contains($0.level) }
    }

    /// With probability sqrt(0.4) a mention repeats its article's leaning: two mentions of an article correlate by 0.4.
    private func rows(_ articles: Int, _ share: Double, _ generator: inout SeededRandom) -> [[Int]] {
        (0..<articles).map { _ in
            let leaning = Double.random(in: 0..<1, using: &generator) < share
            let hits = (0..<Self.mentions).count { _ in
                Double.random(in: 0..<1, using: &generator) < 0.6325 ? leaning : Double.random(in: 0..<1, using: &generator) < share
            }
            return [hits, Self.mentions - hits]
        }
    }

    private static func percent(_ part: Double) -> String { "\(Double(Int((part * 1000).rounded())) / 10) %" }
}
