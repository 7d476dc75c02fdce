package import CVectors

/// The stretches between the words of a text in which a sentence may end, ascending.
///
/// A stop inside a word ("U.S", "3.5") ends no sentence, since no blank follows it; only the fullwidth one, U+FF0E, needs none
/// (`SentenceGaps.mayHideStops(in:)`).
package struct SentenceGaps {
    private let gaps: UnsafeBufferPointer<cv_gap>
    /// The byte from which the gaps are counted.
    private let origin: Int
    private var next = 0

    /// - Parameter gaps: all stretches without words for which `mayEnd(in:)` holds, and any others.
    package init(_ gaps: UnsafeBufferPointer<cv_gap>, from origin: Int) {
        self.gaps = gaps
        self.origin = origin
    }

    var first: Range<Int>? {
        guard next < gaps.count else { return nil }
        return origin + Int(gaps[next].start)..<origin + Int(gaps[next].end)
    }

    mutating func removeFirst() { next += 1 }

    /// Whether a sentence may end in a stretch of text without words.
    package static func mayEnd(in gap: UnsafeBufferPointer<UInt8>) -> Bool {
        var offset = 0
        while offset < gap.count {
            let scalar = ScalarDecoding.scalar(in: gap, at: offset, end: gap.count)
            if SentenceMarks.isStop(scalar.codePoint) { return true }
            offset += scalar.byteCount
        }
        return false
    }

    /// Whether a stop that ends a sentence may stand inside a word; true for any text with the first byte of U+FF0E.
    package static func mayHideStops(in text: UnsafeBufferPointer<UInt8>) -> Bool {
        cv_holds(text.baseAddress, text.count, 0xEF) != 0
    }
}
