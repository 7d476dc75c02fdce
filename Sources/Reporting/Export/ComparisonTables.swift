import Articles
package import Comparing
import Scoring

/// The comparison as tidy tables for R, pandas and spreadsheets: one header line, one row an observation, empty where undefined.
///
/// Columns are documented in docs/exports.md; a column is only ever added at the end.
package struct ComparisonTables: Sendable {
    private let comparison: Comparison

    package init(_ comparison: Comparison) { self.comparison = comparison }

    /// One row for each source, concept, framing and voice.
    package var figures: [[String]] {
        [Self.figureColumns]
            + comparison.concepts.indices.flatMap { concept in
                comparison.figures(ofConcept: concept).map { row($0, comparison.concepts[concept]) }
            }
    }

    /// One row for each pair of sources, and for each source against the mean of the others, by concept, measure and framing.
    package var differences: [[String]] {
        [Self.differenceColumns]
            + comparison.concepts.flatMap { concept in
                [concept.differences, concept.rateDifferences].compactMap(\.self).flatMap { differences in
                    differences.pairs.map { row($0, concept, tests: differences.tests) }
                        + differences.againstOthers.map { row($0, concept, differences.measure) }
                }
            }
    }

    /// One row for each source, period, concept and framing.
    package var trend: [[String]] {
        [Self.trendColumns]
            + comparison.concepts.flatMap { concept -> [[String]] in
                guard let trend = concept.trend else { return [] }
                return trend.points.flatMap { point in
                    concept.framings.indices.map { row(point, framing: $0, concept, trend.unit) }
                }
            }
    }

    /// One row for each source and concept: hits with what was left out as repeated or shared text put back.
    package var repeats: [[String]] {
        [Self.repeatColumns]
            + comparison.concepts.flatMap { concept in
                zip(comparison.sources, concept.evidence).map { source, evidence in
                    [source.name, concept.id] + Self.counts(evidence.bothWays)
                }
            }
    }

    static let trendColumns = [
        "source", "concept", "framing", "period", "period_start", "articles", "articles_with_hit", "words", "hits", "concept_hits", "level",
        "share", "share_low", "share_high", "share_reason", "rate", "rate_low", "rate_high",
    ]

    static let repeatColumns = [
        "source", "concept", "hits", "level", "hits_with_repeats", "level_with_repeats", "hits_with_shared", "level_with_shared",
    ]

    private static func counts(_ both: BothWays) -> [String] {
        [both.counted, both.withRepeats, both.withShared].flatMap { [String($0.hits), $0.level.rawValue] }
    }

    private func row(_ point: TrendPoint, framing: Int, _ concept: ComparedConcept, _ unit: TrendUnit) -> [String] {
        let share = point.shares[framing]
        let counts = [point.articles, point.articlesWithHit, point.words, point.framingHits[framing], point.conceptHits].map(String.init)
        let reason = share?.interval == nil ? point.level.rawValue : ""
        let rate = point.rate
        return [comparison.sources[point.source].name, concept.id, concept.framings[framing].id, unit.rawValue, point.start.iso] + counts
            + [
                point.level.rawValue, number(share?.estimate), number(share?.interval?.lowerBound), number(share?.interval?.upperBound),
                concept.measure == .share ? reason : UndefinedReason.singleFraming.rawValue,
                number(rate?.estimate), number(rate?.interval?.lowerBound), number(rate?.interval?.upperBound),
            ]
    }

    static let figureColumns = [
        "source", "concept", "framing", "voice", "hits", "concept_hits", "articles", "articles_with_hit", "words", "level", "share",
        "share_low", "share_high", "share_low_joint", "share_high_joint", "share_reason", "rate", "rate_low", "rate_high", "rate_reason",
        "few_mentions",
    ]

    static let differenceColumns = [
        "kind", "concept", "framing", "source_a", "source_b", "level", "difference", "low", "high", "share_a", "share_b", "hits_a",
        "concept_hits_a", "articles_a", "evidence_a", "hits_b", "concept_hits_b", "articles_b", "evidence_b", "test", "p", "q", "tests",
        "smallest_p", "depends_on", "reason",
    ]

    private func row(_ figure: VoiceFigure, _ concept: ComparedConcept) -> [String] {
        let source = comparison.sources[figure.source]
        let counts = [figure.hits, figure.conceptHits, source.articles.count, figure.articlesWithHit, figure.words].map(String.init)
        return [source.name, concept.id, concept.framings[figure.framing].id, figure.voice.rawValue] + counts + [figure.level.rawValue]
            + numbers(figure.share.value, figure.share.interval) + limits(figure.jointShare) + [figure.share.reason ?? ""]
            + numbers(figure.rate.value, figure.rate.interval) + [figure.rate.reason ?? "", figure.hits < 20 ? "TRUE" : "FALSE"]
    }

    private func row(_ pair: FramingDifference, _ concept: ComparedConcept, tests: Int) -> [String] {
        let names = [pair.first, pair.second].map { comparison.sources[$0.source].name }
        let shares = [pair.first, pair.second].map { number($0.figure?.value) }
        return [kind(pair.measure, "pair"), concept.id, concept.framings[pair.framing].id] + names + [pair.level.rawValue]
            + numbers(pair.difference?.value, pair.difference?.interval) + shares + side(pair.first) + side(pair.second)
            + [pair.test?.method.rawValue ?? "", number(pair.test?.pValue), number(pair.test?.qValue)]
            + [pair.difference == nil ? "" : String(tests), number(pair.test?.smallestReachable), dependence(pair.dependsOn), reason(pair)]
    }

    private func kind(_ measure: Measure, _ kind: String) -> String {
        switch measure {
        case .share: kind
        case .rate: "rate_\(kind)"
        }
    }

    /// Why numbers of a pair are empty: what is missing for a difference, else that its interval settled the level without a test.
    private func reason(_ pair: FramingDifference) -> String {
        if pair.difference == nil { return min(pair.first.level, pair.second.level).showsInterval ? "no_interval" : "below_estimated" }
        return pair.test == nil ? "interval_includes_zero" : ""
    }

    private func row(_ difference: DifferenceFromOthers, _ concept: ComparedConcept, _ measure: Measure) -> [String] {
        let cell = concept.framings[difference.framing].cells[difference.source]
        let evidence = concept.evidence[difference.source]
        let others = difference.others.map { comparison.sources[$0].name }.joined(separator: "; ")
        let counts = [cell.counts.own, evidence.counts.own, evidence.articlesWithOwnHit].map(String.init) + [evidence.level.rawValue]
        return [
            kind(measure, "others"), concept.id, concept.framings[difference.framing].id, comparison.sources[difference.source].name,
            others, "",
        ]
            + numbers(difference.difference.value, difference.difference.interval)
            + [measure == .share ? number(cell.share?.estimate) : "", ""] + counts + [String](repeating: "", count: 11)
    }

    private func side(_ side: FramingDifference.Side) -> [String] {
        [String(side.framingHits), String(side.conceptHits), String(side.articlesWithHits), side.level.rawValue]
    }

    private func dependence(_ dependence: FramingDifference.Dependence?) -> String {
        switch dependence {
        case .term(let term): "term: \(term)"
        case .article(let index): "article: \(comparison.articles[index].doc)"
        case nil: ""
        }
    }

    private func numbers(_ value: Double?, _ interval: Interval?) -> [String] { [number(value)] + limits(interval) }
    private func limits(_ interval: Interval?) -> [String] { [number(interval?.lower), number(interval?.upper)] }
    private func number(_ value: Double?) -> String { value?.finite.map { "\($0)" } ?? "" }
}
