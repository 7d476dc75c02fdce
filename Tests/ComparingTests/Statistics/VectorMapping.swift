@testable import Comparing

/// What each statistic of the reference files is called here, and how its result is written there.
enum VectorMapping {
    typealias Answer = @Sendable (VectorInputs) -> [String: JSONValue]

    static func answer(_ vector: StatisticsVector) -> JSONValue? {
        all[vector.statistic].map { .object($0(vector.inputs)) }
    }

    private static let all: [String: Answer] = rates.merging(shares) { first, _ in first }
        .merging(differences) { first, _ in first }.merging(words) { first, _ in first }.merging(samples) { first, _ in first }

    private static let rates: [String: Answer] = [
        "rate_per_1000": { inputs in
            fields(HitRate(hits: inputs.int("hits"), words: inputs.int("words")).perThousandWords, ["rate": { $0 }])
        },
        "rate_ci_garwood": { inputs in
            limits(HitRate(hits: inputs.int("hits"), words: inputs.int("words")).garwoodInterval(at: inputs.confidence))
        },
        "overdispersion_phi": { fields(overdispersion(of: $0.rates()), ["phi": { $0 }]) },
        "rate_ci_article": { inputs in
            let rate = ArticleRate(of: inputs.rates(), at: inputs.confidence)
            return ["rate": JSONValue(rate.perThousandWords.value)].merging(
                fields(
                    rate.spread,
                    [
                        "se": { $0.standardError }, "deff": { $0.designEffect }, "hits_eff": { $0.effectiveHits },
                        "lower": { $0.interval.lower }, "upper": { $0.interval.upper },
                    ]
                )
            ) { first, _ in first }
        },
        "rate_ratio_exact": { inputs in
            let a = HitRate(hits: inputs.int("hits_a"), words: inputs.int("words_a"))
            let b = HitRate(hits: inputs.int("hits_b"), words: inputs.int("words_b"))
            let ratio = ExactRateRatio(of: a, to: b, at: inputs.confidence)
            return [
                "ratio": JSONValue(ratio.ratio.value), "lower": JSONValue(ratio.lower.value), "upper": JSONValue(ratio.upper.value),
                "reason": JSONValue(ratio.ratio.reason?.rawValue),
            ]
        },
        "log_rate_ratio_article": { inputs in
            fields(
                ArticleRateRatio.of(inputs.rates("hits_a", "words_a"), to: inputs.rates("hits_b", "words_b"), at: inputs.confidence),
                [
                    "ln_ratio": { $0.logRatio }, "se": { $0.standardError }, "df": { $0.degreesOfFreedom }, "t": { $0.t },
                    "p_value": { $0.pValue }, "ratio": { $0.ratio.value }, "lower": { $0.ratio.interval.lower },
                    "upper": { $0.ratio.interval.upper },
                ]
            )
        },
        "dispersion_dp": { inputs in
            let dispersion = Dispersion(of: inputs.rates())
            return [
                "dp": JSONValue(dispersion.deviation.value), "dp_norm": JSONValue(dispersion.normalisedDeviation.value),
                "range": JSONValue(dispersion.range.value), "reason": JSONValue(dispersion.deviation.reason?.rawValue),
            ]
        },
        "dispersion_juilland_d": { fields(Dispersion(of: $0.rates()).juilland, ["d": { $0 }]) },
        "concentration": { inputs in
            fields(
                Concentration.of(inputs.ints("hits")),
                [
                    "articles_with_hits": { Double($0.articlesWithHits) }, "top_share": { $0.topShare },
                    "effective_articles": { $0.effectiveArticles },
                ]
            )
        },
    ]

    private static let shares: [String: Answer] = [
        "share_ci_wilson": { inputs in
            point(HitShare(inputs.int("hits"), of: inputs.int("total")).estimate(at: inputs.confidence), named: "share")
        },
        "share_ci_goodman": { inputs in
            categories(HitShare.goodmanEstimates(of: inputs.ints("counts"), at: inputs.confidence), named: "share")
        },
        "share_interval_dirichlet": { inputs in
            categories(
                HitShare.dirichletEstimates(of: inputs.ints("counts"), prior: inputs.double("prior"), at: inputs.confidence), named: "mean"
            )
        },
        "share_ci_article": { inputs in
            let share = ArticleShare(of: inputs.shares(), at: inputs.confidence)
            return ["share": JSONValue(share.share.value)].merging(
                fields(
                    share.spread,
                    [
                        "se": { $0.standardError }, "deff": { $0.designEffect }, "n_eff": { $0.effectiveHits },
                        "lower": { $0.interval.lower }, "upper": { $0.interval.upper },
                    ]
                )
            ) { first, _ in first }
        },
        "evidence_level": { inputs in
            var support = ConceptSupport(
                articles: inputs.int("articles"), words: inputs.int("words"), conceptHits: [inputs.int("concept_hits")], spread: nil
            )
            support.articlesWithHits = inputs.int("articles_with_hits")
            support.effectiveArticles = inputs.double("effective_articles") ?? 0
            support.effectiveHits = inputs.double("n_eff")
            support.intervalWidth = inputs.double("interval_width")
            let level = EvidenceLevel(of: support)
            return [
                "level": .string(level.rawValue), "show_share": .bool(level.showsShare), "show_interval": .bool(level.showsInterval),
            ]
        },
    ]

    private static let differences: [String: Answer] = [
        "share_difference_newcombe": { inputs in
            let a = HitShare(inputs.int("hits_a"), of: inputs.int("total_a"))
            let b = HitShare(inputs.int("hits_b"), of: inputs.int("total_b"))
            return point(Difference.newcombe(a, b, at: inputs.confidence), named: "difference")
        },
        "mover_difference": { inputs in
            point(Difference.of(inputs.estimate(inputs["a"]), minus: inputs.estimate(inputs["b"])), named: "difference")
        },
        "one_vs_rest": { inputs in
            let others = inputs["others"].elements.map(inputs.estimate)
            return point(Difference.of(inputs.estimate(inputs["target"]), minusMeanOf: others), named: "difference")
        },
        "jsd": { inputs in
            fields(
                Divergence.between(inputs.ints("counts_a"), and: inputs.ints("counts_b")),
                ["jsd": { $0.bits }, "distance": { $0.distance }, "jsd_corrected": { $0.bitsCorrected }]
            )
        },
        "jsd_permutation": { inputs in
            let test = RelabellingTest.between(inputs.rows("articles_a"), and: inputs.rows("articles_b"))
            return fields(
                test,
                [
                    "jsd": { $0.divergence.bits }, "splits": { Double($0.relabellings.count) }, "p_value": { $0.pValue },
                    "mean_null": { $0.meanUnderNull }, "excess": { $0.excess },
                ]
            ).merging(["framing_p": test.value.map { JSONValue($0.framingPValues) } ?? .null]) { first, _ in first }
        },
        "benjamini_hochberg": { inputs in
            let discovery = FalseDiscovery(among: inputs["p_values"].elements.map(\.double), rate: inputs.double("fdr") ?? 0.05)
            return [
                "q_values": JSONValue(discovery.qValues), "rejected": .array(discovery.rejected.map(JSONValue.bool)),
                "rejections": JSONValue(discovery.rejected.count { $0 }),
            ]
        },
        "leave_one_term_out": termInfluence,
        "leave_one_article_out": { inputs in
            let influence = ArticleInfluence.on(inputs.shares("framing_a", "concept_a"), minus: inputs.shares("framing_b", "concept_b"))
            let value = influence.value
            return [
                "difference": JSONValue(value?.difference), "minimum": JSONValue(value?.range?.lowerBound),
                "maximum": JSONValue(value?.range?.upperBound), "sign_stable": JSONValue(value?.signIsStable),
                "reason": JSONValue(influence.reason?.rawValue),
            ]
        },
        "comparison_level": { inputs in
            let interval = inputs.double("lower").flatMap { lower in
                inputs.double("upper").map { Interval(lower: lower, upper: $0) }
            }
            let evidence = DifferenceEvidence(
                levels: (inputs.level("level_a") ?? .noText, inputs.level("level_b") ?? .noText), interval: interval,
                qValue: inputs.double("q_value"), stability: (inputs.bool("article_stable"), inputs.bool("term_stable")),
                isLexiconValidated: inputs.bool("lexicon_validated")
            )
            return ["level": .string(ComparisonLevel(of: evidence).rawValue)]
        },
    ]

    @Sendable private static func termInfluence(_ inputs: VectorInputs) -> [String: JSONValue] {
        let terms = inputs["terms"].elements.map(\.object).map { term in
            TermInfluence.TermHits(
                term: term["term"]?.string ?? "", framing: term["framing"]?.string ?? "", a: Int(term["a"]?.double ?? 0),
                b: Int(term["b"]?.double ?? 0)
            )
        }
        let influence = TermInfluence.on(inputs["target"].string ?? "", of: terms)
        let value = influence.value
        return [
            "baseline": value.map { .object(shareFields($0.baseline)) } ?? .null,
            "without": value.map { value in
                .array(
                    value.withoutTerm.map { without in
                        .object(
                            shareFields(without.shares)
                                .merging(["term": .string(without.term), "influence": JSONValue(without.influence)]) { first, _ in first }
                        )
                    }
                )
            } ?? .null,
            "sign_stable": JSONValue(value?.signIsStable), "most_influential": JSONValue(value?.mostInfluential?.term),
            "max_abs_influence": JSONValue(value?.mostInfluential?.influence.map { abs($0) }),
            "reason": JSONValue(influence.reason?.rawValue),
        ]
    }

    private static func shareFields(_ shares: TermInfluence.Shares?) -> [String: JSONValue] {
        ["share_a": JSONValue(shares?.a), "share_b": JSONValue(shares?.b), "difference": JSONValue(shares?.difference)]
    }

    static func fields<Value>(
        _ measured: Measured<Value>, _ parts: [String: (Value) -> Double?]
    ) -> [String: JSONValue] {
        parts.mapValues { part in JSONValue(measured.value.flatMap(part)) }
            .merging(["reason": JSONValue(measured.reason?.rawValue)]) { first, _ in first }
    }

    private static func limits(_ interval: Measured<Interval>) -> [String: JSONValue] {
        fields(interval, ["lower": { $0.lower }, "upper": { $0.upper }])
    }

    private static func point(_ estimate: Measured<Estimate>, named name: String) -> [String: JSONValue] {
        fields(estimate, [name: { $0.value }, "lower": { $0.interval.lower }, "upper": { $0.interval.upper }])
    }

    private static func categories(_ estimates: Measured<[Estimate]>, named name: String) -> [String: JSONValue] {
        let categories = estimates.map { estimates in
            JSONValue.array(
                estimates.map { estimate in
                    .object([
                        name: JSONValue(estimate.value), "lower": JSONValue(estimate.interval.lower),
                        "upper": JSONValue(estimate.interval.upper),
                    ])
                }
            )
        }
        return ["categories": categories.value ?? .null, "reason": JSONValue(estimates.reason?.rawValue)]
    }
}
