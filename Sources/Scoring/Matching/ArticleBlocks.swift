import Articles
import Words

/// The texts of one article, classified once for all its passages.
struct ArticleBlocks {
    private let article: Article
    private let title: TextBlocks
    private let text: TextBlocks

    init(_ article: Article) {
        self.article = article
        title = TextBlocks(article.title ?? [])
        text = TextBlocks(article.text)
    }

    /// The passage's words, in order.
    func words(of passage: Passage) -> [ByteSpan] {
        switch passage.field {
        case .title: WordScan.words(in: article.title ?? [], blocks: title, span: passage.span)
        case .text: WordScan.words(in: article.text, blocks: text, span: passage.span)
        }
    }
}
