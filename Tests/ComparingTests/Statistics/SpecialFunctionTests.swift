import Foundation
import Testing

@testable import Comparing

struct SpecialFunctionTests {
    private static let shapes = [1e-3, 0.02, 0.2, 0.5, 1, 1.7, 9.99, 10, 10.01, 99.5, 1e4, 1e6, 1e9, 1e12]
    private static let tails = [1e-12, 1e-6, 0.0005, 0.025, 0.3, 0.5]

    @Test(arguments: shapes, tails)
    func gammaQuantileHasTheTailItWasAskedFor(shape: Double, tail: Double) {
        let gamma = GammaDistribution(shape: shape)
        let upper = gamma.logTails(at: log(gamma.upperQuantile(tail))).upper
        #expect(abs(upper - log(tail)) < 1e-6)
        let quantile = gamma.lowerQuantile(tail)
        #expect(quantile.isFinite)
        // With a tiny shape the quantile is smaller than any double, and 0 is the nearest.
        guard quantile > 1e-300 else { return }
        #expect(abs(gamma.logTails(at: log(quantile)).lower - log(tail)) < 1e-6)
    }

    @Test(arguments: shapes, shapes)
    func betaQuantileHasTheTailItWasAskedFor(a: Double, b: Double) {
        let beta = BetaDistribution(a: a, b: b)
        for tail in Self.tails {
            #expect(abs(beta.logLowerTail(at: beta.lowerQuantileLogit(tail)) - log(tail)) < 1e-6)
            let mirrored = BetaDistribution(a: b, b: a)
            #expect(beta.upperQuantileLogit(tail) == -mirrored.lowerQuantileLogit(tail))
        }
    }

    @Test(arguments: [(1, 0.3), (2, 1.0), (7, 9.0), (30, 18.5), (400, 433.0)])
    func gammaTailOfAWholeShapeIsAPoissonSum(shape: Int, x: Double) {
        let upper = exp(GammaDistribution(shape: Double(shape)).logTails(at: log(x)).upper)
        let sum = NaiveStatistics.poissonLowerTail(shape - 1, mean: x)
        #expect(abs(upper - sum) < 1e-11 * sum + 1e-15)
    }

    @Test(arguments: [(1, 1, 0.3), (2, 5, 0.41), (17, 20, 0.8), (90, 300, 0.33), (150, 300, 0.7)])
    func betaTailOfWholeParametersIsABinomialSum(k: Int, n: Int, p: Double) {
        let tail = exp(BetaDistribution(a: Double(k), b: Double(n - k + 1)).logLowerTail(at: log(p / (1 - p))))
        let sum = NaiveStatistics.binomialUpperTail(k, of: n, at: p)
        #expect(abs(tail - sum) < 1e-11 * sum)
    }

    @Test(arguments: [0.0, 0.3, 1.2, 2.5758293035489, 4.4, 6.9, 7.2])
    func normalTailIsTheIntegralOfItsDensity(z: Double) {
        let integral = NaiveStatistics.integral(from: z, to: z + 12) { exp(-0.5 * $0 * $0) / (2 * .pi).squareRoot() }
        #expect(abs(NormalDistribution.upperTail(z) - integral) < 1e-10 * integral)
        #expect(abs(NormalDistribution.logUpperTail(z) - log(integral)) < 1e-10)
    }

    @Test(arguments: [1.0, 2.5, 7, 36.9, 400])
    func studentTailIsTheIntegralOfItsDensity(degreesOfFreedom df: Double) {
        let scale = exp(lgamma((df + 1) / 2) - lgamma(df / 2)) / (df * .pi).squareRoot()
        for t in [0.2, 1.0, 3.3] {
            let inside = NaiveStatistics.integral(from: -t, to: t) { scale * pow(1 + $0 * $0 / df, -(df + 1) / 2) }
            #expect(abs(StudentDistribution(degreesOfFreedom: df).twoSidedTail(t) - (1 - inside)) < 1e-11)
        }
    }

    /// Abramowitz and Stegun, tables 26.1, 26.8 and 26.10, and closed forms.
    @Test func quantilesAreTheTabulatedOnes() {
        #expect(abs(NormalDistribution.upperQuantile(0.025) - 1.959963984540054) < 1e-14)
        #expect(abs(NormalDistribution.upperQuantile(1e-10) - 6.361340902404056) < 1e-13)
        #expect(abs(StudentDistribution(degreesOfFreedom: 1).upperQuantile(0.025) - tan(0.475 * .pi)) < 1e-12)
        #expect(abs(StudentDistribution(degreesOfFreedom: 2).upperQuantile(0.025) - 0.95 / (2 * 0.975 * 0.025).squareRoot()) < 1e-13)
        #expect(abs(StudentDistribution(degreesOfFreedom: 1e9).upperQuantile(0.025) - 1.959963986912) < 1e-11)
        #expect(abs(GammaDistribution(shape: 1).upperQuantile(0.025) + log(0.025)) < 1e-14)
        #expect(abs(2 * GammaDistribution(shape: 0.5).upperQuantile(0.05) - 3.841458820694124) < 1e-13)
        #expect(abs(BetaDistribution(a: 0.5, b: 0.5).lowerQuantile(0.025) - pow(sin(0.0125 * .pi), 2)) < 1e-15)
    }

    /// Cornish and Fisher (1938): exact to better than 1e-12 at such shapes.
    @Test(arguments: [1e8, 1e9, 1e12])
    func gammaQuantileNearsItsExpansionAtHugeShapes(shape: Double) {
        let root = shape.squareRoot()
        for (z, quantile) in [
            (1.959963984540054, GammaDistribution(shape: shape).upperQuantile(0.025)),
            (-1.959963984540054, GammaDistribution(shape: shape).lowerQuantile(0.025)),
        ] {
            let expansion = shape + z * root + (z * z - 1) / 3 + (z * z * z - 7 * z) / (36 * root)
            #expect(abs(quantile - expansion) < 1e-12 * shape)
        }
    }

    @Test func devianceKeepsItsDigitsNearEquality() {
        #expect(deviance(of: 0, from: 3) == 3)
        #expect(deviance(of: 5, from: 5) == 0)
        // The series x^2/2 - x^3/6 of the gap, at a relative gap of 1e-9.
        #expect(abs(deviance(of: 1e9 + 1, from: 1e9) - (0.5e-9 - 1e-18 / 6)) < 1e-24)
        for (observed, expected) in [(3.0, 4.0), (10, 9), (10, 8.2), (1, 100), (1e-9, 1)] {
            let direct = observed * log(observed / expected) + expected - observed
            #expect(abs(deviance(of: observed, from: expected) - direct) < 1e-14 * max(1, expected))
        }
    }

    @Test func stirlingRemainderJoinsWhereItsMethodsMeet() {
        for a in [10.0, 10.5, 12] {
            let direct = lgamma(a + 1) - (a + 0.5) * log(a) + a - 0.5 * log(2 * .pi)
            #expect(abs(stirlingRemainder(a) - direct) < 1e-14)
        }
    }

    @Test func differenceOfProductsIsExactWhereRoundingWouldHideIt() {
        // (2^30 + 1)(2^30 - 1) = 2^60 - 1, which no double holds.
        let power = 1_073_741_824.0
        #expect(differenceOfProducts((power + 1, power - 1), (power, power)) == -1)
    }

    /// The first numbers that the authors' program prints for this seed.
    @Test func generatorFollowsItsPublishedSequence() {
        var generator = SeededGenerator(seed: 1_234_567)
        let numbers = (0..<3).map { _ in generator.next() }
        #expect(numbers == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
    }

    @Test func generatorReachesEveryNumberBelowItsBoundAboutEquallyOften() {
        var generator = SeededGenerator(seededBy: [3, 1, 4])
        var counts = [Int](repeating: 0, count: 7)
        for _ in 0..<70_000 { counts[generator.next(below: 7)] += 1 }
        #expect(counts.allSatisfy { (9_600...10_400).contains($0) })
    }
}
