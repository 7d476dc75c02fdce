import Articles
import Words

/// A view of what marks are read of: a field of an article, or texts that stand one behind another.
struct MarkedText {
    let bytes: UnsafeBufferPointer<UInt8>
    /// In order; those of other fields are passed over.
    let passages: UnsafeBufferPointer<Passage>
    let field: TextField
    /// Where the texts begin; nil where there is one.
    let starts: UnsafeBufferPointer<Int>?

    /// Whether a passage is one of the body, and so is the next of its text, captions left out, which begins with an opening mark.
    func goesOn(behind index: Int) -> Bool {
        guard passages[index].kind.isBody, let next = passages.body(from: index + 1), next.field.isTitle == field.isTitle,
            next.span.start < end(ofTextAt: passages[index].span.start)
        else { return false }
        return TextBytes(bytes).opensQuotation(at: next.span)
    }

    private func end(ofTextAt byte: Int) -> Int {
        guard let starts else { return bytes.count }
        let next = starts.partitioningIndex { $0 > byte }
        return next < starts.count ? starts[next] : bytes.count
    }
}
