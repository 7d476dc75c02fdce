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
        var twin = PassageLexicon(lexicon)
        var searches = InstructionPath.allCases.filter(\.isAvailable).map { ArticleSearch(lexicon, path: $0) }
        return articles.allSatisfy { TwinComparison.compare($0, &twin, &searches).differing.isEmpty }
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
