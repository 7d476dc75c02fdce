import RealModule

/// Student's t distribution with real degrees of freedom above 0.
///
/// P(|T| > t) = I_x(df/2, 1/2) at x = df / (df + t^2). Source: DLMF 8.17; Abramowitz and Stegun 26.7.1.
struct StudentDistribution {
    let degreesOfFreedom: Double

    private var beta: BetaDistribution { BetaDistribution(a: degreesOfFreedom / 2, b: 0.5) }

    /// The t with the probability `tail` above it, 0 < tail <= 0.5.
    func upperQuantile(_ tail: Double) -> Double {
        guard tail < 0.5 else { return 0 }
        return (degreesOfFreedom * .exp(-beta.lowerQuantileLogit(2 * tail))).squareRoot()
    }

    /// The probability of a value at least this far from 0, on either side.
    func twoSidedTail(_ t: Double) -> Double {
        guard t != 0 else { return 1 }
        return .exp(beta.logLowerTail(at: .log(degreesOfFreedom) - 2 * .log(abs(t))))
    }
}
