import Articles
import Lexicons
import Scoring
import TestSupport
import Words

/// Holds the matcher against its naive twin, which tries every term at every word straight from the grammar's definition.
struct AnswerCheck {
    let lexicon: Lexicon

    func holds(on articles: ArraySlice<Article>) -> Bool {
        var session = MatchingSession(lexicon)
        for article in articles {
            for passage in article.passages where passage.kind.isSearched {
                let words = PassageWords(bytes: article.bytes(of: passage.field), span: passage.span)
                if session.matches(in: words, language: article.language) != NaiveMatcher(lexicon, passage: words).matches() {
                    return false
                }
            }
        }
        return true
    }
}

/// Holds the matcher against its naive twin on invented lexicons and texts in which everything that the grammar has meets.
enum RandomAgreement {
    /// The seed of the first lexicon and text on which they differ; nil where they agree on all `count` of them.
    static func firstDifference(count: Int) -> UInt64? {
        (0..<UInt64(count)).first { seed in
            var source = RandomLexicons(seed: seed)
            let lexicon = source.lexicon()
            let bytes = Array(source.text().utf8)
            let passage = PassageWords(bytes: bytes, span: ByteSpan(0, bytes.count))
            var session = MatchingSession(lexicon)
            return session.matches(in: passage, language: nil) != NaiveMatcher(lexicon, passage: passage).matches()
        }
    }
}
