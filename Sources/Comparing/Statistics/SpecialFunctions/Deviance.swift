import RealModule

/// x ln(x/M) + M - x for an observation x >= 0 and its expectation M > 0: never negative, 0 only where they are equal.
///
/// The plain formula loses every digit near equality at large counts; there the series in (x - M)/(x + M) keeps them.
/// Source: Loader (2000), Fast and Accurate Computation of Binomial Probabilities, section 3 (`bd0`).
/// - Parameters:
///   - gap: x - M, for callers who know it better than the subtraction would give.
///   - logExpected: ln M, for callers whose M may underflow.
func deviance(of observed: Double, from expected: Double, gap: Double? = nil, logExpected: Double? = nil) -> Double {
    guard observed > 0 else { return expected }
    let gap = gap ?? (observed - expected)
    let sum = observed + expected
    guard abs(gap) < 0.1 * sum else {
        return observed * (.log(observed) - (logExpected ?? .log(expected))) - gap
    }
    let ratio = gap / sum
    let square = ratio * ratio
    var total = gap * ratio
    var term = 2 * observed * ratio
    var odd = 3.0
    while true {
        term *= square
        let next = total + term / odd
        if next == total { return next }
        total = next
        odd += 2
    }
}

/// What Stirling's formula leaves of ln Gamma(a + 1): ln Gamma(a + 1) - (a + 1/2) ln a + a - ln(2 pi)/2, for a > 0.
///
/// Source: DLMF 5.11.1. Seven terms are exact to double precision from 10 on; below, log gamma has nothing to cancel.
func stirlingRemainder(_ a: Double) -> Double {
    guard a >= 10 else {
        return .logGamma(a + 1) - (a + 0.5) * .log(a) + a - 0.5 * .log(2 * .pi)
    }
    let coefficients = [1.0 / 156, -691.0 / 360_360, 1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360, 1.0 / 12]
    let inverseSquare = 1 / (a * a)
    return coefficients.reduce(0.0) { $0 * inverseSquare + $1 } / a
}

/// a x b - c x d with one rounding's error, however close the products are.
///
/// Source: Kahan's algorithm; Jeannerod, Louvet and Muller (2013), Mathematics of Computation 82.
func differenceOfProducts(_ left: (Double, Double), _ right: (Double, Double)) -> Double {
    let product = right.0 * right.1
    let error = product.addingProduct(-right.0, right.1)
    let difference = (-product).addingProduct(left.0, left.1)
    return difference + error
}

/// The root of a concave function by Newton's method, which then never passes it twice.
///
/// The logarithm of each tail used here is concave, because its density is log-concave in the variable solved for (ln x, the logit of x, or z).
/// - Parameter step: the Newton step, value over slope with the sign turned, at a point.
func concaveRoot(from start: Double, step: (Double) -> Double) -> Double {
    var point = start
    // Five steps are usual. From the worst start the error halves each time, so a hundred cover any double.
    for _ in 0..<100 {
        let change = step(point)
        guard change.isFinite else { return point }
        point += change
        if abs(change) <= 1e-15 * max(1, abs(point)) { return point }
    }
    return point
}
