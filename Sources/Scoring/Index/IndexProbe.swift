import Articles
import Words

/// Cuts a few articles of an index anew, so that one that another build of the program made, by other rules of words or sentences, is noticed.
enum IndexProbe {
    private static let articleCount = 8
    /// Bytes; longer articles are left out of the probe.
    private static let longestArticle = 1 << 16

    /// Why the index does not hold what this program would have put there; nil where it does.
    static func misfit(of index: CorpusIndex) -> String? {
        let places = index.articlePlaces()
        for probe in 0..<min(articleCount, places.count) {
            let place = places[probe * places.count / min(articleCount, places.count)]
            let holds = index.withSegment(place.segment) { isRight(article: place.article, in: $0) }
            if holds != true { return "it was made by other rules than this program has" }
        }
        return nil
    }

    private static func isRight(article number: Int, in segment: SegmentView) -> Bool {
        guard let rebuilt = segment.article(number) else { return false }
        guard rebuilt.article.text.count <= longestArticle else { return true }
        return zip(rebuilt.article.passages, rebuilt.words).allSatisfy { passage, text in
            let sentences = passage.kind.isSearched ? SentenceSegmenter.sentences(in: text.bytes, span: passage.span) : []
            return text.words == WordSegmenter.words(in: text.bytes, span: passage.span) && text.sentences == sentences
        }
    }
}
