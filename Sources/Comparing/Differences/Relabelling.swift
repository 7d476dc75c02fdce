/// Whether a pair of sources differs more than the same articles would if they were shared out anew: one p-value for each framing asked for.
///
/// The per-framing part of `RelabellingTest` at a fraction of its cost. Up to 20 000 relabellings all are looked at (`AllRelabellings`), beyond
/// that random ones (`DrawnRelabellings`).
/// Source: Pitman (1937); Phipson and Smyth (2010), SAGMB 9, for drawn ones.
struct Relabelling {
    /// Two sources and the framings asked for, as indices into what the relabelling was given.
    struct Question {
        let first: Int
        let second: Int
        let framings: [Int]
    }

    struct Answer {
        let method: TestMethod
        /// In the order of the framings asked for.
        let pValues: [Double]
        let smallestReachable: Double
    }

    /// How many random relabellings a question may take.
    struct Draws {
        let most: Int
        /// Draws as extreme as the observed split after which p is known well enough; its relative standard error is 1 / sqrt of this.
        let enough: Int
    }

    /// - Parameter tables: one for each source.
    static func answers(to questions: [Question], among tables: [FramingTable], draws: Draws) -> [Answer] {
        var answers = questions.map { AllRelabellings.answer($0, tables[$0.first], tables[$0.second]) }
        let open = answers.indices.filter { answers[$0] == nil }
        let drawn = DrawnRelabellings(open.map { questions[$0] }, among: tables, draws: draws).answers()
        for (index, answer) in zip(open, drawn) { answers[index] = answer }
        return answers.compactMap(\.self)
    }

    /// Equal splits differ by rounding.
    static let tolerance = 1e-12

    /// |ratio on one side - ratio on the other|, from sums on one side and over both. Rows have an exposure above 0, so neither side is empty.
    static func gap(_ hits: Double, _ exposure: Double, ofHits allHits: Double, ofExposure allExposure: Double) -> Double {
        abs(hits / exposure - (allHits - hits) / (allExposure - exposure))
    }
}
