import Foundation

/// The same numbers computed as slowly and plainly as the definitions read.
enum NaiveStatistics {
    /// The integral of `density` by Simpson's rule on `steps` (even) equal steps.
    static func integral(from start: Double, to end: Double, steps: Int = 20_000, _ density: (Double) -> Double) -> Double {
        let width = (end - start) / Double(steps)
        var sum = density(start) + density(end)
        for step in 1..<steps { sum += density(start + Double(step) * width) * (step.isMultiple(of: 2) ? 2 : 4) }
        return sum * width / 3
    }

    /// P(X <= k) for a Poisson count.
    static func poissonLowerTail(_ k: Int, mean: Double) -> Double {
        (0...k).reduce(0) { $0 + exp(Double($1) * log(mean) - mean - lgamma(Double($1) + 1)) }
    }

    /// P(X >= k) for k of n at probability p.
    static func binomialUpperTail(_ k: Int, of n: Int, at p: Double) -> Double {
        (k...n).reduce(0) { sum, i in
            let ways = lgamma(Double(n) + 1) - lgamma(Double(i) + 1) - lgamma(Double(n - i) + 1)
            return sum + exp(ways + Double(i) * log(p) + Double(n - i) * log1p(-p))
        }
    }

    static func entropyInBits(_ counts: [Double]) -> Double {
        let total = counts.reduce(0, +)
        return counts.reduce(0) { $1 > 0 ? $0 - $1 / total * log2($1 / total) : $0 }
    }

    static func divergence(_ a: [Double], _ b: [Double]) -> Double {
        let (totalA, totalB) = (a.reduce(0, +), b.reduce(0, +))
        let mean = zip(a, b).map { $0 / totalA + $1 / totalB }
        return entropyInBits(mean) - (entropyInBits(a) + entropyInBits(b)) / 2
    }

    /// The part of all relabellings with a divergence at least as large, and their mean, over every subset of the articles.
    static func relabelling(_ a: [[Int]], _ b: [[Int]]) -> (p: Double, mean: Double, splits: Int) {
        let pool = a + b
        func sums(_ rows: [[Int]]) -> [Double] { pool[0].indices.map { column in Double(rows.reduce(0) { $0 + $1[column] }) } }
        let observed = divergence(sums(a), sums(b))
        var (asLarge, total, splits) = (0, 0.0, 0)
        for subset in 0..<(1 << pool.count) where subset.nonzeroBitCount == a.count {
            let side = pool.indices.filter { subset >> $0 & 1 == 1 }.map { pool[$0] }
            let other = pool.indices.filter { subset >> $0 & 1 == 0 }.map { pool[$0] }
            let bits = divergence(sums(side), sums(other))
            splits += 1
            total += bits
            if bits >= observed - 1e-12 { asLarge += 1 }
        }
        return (Double(asLarge) / Double(splits), total / Double(splits), splits)
    }

    /// The ratios of all m^m resamples that have one, sorted.
    static func resampledRatios(_ counts: [(hits: Int, exposure: Int)]) -> (ratios: [Double], undefined: Int) {
        let m = counts.count
        let resamples = (0..<m).reduce(1) { product, _ in product * m }
        var (ratios, undefined) = ([Double](), 0)
        for resample in 0..<resamples {
            var (rest, hits, exposure) = (resample, 0, 0)
            for _ in 0..<m {
                hits += counts[rest % m].hits
                exposure += counts[rest % m].exposure
                rest /= m
            }
            if exposure > 0 { ratios.append(Double(hits) / Double(exposure)) } else { undefined += 1 }
        }
        return (ratios.sorted(), undefined)
    }

    /// q as the smallest rate at which the step-up procedure would reject the test.
    static func qValue(of p: Double, among all: [Double]) -> Double {
        all.filter { $0 >= p }.map { larger in
            min(1, larger * Double(all.count) / Double(all.count { $0 <= larger }))
        }.min() ?? 1
    }

    /// Krippendorff's alpha from every ordered pair of ratings, within units and over all.
    static func alpha(_ ratings: [[Int?]]) -> Double {
        let units = (ratings.first ?? []).indices.map { unit in ratings.compactMap { $0[unit] } }.filter { $0.count > 1 }
        func disagreement(_ values: [Int]) -> Double {
            var pairs = 0
            for (i, first) in values.enumerated() { for (j, second) in values.enumerated() where i != j && first != second { pairs += 1 } }
            return Double(pairs) / Double(values.count - 1)
        }
        let values = units.flatMap(\.self)
        return 1 - units.reduce(0) { $0 + disagreement($1) } / disagreement(values)
    }
}
