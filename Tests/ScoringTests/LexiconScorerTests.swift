import Articles
import Lexicons
import Scoring
import TestSupport
import Testing

@Suite struct LexiconScorerTests {
    static let lexicon = makeLexicon(concepts: [("status", ["occupied": ["occupied"], "disputed": ["disputed"]])])

    private func hits(_ article: Article, voices: VoiceMode = .full) -> [Hit] {
        LexiconScorer(lexicon: Self.lexicon, voices: voices).score([article])[0].hits
    }

    @Test func hitCarriesItsBytesSurfaceTermAndPlace() throws {
        let article = makeArticle("Über allem.\nThe Occupied land.")
        let hit = try #require(hits(article).first)
        #expect(hit.surface == "Occupied")
        #expect(article.string(hit.span) == "Occupied")
        #expect((hit.passageIndex, hit.firstWord, hit.endWord) == (1, 1, 2))
        #expect(hit.term == "occupied")
    }

    @Test func linksAreListedNotCountedAndCreditsAreNotSearched() {
        let article = makeArticle(
            "Occupied one\nOccupied two\nOccupied three\nOccupied four", kinds: [.headline, .link, .credit, .boilerplate])
        #expect(hits(article).map(\.status) == [.counted, .link])
    }

    @Test func withoutVoicesEveryHitIsOwnAsADictionaryToolCounts() {
        let article = makeArticle("\"The occupied land,\" Ana Holt said.\nIvo Brandt said the disputed hill was quiet.\nThe occupied hill.")
        #expect(hits(article, voices: .full).map(\.voice) == [.quoted, .reported, .own])
        #expect(hits(article, voices: .marks).map(\.voice) == [.quoted, .own, .own])
        #expect(hits(article, voices: .none).map(\.voice) == [.own, .own, .own])
    }

    @Test func theSentenceAroundAHitIsKeptUpToABoundAndCountedBeyond() {
        let sentences = (1...20).map { "The occupied village number \($0)." }.joined(separator: "\n")
        let found = hits(makeArticle(sentences))
        #expect(found.count == 20)
        #expect(found.compactMap(\.context).count == LexiconScorer.keptContexts)
        #expect(found[0].context?.left == "The ")
    }

    @Test(arguments: [1, 2, 3, 7])
    func threadsChangeNothing(threads: Int) {
        let articles = (0..<40).map { makeArticle("The occupied hill \($0).\n\"A disputed one,\" said Ana Holt.", id: "\($0)") }
        let scorer = LexiconScorer(lexicon: Self.lexicon, voices: .full)
        #expect(scorer.score(articles, threads: threads) == scorer.score(articles, threads: 1))
    }
}
