import Articles
import Lexicons
import Scoring
import TestSupport

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
