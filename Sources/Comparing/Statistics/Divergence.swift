import RealModule

/// How differently two outlets choose among the framings of a concept.
///
/// JSD = H((p+q)/2) - (H(p) + H(q))/2 with equal weights. Unit: bits, 0 = same choice, 1 = no framing shared.
/// Source: Lin (1991), IEEE Transactions on Information Theory 37; bias from the second-order expansion, compare Grosse et al. (2002),
/// Phys Rev E 65.
/// Does not show that outlets differ: it is positive for identical ones (0.148 on average with 4 articles each). Never printed alone,
/// only as the excess of a `RelabellingTest`, where both sides are `estimated` or better.
package struct Divergence: Sendable, Hashable {
    /// Bits, 0 to 1.
    package let bits: Double
    /// max(0, JSD - (k-1)/(8 ln 2) x (1/n_a + 1/n_b)), k = framings used by either: only the bias of independent hits is taken off.
    package let bitsCorrected: Double

    /// The square root, a metric (Endres and Schindelin 2003).
    package var distance: Double { bits.squareRoot() }

    /// - Parameters: hits of each framing in each outlet, in one order.
    package static func between(_ a: [Int], and b: [Int]) -> Measured<Divergence> {
        let (totalA, totalB) = (a.reduce(0, +), b.reduce(0, +))
        guard totalA > 0, totalB > 0 else { return .undefined(.emptyOutlet) }
        let bits = divergenceInBits(a.map(Double.init), b.map(Double.init))
        let used = zip(a, b).count { $0 > 0 || $1 > 0 }
        let bias = Double(used - 1) / (8 * .log(2)) * (1 / Double(totalA) + 1 / Double(totalB))
        return .value(Divergence(bits: bits, bitsCorrected: max(0, bits - bias)))
    }
}

/// The divergence of two vectors of counts with sums above 0, as half the sum of two deviances from the mean: no term is negative, so
/// nothing cancels.
func divergenceInBits(_ a: some Collection<Double>, _ b: some Collection<Double>) -> Double {
    let (totalA, totalB) = (a.reduce(0, +), b.reduce(0, +))
    var nats = 0.0
    for (countA, countB) in zip(a, b) where countA > 0 || countB > 0 {
        let (p, q) = (countA / totalA, countB / totalB)
        let gap = (p - q) / 2
        nats += deviance(of: p, from: (p + q) / 2, gap: gap) + deviance(of: q, from: (p + q) / 2, gap: -gap)
    }
    return min(1, nats / 2 / .log(2))
}
