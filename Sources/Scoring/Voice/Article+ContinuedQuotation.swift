import Articles
import Words

extension Article {
    /// Whether the next body passage from `index` on, a caption before it left out, begins with an opening mark.
    func bodyOpens(from index: Int) -> Bool {
        var next = index
        while next < passages.count, passages[next].kind.isInset { next += 1 }
        guard next < passages.count, passages[next].kind.isBody else { return false }
        let span = passages[next].span
        let bytes = bytes(of: passages[next].field)
        guard !span.isEmpty, ByteClass.of(bytes[span.start]) != .letter else { return false }
        let first = bytes.withUnsafeBufferPointer { TokenScanner.first(of: TextBytes($0), span: span) }
        guard let first, first.kind == .mark, let mark = QuotationMark(rawValue: first.mark) else { return false }
        return mark != .rightDouble && mark != .rightSingle && mark != .twoSingles
    }
}
