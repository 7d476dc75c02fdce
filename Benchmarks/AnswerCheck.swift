import Articles
import Lexicons
import Scoring
import TestSupport
import Words

/// Holds the matcher against its naive twin, which tries every term at every word straight from the grammar's definition.
struct AnswerCheck {
    let lexicon: Lexicon

    /// Whether words, spans and terms are the same on every instruction path.
    func holds(on articles: ArraySlice<Article>) -> Bool {
        InstructionPath.allCases.filter(\.isAvailable).allSatisfy { path in
            var search = ArticleSearch(lexicon, path: path)
            return articles.allSatisfy { article in
                var found: [Passage: [TermMatch]] = [:]
                let words = search.count(article) { found[$0, default: []].append($1) }
                var expectedWords = 0
                for passage in article.passages where passage.kind.isSearched {
                    let text = PassageWords(bytes: article.bytes(of: passage.field), span: passage.span)
                    expectedWords += text.words.count
                    guard found[passage] ?? [] == NaiveMatcher(lexicon, passage: text).matches() else { return false }
                }
                return words == expectedWords
            }
        }
    }
}

/// Holds the matcher against its naive twin on invented lexicons and texts in which everything that the grammar has meets.
enum RandomAgreement {
    /// The seed of the first lexicon and text on which they differ; nil where they agree on all `count` of them.
    static func firstDifference(count: Int) -> UInt64? {
        let paths = InstructionPath.allCases.filter(\.isAvailable)
        return (0..<UInt64(count)).first { seed in
            var source = RandomLexicons(seed: seed, opens: seed % 2 == 0)
            let lexicon = source.lexicon()
            let bytes = Array(source.text().utf8)
            let passage = PassageWords(bytes: bytes, span: ByteSpan(0, bytes.count))
            var session = MatchingSession(lexicon, path: paths[Int(seed / 2) % paths.count])
            return session.matches(in: passage, language: nil) != NaiveMatcher(lexicon, passage: passage).matches()
        }
    }
}
