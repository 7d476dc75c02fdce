import Articles
import Lexicons
import Scoring
import TestSupport
import Testing
import Words

@Suite struct MatchingRandomTests {
    @Test(arguments: 0..<20) func matcherAgreesWithTheDefinition(seed: Int) {
        var source = RandomLexicons(seed: UInt64(seed))
        for round in 0..<60 {
            let lexicon = source.lexicon()
            var session = MatchingSession(lexicon)
            for _ in 0..<2 {
                let text = source.text()
                let passage = MatchingCase.passage(text)
                let found = session.matches(in: passage, language: nil)
                let expected = NaiveMatcher(lexicon, passage: passage).matches()
                if found != expected {
                    let terms = lexicon.concepts.map { $0.framings.map { $0.terms.map(\.pattern.source) } }
                    Issue.record("seed \(seed), round \(round), \(terms) in \(text.debugDescription): \(found) but \(expected)")
                    return
                }
            }
        }
    }

    /// The whole road of the program, whose words come from bit masks and whose memory goes from article to article.
    @Test func theScorerAgreesWithTheDefinition() {
        var source = RandomLexicons(seed: 6)
        for round in 0..<40 {
            let lexicon = source.lexicon()
            let articles = (0..<5).map { makeArticle(source.text().replacing("\n", with: " "), id: "\($0)") }
            for (article, tally) in zip(articles, LexiconScorer(lexicon: lexicon, voices: .none).score(articles)) {
                let passage = PassageWords(bytes: article.text, span: ByteSpan(0, article.text.count))
                let expected = article.passages.isEmpty ? [] : NaiveMatcher(lexicon, passage: passage).matches().map(\.span)
                #expect(tally.hits.map(\.span) == expected, "round \(round), \(String(decoding: article.text, as: UTF8.self))")
            }
        }
    }

    @Test func randomTextsHaveMatchesToCompare() {
        var source = RandomLexicons(seed: 1)
        let counts = (0..<200).map { _ in NaiveMatcher(source.lexicon(), passage: MatchingCase.passage(source.text())).matches().count }
        #expect(counts.reduce(0, +) > 300)
    }
}
