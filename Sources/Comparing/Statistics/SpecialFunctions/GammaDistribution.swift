import RealModule

/// The gamma distribution with a real shape above 0 and scale 1, worked in u = ln x so that tiny quantiles keep their digits.
struct GammaDistribution {
    let shape: Double

    /// The x with the probability `tail` below it, 0 < tail < 1; 0 only where x is smaller than any double.
    func lowerQuantile(_ tail: Double) -> Double {
        let target = Double.log(tail)
        let root = concaveRoot(from: lowerStart(tail)) { u in
            let logTail = logTails(at: u).lower
            return (target - logTail) / .exp(logKernel(at: u) - logTail)
        }
        return .exp(root)
    }

    /// The x with the probability `tail` above it, 0 < tail < 1.
    func upperQuantile(_ tail: Double) -> Double {
        let target = Double.log(tail)
        let root = concaveRoot(from: upperStart(tail)) { u in
            let logTail = logTails(at: u).upper
            // One unit of u at most: from the left of the root a tangent may pass it, and x grows as e^u.
            return min(1, (logTail - target) / .exp(logKernel(at: u) - logTail))
        }
        return .exp(root)
    }

    /// ln P(shape, x) and ln Q(shape, x) at x = e^u: the regularised incomplete gamma functions.
    ///
    /// Source: DLMF 8.7.1 (series, below the mean) and 8.9.2 (continued fraction, above it).
    /// - Complexity: O(sqrt(shape)) around the mean.
    func logTails(at u: Double) -> (lower: Double, upper: Double) {
        let x = Double.exp(u)
        if x < shape + 1 {
            let lower = logKernel(at: u) - .log(shape) + .log(series(x))
            return (lower, .log(onePlus: -min(1, .exp(lower))))
        }
        let upper = logKernel(at: u) + .log(continuedFraction(x))
        return (.log(onePlus: -min(1, .exp(upper))), upper)
    }

    /// ln of x^a e^-x / Gamma(a), which is the density in u. Source: Loader (2000).
    private func logKernel(at u: Double) -> Double {
        let x = Double.exp(u)
        return 0.5 * .log(shape / (2 * .pi)) - stirlingRemainder(shape) - deviance(of: shape, from: x, logExpected: u)
    }

    private func series(_ x: Double) -> Double {
        var term = 1.0
        var sum = 1.0
        var divisor = shape + 1
        while term > sum * 1e-17 {
            term *= x / divisor
            sum += term
            divisor += 1
        }
        return sum
    }

    /// Lentz's method as modified by Thompson and Barnett (1986).
    private func continuedFraction(_ x: Double) -> Double {
        var b = x + 1 - shape
        var c = 1e300
        var d = 1 / b
        var product = d
        let limit = 1000 + Int(20 * shape.squareRoot())
        for index in 1...limit {
            let numerator = -Double(index) * (Double(index) - shape)
            b += 2
            d = 1 / awayFromZero(numerator * d + b)
            c = awayFromZero(b + numerator / c)
            let factor = d * c
            product *= factor
            if abs(factor - 1) < 3e-16 { break }
        }
        return product
    }

    /// Wilson and Hilferty (1931) where it holds; below, P(a, x) <= x^a / Gamma(a + 1).
    private func lowerStart(_ tail: Double) -> Double {
        if shape >= 1, tail <= 0.5, let start = cubeRootStart(-NormalDistribution.upperQuantile(tail)) { return start }
        return (.log(tail) + .logGamma(shape + 1)) / shape
    }

    /// Wilson and Hilferty (1931) where it holds; below shape 1, Q(a, x) <= e^-x.
    private func upperStart(_ tail: Double) -> Double {
        if shape >= 1, tail <= 0.5, let start = cubeRootStart(NormalDistribution.upperQuantile(tail)) { return start }
        return shape >= 1 ? .log(shape) : .log(-.log(tail))
    }

    private func cubeRootStart(_ z: Double) -> Double? {
        let root = 1 - 1 / (9 * shape) + z / (3 * shape.squareRoot())
        return root > 0.1 ? .log(shape) + 3 * .log(root) : nil
    }
}

/// Lentz's method divides by its own partial results, which may pass through 0.
func awayFromZero(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }
