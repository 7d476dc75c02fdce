/// How the figures of a measure and their differences are written in sentences.
package struct MeasureStyle {
    private let measure: Measure

    package init(_ measure: Measure) { self.measure = measure }

    /// "62%", "2.1".
    package func figure(_ value: Double) -> String {
        switch measure {
        case .share: "\(Self.whole(value))%"
        case .rate: Self.rate(value)
        }
    }

    /// "31 points", "1.3".
    package func size(_ estimate: Estimate) -> String {
        switch measure {
        case .share: "\(Phrasing.grouped(Self.whole(estimate.value))) points"
        case .rate: Self.rate(estimate.value)
        }
    }

    /// "12 to 47", "0.4 to 2.2".
    package func limits(_ estimate: Estimate) -> String {
        let limits = [estimate.interval.lower, estimate.interval.upper]
        switch measure {
        case .share: return limits.map { Phrasing.grouped(Self.whole($0)) }.joined(separator: " to ")
        case .rate: return limits.map(Self.rate).joined(separator: " to ")
        }
    }

    /// What stands behind the second of two figures.
    var afterFigures: String {
        switch measure {
        case .share: ""
        case .rate: " per 1,000 own words"
        }
    }

    /// What stands behind the second of two limits.
    var afterLimits: String {
        switch measure {
        case .share: "%"
        case .rate: ""
        }
    }

    /// What the larger figure means.
    var comparative: String {
        switch measure {
        case .share: "for more of its mentions"
        case .rate: "more often for its length"
        }
    }

    private static func whole(_ part: Double) -> Int { Int((part * 100).rounded()) }

    /// One decimal from 1 on, two below: a rate is seldom known better.
    private static func rate(_ value: Double) -> String {
        let decimals = abs(value) < 0.995 ? 2 : 1
        let scale = decimals == 2 ? 100.0 : 10.0
        let scaled = Int((abs(value) * scale).rounded())
        let fraction = String(scaled % Int(scale))
        let padded = String(repeating: "0", count: decimals - fraction.count) + fraction
        return (value < 0 && scaled > 0 ? Phrasing.minus : "") + "\(Phrasing.grouped(scaled / Int(scale))).\(padded)"
    }
}
