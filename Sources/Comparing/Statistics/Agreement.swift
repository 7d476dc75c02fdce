/// Krippendorff's alpha for names: how far coders agree beyond chance, any number of them, with gaps.
///
/// Over the units with two ratings or more, n pairable values: D_o = sum over units of (m^2 - sum n_c^2)/(m - 1), over n;
/// D_e = (n^2 - sum n_c^2)/(n (n - 1)); alpha = 1 - D_o/D_e. Unit: at most 1; 0 = chance; below 0 = systematic disagreement.
/// Source: Krippendorff (2004), Content Analysis, chapter 11; Hayes and Krippendorff (2007), CMM 1.
/// Does not show that the coders are right, only that they say the same. Not tied to an evidence level: it belongs to the human sample.
package struct KrippendorffAlpha: Sendable, Hashable {
    /// Undefined where all ratings are equal, which is not evidence of reliability.
    package let alpha: Measured<Double>
    /// Units with two ratings or more.
    package let units: Int
    /// Ratings in them.
    package let values: Int

    /// - Parameter ratings: coders by units; nil is a missing rating, as is the end of a short row.
    package init<Label: Hashable>(of ratings: [[Label?]]) {
        var units = 0
        var values = 0
        var observed = 0.0
        var labels: [Label: Int] = [:]
        for unit in 0..<(ratings.map(\.count).max() ?? 0) {
            let given = ratings.compactMap { unit < $0.count ? $0[unit] : nil }
            guard given.count > 1 else { continue }
            let counts = given.reduce(into: [Label: Int]()) { $0[$1, default: 0] += 1 }
            units += 1
            values += given.count
            observed += Double(Self.disagreeingPairs(counts.values)) / Double(given.count - 1)
            labels.merge(counts, uniquingKeysWith: +)
        }
        self.units = units
        self.values = values
        let expected = Double(Self.disagreeingPairs(labels.values))
        guard units > 0 else { alpha = .undefined(.tooFewRatings); return }
        guard expected > 0 else { alpha = .undefined(.noVariation); return }
        alpha = .value(1 - observed * Double(values - 1) / expected)
    }

    /// Ordered pairs of ratings with different labels: n^2 - sum n_c^2.
    private static func disagreeingPairs(_ counts: some Collection<Int>) -> Int {
        let total = counts.reduce(0, +)
        return counts.reduce(0) { $0 + $1 * (total - $1) }
    }
}

/// Cohen's kappa for two coders.
///
/// p_o = trace, p_e = sum of row times column margin, kappa = (p_o - p_e)/(1 - p_e). Unit: at most 1; 0 = chance.
/// Source: Cohen (1960), EPM 20; large-sample standard error of Fleiss, Cohen and Everitt (1969), Psychological Bulletin 72.
/// Does not show whether coders use labels equally often, on which it depends: alpha is the headline. Belongs to the human sample, not to
/// an evidence level.
package struct CohenKappa: Sendable, Hashable {
    package let observedAgreement: Measured<Double>
    package let expectedAgreement: Measured<Double>
    /// Undefined where both coders gave one label only.
    package let kappa: Measured<Double>
    package let standardError: Measured<Double>

    /// - Parameter table: rows are the labels of one coder, columns those of the other, in one order; what is left out is 0.
    package init(of table: [[Int]]) {
        let table = Self.squared(table)
        let margins = Margins(table)
        guard margins.total > 0 else {
            (observedAgreement, expectedAgreement) = (.undefined(.noRatings), .undefined(.noRatings))
            (kappa, standardError) = (.undefined(.noRatings), .undefined(.noRatings))
            return
        }
        observedAgreement = .value(1 - margins.disagreement)
        expectedAgreement = .value(1 - margins.expectedDisagreement)
        guard margins.expectedDisagreement > 0 else {
            (kappa, standardError) = (.undefined(.noVariation), .undefined(.noVariation))
            return
        }
        kappa = .value(1 - margins.disagreement / margins.expectedDisagreement)
        standardError = .value(margins.standardError(table))
    }

    private static func squared(_ table: [[Int]]) -> [[Int]] {
        let size = max(table.count, table.map(\.count).max() ?? 0)
        return (0..<size).map { row in (0..<size).map { row < table.count && $0 < table[row].count ? table[row][$0] : 0 } }
    }

    private struct Margins {
        let total: Double
        let rows: [Double]
        let columns: [Double]
        /// 1 - p_o and 1 - p_e, added up directly: near perfect agreement the difference from 1 would lose them.
        let disagreement: Double
        let expectedDisagreement: Double

        init(_ table: [[Int]]) {
            let rowSums = table.map { $0.reduce(0, +) }
            let columnSums = table.indices.map { column in table.reduce(0) { $0 + $1[column] } }
            let sum = rowSums.reduce(0, +)
            let n = Double(max(sum, 1))
            total = Double(sum)
            rows = rowSums.map { Double($0) / n }
            columns = columnSums.map { Double($0) / n }
            disagreement = table.indices.reduce(0) { $0 + Double(rowSums[$1] - table[$1][$1]) } / n
            expectedDisagreement = table.indices.reduce(0) { $0 + Double(rowSums[$1]) / n * (Double(sum - columnSums[$1]) / n) }
        }

        func standardError(_ table: [[Int]]) -> Double {
            // 1 - kappa
            let shortfall = disagreement / expectedDisagreement
            var sum = 0.0
            for row in table.indices {
                for column in table.indices {
                    let p = Double(table[row][column]) / total
                    let weight = row == column ? 1 - (rows[row] + columns[row]) * shortfall : (columns[row] + rows[column]) * shortfall
                    sum += p * weight * weight
                }
            }
            let centre = 1 - shortfall - (1 - expectedDisagreement) * shortfall
            return (max(0, sum - centre * centre) / total).squareRoot() / expectedDisagreement
        }
    }
}
