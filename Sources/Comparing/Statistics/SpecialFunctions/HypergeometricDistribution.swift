import RealModule

/// How many of `drawn` things taken at random from a first and a second lot are of the first.
///
/// P(j) = C(a, j) C(b, d - j) / C(a + b, d). Source: Johnson, Kemp and Kotz (2005), Univariate Discrete Distributions, chapter 6.
struct HypergeometricDistribution {
    private let mode: Int
    /// The probabilities at the mode, then above and below it in turn, as far as a number drawn with 53 bits can tell.
    private let steps: [(value: Int, probability: Double)]

    init(drawing drawn: Int, from first: Int, and second: Int) {
        let least = max(0, drawn - second)
        let most = min(drawn, first)
        let mode = min(most, max(least, (drawn + 1) * (first + 1) / (first + second + 2)))
        let (a, b, d) = (Double(first), Double(second), Double(drawn))
        let top = Double.exp(
            Self.logBinomial(a, Double(mode)) + Self.logBinomial(b, d - Double(mode)) - Self.logBinomial(a + b, d))
        self.mode = mode
        var steps = [(value: mode, probability: top)]
        var (above, below) = ((mode, top), (mode, top))
        while above.0 < most || below.0 > least, max(above.1, below.1) > 1e-17 {
            if above.0 < most {
                let j = Double(above.0)
                above = (above.0 + 1, above.1 * (a - j) / (j + 1) * (d - j) / (b - d + j + 1))
                steps.append(above)
            }
            if below.0 > least {
                let j = Double(below.0)
                below = (below.0 - 1, below.1 * j / (a - j + 1) * (b - d + j) / (d - j + 1))
                steps.append(below)
            }
            if above.0 == most { above.1 = 0 }
            if below.0 == least { below.1 = 0 }
        }
        self.steps = steps
    }

    /// The value that a number drawn evenly from 0 up to 1 stands for.
    func value(at unit: Double) -> Int {
        var rest = unit
        for step in steps {
            rest -= step.probability
            if rest < 0 { return step.value }
        }
        return mode
    }

    private static func logBinomial(_ n: Double, _ k: Double) -> Double {
        .logGamma(n + 1) - .logGamma(k + 1) - .logGamma(n - k + 1)
    }
}
