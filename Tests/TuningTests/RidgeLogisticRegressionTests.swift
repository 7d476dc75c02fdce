import Foundation
import TestSupport
import Testing

@testable import Tuning

@Suite struct RidgeLogisticRegressionTests {
    private func cases(_ count: Int, seed: UInt64) -> (rows: [[Double]], labels: [Bool]) {
        var random = SeededRandom(seed: seed)
        let rows = (0..<count).map { _ in [Double.random(in: -1...1, using: &random), Double.random(in: -1...1, using: &random)] }
        let labels = rows.map { row in Double.random(in: 0...1, using: &random) < 1 / (1 + exp(-3 * row[0])) }
        return (rows, labels)
    }

    @Test func itFindsTheFeatureThatTells() {
        let (rows, labels) = cases(2000, seed: 1)
        let model = RidgeLogisticRegression(rows: rows, labels: labels, prior: [0, 0], penalty: 1)
        // 3 for each unit is 3/sqrt(3) for each standard deviation of a uniform value from -1 to 1.
        #expect(abs(model.weights[1] - 3 / 3.0.squareRoot()) < 0.2)
        #expect(abs(model.weights[2]) < 0.15)
    }

    @Test func aHeavyPenaltyLeavesThePrior() {
        let (rows, labels) = cases(50, seed: 2)
        let model = RidgeLogisticRegression(rows: rows, labels: labels, prior: [0.4, -0.2], penalty: 1e9)
        #expect(abs(model.weights[1] - 0.4) < 1e-3 && abs(model.weights[2] + 0.2) < 1e-3)
    }

    @Test func noMovedWeightFitsBetter() {
        let (rows, labels) = cases(300, seed: 3)
        let model = RidgeLogisticRegression(rows: rows, labels: labels, prior: [0.1, 0.1], penalty: 5)
        // At the best weights the labels and the likelihoods agree on average, since the intercept is free.
        let expected = rows.reduce(0) { $0 + 1 / (1 + exp(-model.score($1))) }
        #expect(abs(expected - Double(labels.count { $0 })) < 1e-2)
    }

    @Test(arguments: [[], [[1.0, 1.0]], [[Double]](repeating: [2, 3], count: 10)])
    func constantOrMissingCasesGiveFiniteScores(rows: [[Double]]) {
        let model = RidgeLogisticRegression(rows: rows, labels: rows.map { _ in true }, prior: [0.5, 0], penalty: 1)
        #expect(model.score([1, 1]).isFinite)
    }
}
