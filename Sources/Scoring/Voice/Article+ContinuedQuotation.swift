import Articles
import Words

extension Article {
    /// Whether the next body passage from `index` on, a caption before it left out, begins with an opening mark.
    func bodyOpens(from index: Int) -> Bool {
        guard let next = passages.body(from: index) else { return false }
        return bytes(of: next.field).withUnsafeBufferPointer { TextBytes($0).opensQuotation(at: next.span) }
    }
}

extension [Passage] {
    /// The next passage from `index` on, captions left out, where it is one of the body.
    func body(from index: Int) -> Passage? {
        var next = index
        while next < count, self[next].kind.isInset { next += 1 }
        return next < count && self[next].kind.isBody ? self[next] : nil
    }
}

extension TextBytes {
    /// Whether a passage begins with an opening mark.
    func opensQuotation(at span: ByteSpan) -> Bool {
        guard !span.isEmpty, ByteClass.of(self[span.start]) != .letter else { return false }
        guard let first = TokenScanner.first(of: self, span: span), first.kind == .mark, let mark = QuotationMark(rawValue: first.mark)
        else {
            return false
        }
        return mark != .rightDouble && mark != .rightSingle && mark != .twoSingles
    }
}
