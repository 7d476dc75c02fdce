/// What decides the evidence level of one outlet and one concept, counted on own-voice hits after repeats are settled.
package struct ConceptSupport: Sendable, Hashable {
    package var articles: Int
    package var words: Int
    package var conceptHits: Int
    package var articlesWithHits: Int
    package var effectiveArticles: Double
    /// n_eff of the `ArticleShare`; nil without an interval.
    package var effectiveHits: Double?
    /// The full width of the `ArticleShare` interval, 0 to 1; nil counts as too wide.
    package var intervalWidth: Double?

    /// - Parameters:
    ///   - conceptHits: of each article of the outlet.
    ///   - spread: of the share to be shown; nil without an interval.
    package init(articles: Int, words: Int, conceptHits: [Int], spread: ArticleShare.Spread?) {
        let concentration = Concentration.of(conceptHits).value
        self.articles = articles
        self.words = words
        self.conceptHits = conceptHits.reduce(0, +)
        articlesWithHits = concentration?.articlesWithHits ?? 0
        effectiveArticles = concentration?.effectiveArticles ?? 0
        effectiveHits = spread?.effectiveHits
        intervalWidth = spread?.interval.width
    }

    /// - Parameter rateSpread: of the rate to be shown. Its effective hits settle its width too: 30 of them make the interval at most three
    ///   quarters as wide as the rate, so no width in points is asked for.
    package init(articles: Int, words: Int, conceptHits: [Int], rateSpread: ArticleRate.Spread?) {
        self.init(articles: articles, words: words, conceptHits: conceptHits, spread: nil)
        effectiveHits = rateSpread?.effectiveHits
        intervalWidth = rateSpread.map { _ in 0 }
    }
}

extension EvidenceLevel {
    /// The first rule that fits.
    ///
    /// Source: the limits of n_eff and width follow the NCHS Data Presentation Standards for Proportions (Parker et al. 2017, Vital and Health
    /// Statistics 2(175)); the others come from the coverage of the intervals in simulation.
    package init(of support: ConceptSupport) {
        if support.articles == 0 || support.words == 0 {
            self = .noText
        } else if support.conceptHits == 0 {
            self = .notFound
        } else if support.articlesWithHits == 1 {
            self = .oneArticle
        } else if support.conceptHits < 10 || support.articlesWithHits < 3 {
            self = .countsOnly
        } else if support.articlesWithHits < 5 || support.effectiveArticles < 3 {
            self = .described
        } else {
            self = support.isFirm ? .firm : .estimated
        }
    }

    /// A share may be printed.
    package var showsShare: Bool { self >= .described }

    /// The share's interval may be drawn.
    package var showsInterval: Bool { self >= .estimated }
}

extension ConceptSupport {
    fileprivate var isFirm: Bool {
        guard let effectiveHits, let intervalWidth else { return false }
        return articlesWithHits >= 20 && effectiveArticles >= 10 && effectiveHits >= 30 && intervalWidth <= 0.30
    }
}
