import Articles
import TestSupport
import Testing
import Words

@testable import Scoring

/// A session uses its memory for one article after the other; a new one for each is its twin.
@Suite struct VoiceSessionTests {
    private static let pieces = [
        "\"Go,\" she said. ", "\"Stay\" ", "\u{201C}No ", "\u{201D} ", "the 'odd' one ", "Ana Holt said it was so. ", "plain ", "''Yes'' ",
        "\n", "\n",
        "he said:\n", "\u{AB}x\u{BB} ",
    ]

    private func article(_ random: inout SeededRandom, areOrdered: Bool) -> Article {
        let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
        let article = makeArticle(text, language: ["en", "ru"].randomElement(using: &random) ?? "en")
        return areOrdered ? article : article.with(Array(article.passages.reversed()) + article.passages.prefix(1))
    }

    @Test(arguments: VoiceMode.allCases, 0..<8) func articlesAreReadAlikeOneByOneAndInASession(mode: VoiceMode, seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let reader = VoiceReader(speakers: [], mode: mode)
        var session = VoiceSession(reader)
        for number in 0..<30 {
            let article = article(&random, areOrdered: number % 5 > 0)
            let map = VoiceMap(spans: reader.spans(in: article))
            #expect(session.spans(in: article) == reader.spans(in: article))
            #expect(session.map(of: article).segments(in: .text) == map.segments(in: .text))
            session.read(article)
            var walk = session.walk(in: .text)
            for offset in article.text.indices { #expect(walk.voice(at: offset) == map.voice(at: offset, in: .text)) }
        }
    }

    @Test func marksOfPassagesThatOverlapAreGivenInOrder() {
        let article = makeArticle("\"One\" and \"two\"")
        let overlapping = article.with([Passage(field: .text, span: ByteSpan(10, 15), kind: .body)] + article.passages)
        let spans = VoiceReader(speakers: [], mode: .marks).spans(in: overlapping)
        #expect(spans.map(\.span) == [ByteSpan(0, 5), ByteSpan(10, 15), ByteSpan(10, 15)])
    }
}

extension Article {
    fileprivate func with(_ passages: [Passage]) -> Article {
        Article(
            id: id, source: source, date: date, dateIsInferred: dateIsInferred, title: title, text: text, language: language, url: url,
            otherKeys: otherKeys, sha256: sha256, passages: passages)
    }
}
