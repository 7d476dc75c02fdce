import Articles
import Lexicons
import Scoring
import TestSupport
import Testing
import Words

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

    private static let pieces = [
        "The occupied hill was quiet. ", "\"A disputed one,\" said Ana Holt. ", "\u{201C}Occupied, ", "disputed\u{201D} ", "'so' ",
        "Ivo Brandt said it was occupied. ",
        "Ana Holt ", "caf\u{E9} ", "the ministry said:\n", "\n", "\n\u{201C}", "occupied", "_", "\u{5D0}\u{5D1} ",
    ]

    /// Short articles are searched together: of any kind, with titles or without, of changing languages, some with passages in no order or cut inside a word.
    private func article(_ random: inout SeededRandom, number: Int) -> Article {
        let length = Int.random(in: 0..<20, using: &random) == 0 ? 1_500 : 12
        let text = (0..<Int.random(in: 0...length, using: &random)).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
        let kinds = (0..<3).map { _ in PassageKind.allCases.randomElement(using: &random) ?? .body }
        let plain = makeArticle(text, id: "\(number)", kinds: kinds, language: number % 9 == 0 ? "ru" : "en")
        var passages = plain.passages
        if number % 13 == 0 { passages.reverse() }
        if number % 7 == 0, let last = passages.popLast() {
            passages.append(
                Passage(field: .text, span: ByteSpan(last.span.start, max(last.span.start, last.span.end - 3)), kind: last.kind))
        }
        let title = number % 3 == 0 ? nil : Array((Self.pieces.randomElement(using: &random) ?? "").utf8.filter { $0 != 0x0A })
        let headline = title.map { Passage(field: .title, span: ByteSpan(0, $0.count), kind: .headline) }
        return Article(
            id: plain.id, source: plain.source, date: plain.date, dateIsInferred: false, title: title, text: plain.text,
            language: plain.language,
            url: nil, otherKeys: [], sha256: "", passages: (headline.map { [$0] } ?? []) + passages)
    }

    @Test(arguments: VoiceMode.allCases, 0..<6)
    func articlesTogetherAreScoredAsEachByItself(voices: VoiceMode, seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let articles = (0..<120).map { article(&random, number: $0) }
        let scorer = LexiconScorer(lexicon: Self.lexicon, voices: voices)
        let tallies = scorer.score(articles)
        #expect(tallies == articles.flatMap { scorer.score([$0]) })
        #expect(tallies.reduce(0) { $0 + $1.hits.count } > 100)
    }
}
