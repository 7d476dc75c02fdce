import Articles
import Comparing
import Scoring

/// The trend of one concept as the documents print it: a row for each source and framing, a column for each period.
struct TrendText {
    /// Periods that a table shows, the latest; the exported table has all.
    static let mostPeriods = 12
    /// Framings of a source that a table shows, those with most hits.
    static let mostFramings = 3

    struct Row {
        let source: Int
        let framing: Int
        /// One for each period; nil where the source has no article.
        let points: [TrendPoint?]
    }

    let periods: [ArticleDate]
    let rows: [Row]
    let periodsLeftOut: Int
    /// Sources without two periods in the table whose shares may be printed.
    let sourcesLeftOut: Int
    private let trend: Trend
    private let measure: Measure
    private let numbers: NumberStyle

    /// nil where no source has two of the periods shown whose shares may be printed: counts alone, or one share, show no trend.
    init?(_ concept: ComparedConcept, sources listed: [Int], numbers: NumberStyle) {
        guard let trend = concept.trend else { return nil }
        let bySource = Dictionary(grouping: trend.points, by: \.source)
        let told = bySource.filter { $0.value.count { $0.level >= .described } > 1 }
        guard !told.isEmpty else { return nil }
        let all = Set(told.values.joined().map(\.start)).sorted()
        let periods = Array(all.suffix(Self.mostPeriods))
        let shown = Set(periods)
        let sources = told.filter { $0.value.count { $0.level >= .described && shown.contains($0.start) } > 1 }.keys.filter(
            Set(listed).contains
        ).sorted()
        guard !sources.isEmpty else { return nil }
        rows = sources.flatMap { source in
            let byStart = Dictionary(uniqueKeysWithValues: (told[source] ?? []).map { ($0.start, $0) })
            let used = concept.framings.indices.filter { concept.framings[$0].cells[source].counts.own > 0 }
            return used.prefix(Self.mostFramings).map { Row(source: source, framing: $0, points: periods.map { byStart[$0] }) }
        }
        self.periods = periods
        periodsLeftOut = all.count - periods.count
        sourcesLeftOut = bySource.count - sources.count
        self.trend = trend
        measure = concept.measure
        self.numbers = numbers
    }

    /// "from 5 Oct 2020", "Oct 2020".
    func name(of period: ArticleDate) -> String {
        switch trend.unit {
        case .week: "from \(period.readable)"
        case .month: String(period.readable.drop { $0 != " " }.dropFirst())
        }
    }

    /// "62% (41 to 79)" from `estimated`, "62%" from `described`, else "3 of 5"; of a concept of one framing "2.1 (0.8 to 3.3)", "2.1 (5 hits)".
    func figure(_ point: TrendPoint?, _ framing: Int) -> String {
        guard let point else { return "\u{2013}" }
        if let rate = point.rate { return figure(rate) }
        guard let share = point.shares[framing] else { return numbers.part(point.framingHits[framing], of: point.conceptHits) }
        let limits = share.interval.map { " (\(whole($0.lowerBound)) to \(whole($0.upperBound)))" } ?? ""
        return numbers.percent(share.estimate) + limits
    }

    private func figure(_ rate: Rate) -> String {
        let style = MeasureStyle(.rate)
        let limits = rate.interval.map { style.limits(Estimate(rate.estimate, Interval(lower: $0.lowerBound, upper: $0.upperBound))) }
        return "\(style.figure(rate.estimate)) (\(limits ?? numbers.counted(rate.hits, "hit")))"
    }

    private var meaning: String {
        switch measure {
        case .share: "a framing\u{2019}s part of the source\u{2019}s own-words mentions"
        case .rate: "hits per \(numbers.digits(1000)) own words"
        }
    }

    var note: String {
        let unit = trend.unit == .week ? "weeks, from Monday" : "months"
        let leftOut = [
            periodsLeftOut > 0 ? numbers.counted(periodsLeftOut, "earlier period") : nil,
            sourcesLeftOut > 0 ? numbers.counted(sourcesLeftOut, "source") + " without a place or two such figures here" : nil,
        ]
        let told = leftOut.compactMap { $0 }.joined(separator: " and ")
        let left = told.isEmpty ? "" : " Not shown: \(told); --format csv writes all."
        return
            "By \(unit): \(meaning), with its 95% interval where the articles carry one; "
            + "counts where they do not. Rows of figures show no change by themselves.\(left)"
    }

    private func whole(_ share: Double) -> Int { Int((share * 100).rounded()) }
}
