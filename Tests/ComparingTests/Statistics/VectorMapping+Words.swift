@testable import Comparing

/// Word lists, and what is measured on the human sample or by resampling.
extension VectorMapping {
    static let words: [String: Answer] = [
        "log_odds_dirichlet": { inputs in
            let prior = LogOdds.Prior(
                backgroundCount: inputs.int("background_count"), backgroundTotal: inputs.int("background_total"),
                pseudoWords: inputs.double("alpha_0") ?? 1000
            )
            return fields(
                LogOdds.of(inputs.word, prior: prior, variance: inputs["variance_form"].string == "four_term" ? .fourTerm : .twoTerm),
                ["alpha_w": { $0.priorCount }, "delta": { $0.delta }, "variance": { $0.variance }, "z": { $0.z }]
            )
        },
        "keyness_g2": { inputs in
            fields(
                Keyness(inputs.word).logLikelihood,
                [
                    "g2_4cell": { $0.fourCell }, "g2_2cell": { $0.twoCell }, "p_4cell": { $0.pValue },
                    "log10_p_4cell": { $0.log10PValue },
                ]
            )
        },
        "keyness_log_ratio": { fields(Keyness($0.word).logRatio, ["log_ratio": { $0 }]) },
        "keyness_lrc": { inputs in
            fields(
                Keyness(inputs.word).conservativeLogRatio(tests: inputs.int("tests"), at: inputs.confidence),
                ["lower": { $0.lower }, "upper": { $0.upper }, "lrc": { $0.bound }]
            )
        },
        "keyness_pct_diff": { fields(Keyness($0.word).percentDifference, ["pct_diff": { $0 }]) },
        "keyness_bic": { inputs in
            fields(
                Keyness.bayesianInformation(logLikelihood: inputs.double("g2") ?? .nan, totalWords: inputs.int("total_words")),
                ["bic": { $0 }]
            )
        },
    ]

    static let samples: [String: Answer] = [
        "krippendorff_alpha_nominal": { inputs in
            let ratings = inputs["ratings"].elements.map { $0.elements.map { $0 == .null ? nil : Optional($0) } }
            let agreement = KrippendorffAlpha(of: ratings)
            return [
                "alpha": JSONValue(agreement.alpha.value), "units": JSONValue(agreement.units), "values": JSONValue(agreement.values),
                "reason": JSONValue(agreement.alpha.reason?.rawValue),
            ]
        },
        "cohen_kappa": { inputs in
            let kappa = CohenKappa(of: inputs.rows("table"))
            return [
                "po": JSONValue(kappa.observedAgreement.value), "pe": JSONValue(kappa.expectedAgreement.value),
                "kappa": JSONValue(kappa.kappa.value), "se": JSONValue(kappa.standardError.value),
                "reason": JSONValue(kappa.kappa.reason?.rawValue),
            ]
        },
        "precision_recall_f1": { inputs in
            let accuracy = LexiconAccuracy(
                truePositives: inputs.int("tp"), falsePositives: inputs.int("fp"), falseNegatives: inputs.int("fn")
            )
            let (precision, recall) = (accuracy.precision(at: inputs.confidence).value, accuracy.recall(at: inputs.confidence).value)
            return [
                "precision": JSONValue(precision?.value), "precision_lower": JSONValue(precision?.interval.lower),
                "precision_upper": JSONValue(precision?.interval.upper), "recall": JSONValue(recall?.value),
                "recall_lower": JSONValue(recall?.interval.lower), "recall_upper": JSONValue(recall?.interval.upper),
                "f1": JSONValue(accuracy.f1.value), "reason": JSONValue(accuracy.obstacle?.rawValue),
            ]
        },
        "bootstrap_ratio_exact": { inputs in
            let bootstrap = ArticleBootstrap.exact(of: inputs.rates("numerators", "denominators"))
            return fields(bootstrap, ["se": { $0.standardError }, "undefined_share": { $0.undefinedShare }]).merging([
                "q025_between": bootstrap.value.map { JSONValue([$0.percentile(0.015), $0.percentile(0.035)]) } ?? .null,
                "q975_between": bootstrap.value.map { JSONValue([$0.percentile(0.965), $0.percentile(0.985)]) } ?? .null,
            ]) { first, _ in first }
        },
    ]
}
