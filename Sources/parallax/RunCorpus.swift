import Articles
import Lexicons
import Scoring

/// The articles of a run, from an index where one fits, else as they were read.
struct RunCorpus {
    let articles: [Article]
    private let index: CorpusIndex?

    init(articles: [Article], index: CorpusIndex? = nil) {
        self.articles = articles
        self.index = index
    }

    /// The tallies of all articles, in their order.
    ///
    /// - Parameters: as of `LexiconScorer`.
    func score(
        _ lexicon: Lexicon, _ common: CommonOptions, keptContexts: Int = LexiconScorer.keptContexts, parts: TallyParts = .all
    ) -> [ArticleTally] {
        if let index {
            let scorer = IndexScorer(
                index: index, lexicon: lexicon, voices: common.voices, keptContexts: keptContexts, parts: parts)
            do throws(IndexFault) {
                return try scorer.tallies(threads: common.threads)
            } catch {
                Console.error("parallax: the index is not used for \(lexicon.name): \(error.message)")
            }
        }
        let scorer = LexiconScorer(lexicon: lexicon, voices: common.voices, keptContexts: keptContexts, parts: parts)
        return scorer.score(articles, threads: common.threads)
    }
}
