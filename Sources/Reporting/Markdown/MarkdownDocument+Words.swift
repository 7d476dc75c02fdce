import Comparing

extension MarkdownDocument {
    /// Words outside the lexicon: a sentence for each source and its words with their numbers.
    @ReportBuilder var words: [ReportNode] {
        if let keyWords = comparison.keyWords {
            let text = KeyWordText(keyWords, model)
            heading(2) { "Words that set each source apart" }
            paragraph { text.reasonForNone ?? text.introduction }
            for source in text.listed {
                paragraph { text.sentence(source) }
                list(
                    text.rows(source).map { word in
                        item {
                            strong(word.word)
                            ": \(text.articles(word, of: source)); \(text.ratio(word))"
                        }
                    })
            }
            if let without = text.sourcesWithout { paragraph { without } }
        }
    }
}
