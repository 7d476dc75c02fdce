/// How often a word stands in two texts, and how long they are: tokens and words, or articles with the word and articles.
package struct WordCounts: Sendable, Hashable {
    package let a: Int
    package let totalA: Int
    package let b: Int
    package let totalB: Int

    package init(_ a: Int, of totalA: Int, against b: Int, of totalB: Int) {
        precondition(min(a, totalA, b, totalB) >= 0, "counts are not negative")
        self.a = a
        self.totalA = totalA
        self.b = b
        self.totalB = totalB
    }

    var hasEmptySide: Bool { totalA == 0 || totalB == 0 }
    var isAbsent: Bool { a == 0 && b == 0 }

    /// a x totalB - b x totalA: above 0 where the word is relatively more frequent in a.
    var crossDifference: Double { differenceOfProducts((Double(a), Double(totalB)), (Double(b), Double(totalA))) }
}
