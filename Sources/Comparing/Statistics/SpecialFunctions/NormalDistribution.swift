import RealModule

/// The standard normal distribution.
enum NormalDistribution {
    /// The probability above z.
    static func upperTail(_ z: Double) -> Double { 0.5 * .erfc(z / .sqrt(2)) }

    /// The natural logarithm of the probability above z, also where the probability itself underflows.
    ///
    /// Source: DLMF 7.9 for the continued fraction of erfc, evaluated from its end; from 5 on sixty terms are more than doubles can show.
    static func logUpperTail(_ z: Double) -> Double {
        let x = z / .sqrt(2)
        guard x > 5 else { return .log(0.5 * .erfc(x)) }
        var fraction = 0.0
        for term in stride(from: 60.0, through: 1, by: -1) { fraction = term / 2 / (x + fraction) }
        return -x * x - .log(2 * .sqrt(.pi) * (x + fraction))
    }

    /// The z with the probability `tail` above it, for 0 < tail <= 0.5.
    ///
    /// Newton's method on the logarithm of the tail, from the bound Q(z) <= exp(-z^2/2)/2.
    static func upperQuantile(_ tail: Double) -> Double {
        guard tail < 0.5 else { return 0 }
        let target = Double.log(tail)
        return concaveRoot(from: .sqrt(-2 * .log(2 * tail))) { z in
            let logTail = logUpperTail(z)
            let logDensity = -0.5 * (z * z + .log(2 * .pi))
            return (logTail - target) / .exp(logDensity - logTail)
        }
    }
}
