import TestSupport
import Testing
import Words

@testable import Articles

/// The test on bytes against the rules on folded text that it saves.
@Suite struct ProseCheckTests {
    private static let plain = [
        "the", "council", "voted", "on", "Monday", "to", "keep", "its", "ferry", "and", "a", "bridge", "that", "engineers", "call", "safe",
        "March", "3", "2021", "more", "than", "said.", "home", "news", "\u{201C}we", "agreed\u{201D}", "caf\u{E9}", "well-known",
        "it\u{2019}s",
        "half\u{A0}built", "Vi", "trivia", "min", "read", "minutes", "readers", "published", "not", "be", "will", "\u{2014}", "-",
    ]
    private static let telling = [
        "via AP", "/ REUTERS", "(Photo by Ann Poole)", "[AFP]", "(AP Photo", "Read more:", "Photo:", "\u{A9} Wire", "REUTERS/Ann Poole",
        "spot_img", "All rights reserved", "Home \u{203A} News", "| photo", "http://example.org", "5 min read", "will not be published",
        "Getty Images", "\u{212A}", "I\u{307}", "15 \u{B0}C", "Sign up for", "by Ann Poole", "  ", "\u{2003}", "vi\u{301}a AP",
        "don\u{2019}t miss:", "\u{201C}Read more:", "By\u{2019}",
    ]

    private func text(_ generator: inout SeededRandom) -> String {
        var words = (0..<Int.random(in: 1...40, using: &generator)).map { _ in Self.plain.randomElement(using: &generator) ?? "" }
        for _ in 0..<Int.random(in: 0...2, using: &generator) {
            let phrases = StockPhrases.creditOpenings + StockPhrases.formOpenings + StockPhrases.labelOpenings + StockPhrases.linkOpenings
            let lists = [Self.telling, phrases, StockPhrases.captionOpenings + StockPhrases.captionTails]
            let phrase = lists.randomElement(using: &generator)?.randomElement(using: &generator) ?? ""
            let place = [0, words.count, Int.random(in: 0...words.count, using: &generator)].randomElement(using: &generator) ?? 0
            words.insert(Bool.random(using: &generator) ? phrase : phrase.uppercased(), at: place)
        }
        return words.joined(separator: " ")
    }

    @Test func `what the bytes take for prose no stock phrase claims`() {
        var generator = SeededRandom(seed: 20_220_101)
        var prose = 0
        for _ in 0..<6_000 {
            let text = text(&generator)
            let bytes = Array(text.utf8)
            let unit = PassageUnit(bytes: bytes, blocks: TextBlocks(bytes), span: ByteSpan(0, bytes.count), opensBlock: true)
            guard unit.isShort, unit.isProse else { continue }
            prose += 1
            #expect(PassagePattern.ofWords(unit) == nil, "\(text)")
        }
        #expect(prose > 1_000)
    }

    @Test func `two passages that begin unlike are neither equal nor does one begin the other`() {
        var generator = SeededRandom(seed: 7)
        for _ in 0..<4_000 {
            let pieces = [
                "Ann", "ann", " ", "  ", "\t", "\u{201C}", "\u{2019}", "\u{A0}", "\u{2003}", "\u{212A}", "k", "e\u{301}", "\u{E9}", "Poole",
                "said", ".",
            ]
            let texts = (0..<2).map { _ in
                "x" + (0..<Int.random(in: 0...5, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
                    + "y"
            }
            let units = texts.map { text in
                let bytes = Array(text.utf8)
                return PassageUnit(bytes: bytes, blocks: TextBlocks(bytes), span: ByteSpan(0, bytes.count), opensBlock: true)
            }
            guard units[0].beginsUnlike(units[1]) else { continue }
            #expect(!units[0].text.hasPrefix(units[1].text.bytes), "\(texts)")
            #expect(!units[1].text.hasPrefix(units[0].text.bytes), "\(texts)")
        }
    }
}
