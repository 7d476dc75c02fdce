import RealModule

/// The beta distribution with real parameters above 0, worked in the logit u = ln(x / (1 - x)) so that both ends keep their digits.
struct BetaDistribution {
    let a: Double
    let b: Double

    /// The logit of the x with the probability `tail` below it, 0 < tail < 1.
    func lowerQuantileLogit(_ tail: Double) -> Double {
        let target = Double.log(tail)
        return concaveRoot(from: start(tail)) { u in
            let logTail = logLowerTail(at: u)
            return (target - logTail) / .exp(logKernel(at: u) - logTail)
        }
    }

    /// The logit of the x with the probability `tail` above it, 0 < tail < 1.
    func upperQuantileLogit(_ tail: Double) -> Double { -mirrored.lowerQuantileLogit(tail) }

    func lowerQuantile(_ tail: Double) -> Double { logistic(lowerQuantileLogit(tail)) }
    func upperQuantile(_ tail: Double) -> Double { logistic(upperQuantileLogit(tail)) }

    /// ln I_x(a, b) at logit u: the regularised incomplete beta function.
    ///
    /// Source: DLMF 8.17.22, on the side of the mean where it converges fast, else through the symmetry 8.17.4.
    /// - Complexity: O(sqrt(a + b)) around the mean.
    func logLowerTail(at u: Double) -> Double {
        if logistic(u) < (a + 1) / (a + b + 2) { return directLogTail(at: u) }
        return .log(onePlus: -min(1, .exp(mirrored.directLogTail(at: -u))))
    }

    private var mirrored: BetaDistribution { BetaDistribution(a: b, b: a) }

    private func directLogTail(at u: Double) -> Double { logKernel(at: u) - .log(continuedFraction(logistic(u), logistic(-u))) }

    /// ln of x^a (1 - x)^b / B(a, b), which is the density in u. Source: Loader (2000).
    private func logKernel(at u: Double) -> Double {
        let sum = a + b
        let (logX, logY) = (-softplus(-u), -softplus(u))
        return 0.5 * (.log(a) + .log(b / sum) - .log(2 * .pi))
            + stirlingRemainder(sum) - stirlingRemainder(a) - stirlingRemainder(b)
            - deviance(of: a, from: sum * logistic(u), logExpected: .log(sum) + logX)
            - deviance(of: b, from: sum * logistic(-u), logExpected: .log(sum) + logY)
    }

    /// The even part of DLMF 8.17.22, which takes x and y = 1 - x apart: where a is huge and y tiny, 1 - x has no digits left.
    ///
    /// Source: Didonato and Morris (1992), Algorithm 708, ACM TOMS 18, equation 9; Lentz's method as modified by Thompson and Barnett (1986).
    private func continuedFraction(_ x: Double, _ y: Double) -> Double {
        let imbalance = a * y - b * x + 1
        var fraction = awayFromZero(a * imbalance / (a + 1))
        var c = fraction
        var d = 0.0
        let limit = 1000 + Int(20 * max(a, b).squareRoot())
        for index in 1...limit {
            let m = Double(index)
            let divisor = a + 2 * m - 1
            let numerator = (a + m - 1) / divisor * ((a + b + m - 1) / divisor) * m * (b - m) * x * x
            let term = m + m * (b - m) * x / divisor + (a + m) * (imbalance + m * (1 + y)) / (a + 2 * m + 1)
            d = 1 / awayFromZero(term + numerator * d)
            c = awayFromZero(term + numerator / c)
            let factor = c * d
            fraction *= factor
            if abs(factor - 1) < 3e-16 { break }
        }
        return fraction
    }

    /// A normal curve in the logit where both parameters carry one; else the bound I_x(a, b) <= x^a / (a B(a, b)).
    private func start(_ tail: Double) -> Double {
        let z = tail < 0.5 ? NormalDistribution.upperQuantile(tail) : 0
        if min(a, b) >= 0.5 { return .log(a / b) - z * (1 / a + 1 / b).squareRoot() }
        let logX = (.log(tail) + .log(a) + .logGamma(a) + .logGamma(b) - .logGamma(a + b)) / a
        return logX < -1e-9 ? logX - .log(-.expMinusOne(logX)) : 0
    }

    private func logistic(_ u: Double) -> Double { u < 0 ? .exp(u) / (1 + .exp(u)) : 1 / (1 + .exp(-u)) }

    /// ln(1 + e^u).
    private func softplus(_ u: Double) -> Double { u > 0 ? u + .log(onePlus: .exp(-u)) : .log(onePlus: .exp(u)) }
}
