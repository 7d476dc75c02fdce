import Comparing

extension ReportData {
    /// A pair of sources that can be compared: the figure of the first minus that of the second, over articles.
    ///
    /// Of `shares` (0 to 1), or under `rateDifferences` of `rates` (hits per 1000 own words).
    struct DifferenceData: Encodable {
        let framing: String
        let sources: [String]
        let level: String
        let shares: [Double?]?
        let rates: [Double?]?
        let framingHits: [Int]
        let conceptHits: [Int]
        let articles: [Int]
        let difference: Double?
        let low: Double?
        let high: Double?
        let test: String?
        let p: Double?
        let q: Double?
        let tests: Int
        /// Only where a difference is shown: that none is says `level` in full, for most of the pairs.
        let sentence: String?

        init(_ pair: FramingDifference, _ comparison: Comparison, concept: Int, tests: Int) {
            let sides = [pair.first, pair.second]
            framing = comparison.concepts[concept].framings[pair.framing].id
            sources = sides.map { comparison.sources[$0.source].slug }
            level = pair.level.rawValue
            let figures = sides.map { $0.figure?.value.finite }
            shares = pair.measure == .share ? figures : nil
            rates = pair.measure == .rate ? figures : nil
            framingHits = sides.map(\.framingHits)
            conceptHits = sides.map(\.conceptHits)
            articles = sides.map(\.articlesWithHits)
            difference = pair.difference?.value.finite
            low = pair.difference?.interval.lower.finite
            high = pair.difference?.interval.upper.finite
            test = pair.test?.method.rawValue
            p = pair.test?.pValue.finite
            q = pair.test?.qValue.finite
            self.tests = tests
            sentence =
                pair.level > .noDifferenceShown
                ? DifferenceSentence(pair, in: comparison, concept: concept).runs.map(\.text).joined() : nil
        }
    }

    /// A framing that a source lacks on events that others cover too.
    struct SilenceData: Encodable {
        let source: String
        let concept: String
        let framing: String
        let articles: Int
        let expected: Double?
        let others: [String]

        init(_ silence: Silence, _ comparison: Comparison) {
            source = comparison.sources[silence.source].slug
            concept = comparison.concepts[silence.concept].id
            framing = comparison.concepts[silence.concept].framings[silence.framing].id
            articles = silence.articles
            expected = silence.expected.finite
            others = silence.others.map { comparison.sources[$0].slug }
        }
    }
}
