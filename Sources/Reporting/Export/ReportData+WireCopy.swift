import Comparing

extension ReportData {
    /// Text that stands in two sources or more: left out of all counts; here the leading concept without it and with it.
    struct WireCopyData: Encodable {
        let concept: String?
        let sources: [WireShareData]

        init(_ wireCopy: WireCopy, _ comparison: Comparison) {
            concept = wireCopy.conceptIndex.map { comparison.concepts[$0].id }
            sources = zip(comparison.sources, wireCopy.shares).map(WireShareData.init)
        }
    }

    struct WireShareData: Encodable {
        let source: String
        let articles: Int
        let articlesWithCopy: Int
        let words: Int
        let hitsWithout: Int
        let hitsWith: Int
        let levelWithout: String
        let levelWith: String

        init(_ source: ComparedSource, _ share: WireCopy.Share) {
            self.source = source.slug
            articles = share.articles
            articlesWithCopy = share.articlesWithCopy
            words = share.words
            hitsWithout = share.hitsWithout
            hitsWith = share.hitsWith
            levelWithout = share.levelWithout.rawValue
            levelWith = share.levelWith.rawValue
        }
    }
}
