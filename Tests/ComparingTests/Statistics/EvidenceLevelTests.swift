import Testing

@testable import Comparing

struct EvidenceLevelTests {
    private static let firm = {
        var support = ConceptSupport(articles: 50, words: 40_000, conceptHits: [200], spread: nil)
        support.articlesWithHits = 20
        support.effectiveArticles = 10
        support.effectiveHits = 30
        support.intervalWidth = 0.3
        return support
    }()

    @Test func supportAtEveryLimitIsFirm() { #expect(EvidenceLevel(of: Self.firm) == .firm) }

    private struct Step: Sendable {
        let weaken: @Sendable (inout ConceptSupport) -> Void
        let level: EvidenceLevel
    }

    private static let steps = [
        Step(weaken: { $0.intervalWidth = 0.31 }, level: .estimated), Step(weaken: { $0.intervalWidth = nil }, level: .estimated),
        Step(weaken: { $0.effectiveHits = 29.99 }, level: .estimated), Step(weaken: { $0.effectiveHits = nil }, level: .estimated),
        Step(weaken: { $0.articlesWithHits = 19 }, level: .estimated), Step(weaken: { $0.effectiveArticles = 9.99 }, level: .estimated),
        Step(weaken: { $0.effectiveArticles = 2.99 }, level: .described), Step(weaken: { $0.articlesWithHits = 4 }, level: .described),
        Step(weaken: { $0.articlesWithHits = 2 }, level: .countsOnly), Step(weaken: { $0.conceptHits = 9 }, level: .countsOnly),
        Step(weaken: { $0.articlesWithHits = 1 }, level: .oneArticle), Step(weaken: { $0.conceptHits = 0 }, level: .notFound),
        Step(weaken: { $0.words = 0 }, level: .noText), Step(weaken: { $0.articles = 0 }, level: .noText),
    ]

    @Test(arguments: steps.indices)
    func oneLimitMissedLowersTheLevelToItsRule(step: Int) {
        var support = Self.firm
        Self.steps[step].weaken(&support)
        #expect(EvidenceLevel(of: support) == Self.steps[step].level)
    }

    @Test func supportCountsFromTheHitsOfEachArticle() {
        let support = ConceptSupport(articles: 9, words: 4_000, conceptHits: [4, 0, 4, 4, 0], spread: nil)
        #expect(support.conceptHits == 12 && support.articlesWithHits == 3)
        #expect(abs(support.effectiveArticles - 3) < 1e-12)
        #expect(EvidenceLevel(of: support) == .described)
        #expect(EvidenceLevel(of: ConceptSupport(articles: 9, words: 4_000, conceptHits: [], spread: nil)) == .notFound)
    }

    @Test func intervalsAreShownFromEstimatedOnAndSharesFromDescribedOn() {
        for level in EvidenceLevel.allCases {
            #expect(level.showsInterval == [.estimated, .firm].contains(level))
            #expect(level.showsShare == [.described, .estimated, .firm].contains(level))
        }
    }
}
