import Comparing
import TestSupport

/// Sources whose articles have hits of two framings, drawn from a seed: the same numbers on each run.
enum SimulatedUse {
    /// Articles of `mentions` hits; each article leans to one framing, so that hits within one are alike.
    static func rows(articles: Int, share: Double, mentions: Int = 3, using generator: inout SeededRandom) -> [[Int]] {
        (0..<articles).map { _ in
            let leaning = Double.random(in: 0..<1, using: &generator) < share
            let hits = (0..<mentions).count { _ in
                // With probability sqrt(0.4) a hit repeats the article's leaning: within-article correlation 0.4.
                Double.random(in: 0..<1, using: &generator) < 0.632 ? leaning : Double.random(in: 0..<1, using: &generator) < share
            }
            return [hits, mentions - hits]
        }
    }

    static func use(_ rows: [[Int]], articles first: Int = 0) -> ConceptUse {
        let level = ConceptUse.level(ofRows: rows, articles: rows.count, words: max(1, rows.count))
        return ConceptUse(level: level, rows: rows, articles: Array(first..<(first + rows.count)), termHits: [])
    }

    static func differences(_ sources: [[[Int]]]) -> ConceptDifferences {
        DifferenceFinder(sources.map { use($0) }, terms: [], framingCount: 2).differences()
    }
}
