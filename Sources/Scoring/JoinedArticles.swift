import Articles
import Words

/// Articles whose fields stand one behind another, so that they are searched together; in memory that the next ones use again.
struct JoinedArticles {
    private(set) var texts = JoinedTexts()

    /// A field among the texts.
    struct Field {
        /// Its passages in the article.
        let passages: Range<Int>
        /// Its bytes among those of all.
        let span: ByteSpan
    }

    mutating func replace(with articles: ArraySlice<Article>) {
        texts.removeAll()
        for article in articles {
            let titled = Self.titlePassageCount(of: article)
            if let title = article.title { texts.append(title, passages: article.passages[..<titled]) }
            texts.append(article.text, passages: article.passages[titled...])
        }
    }

    /// From the first passage to the last.
    var span: ByteSpan { ByteSpan(texts.passages.first?.span.start ?? 0, texts.passages.last?.span.end ?? 0) }

    /// The fields of an article; each in turn, in the order in which they were added.
    ///
    /// - Parameter next: the number of the article's first text; then that of the next one's.
    func fields(of article: Article, from next: inout Int) -> (title: Field?, text: Field) {
        let titled = Self.titlePassageCount(of: article)
        func field(_ passages: Range<Int>, _ bytes: [UInt8]) -> Field {
            defer { next += 1 }
            return Field(passages: passages, span: ByteSpan(texts.starts[next], texts.starts[next] + bytes.count))
        }
        let title = article.title.map { field(0..<titled, $0) }
        return (title, field(titled..<article.passages.count, article.text))
    }

    private static func titlePassageCount(of article: Article) -> Int { article.passages.prefix { $0.field.isTitle }.count }
}
