import Articles
import Lexicons
import Scoring
import TestSupport
import Testing

@testable import Comparing

@Suite struct WireCopyTests {
    static let agency =
        "The annexed quay stayed shut on Tuesday while divers looked below the old pier for the anchor that a storm had torn from the mail boat during its last run before the holidays."

    static func compare(_ articles: [Article]) -> Comparison {
        let tally = Tally(LexiconScorer(lexicon: SameEventTests.lexicon, voices: .full).score(articles))
        return Comparator(lexicon: SameEventTests.lexicon, voiceMode: .full).compare(SettledTally(tally))
    }

    static let both = [
        makeArticle("Fog came. An annexed hill.\n\(agency)", id: "1", source: "Alpha"),
        makeArticle("\(agency)\nNothing else was said.", id: "2", source: "Beta"),
    ]

    @Test func textOfTwoSourcesIsLeftOutOfBothAndCountedBeside() throws {
        let comparison = Self.compare(Self.both)
        #expect(comparison.hitsCounted == 1 && comparison.setAside.shared == 2 && comparison.hitsFound == 3)
        let wire = try #require(comparison.wireCopy)
        #expect(wire.shares.map(\.hitsWithout) == [1, 0] && wire.shares.map(\.hitsWith) == [2, 1])
        #expect(wire.shares.map(\.levelWithout) == [.oneArticle, .notFound] && wire.shares.map(\.levelWith) == [.oneArticle, .oneArticle])
        #expect(wire.shares.map(\.words) == [33, 33] && wire.shares.map(\.articlesWithCopy) == [1, 1])
    }

    @Test func theCaveatGivesBothResults() {
        let caveat = Self.compare(Self.both).caveats.first { $0.code == "wire-copy" }?.sentence
        #expect(caveat?.contains("66\u{A0}words in 2\u{A0}articles stand in two sources or more and are left out") == true)
        #expect(caveat?.contains("would be: Alpha 2 instead of 1 and Beta 1 instead of 0. The level of evidence would differ too.") == true)
    }

    @Test func textOfOneSourceIsNoWireCopy() {
        let articles = [makeArticle(Self.agency, id: "1", source: "Alpha"), makeArticle(Self.agency, id: "2", source: "Alpha")]
        #expect(Self.compare(articles).wireCopy == nil)
        #expect(Self.compare([Self.both[0], makeArticle("An annexed hill.", id: "3", source: "Beta")]).wireCopy == nil)
        #expect(Self.compare([]).wireCopy == nil)
    }

    @Test func aRepeatWithinASourceIsARepeatFirst() {
        let comparison = Self.compare(Self.both + [makeArticle(Self.agency, id: "3", source: "Beta")])
        #expect(comparison.setAside.shared == 2 && comparison.setAside.repeated == 1)
        #expect(comparison.articles.map(\.wordsShared) == [33, 33, 0])
    }

    @Test func aFloodOfOneWordInTwoSourcesIsLeftOutOfBoth() {
        let flood = String(repeating: "annexed ", count: 20_000)
        let comparison = Self.compare([makeArticle(flood, id: "1", source: "Alpha"), makeArticle(flood, id: "2", source: "Beta")])
        #expect(comparison.hitsCounted == 0 && comparison.setAside.shared == 40_000)
    }
}
