import Foundation
import Testing

@testable import Comparing

/// Relations that hold for any counts, on seeded random ones.
struct StatisticsLawTests {
    private static let trials = 0..<60

    /// Up to 12 articles with few or many hits; some without the concept.
    private static func articles(_ trial: Int, salt: Int = 0, atLeast least: Int = 1) -> [ArticleCount] {
        var generator = SeededGenerator(seededBy: [trial, salt])
        let most = [3, 10, 1_000_000_000][trial % 3]
        return (0..<(least + generator.next(below: 12))).map { _ in
            let concept = generator.next(below: most)
            return ArticleCount(framingHits: generator.next(below: concept + 1), conceptHits: concept)
        }
    }

    private static func nearly(_ left: Double, _ right: Double, _ relative: Double = 1e-9) -> Bool {
        abs(left - right) <= relative * max(abs(left), abs(right)) + 1e-12
    }

    @Test(arguments: trials)
    func shareIntervalHoldsItsShareAndStaysBetweenNoneAndAll(trial: Int) throws {
        let share = ArticleShare(of: Self.articles(trial))
        guard let estimate = share.estimate.value else { return }
        #expect(estimate.interval.contains(estimate.value))
        #expect(estimate.interval.lies(within: 0...1))
        #expect(try #require(share.spread.value).designEffect >= 1)
    }

    @Test(arguments: trials)
    func shareIntervalIsNeverNarrowerThanWilson(trial: Int) throws {
        let articles = Self.articles(trial)
        guard let interval = ArticleShare(of: articles).spread.value?.interval else { return }
        let pooled = HitShare(articles.reduce(0) { $0 + $1.hits }, of: articles.reduce(0) { $0 + $1.exposure })
        #expect(interval.width >= (try #require(pooled.wilsonInterval().value)).width - 1e-12)
    }

    @Test(arguments: trials)
    func higherConfidenceGivesAWiderInterval(trial: Int) throws {
        let articles = Self.articles(trial)
        guard let wide = ArticleShare(of: articles, at: Confidence(0.99)).spread.value?.interval else { return }
        let narrow = try #require(ArticleShare(of: articles, at: Confidence(0.9)).spread.value).interval
        #expect(wide.lower <= narrow.lower && wide.upper >= narrow.upper)
        let rate = try #require(ArticleRate(of: articles, at: Confidence(0.99)).spread.value).interval
        #expect(rate.width > (try #require(ArticleRate(of: articles, at: Confidence(0.9)).spread.value)).interval.width)
    }

    @Test(arguments: trials)
    func shareOfTheOtherFramingIsTheMirrorImage(trial: Int) throws {
        let articles = Self.articles(trial)
        guard let estimate = ArticleShare(of: articles).estimate.value else { return }
        let others = articles.map { ArticleCount(framingHits: $0.exposure - $0.hits, conceptHits: $0.exposure) }
        let mirrored = try #require(ArticleShare(of: others).estimate.value)
        #expect(Self.nearly(estimate.interval.lower, 1 - mirrored.interval.upper, 1e-8))
        #expect(Self.nearly(estimate.interval.upper, 1 - mirrored.interval.lower, 1e-8))
    }

    @Test(arguments: trials)
    func articleWithoutTheConceptChangesNoShare(trial: Int) {
        let articles = Self.articles(trial)
        let more = articles + [ArticleCount(framingHits: 0, conceptHits: 0)]
        #expect(ArticleShare(of: articles).estimate == ArticleShare(of: more).estimate)
    }

    @Test(arguments: trials)
    func twiceTheWordsHalveTheRateAndItsLimits(trial: Int) throws {
        let articles = Self.articles(trial, atLeast: 2)
        guard let rate = ArticleRate(of: articles).estimate.value else { return }
        let doubled = articles.map { ArticleCount(hits: $0.hits, words: 2 * $0.exposure) }
        let half = try #require(ArticleRate(of: doubled).estimate.value)
        #expect(Self.nearly(rate.value, 2 * half.value))
        #expect(Self.nearly(rate.interval.lower, 2 * half.interval.lower, 1e-8))
        #expect(Self.nearly(rate.interval.upper, 2 * half.interval.upper, 1e-8))
        #expect(rate.interval.contains(rate.value))
    }

    @Test(arguments: trials)
    func differenceTurnsItsSignWithItsSides(trial: Int) throws {
        let a = ArticleShare(of: Self.articles(trial)).estimate.value
        let b = ArticleShare(of: Self.articles(trial, salt: 1)).estimate.value
        guard let forward = Difference.of(a, minus: b).value else { return }
        let backward = try #require(Difference.of(b, minus: a).value)
        #expect(forward.value == -backward.value && Self.nearly(forward.interval.lower, -backward.interval.upper))
        #expect(forward.interval.contains(forward.value))
        #expect(Difference.of(a, minusMeanOf: [b, nil]) == Difference.of(a, minus: b))
    }

    @Test(arguments: trials)
    func divergenceIsSymmetricAndWhatEntropiesSay(trial: Int) throws {
        let (a, b) = (Self.articles(trial).map(\.hits), Self.articles(trial, salt: 1).map(\.hits))
        let count = min(a.count, b.count)
        let (first, second) = (Array(a.prefix(count)), Array(b.prefix(count)))
        guard let divergence = Divergence.between(first, and: second).value else { return }
        #expect(Self.nearly(divergence.bits, try #require(Divergence.between(second, and: first).value).bits))
        #expect((0...1).contains(divergence.bits))
        #expect(abs(divergence.bits - NaiveStatistics.divergence(first.map(Double.init), second.map(Double.init))) < 1e-9)
        #expect(try #require(Divergence.between(first, and: first).value).bits == 0)
    }

    private static func framingRows(_ trial: Int, salt: Int, articles: Int) -> [[Int]] {
        var generator = SeededGenerator(seededBy: [trial, salt, 77])
        return (0..<articles).map { _ in (0..<3).map { _ in generator.next(below: 4) } }.map { $0 == [0, 0, 0] ? [1, 0, 0] : $0 }
    }

    @Test(arguments: 0..<20)
    func relabellingLooksAtEverySubset(trial: Int) throws {
        let a = Self.framingRows(trial, salt: 0, articles: 1 + trial % 5)
        let b = Self.framingRows(trial, salt: 1, articles: 1 + trial % 4)
        let naive = NaiveStatistics.relabelling(a, b)
        let test = try #require(RelabellingTest.between(a, and: b).value)
        #expect(test.relabellings == .all(naive.splits))
        #expect(Self.nearly(test.pValue, naive.p) && Self.nearly(test.meanUnderNull, naive.mean))
        #expect(test.pValue >= test.smallestReachablePValue - 1e-12)
    }

    @Test func drawnRelabellingsNearAllOfThemWhateverTheOrder() throws {
        let (a, b) = (Self.framingRows(3, salt: 5, articles: 9), Self.framingRows(4, salt: 6, articles: 9))
        let naive = NaiveStatistics.relabelling(a, b)
        let test = try #require(RelabellingTest.between(a, and: b).value)
        #expect(test.relabellings == .drawn(9_999))
        #expect(abs(test.pValue - naive.p) < 0.02 && abs(test.meanUnderNull - naive.mean) < 0.005)
        let turned = try #require(RelabellingTest.between(b.reversed(), and: a.reversed()).value)
        #expect(turned.pValue == test.pValue && turned.framingPValues == test.framingPValues)
    }

    @Test(arguments: [(3, 0.1), (4, 2.0 / 70), (1, 1.0)])
    func smallestReachablePFollowsFromTheNumberOfArticles(articles: Int, expected: Double) throws {
        let a = [[Int]](repeating: [1, 0], count: articles)
        let b = [[Int]](repeating: [0, 1], count: articles)
        let test = try #require(RelabellingTest.between(a, and: b).value)
        #expect(Self.nearly(test.smallestReachablePValue, expected) && Self.nearly(test.pValue, expected))
    }

    @Test(arguments: 0..<12)
    func exactBootstrapWeighsEveryResample(trial: Int) throws {
        let articles = Array(Self.articles(3 * trial, salt: 9, atLeast: 2).prefix(2 + trial % 5))
        let naive = NaiveStatistics.resampledRatios(articles.map { ($0.hits, $0.exposure) })
        guard let bootstrap = ArticleBootstrap.exact(of: articles).value else {
            #expect(naive.ratios.isEmpty || articles.count == 1)
            return
        }
        let mean = naive.ratios.reduce(0, +) / Double(naive.ratios.count)
        let squares = naive.ratios.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        #expect(Self.nearly(bootstrap.standardError, (squares / Double(naive.ratios.count)).squareRoot()))
        #expect(Self.nearly(bootstrap.undefinedShare, Double(naive.undefined) / Double(naive.undefined + naive.ratios.count)))
        for part in [0.013, 0.25, 0.5, 0.987] {
            let rank = Int((part * Double(naive.ratios.count)).rounded(.up)) - 1
            #expect(bootstrap.percentile(part) == naive.ratios[max(0, rank)])
        }
    }

    @Test(arguments: trials)
    func falseDiscoveryRateIsWhatStepUpSays(trial: Int) {
        var generator = SeededGenerator(seededBy: [trial, 5])
        let pValues = (0..<generator.next(below: 20)).map { _ in
            generator.next(below: 5) == 0 ? nil : min(1, Double(generator.next(below: trial % 2 == 0 ? 50 : 300)) / 200)
        }
        let tests = pValues.compactMap(\.self)
        let discovery = FalseDiscovery(among: pValues)
        #expect(discovery.tests == tests.count)
        for (p, q) in zip(pValues, discovery.qValues) {
            guard let p, let q else { #expect(p == nil && q == nil); continue }
            #expect(Self.nearly(q, NaiveStatistics.qValue(of: p, among: tests)))
        }
    }

    @Test(arguments: trials)
    func keynessTurnsItsSignWithItsSides(trial: Int) throws {
        var generator = SeededGenerator(seededBy: [trial, 8])
        let most = [50, 2_000, 1_000_000_000][trial % 3]
        let (totalA, totalB) = (1 + generator.next(below: most), 1 + generator.next(below: most))
        let (a, b) = (generator.next(below: totalA + 1), generator.next(below: totalB + 1))
        let forward = Keyness(WordCounts(a, of: totalA, against: b, of: totalB))
        let backward = Keyness(WordCounts(b, of: totalB, against: a, of: totalA))
        guard let ratio = forward.logRatio.value, let turned = backward.logRatio.value else { return }
        #expect(Self.nearly(ratio, -turned))
        let bound = try #require(forward.conservativeLogRatio(tests: 30).value).bound
        #expect(Self.nearly(bound, -(try #require(backward.conservativeLogRatio(tests: 30).value)).bound, 1e-8))
        #expect(abs(bound) <= abs(ratio) || a == 0 || b == 0)
        let likelihood = try #require(forward.logLikelihood.value)
        #expect(Self.nearly(abs(likelihood.fourCell), abs(try #require(backward.logLikelihood.value).fourCell), 1e-8))
        #expect(abs(likelihood.twoCell) <= abs(likelihood.fourCell))
    }

    @Test(arguments: trials)
    func exactRateRatioIsItsReciprocalTheOtherWay(trial: Int) throws {
        var generator = SeededGenerator(seededBy: [trial, 2])
        let a = HitRate(hits: 1 + generator.next(below: 500), words: 1 + generator.next(below: 1_000_000))
        let b = HitRate(hits: 1 + generator.next(below: 500), words: 1 + generator.next(below: 1_000_000))
        let (forward, backward) = (ExactRateRatio(of: a, to: b), ExactRateRatio(of: b, to: a))
        let (lower, upper) = (try #require(forward.lower.value), try #require(backward.upper.value))
        #expect(Self.nearly(lower * upper, 1, 1e-8))
        #expect(lower < (try #require(forward.ratio.value)))
    }

    @Test(arguments: trials)
    func concentrationLiesBetweenOneArticleAndAllThatHaveHits(trial: Int) {
        let hits = Self.articles(trial).map(\.hits)
        guard let concentration = Concentration.of(hits).value else { return }
        let range = 1 - 1e-12...Double(concentration.articlesWithHits) + 1e-9
        #expect(range.contains(concentration.effectiveArticles))
        #expect(concentration.topShare > 0 && concentration.topShare <= 1)
    }

    @Test(arguments: trials)
    func dispersionIsZeroWhenHitsFollowLengthAndAtMostOne(trial: Int) {
        let articles = Self.articles(trial, atLeast: 2)
        let even = Dispersion(of: articles.map { ArticleCount(hits: $0.exposure, words: $0.exposure) })
        if let deviation = even.deviation.value { #expect(deviation < 1e-12) }
        let dispersion = Dispersion(of: articles)
        for value in [dispersion.deviation, dispersion.normalisedDeviation, dispersion.juilland].compactMap(\.value) {
            #expect((0...1).contains(value))
        }
    }

    @Test(arguments: trials)
    func alphaIsWhatPairsOfRatingsSay(trial: Int) {
        var generator = SeededGenerator(seededBy: [trial, 4])
        let units = 2 + generator.next(below: 10)
        let ratings = (0..<3).map { _ in (0..<units).map { _ in Optional(generator.next(below: 4)).flatMap { $0 == 3 ? nil : $0 } } }
        guard let alpha = KrippendorffAlpha(of: ratings).alpha.value else { return }
        #expect(Self.nearly(alpha, NaiveStatistics.alpha(ratings)))
    }

    @Test(arguments: trials)
    func articleInfluenceIsWhatRecomputingSays(trial: Int) {
        let (a, b) = (Self.articles(trial), Self.articles(trial, salt: 3))
        func share(_ counts: [ArticleCount]) -> Double? { ArticleShare(of: counts).share.value }
        func dropping(_ index: Int, from counts: [ArticleCount]) -> [ArticleCount] {
            counts.enumerated().filter { $0.offset != index }.map(\.element)
        }
        guard let influence = ArticleInfluence.on(a, minus: b).value, let shareA = share(a), let shareB = share(b) else { return }
        let remaining =
            a.indices.filter { a[$0].exposure > 0 }.map { share(dropping($0, from: a)).map { $0 - shareB } }
            + b.indices.filter { b[$0].exposure > 0 }.map { share(dropping($0, from: b)).map { shareA - $0 } }
        #expect(influence.range?.lowerBound == remaining.compactMap(\.self).min())
        #expect(influence.range?.upperBound == remaining.compactMap(\.self).max())
        let keepsSign = remaining.allSatisfy { ($0 ?? 0) * (shareA - shareB) > 0 }
        #expect(influence.signIsStable == keepsSign)
    }

    @Test(arguments: trials)
    func termInfluenceIsWhatRecomputingSays(trial: Int) {
        var generator = SeededGenerator(seededBy: [trial, 12])
        let terms = (0..<(1 + generator.next(below: 6))).map { index in
            TermInfluence.TermHits(
                term: "t\(index)", framing: ["f", "g"][generator.next(below: 2)], a: generator.next(below: 9), b: generator.next(below: 9)
            )
        }
        func difference(_ terms: [TermInfluence.TermHits]) -> Double? {
            let (allA, allB) = (terms.reduce(0) { $0 + $1.a }, terms.reduce(0) { $0 + $1.b })
            let framing = terms.filter { $0.framing == "f" }
            guard allA > 0, allB > 0 else { return nil }
            return Double(framing.reduce(0) { $0 + $1.a }) / Double(allA) - Double(framing.reduce(0) { $0 + $1.b }) / Double(allB)
        }
        let influence = TermInfluence.on("f", of: terms).value
        #expect(influence?.baseline.difference == difference(terms))
        guard let influence else { return }
        let recomputed = terms.indices.map { dropped in difference(terms.indices.filter { $0 != dropped }.map { terms[$0] }) }
        #expect(influence.withoutTerm.map(\.shares?.difference) == recomputed)
        let largest = recomputed.compactMap { $0.map { abs($0 - influence.baseline.difference) } }.max()
        #expect(influence.mostInfluential?.influence.map { abs($0) } == largest)
    }

    @Test(arguments: trials)
    func logOddsTurnTheirSignWithTheirSidesAndShrinkWithTheirPrior(trial: Int) throws {
        var generator = SeededGenerator(seededBy: [trial, 13])
        let (a, b) = (generator.next(below: 40), 1 + generator.next(below: 40))
        let (forward, backward) = (WordCounts(a, of: 900, against: b, of: 700), WordCounts(b, of: 700, against: a, of: 900))
        func logOdds(_ word: WordCounts, pseudoWords: Double) -> LogOdds? {
            LogOdds.of(word, prior: LogOdds.Prior(backgroundCount: a + b, backgroundTotal: 1600, pseudoWords: pseudoWords)).value
        }
        let light = try #require(logOdds(forward, pseudoWords: 10))
        #expect(Self.nearly(light.z, -(try #require(logOdds(backward, pseudoWords: 10))).z))
        #expect(abs(try #require(logOdds(forward, pseudoWords: 1e6)).delta) <= abs(light.delta))
    }

    /// With many articles the two ways to a p-value meet.
    @Test func largeSamplePNearsTheRelabelledOne() throws {
        var generator = SeededGenerator(seed: 20)
        func outlet(_ bound: Int) -> [[Int]] {
            (0..<300).map { _ in [generator.next(below: bound), generator.next(below: 5)] }.map { $0 == [0, 0] ? [1, 1] : $0 }
        }
        let (a, b) = (outlet(5), outlet(6))
        func share(_ rows: [[Int]]) -> ArticleShare {
            ArticleShare(of: rows.map { ArticleCount(framingHits: $0[0], conceptHits: $0[0] + $0[1]) })
        }
        let relabelled = try #require(RelabellingTest.between(a, and: b).value).framingPValues[0]
        let normal = try #require(Difference.largeSamplePValue(share(a), share(b)).value)
        #expect(abs(relabelled - normal) < 0.02)
        #expect(Difference.largeSamplePValue(share(a), share(a)) == .value(1))
        #expect(Difference.largeSamplePValue(share([[1, 0]]), share(b)) == .undefined(.oneArticle))
        #expect(Difference.largeSamplePValue(share([[1, 0], [1, 0]]), share([[0, 1], [0, 2]])) == .undefined(.noVariation))
    }
}
