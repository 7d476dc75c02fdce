/// The part of repeated samples whose interval would hold the truth, strictly between 0 and 1.
package struct Confidence: Sendable, Hashable {
    /// What is left outside, both sides together: 0.05 for 95 %. Kept instead of the level, which would round small remainders away.
    package let remainder: Double

    package static let percent95 = Confidence(0.95)

    package init(_ level: Double) {
        precondition(level > 0 && level < 1, "a confidence lies between 0 and 1")
        remainder = 1 - level
    }

    private init(remainder: Double) { self.remainder = remainder }

    package var level: Double { 1 - remainder }

    /// The probability outside on one side.
    var tail: Double { remainder / 2 }

    /// Bonferroni's correction: all of `count` intervals hold together with the original confidence.
    package func shared(by count: Int) -> Confidence { Confidence(remainder: remainder / Double(max(count, 1))) }
}
