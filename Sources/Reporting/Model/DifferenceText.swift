import Comparing

/// The parts of a comparison of two sources as the documents print them.
struct DifferenceText {
    private let numbers: NumberStyle

    init(_ numbers: NumberStyle) { self.numbers = numbers }

    /// "62% (31 of 50, 9 articles)", "2.1 (31 hits, 9 articles)".
    func figure(of side: FramingDifference.Side, _ measure: Measure) -> String {
        let hits =
            switch measure {
            case .share: numbers.part(side.framingHits, of: side.conceptHits)
            case .rate: numbers.counted(side.framingHits, "hit")
            }
        let counts = "\(hits), \(numbers.counted(side.articlesWithHits, "article"))"
        return side.figure.map { "\(MeasureStyle(measure).figure($0.value)) (\(counts))" } ?? "(\(counts))"
    }

    /// "31 points, 12 to 47", "1.3, 0.4 to 2.2".
    func interval(of pair: FramingDifference) -> String {
        guard let difference = pair.difference else { return "" }
        let style = MeasureStyle(pair.measure)
        return "\(style.size(difference)), \(style.limits(difference))"
    }

    /// How many rates were compared, and of how many something is said.
    func rateNote(on differences: ConceptDifferences, _ told: DifferenceSample) -> String {
        let verb = told.total == 1 ? "shows" : "show"
        let found = told.total == 0 ? "none shows a difference" : "\(numbers.digits(told.total)) \(verb) a difference"
        let cut = told.rows.count < told.total ? ", of which the \(numbers.digits(told.rows.count)) largest stand above" : ""
        return "Rates, hits per \(numbers.digits(1000)) own words: of \(numbers.counted(differences.comparable.count, "comparison")) "
            + "\(found)\(cut); --format csv writes all."
    }

    /// How the comparisons were made, how many were not, and how many are not shown.
    func note(on differences: ConceptDifferences, _ sample: DifferenceSample) -> String {
        let left = Set(differences.pairs.filter { $0.level == .notComparable }.map { [$0.first.source, $0.second.source] }).count
        let thin = left > 0 ? " Not enough text to compare: \(numbers.counted(left, "pair")) of sources." : ""
        let cut =
            sample.rows.count < sample.total
            ? " Shown: \(numbers.part(sample.rows.count, of: sample.total)) comparisons, those of which most may be said; "
                + "--format csv writes all." : ""
        return "The article is the unit: intervals and tests say how much would change with other articles like these. "
            + "Corrected for \(numbers.counted(differences.tests, "comparison")).\(thin)\(cut)"
    }
}

extension ComparisonLevel {
    /// For a table; sentences are built elsewhere.
    var readable: String {
        switch self {
        case .notComparable: "Not enough text to compare"
        case .similarWithinTenPoints: "Similar within 10 points"
        case .noDifferenceShown: "This collection does not show a difference"
        case .fragileDifference: "A difference that depends on one term or article"
        case .difference: "A difference"
        case .firmDifference: "A difference, consistent across articles, with a checked lexicon"
        }
    }
}
