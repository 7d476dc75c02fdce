import Foundation

/// Logistic regression whose weights are drawn towards given ones, on standardised features.
///
/// Maximises the likelihood minus penalty/2 * |w - prior|^2 by Newton's method (iteratively reweighted least squares).
/// Source: Hastie, Tibshirani and Friedman (2009), The Elements of Statistical Learning, sections 4.4.1 and 3.4.1.
struct RidgeLogisticRegression {
    /// The intercept, then one weight for each feature, in standard deviations.
    private(set) var weights: [Double]
    private let means: [Double]
    private let deviations: [Double]

    private static let mostSteps = 25
    private static let smallestStep = 1e-7

    /// - Parameters:
    ///   - rows: the features of each case, all of the prior's count.
    ///   - labels: whether each case is a positive one.
    init(rows: [[Double]], labels: [Bool], prior: [Double], penalty: Double) {
        let count = Double(max(rows.count, 1))
        let means = prior.indices.map { column in rows.reduce(0) { $0 + $1[column] } / count }
        self.means = means
        deviations = prior.indices.map { column in
            (rows.reduce(0) { $0 + ($1[column] - means[column]) * ($1[column] - means[column]) } / count).squareRoot() + 1e-9
        }
        weights = [0] + prior
        fit(rows.map(standardised), labels, target: weights, penalty: penalty)
    }

    /// The log odds of a positive.
    func score(_ row: [Double]) -> Double { Self.dot(weights, standardised(row)) }

    private func standardised(_ row: [Double]) -> [Double] {
        [1] + row.indices.map { (row[$0] - means[$0]) / deviations[$0] }
    }

    private mutating func fit(_ rows: [[Double]], _ labels: [Bool], target: [Double], penalty: Double) {
        let size = weights.count
        // The intercept is free but for a trace that keeps the system solvable.
        let penalties = [1e-6] + Array(repeating: penalty, count: size - 1)
        for _ in 0..<Self.mostSteps {
            var gradient = (0..<size).map { penalties[$0] * (target[$0] - weights[$0]) }
            var curvature = (0..<size).map { row in (0..<size).map { row == $0 ? penalties[row] : 0 } }
            for (row, isPositive) in zip(rows, labels) {
                let likelihood = 1 / (1 + exp(-Self.dot(weights, row)))
                let error = (isPositive ? 1 : 0) - likelihood
                let weight = likelihood * (1 - likelihood)
                for i in 0..<size {
                    gradient[i] += error * row[i]
                    let scaled = weight * row[i]
                    for j in 0...i { curvature[i][j] += scaled * row[j] }
                }
            }
            let step = Self.solve(curvature, gradient)
            for i in 0..<size { weights[i] += step[i] }
            if step.allSatisfy({ abs($0) < Self.smallestStep }) { return }
        }
    }

    private static func dot(_ a: [Double], _ b: [Double]) -> Double {
        var sum = 0.0
        for i in a.indices { sum += a[i] * b[i] }
        return sum
    }

    /// The solution of a symmetric positive definite system given by its lower triangle: Cholesky's factors, then two substitutions.
    private static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
        var lower = matrix
        let size = right.count
        for i in 0..<size {
            for j in 0...i {
                var sum = lower[i][j]
                for k in 0..<j { sum -= lower[i][k] * lower[j][k] }
                lower[i][j] = i == j ? max(sum, 1e-12).squareRoot() : sum / lower[j][j]
            }
        }
        var solution = right
        for i in 0..<size {
            for k in 0..<i { solution[i] -= lower[i][k] * solution[k] }
            solution[i] /= lower[i][i]
        }
        for i in (0..<size).reversed() {
            for k in (i + 1)..<max(size, i + 1) { solution[i] -= lower[k][i] * solution[k] }
            solution[i] /= lower[i][i]
        }
        return solution
    }
}
