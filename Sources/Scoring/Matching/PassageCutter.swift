import Articles
import Words

/// Cuts passages into words, one after the other, in memory that is used again.
struct PassageCutter {
    private let words = TextWords()

    /// The passage's words, in order.
    func words(of passage: Passage, in article: Article) -> [ByteSpan] {
        words.cut(article.bytes(of: passage.field), span: passage.span)
        var spans: [ByteSpan] = []
        words.read(0..<words.count, movedBy: passage.span.start, into: &spans)
        return spans
    }
}
