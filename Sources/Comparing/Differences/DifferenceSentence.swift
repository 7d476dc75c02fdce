import Foundation
import Scoring

/// The sentence of one comparison of two sources, built from its level alone, so that no wording can exceed the evidence.
///
/// Source: the project's statistics rules, section "Comparison levels".
package struct DifferenceSentence {
    private let difference: FramingDifference
    private let framing: String
    private let sources: [String]
    private let article: String?

    /// - Parameters:
    ///   - framing: its label.
    ///   - sources: names by index.
    ///   - article: the name of the article that the difference depends on, if it does.
    package init(_ difference: FramingDifference, framing: String, sources: [String], article: String? = nil) {
        self.difference = difference
        self.framing = framing
        self.sources = sources
        self.article = article
    }

    /// One for each level and measure.
    package var template: FindingTemplate {
        switch (difference.level, difference.measure) {
        case (.notComparable, .share): .shareNotComparable
        case (.similarWithinTenPoints, _): .shareSimilar
        case (.noDifferenceShown, .share): .noShareDifferenceShown
        case (.fragileDifference, .share): .fragileShareDifference
        case (.difference, .share): .shareDifference
        case (.firmDifference, .share): .firmShareDifference
        case (.notComparable, .rate): .rateNotComparable
        case (.noDifferenceShown, .rate): .noRateDifferenceShown
        case (.fragileDifference, .rate): .fragileRateDifference
        case (.difference, .rate): .rateDifference
        case (.firmDifference, .rate): .firmRateDifference
        }
    }

    package var runs: [Run] {
        guard let estimate = difference.difference, difference.level != .notComparable else { return counts }
        let kind = difference.measure == .rate ? " in rates" : ""
        switch difference.level {
        case .notComparable: return counts
        case .similarWithinTenPoints:
            return [label, .plain(": Similar within 10 points (")] + figures(estimate) + [.plain(").")]
        case .noDifferenceShown:
            return [label, .plain(": This collection does not show a difference\(kind) (")] + figures(estimate) + [.plain(").")]
        case .fragileDifference:
            return [label, .plain(": A difference\(kind) appears, but it depends on \(dependence) (")] + figures(estimate) + [.plain(").")]
        case .difference: return more(estimate, adding: "")
        case .firmDifference: return more(estimate, adding: ", consistently across articles, with a checked lexicon")
        }
    }

    /// Method and numbers behind the sentence: "p = 0.012, q = 0.030 over 12 tests; 9 and 12 articles". Empty below comparable.
    package func meta(tests: Int) -> String {
        guard difference.level != .notComparable else { return "" }
        let articles =
            "\(Phrasing.grouped(difference.first.articlesWithHits)) and "
            + "\(Phrasing.counted(difference.second.articlesWithHits, "article")) with mentions, 95% interval"
        guard let test = difference.test else { return articles }
        let reachable = test.smallestReachable > 0.05 ? ", smallest possible p = \(Self.decimals(test.smallestReachable))" : ""
        return "\(articles), \(Self.probability("p", test.pValue)), \(Self.probability("q", test.qValue)) over "
            + "\(Phrasing.counted(tests, "comparison")), \(test.method.readable)\(reachable)"
    }

    private var label: Run { .framing(Phrasing.capitalised(framing), voice: .own) }
    private func source(_ side: FramingDifference.Side) -> Run { .source(sources[side.source], index: side.source) }

    private var counts: [Run] {
        [
            label, .plain(": Not enough text to compare. "), source(difference.first), .plain(" \(count(difference.first)), "),
            source(difference.second), .plain(" \(count(difference.second))."),
        ]
    }

    private func count(_ side: FramingDifference.Side) -> String {
        let isAll = difference.measure == .rate && side.framingHits == side.conceptHits
        let part = isAll ? "" : "\(Phrasing.grouped(side.framingHits)) of "
        return part + Phrasing.counted(side.conceptHits, "mention")
    }

    /// "X 62%, Y 31%, difference 31 points, 12 to 47", "X 2.1, Y 0.8 per 1,000 own words, difference 1.3, 0.4 to 2.2".
    private func figures(_ estimate: Estimate) -> [Run] {
        [
            source(difference.first), .plain(" \(figure(difference.first)), "), source(difference.second),
            .plain(" \(figure(difference.second))\(style.afterFigures), difference \(style.size(estimate)), \(style.limits(estimate))"),
        ]
    }

    /// The larger figure first.
    private func more(_ estimate: Estimate, adding words: String) -> [Run] {
        let isTurned = estimate.value < 0
        let (larger, smaller) = isTurned ? (difference.second, difference.first) : (difference.first, difference.second)
        let shown =
            isTurned
            ? Estimate(-estimate.value, Interval(lower: -estimate.interval.upper, upper: -estimate.interval.lower)) : estimate
        return [
            .plain("In this collection "), source(larger), .plain(" used "), .framing(Phrasing.inSentence(framing), voice: .own),
            .plain(" \(style.comparative) than "), source(smaller),
            .plain(
                ": \(figure(larger)) against \(figure(smaller))\(style.afterFigures), difference \(style.size(shown)) "
                    + "(\(style.limits(shown)))\(words)."
            ),
        ]
    }

    /// Rates below 20 hits are marked.
    private func figure(_ side: FramingDifference.Side) -> String {
        guard let figure = side.figure else { return "" }
        let isThin = difference.measure == .rate && side.framingHits < 20
        return style.figure(figure.value) + (isThin ? " (few mentions)" : "")
    }

    private var style: MeasureStyle { MeasureStyle(difference.measure) }

    private var dependence: String {
        switch difference.dependsOn {
        case .term(let term): "the term \u{2018}\(term)\u{2019}"
        case .article, nil: article.map { "one article, \($0)" } ?? "one article"
        }
    }

    /// "62% (95% interval 41 to 79%)", "2.1 per 1,000 own words (95% interval 0.8 to 3.3)".
    static func figure(_ figure: Estimate?, _ measure: Measure) -> String {
        guard let figure else { return "" }
        let style = MeasureStyle(measure)
        return "\(style.figure(figure.value))\(style.afterFigures) (95% interval \(style.limits(figure))\(style.afterLimits))"
    }

    /// "p = 0.012" or "p < 0.001".
    static func probability(_ name: String, _ value: Double) -> String {
        value < 0.001 ? "\(name) < 0.001" : "\(name) = \(decimals(value))"
    }

    private static func decimals(_ value: Double) -> String {
        let thousandths = Int((value * 1000).rounded())
        let digits = String(thousandths % 1000)
        return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
    }
}

extension TestMethod {
    fileprivate var readable: String {
        switch self {
        case .allRelabellings: "all relabellings of the articles"
        case .drawnRelabellings: "random relabellings of the articles"
        case .largeSample: "large-sample test over articles"
        }
    }
}
