import Articles
import Words

extension RandomAccessCollection<Passage> where Index == Int {
    /// The next passage from `index` on, captions left out, where it is one of the body.
    func body(from index: Int) -> Passage? {
        var next = index
        while next < endIndex, self[next].kind.isInset { next += 1 }
        return next < endIndex && self[next].kind.isBody ? self[next] : nil
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
