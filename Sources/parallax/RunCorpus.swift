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
        var known: IndexedTallies?
        return score(lexicon, common, keptContexts: keptContexts, parts: parts, after: &known)
    }

    /// The same by one lexicon after the other, the later of which find the same in most articles.
    ///
    /// - Parameter known: what was known of the lexicon before; then of this one.
    func score(
        _ lexicon: Lexicon, _ common: CommonOptions, keptContexts: Int, parts: TallyParts, after known: inout IndexedTallies?
    ) -> [ArticleTally] {
        if let index {
            let scorer = IndexScorer(
                index: index, lexicon: lexicon, voices: common.voices, keptContexts: keptContexts, parts: parts)
            do throws(IndexFault) {
                let scored = try scorer.tallies(threads: common.threads, after: known)
                known = scored
                return scored.tallies
            } catch {
                Console.error("parallax: the index is not used for \(lexicon.name): \(error.message)")
            }
        }
        let scorer = LexiconScorer(lexicon: lexicon, voices: common.voices, keptContexts: keptContexts, parts: parts)
        return scorer.score(articles, threads: common.threads)
    }
}
