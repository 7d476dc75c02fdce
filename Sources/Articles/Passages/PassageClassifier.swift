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
        var memory = PassageText()
        return passages(title: title, text: text, body: body, format: format, in: &memory)
    }

    /// The same in memory that one article after the other uses.
    package static func passages(
        title: [UInt8]?, text: [UInt8], body: ByteSpan, format: TextFormat, in memory: inout PassageText
    ) -> [Passage] {
        var titleText: FoldedText?
        if let title {
            let units = PassageSplitter(bytes: title, format: .markdown).units(in: ByteSpan(0, title.count), of: &memory)
            titleText = units.first?.text(in: title)
        }
        let units = PassageSplitter(bytes: text, format: format).units(in: body, of: &memory)
        var labels = PassageLabels(units: units, of: text, title: titleText)
        let kinds = labels.kinds()
        var passages: [Passage] = []
        passages.reserveCapacity(units.count + 1)
        if let headline = title.flatMap(wholeTitle) { passages.append(Passage(field: .title, span: headline, kind: .headline)) }
        for (unit, kind) in zip(units, kinds) { passages.append(Passage(field: .text, span: unit.span, kind: kind)) }
        return passages
    }

    /// The title without blanks at either end; nil where nothing is left.
    private static func wholeTitle(_ bytes: [UInt8]) -> ByteSpan? {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || (9...13).contains($0) }
        guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) }) else { return nil }
        return ByteSpan(first, last + 1)
    }
}
