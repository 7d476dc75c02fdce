package import Words

/// Cuts an article into passages and says of each what it is on the page it came from.
///
/// The rules know how news pages are built, not any one of them: a headline has no full stop, a caption stands by its credit, a subheading
/// stands before body text. What no rule claims is body: furniture taken for body shifts a count by a word, body taken for furniture loses it.
package enum PassageClassifier {
    /// The passages of an article: the title's, where it has one of its own, then those of `body` in `text`, in order.
    ///
    /// - Complexity: O(`title` + `body`).
    package static func passages(title: [UInt8]?, text: [UInt8], body: ByteSpan, format: TextFormat) -> [Passage] {
        let units = PassageSplitter(bytes: text, format: format).units(in: body)
        let titleUnit = title.flatMap { PassageSplitter(bytes: $0, format: .markdown).units(in: ByteSpan(0, $0.count)).first }
        var labels = PassageLabels(units: units, title: titleUnit?.text)
        let kinds = labels.kinds()
        let headline = title.flatMap { bytes in wholeTitle(bytes) }.map { Passage(field: .title, span: $0, kind: .headline) }
        return [headline].compactMap(\.self) + zip(units, kinds).map { Passage(field: .text, span: $0.span, kind: $1) }
    }

    /// The title without blanks at either end; nil where nothing is left.
    private static func wholeTitle(_ bytes: [UInt8]) -> ByteSpan? {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || (9...13).contains($0) }
        guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) }) else { return nil }
        return ByteSpan(first, last + 1)
    }
}
