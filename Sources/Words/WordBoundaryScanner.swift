/// Finds the next word boundary by the rules of Unicode Standard Annex #29, section 4.1 (Unicode 15.0).
///
/// A scan may start at any boundary: no rule looks back past one, save the pairing of regional indicators, which starts anew there too.
struct WordBoundaryScanner {
    typealias BreakClass = WordProperty.BreakClass

    let bytes: [UInt8]
    /// Offset after the last byte of the text.
    let end: Int
    let table: WordProperty.Table

    init(bytes: [UInt8], end: Int) {
        self.bytes = bytes
        self.end = end
        table = WordProperty.table
    }

    /// A stretch between two neighbouring boundaries.
    struct Segment {
        var end: Int
        var holdsLetterOrDigit: Bool
    }

    /// What the rules remember of the characters already in the segment, marks left out (WB4).
    private struct Context {
        /// The class just before, marks included.
        var raw: BreakClass
        var last: BreakClass
        var beforeLast: BreakClass
        var indicatorCount: Int
    }

    /// The segment that starts at the boundary `start`, which lies before `end`.
    ///
    /// - Complexity: O(length of the segment and of the marks behind it).
    func segment(from start: Int) -> Segment {
        let first = scalar(at: start)
        var context = Context(
            raw: first.property.breakClass, last: first.property.breakClass, beforeLast: .other,
            indicatorCount: first.property.breakClass == .regionalIndicator ? 1 : 0
        )
        var segment = Segment(end: start + first.byteCount, holdsLetterOrDigit: first.property.isLetterOrDigit)
        while segment.end < end {
            let next = scalar(at: segment.end)
            let following = segment.end + next.byteCount
            if isBoundary(context, before: next.property, following: following) { break }
            segment.holdsLetterOrDigit = segment.holdsLetterOrDigit || next.property.isLetterOrDigit
            segment.end = following
            advance(&context, over: next.property.breakClass)
        }
        return segment
    }

    private func scalar(at offset: Int) -> (property: WordProperty, byteCount: Int) {
        let decoded = ScalarDecoding.scalar(in: bytes, at: offset, end: end)
        return (table[decoded.codePoint], decoded.byteCount)
    }

    private func advance(_ context: inout Context, over next: BreakClass) {
        context.raw = next
        if next.isMark { return }
        context.beforeLast = context.last
        context.last = next
        context.indicatorCount = next == .regionalIndicator ? context.indicatorCount + 1 : 0
    }

    private func isBoundary(_ context: Context, before next: WordProperty, following: Int) -> Bool {
        let nextClass = next.breakClass
        if context.raw == .carriageReturn, nextClass == .lineFeed { return false }  // WB3
        if context.raw.isNewline || nextClass.isNewline { return true }  // WB3a, WB3b
        if context.raw == .zeroWidthJoiner, next.isPictographic { return false }  // WB3c
        if context.raw == .segmentSpace, nextClass == .segmentSpace { return false }  // WB3d
        if nextClass.isMark { return false }  // WB4
        if joins(context.last, nextClass) { return false }
        if context.last == .regionalIndicator, nextClass == .regionalIndicator {
            return context.indicatorCount.isMultiple(of: 2)  // WB15, WB16
        }
        return !joinsAcrossPunctuation(context, nextClass, following: following)
    }

    /// WB5, WB8 to WB10, WB13 to WB13b: classes that join whenever they meet.
    private func joins(_ last: BreakClass, _ next: BreakClass) -> Bool {
        if last.isLetter || last == .numeric {
            return next.isLetter || next == .numeric || next == .extendNumLet
        }
        if last == .katakana { return next == .katakana || next == .extendNumLet }
        if last == .extendNumLet { return next.isLetter || next == .numeric || next == .katakana || next == .extendNumLet }
        return false
    }

    /// WB6 to WB7c, WB11 and WB12: letters and digits that join across one mark of punctuation.
    private func joinsAcrossPunctuation(_ context: Context, _ next: BreakClass, following: Int) -> Bool {
        if next.isLetter {
            if context.last.isMidLetterOrQuote { return context.beforeLast.isLetter }  // WB7
            return context.last == .doubleQuote && context.beforeLast == .hebrewLetter && next == .hebrewLetter  // WB7c
        }
        if next == .numeric { return context.last.isMidNumberOrQuote && context.beforeLast == .numeric }  // WB11
        if context.last == .hebrewLetter, next == .singleQuote { return true }  // WB7a
        if context.last.isLetter, next.isMidLetterOrQuote { return significantClass(from: following).isLetter }  // WB6
        if context.last == .hebrewLetter, next == .doubleQuote {
            return significantClass(from: following) == .hebrewLetter  // WB7b
        }
        return context.last == .numeric && next.isMidNumberOrQuote && significantClass(from: following) == .numeric  // WB12
    }

    /// The class of the first character from `offset` that is no mark. Each mark is passed at most once this way: the rules never ask before a mark.
    private func significantClass(from offset: Int) -> BreakClass {
        var offset = offset
        while offset < end {
            let next = scalar(at: offset)
            if !next.property.breakClass.isMark { return next.property.breakClass }
            offset += next.byteCount
        }
        return .other
    }
}

extension WordProperty.BreakClass {
    /// Extend, Format and ZWJ, which attach to what stands before them (WB4).
    fileprivate var isMark: Bool { self == .extend || self == .format || self == .zeroWidthJoiner }
    fileprivate var isNewline: Bool { self == .newline || self == .carriageReturn || self == .lineFeed }
    /// AHLetter.
    var isLetter: Bool { self == .letter || self == .hebrewLetter }
    /// MidLetter or MidNumLetQ.
    var isMidLetterOrQuote: Bool { self == .midLetter || self == .midNumLet || self == .singleQuote }
    /// MidNum or MidNumLetQ.
    var isMidNumberOrQuote: Bool { self == .midNum || self == .midNumLet || self == .singleQuote }
}
