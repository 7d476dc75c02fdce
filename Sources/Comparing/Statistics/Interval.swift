/// Lower and upper limit of an estimate, in its unit.
package struct Interval: Sendable, Hashable {
    package var lower: Double
    package var upper: Double

    package init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    package var width: Double { upper - lower }

    package var excludesZero: Bool { lower > 0 || upper < 0 }

    package func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

    package func lies(within range: ClosedRange<Double>) -> Bool { range.lowerBound <= lower && upper <= range.upperBound }

    static func * (interval: Interval, factor: Double) -> Interval {
        Interval(lower: interval.lower * factor, upper: interval.upper * factor)
    }
}

/// A point with its limits: what a bar with an interval draws.
package struct Estimate: Sendable, Hashable {
    package var value: Double
    package var interval: Interval

    package init(_ value: Double, _ interval: Interval) {
        self.value = value
        self.interval = interval
    }

    /// How far the limits stand from the point.
    var reachBelow: Double { value - interval.lower }
    var reachAbove: Double { interval.upper - value }
}
