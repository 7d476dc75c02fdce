/// An outermost pair of quotation marks in one passage, as indices of its tokens.
struct Quotation: Sendable {
    /// The opening mark; for a close without an open, the first token that it reaches back to.
    var first: Int
    /// The closing mark, or the last token inside where the closing mark is missing.
    var last: Int
    var family: QuotationMark.Family
    /// Whether a mark has no partner.
    var isUnbalanced = false
    /// Whether it has no closing mark and runs to the end of the passage.
    var isOpenAtEnd = false
    /// Whether it begins with a mark.
    var hasOpeningMark = true
    var hasClosingMark = true

    /// The tokens inside the marks.
    var inner: Range<Int> {
        let lower = hasOpeningMark ? first + 1 : first
        return lower..<max(lower, hasClosingMark ? last : last + 1)
    }
}
