/// p-values corrected for the number of tests a reader sees together.
///
/// Ascending p: q_(r) = min over s >= r of min(1, p_(s) m / s); a test is rejected where q <= rate. Unit: q, 0 to 1.
/// Family: all outlet pairs times framings of one concept. Source: Benjamini and Hochberg (1995), JRSS-B 57.
/// Does not show which of the rejected are the false ones, nor size. May be read where both sides are `estimated` or better.
package struct FalseDiscovery: Sendable, Hashable {
    /// In the order of the p-values; nil where there was no test.
    package let qValues: [Double?]
    package let rate: Double

    /// - Parameter pValues: nil where a test was not possible: it does not count among the tests.
    package init(among pValues: [Double?], rate: Double = 0.05) {
        self.rate = rate
        var qValues = [Double?](repeating: nil, count: pValues.count)
        var tests: [(index: Int, p: Double)] = []
        var count = 0
        for case (let index, let p?) in pValues.enumerated() {
            count += 1
            // The largest there is stands behind all others, whatever their number: most tests of many.
            if p >= 1 { qValues[index] = 1 } else { tests.append((index, p)) }
        }
        // Equal p-values get one q, so their order does not matter.
        var smallest = 1.0
        for (rank, test) in tests.sorted(by: { $0.p < $1.p }).enumerated().reversed() {
            smallest = min(smallest, test.p * Double(count) / Double(rank + 1))
            qValues[test.index] = smallest
        }
        self.qValues = qValues
    }

    /// How many tests the correction is for.
    package var tests: Int { qValues.count { $0 != nil } }
    package var rejected: [Bool] { qValues.map { $0.map { $0 <= rate } ?? false } }
}
