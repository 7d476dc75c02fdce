import Articles
import Words

extension RepeatFinder.Text {
    /// Of passages with their words each.
    convenience init(doc: String, sourceKey: String, date: ArticleDate?, passages: [WordSignature]) {
        var words: [UInt32] = []
        let ends = passages.map { passage in
            words += passage.words
            return words.count
        }
        self.init(doc: doc, sourceKey: sourceKey, date: date, words: words, passageEnds: ends)
    }
}
