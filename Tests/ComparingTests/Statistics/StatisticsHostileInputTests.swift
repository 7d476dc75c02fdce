import Testing

@testable import Comparing

/// Every statistic on every combination of awkward inputs: a number is finite, or it is missing for a reason.
struct StatisticsHostileInputTests {
    /// One input name and the values it is given in turn.
    private typealias Axis = (name: String, values: [JSONValue])

    struct Grid: Sendable, CustomTestStringConvertible {
        let statistic: String
        let axes: [[String: JSONValue]]
        /// Fields that may be missing beside a value without a reason: they have one of their own by design.
        var mayBeMissing: Set<String> = []

        var testDescription: String { statistic }
    }

    private static let counts = [0, 1, 2, 9, 999_999_999, 1_000_000_000].map { JSONValue($0) }
    private static let totals = [0, 1, 10, 1_000_000_000, 1_000_000_000_000].map { JSONValue($0) }
    private static let confidences = [1e-9, 0.5, 0.95, 0.999999999].map { JSONValue($0) }

    /// No articles, one, one without hits, empty ones, all hits in one, even, uneven and huge ones.
    private static let articleHits: [[Int]] = [
        [], [0], [7], [0, 0], [1, 0], [9, 0, 0, 0], [0, 0, 0, 1_000_000_000], [3, 3, 3], [1, 2, 3],
        [1_000_000_000, 1, 0], [1_000_000_000, 1_000_000_000], [999_999_999, 1_000_000_000],
    ]

    private static func vector(_ values: [Int]) -> JSONValue { .array(values.map { JSONValue($0) }) }

    private static func grid(_ statistic: String, mayBeMissing: Set<String> = [], _ axes: [Axis]) -> Grid {
        let points = axes.reduce([[:]]) { points, axis in
            points.flatMap { point in axis.values.map { value in point.merging([axis.name: value]) { _, new in new } } }
        }
        return Grid(statistic: statistic, axes: points, mayBeMissing: mayBeMissing)
    }

    /// Hits in articles, beside exposures of the same number of articles: none, just as many, and many more.
    private static func articleGrid(_ statistic: String, _ hits: String, _ exposure: String, mayBeMissing: Set<String> = []) -> Grid {
        let points = articleHits.flatMap { counts in
            [counts.map { _ in 0 }, counts, counts.map { $0 + 1 }, counts.map { $0 * 1000 + 7 }].flatMap { exposures in
                confidences.map { [hits: vector(counts), exposure: vector(exposures), "confidence": $0] }
            }
        }
        return Grid(statistic: statistic, axes: points, mayBeMissing: mayBeMissing)
    }

    private static func pairGrid(_ statistic: String, _ names: [String], mayBeMissing: Set<String> = []) -> Grid {
        let points = articleHits.flatMap { a in
            articleHits.flatMap { b in
                confidences.map { confidence in
                    [
                        names[0]: vector(a), names[1]: vector(a.map { $0 + 1 }), names[2]: vector(b), names[3]: vector(b.map { $0 * 2 }),
                        "confidence": confidence,
                    ]
                }
            }
        }
        return Grid(statistic: statistic, axes: points, mayBeMissing: mayBeMissing)
    }

    private static let wordPoints: [[String: JSONValue]] = counts.flatMap { a in
        counts.flatMap { b in
            totals.flatMap { totalA in
                totals.compactMap { totalB -> [String: JSONValue]? in
                    guard let inA = a.double, let inB = b.double, let ofA = totalA.double, let ofB = totalB.double else { return nil }
                    guard inA <= ofA, inB <= ofB else { return nil }
                    return [
                        "count_a": a, "total_a": totalA, "count_b": b, "total_b": totalB, "background_count": JSONValue(inA + inB),
                        "background_total": JSONValue(ofA + ofB), "alpha_0": .number(1000), "tests": .number(100_000),
                    ]
                }
            }
        }
    }

    private static func wordGrid(_ statistic: String, mayBeMissing: Set<String> = []) -> Grid {
        Grid(statistic: statistic, axes: wordPoints, mayBeMissing: mayBeMissing)
    }

    private static let rowSets: [JSONValue] = articleHits.map { hits in
        .array(hits.map { vector([$0, $0 / 2, 0]) })
    }

    private static let estimates: [JSONValue] = [
        .null, .object(["estimate": .number(0.4), "lower": .null, "upper": .null]),
        .object(["estimate": .number(0), "lower": .number(0), "upper": .number(0)]),
        .object(["estimate": .number(1), "lower": .number(0), "upper": .number(1)]),
        .object(["estimate": .number(1e9), "lower": .number(1), "upper": .number(1e12)]),
    ]

    private static let squareTables: [JSONValue] = counts.flatMap { a in
        counts.map { b in .array([.array([a, b]), .array([b, .number(0)])]) }
    }

    private static let raggedTables: [JSONValue] = [.array([]), .array([.array([])]), .array([.array([.number(3), .number(1)])])]

    static let grids: [Grid] = [
        grid("rate_per_1000", [("hits", counts), ("words", totals)]),
        grid("rate_ci_garwood", [("hits", counts), ("words", totals), ("confidence", confidences)]),
        grid(
            "rate_ratio_exact",
            [("hits_a", counts), ("words_a", totals), ("hits_b", counts), ("words_b", totals), ("confidence", confidences)]
        ),
        articleGrid("overdispersion_phi", "hits", "words"), articleGrid("rate_ci_article", "hits", "words"),
        articleGrid("share_ci_article", "framing_hits", "concept_hits"), articleGrid("dispersion_dp", "hits", "words"),
        articleGrid("dispersion_juilland_d", "hits", "words"), articleGrid("concentration", "hits", "words"),
        articleGrid("bootstrap_ratio_exact", "numerators", "denominators"),
        pairGrid("log_rate_ratio_article", ["hits_a", "words_a", "hits_b", "words_b"]),
        pairGrid("leave_one_article_out", ["framing_a", "concept_a", "framing_b", "concept_b"], mayBeMissing: ["minimum", "maximum"]),
        grid("share_ci_goodman", [("counts", articleHits.map(vector)), ("confidence", confidences)]),
        grid(
            "share_interval_dirichlet",
            [
                ("counts", articleHits.map(vector)), ("confidence", confidences),
                ("prior", [.null, .number(0), .number(1e-6), .number(1e9)]),
            ]
        ),
        grid("mover_difference", [("a", estimates), ("b", estimates)]),
        grid("one_vs_rest", [("target", estimates), ("others", [.array([]), .array(estimates)])]),
        grid("jsd", [("counts_a", articleHits.map(vector)), ("counts_b", articleHits.map(vector))]),
        grid("jsd_permutation", [("articles_a", rowSets), ("articles_b", rowSets)]),
        wordGrid("log_odds_dirichlet"), wordGrid("keyness_g2"), wordGrid("keyness_log_ratio"), wordGrid("keyness_pct_diff"),
        wordGrid("keyness_lrc", mayBeMissing: ["lower", "upper"]),
        grid("keyness_bic", [("g2", [.number(0), .number(-1e9), .number(1e300)]), ("total_words", totals)]),
        grid("precision_recall_f1", [("tp", counts), ("fp", counts), ("fn", counts)]),
        grid("cohen_kappa", [("table", squareTables + raggedTables)]),
    ]

    @Test(arguments: grids)
    func everyNumberIsFiniteOrMissingForAReason(_ grid: Grid) throws {
        var faults: [String] = []
        for inputs in grid.axes {
            let vector = StatisticsVector(
                statistic: grid.statistic, id: grid.statistic, inputs: VectorInputs(inputs), expected: .null,
                tolerance: Tolerance(relative: 0, absolute: 0)
            )
            let answer = try #require(VectorMapping.answer(vector)).object
            let isFinite = answer.values.allSatisfy { $0.isFinite }
            let isComplete = answer.allSatisfy { $0.value != .null || $0.key == "reason" || grid.mayBeMissing.contains($0.key) }
            if !isFinite || !isComplete && answer["reason"] == .null { faults.append("\(inputs): \(answer)") }
        }
        #expect(!grid.axes.isEmpty)
        #expect(faults.isEmpty, "\(faults.count) of \(grid.axes.count), such as \(faults.prefix(3))")
    }
}

extension JSONValue {
    /// Whether every number inside is.
    fileprivate var isFinite: Bool {
        switch self {
        case .number(let value): value.isFinite
        case .array(let values): values.allSatisfy(\.isFinite)
        case .object(let values): values.values.allSatisfy(\.isFinite)
        case .null, .bool, .string: true
        }
    }
}
