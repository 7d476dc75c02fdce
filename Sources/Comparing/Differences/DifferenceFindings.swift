import Articles
import Foundation
import Scoring

/// The findings that compare sources: one for each framing, the pair that shows most.
struct DifferenceFindings {
    let comparison: Comparison
    let concept: Int

    func findings() -> [Finding] {
        let compared = comparison.concepts[concept]
        return [compared.differences, compared.rateDifferences].compactMap(\.self).flatMap(findings)
    }

    private func findings(of differences: ConceptDifferences) -> [Finding] {
        // Most rates do not differ, and where there are shares these say already where none was shown.
        let isMain = differences.measure == comparison.concepts[concept].measure
        let told = differences.comparable.filter { isMain || $0.level > .noDifferenceShown }
        let byFraming = Dictionary(grouping: told, by: \.framing)
        return byFraming.keys.sorted().compactMap { framing in
            byFraming[framing].flatMap { pairs in
                strongest(of: pairs).map { finding($0, tests: differences.tests, others: pairs.count - 1) }
            }
        }
    }

    /// T9: a source's share or rate before and after a date, where it changed.
    func changes() -> [Finding] {
        comparison.concepts[concept].changes.map(finding)
    }

    private func finding(_ change: TimeChange) -> Finding {
        let pair = change.difference
        let sentence = DifferenceSentence(pair, in: comparison, concept: concept)
        let label = comparison.name(ofFraming: pair.framing, of: concept)
        return Finding(
            template: .changeOverTime, level: min(pair.first.level, pair.second.level),
            runs: [
                .source(comparison.sources[change.source].name, index: change.source), .plain("\u{2019}s \(pair.measure.rawValue) of "),
                .framing(Phrasing.inSentence(label), voice: .own),
                .plain(
                    " was \(DifferenceSentence.figure(pair.first.figure, pair.measure)) before \(change.date.readable) and "
                        + "\(DifferenceSentence.figure(pair.second.figure, pair.measure)) after."),
            ],
            meta: sentence.meta(tests: change.tests),
            links: [CellReference(concept: concept, framing: pair.framing, source: change.source)],
            score: score(pair) * 0.8, comparisonLevel: pair.level
        )
    }

    /// The highest level, then the largest difference that its interval vouches for.
    private func strongest(of pairs: [FramingDifference]) -> FramingDifference? {
        let ranked = pairs.enumerated().sorted { rank($0.element, $0.offset) < rank($1.element, $1.offset) }
        return ranked.first?.element
    }

    private func rank(_ pair: FramingDifference, _ place: Int) -> (Int, Double, Int) {
        (-pair.level.rank, -Self.sureSize(pair), place)
    }

    /// The end of the interval that is nearer to 0; 0 where it includes it.
    private static func sureSize(_ pair: FramingDifference) -> Double {
        guard let interval = pair.difference?.interval, interval.excludesZero else { return 0 }
        let sure = min(abs(interval.lower), abs(interval.upper))
        // Of a rate, the part of the larger one that is sure; the same sentence as the share's ranks behind it.
        let larger = max(pair.first.figure?.value ?? 0, pair.second.figure?.value ?? 0)
        return pair.measure == .share ? sure : larger > 0 ? 0.5 * min(1, sure / larger) : 0
    }

    private func finding(_ pair: FramingDifference, tests: Int, others: Int) -> Finding {
        let sentence = DifferenceSentence(pair, in: comparison, concept: concept)
        let more = others > 0 ? "; \(Phrasing.counted(others, "more pair")) compared" : ""
        return Finding(
            template: sentence.template, level: min(pair.first.level, pair.second.level), runs: sentence.runs,
            meta: sentence.meta(tests: tests) + more,
            links: [pair.first, pair.second].map { CellReference(concept: concept, framing: pair.framing, source: $0.source) },
            score: score(pair), comparisonLevel: pair.level
        )
    }

    /// Differences outrank what counts alone show; similarity and the absence of a shown difference stand behind.
    private func score(_ pair: FramingDifference) -> Double {
        let hits = log(Double(pair.first.framingHits + pair.second.framingHits) + 1) / sqrt(Double(concept + 1))
        switch pair.level {
        case .notComparable: return 0
        case .noDifferenceShown: return 0.05 * hits
        case .similarWithinTenPoints: return 0.25 * hits
        case .fragileDifference: return hits * (0.5 + Self.sureSize(pair))
        case .difference, .firmDifference: return hits * (1 + 2 * Self.sureSize(pair))
        }
    }
}

extension DifferenceSentence {
    /// The sentence for a pair of a comparison's sources.
    package init(_ difference: FramingDifference, in comparison: Comparison, concept: Int) {
        var article: String?
        if case .article(let index) = difference.dependsOn { article = comparison.articles[index].nameInSentence }
        self.init(
            difference, framing: comparison.name(ofFraming: difference.framing, of: concept),
            sources: comparison.sources.map(\.name), article: article
        )
    }
}

extension ComparedArticle {
    /// "‘Headline’ (7 Oct 2020)", or its document where it has no headline.
    var nameInSentence: String {
        let title = headline.map { "\u{2018}\($0)\u{2019}" } ?? doc
        return date.map { "\(title) (\($0.readable))" } ?? title
    }
}
