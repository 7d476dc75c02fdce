import Comparing
import Tuning

/// Prints how many of a lexicon's hits were right.
struct EvaluationOutput {
    private let evaluation: LexiconEvaluation
    private let gold: GoldScore?

    init(_ evaluation: LexiconEvaluation, gold: GoldScore?) {
        self.evaluation = evaluation
        self.gold = gold
    }

    func print(_ format: LexiconEvaluate.Format) throws {
        switch format {
        case .text:
            text.forEach { Console.print($0) }
            if evaluation.rows.isEmpty, gold == nil { Console.error("judge a sample of hits with 'parallax lexicon judge' first") }
        case .csv:
            Console.print(DelimitedLine.csv.line(EvaluationRecord.columns))
            records.forEach { Console.print(DelimitedLine.csv.line($0.fields)) }
        case .json: for record in records { Console.print(try JSONLine.encode(record)) }
        }
    }

    private var records: [EvaluationRecord] {
        evaluation.rows.map(EvaluationRecord.init)
            + (gold.map { score in
                score.bySource.map { EvaluationRecord("gold source", $0.source, $0.accuracy) }
                    + [EvaluationRecord("gold", "all", score.overall)]
            } ?? [])
    }

    private var text: [String] {
        var lines: [String] = []
        for dimension in LexiconEvaluation.Dimension.allCases {
            let rows = evaluation.rows.filter { $0.dimension == dimension && $0.judged > 0 }
            guard !rows.isEmpty else { continue }
            lines.append(Console.bold("Precision by \(dimension.rawValue)"))
            lines += rows.map { "  \($0.name): \($0.kept) of \($0.judged) judged kept\(Self.limits($0.precision)), \(Self.hits($0.hits))" }
        }
        if evaluation.overall.judged > 0 {
            let all = evaluation.overall
            lines.append("All: \(all.kept) of \(all.judged) judged kept\(Self.limits(all.precision)), \(Self.hits(all.hits))")
        }
        lines += evaluation.unevenSources.map { pair in
            "Warning: precision differs between \(pair.first.name) and \(pair.second.name) (\(Self.interval(pair.difference))): their counts mislead"
        }
        return lines + goldText + [evaluation.quality.sentence]
    }

    private var goldText: [String] {
        guard let gold else { return [] }
        var lines = [Console.bold("Against the gold, \(gold.articles) article\(gold.articles == 1 ? "" : "s")")]
        lines += gold.bySource.map { "  \($0.source): \(Self.shown($0.accuracy))" } + ["  all: \(Self.shown(gold.overall))"]
        let recalls = gold.bySource.compactMap { source in source.accuracy.recall().value.map { (source.source, $0.value) } }
        if let low = recalls.min(by: { $0.1 < $1.1 }), let high = recalls.max(by: { $0.1 < $1.1 }), high.1 - low.1 > 0.10 {
            lines.append("Warning: recall differs by more than 10 points between \(low.0) and \(high.0): their rates are not comparable")
        }
        return lines
    }

    static func shown(_ accuracy: LexiconAccuracy) -> String {
        let found = accuracy.truePositives
        return "recall \(found) of \(found + accuracy.falseNegatives)\(limits(accuracy.recall().value)), "
            + "precision \(found) of \(found + accuracy.falsePositives)\(limits(accuracy.precision().value))"
    }

    private static func hits(_ count: Int) -> String { "\(count) hit\(count == 1 ? "" : "s")" }

    private static func limits(_ estimate: Estimate?) -> String {
        estimate.map { " (\(percent($0.value)), \(percent($0.interval.lower)) to \(percent($0.interval.upper)))" } ?? ""
    }

    private static func interval(_ estimate: Estimate) -> String {
        "\(percent(estimate.value)), \(percent(estimate.interval.lower)) to \(percent(estimate.interval.upper))"
    }

    private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }
}

/// A row of an evaluation as other programs read it.
private struct EvaluationRecord: Encodable {
    static let columns = ["dimension", "name", "hits", "judged", "kept", "precision", "lower", "upper", "recall"]

    let dimension: String
    let name: String
    let hits: Int
    let judged: Int
    let kept: Int
    let precision: Double?
    let lower: Double?
    let upper: Double?
    let recall: Double?

    init(_ row: LexiconEvaluation.Row) {
        dimension = row.dimension.rawValue
        name = row.name
        (hits, judged, kept) = (row.hits, row.judged, row.kept)
        (precision, lower, upper) = (row.precision?.value, row.precision?.interval.lower, row.precision?.interval.upper)
        recall = nil
    }

    init(_ dimension: String, _ name: String, _ accuracy: LexiconAccuracy) {
        self.dimension = dimension
        self.name = name
        hits = accuracy.truePositives + accuracy.falsePositives
        judged = hits
        kept = accuracy.truePositives
        let estimate = accuracy.precision().value
        (precision, lower, upper) = (estimate?.value, estimate?.interval.lower, estimate?.interval.upper)
        recall = accuracy.recall().value?.value
    }

    var fields: [String] {
        [dimension, name, String(hits), String(judged), String(kept)]
            + [precision, lower, upper, recall].map { $0.map { String($0) } ?? "" }
    }
}
