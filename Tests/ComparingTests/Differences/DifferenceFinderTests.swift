import TestSupport
import Testing

@testable import Comparing

/// Laws of the comparison of sources, on article counts.
@Suite struct DifferenceFinderTests {
    private func random(_ seed: UInt64, articles: Int, share: Double) -> [[Int]] {
        var generator = SeededRandom(seed: seed)
        return SimulatedUse.rows(articles: articles, share: share, using: &generator)
    }

    @Test(arguments: 0..<20) func swappingThePairTurnsTheSignAndKeepsTheRest(seed: Int) throws {
        let (a, b) = (random(UInt64(seed), articles: 12 + seed, share: 0.2), random(UInt64(seed + 99), articles: 20, share: 0.7))
        let one = try #require(SimulatedUse.differences([a, b]).pairs.first)
        let other = try #require(SimulatedUse.differences([b, a]).pairs.first)
        let (d, e) = (try #require(one.difference), try #require(other.difference))
        #expect(abs(d.value + e.value) < 1e-12 && abs(d.interval.lower + e.interval.upper) < 1e-12)
        #expect(one.level == other.level && one.test?.pValue == other.test?.pValue)
    }

    @Test func plantedDifferenceOfFortyPointsIsFound() throws {
        let found = SimulatedUse.differences([random(1, articles: 80, share: 0.2), random(2, articles: 80, share: 0.7)])
        #expect(found.tests == 2)
        #expect(found.pairs.map(\.level) == [.difference, .difference])
        #expect(found.pairs.allSatisfy { ($0.test?.pValue ?? 1) < 0.01 && ($0.test?.qValue ?? 1) >= ($0.test?.pValue ?? 1) })
    }

    @Test func nothingBelowEstimatedIsCompared() {
        for articles in 0..<5 {
            let thin = [[Int]](repeating: [6, 0], count: articles)
            let found = SimulatedUse.differences([thin, random(3, articles: 60, share: 0.1)])
            #expect(found.comparable.isEmpty && found.againstOthers.isEmpty && found.tests == 0)
            #expect(found.pairs.allSatisfy { $0.difference == nil && $0.test == nil })
            #expect(found.pairs.first?.first.framingHits == 6 * articles)
        }
    }

    @Test func sourcesSplitAtRandomRarelyDiffer() {
        var generator = SeededRandom(seed: 5)
        let rows = SimulatedUse.rows(articles: 80, share: 0.4, using: &generator)
        let differing = (0..<40).count { _ in
            let shuffled = rows.shuffled(using: &generator)
            return SimulatedUse.differences([Array(shuffled[..<40]), Array(shuffled[40...])]).pairs
                .contains { $0.level == .difference || $0.level == .fragileDifference }
        }
        #expect(differing <= 4)
    }

    @Test func equalSourcesWithManyArticlesAreSimilar() {
        let rows = [[Int]](repeating: [1, 2], count: 600)
        #expect(SimulatedUse.differences([rows, rows]).pairs.map(\.level) == [.similarWithinTenPoints, .similarWithinTenPoints])
    }

    @Test func aboveFiveHundredArticlesTheLargeSampleTestIsNamed() {
        let found = SimulatedUse.differences([random(6, articles: 510, share: 0.2), random(7, articles: 510, share: 0.6)])
        #expect(found.pairs.allSatisfy { $0.test?.method == .largeSample && $0.level == .difference })
    }

    @Test func countsOfABillionStayFinite() {
        let big = [[Int]](repeating: [1_000_000_000, 0], count: 6)
        let mixed = [[Int]](repeating: [500_000_000, 500_000_000], count: 6)
        for pair in SimulatedUse.differences([big, mixed]).pairs {
            let numbers = [pair.difference?.value, pair.difference?.interval.lower, pair.difference?.interval.upper, pair.test?.qValue]
            #expect(numbers.allSatisfy { $0?.isFinite ?? true })
        }
    }

    @Test func oneTermThatCarriesADifferenceIsNamed() {
        // Source A has framing 0 by the term "crisis" alone; without it both write only framing 1.
        let a = [[Int]](repeating: [2, 2], count: 20)
        let b = [[Int]](repeating: [0, 4], count: 20)
        let uses = [(a, [40, 20, 20]), (b, [0, 40, 40])].map {
            ConceptUse(level: .estimated, rows: $0.0, articles: Array(0..<20), termHits: $0.1)
        }
        let terms = [
            DifferenceFinder.Term(framing: 0, pattern: "crisis"), DifferenceFinder.Term(framing: 1, pattern: "talks"),
            DifferenceFinder.Term(framing: 1, pattern: "truce"),
        ]
        let pair = DifferenceFinder(uses, terms: terms, framingCount: 2).differences().pairs[0]
        #expect(pair.level == .fragileDifference && pair.dependsOn == .term("crisis"))
    }

    private func relabelled(_ a: [[Int]], _ b: [[Int]]) -> Relabelling.Answer? {
        let question = Relabelling.Question(first: 0, second: 1, framings: [0, 1])
        let tables = [a, b].map { FramingTable(rows: $0, articles: Array($0.indices)) }
        return Relabelling.answers(to: [question], among: tables, draws: Relabelling.Draws(most: 9_999, enough: 100)).first
    }

    @Test(arguments: 0..<12) func relabellingAgreesWithTheFullTest(seed: Int) throws {
        let (a, b) = (random(UInt64(seed), articles: 6, share: 0.2), random(UInt64(seed + 50), articles: 7, share: 0.6))
        let full = try #require(RelabellingTest.between(a, and: b).value)
        let quick = try #require(relabelled(a, b))
        #expect(quick.method == .allRelabellings && quick.pValues == full.framingPValues)
        #expect(quick.smallestReachable == full.smallestReachablePValue)
    }

    @Test(arguments: 0..<4) func drawnRelabellingsComeCloseToTheFullTest(seed: Int) throws {
        let (a, b) = (random(UInt64(seed), articles: 25, share: 0.4), random(UInt64(seed + 50), articles: 30, share: 0.5))
        let full = try #require(RelabellingTest.between(a, and: b).value)
        let quick = try #require(relabelled(a, b))
        for (p, q) in zip(quick.pValues, full.framingPValues) { #expect(abs(p - q) < 0.02 + 0.4 * q) }
    }

    @Test(arguments: 0..<10) func leaveOneArticleOutAgreesWithItsTwin(seed: Int) throws {
        let (a, b) = (random(UInt64(seed), articles: 8, share: 0.2), random(UInt64(seed + 50), articles: 9, share: 0.8))
        let counts = [a, b].map { $0.map { ArticleCount(framingHits: $0[0], conceptHits: $0[0] + $0[1]) } }
        let stable = try #require(ArticleInfluence.on(counts[0], minus: counts[1]).value).signIsStable
        let pair = SimulatedUse.differences([a, b]).pairs[0]
        if case .article = pair.dependsOn { #expect(!stable) } else if pair.level == .difference { #expect(stable) }
    }

    @Test func noSourceOneSourceAndASourceWithoutHitsGiveNothingToCompare() {
        #expect(SimulatedUse.differences([]).pairs.isEmpty)
        #expect(SimulatedUse.differences([random(1, articles: 20, share: 0.5)]).pairs.isEmpty)
        #expect(SimulatedUse.differences([[], random(1, articles: 20, share: 0.5)]).comparable.isEmpty)
    }
}
