import Comparing

extension ReportData {
    /// Words outside the lexicon that stand in more articles of one source than of the others.
    struct KeyWordsData: Encodable {
        /// "listed", or why there is no list: "too_few_articles", "no_vocabulary".
        let outcome: String
        let lists: [KeyWordListData]

        init(_ keyWords: KeyWords, _ comparison: Comparison) {
            outcome =
                switch keyWords.outcome {
                case .tooFewArticles: "too_few_articles"
                case .noVocabulary: "no_vocabulary"
                case .listed: "listed"
                }
            lists = zip(comparison.sources, keyWords.lists).map(KeyWordListData.init)
        }
    }

    struct KeyWordListData: Encodable {
        let source: String
        let articlesHere: Int
        let articlesElsewhere: Int
        let tested: Int
        let words: [KeyWordData]

        init(_ source: ComparedSource, _ list: KeyWordList) {
            self.source = source.slug
            articlesHere = list.articlesHere
            articlesElsewhere = list.articlesElsewhere
            tested = list.tested
            words = list.words.map(KeyWordData.init)
        }
    }

    /// `logRatio` and `bound` are log2 over articles; `z` is of log-odds over words.
    struct KeyWordData: Encodable {
        let word: String
        let articlesHere: Int
        let articlesElsewhere: Int
        let occurrencesHere: Int
        let occurrencesElsewhere: Int
        let logRatio: Double?
        let bound: Double?
        let z: Double?

        init(_ word: KeyWord) {
            self.word = word.word
            articlesHere = word.articlesHere
            articlesElsewhere = word.articlesElsewhere
            occurrencesHere = word.occurrencesHere
            occurrencesElsewhere = word.occurrencesElsewhere
            logRatio = word.logRatio.finite
            bound = word.bound.finite
            z = word.z.finite
        }
    }
}
