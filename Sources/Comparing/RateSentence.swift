import Scoring

/// The sentence of one source's own words for a concept that is compared by its rate, built from its evidence level alone.
///
/// Source: the project's statistics rules, section "Evidence levels for one outlet and one concept"; a rate may stand at any level with its
/// counts beside it, its interval from `estimated` on.
struct RateSentence {
    private let name: Run
    private let evidence: ConceptEvidence
    private let framing: ComparedFraming
    private let rate: Rate

    /// nil where the concept is compared by shares, or where there is nothing to say a rate of.
    init?(source index: Int, of concept: ComparedConcept, name: Run) {
        guard let framing = concept.framings.first, let rate = framing.cells[index].rate, concept.evidence[index].level >= .oneArticle
        else {
            return nil
        }
        self.name = name
        self.framing = framing
        self.rate = rate
        evidence = concept.evidence[index]
    }

    var runs: [Run] {
        switch evidence.level {
        case .noText, .notFound: []
        case .oneArticle:
            [.plain("In one article "), name, .plain(" used terms of "), label]
                + [.plain(" \(Phrasing.times(rate.hits))\(inBrackets). No interval: one article cannot show what "), name]
                + [.plain(" usually does.")]
        case .countsOnly:
            [name, .plain(": Too few mentions to compare: "), label]
                + [.plain(" \(Phrasing.grouped(rate.hits)), in \(articles)\(inBrackets).\(concentration)")]
        case .described:
            [.plain("In these \(articles) from "), name, .plain(", terms of "), label]
                + [.plain(" stand \(Phrasing.times(rate.hits))\(inBrackets). No interval: too few articles.\(concentration)")]
        case .estimated: [.plain("In this collection ")] + perThousand("about ")
        case .firm: perThousand("")
        }
    }

    /// "X used terms of A about 2.1 times per 1,000 own words (95% interval 1.2 to 3.4, 31 mentions, 9 articles)."
    private func perThousand(_ hedge: String) -> [Run] {
        let style = MeasureStyle(.rate)
        let interval = rate.interval.map { Interval(lower: $0.lowerBound, upper: $0.upperBound) }
        let limits = interval.map { "95% interval \(style.limits(Estimate(rate.estimate, $0))), " } ?? ""
        return [name, .plain(" used terms of "), label]
            + [
                .plain(
                    " \(hedge)\(style.figure(rate.estimate)) times\(style.afterFigures) (\(limits)\(Phrasing.counted(rate.hits, "mention"))"
                        + "\(rate.isThin ? ", few" : ""), \(articles)).\(concentration)")
            ]
    }

    private var label: Run { .framing(Phrasing.inSentence(framing.label), voice: .own) }
    private var articles: String { Phrasing.counted(evidence.articlesWithOwnHit, "article") }
    private var concentration: String {
        (evidence.topShare ?? 0) > 0.5 && evidence.articlesWithOwnHit > 1 ? LevelSentence.concentrated : ""
    }

    /// " (2.1 per 1,000 own words, few mentions)".
    private var inBrackets: String { " (\(rate.phrase))" }
}

extension Rate {
    /// "2.1 per 1,000 own words, few mentions".
    var phrase: String {
        let style = MeasureStyle(.rate)
        return "\(style.figure(estimate))\(style.afterFigures)\(isThin ? ", few mentions" : "")"
    }
}
