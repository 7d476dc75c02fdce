import Articles
import Foundation
import Lexicons
import Scoring
import TestSupport
import Testing

@testable import Comparing

@Suite struct SameEventTests {
    static let lexicon = makeLexicon(concepts: [("status", ["annexed": ["annexed"]])])

    static func select(_ articles: [Article]) -> SameEventSelection {
        SameEventSelection(Tally(LexiconScorer(lexicon: lexicon, voices: .full).score(articles)))
    }

    static let ferry = "After dusk the ferry Merilin ran aground off Cape Sorrel, and pilot Ana Holt called the Velden coastguard."
    static let ferryToo = "A night search near Cape Sorrel found the Merilin; the pilot, Ana Holt, was brought to Velden."
    static let market = "In Brassholm the market of Saint Oda opened, and Lord Tamsin Grey of Oxmere rang the bell."
    static let vote = "The council of Velden met, and Piet Larn of the Heron Party lost to Mina Quill by a vote."

    static let articles = [
        makeArticle(ferry, id: "a1", source: "Alpha", date: "2024-03-01"),
        makeArticle(ferryToo, id: "b1", source: "Beta", date: "2024-03-02"),
        makeArticle(market, id: "a2", source: "Alpha", date: "2024-03-02"), makeArticle(vote, id: "b2", source: "Beta", date: "2024-03-03"),
        makeArticle(ferry, id: "c1", source: "Gamma", date: nil), makeArticle(ferry, id: "c2", source: "Gamma", date: "2024-03"),
        makeArticle("nothing has a name here", id: "d1", source: "Delta", date: "2024-03-01"),
    ]

    @Test func articlesOnAnEventThatTwoSourcesCoveredAreKept() {
        let selection = Self.select(Self.articles)
        #expect(selection.kept.articles.map(\.doc) == ["a1", "b1"])
        #expect(selection.summary.events == 1 && selection.summary.articles == 2)
        #expect(selection.summary.leftOut.map(\.doc) == ["a2", "b2", "c1", "c2", "d1"])
        #expect(selection.summary.leftOut.map(\.reason) == [.noOtherSource, .noOtherSource, .undated, .undated, .noOtherSource])
    }

    @Test func whatWasLeftOutIsSaidBeforeTheFirstNumber() {
        let selection = Self.select(Self.articles)
        let comparator = Comparator(lexicon: Self.lexicon, voiceMode: .full, sameEvent: selection.summary)
        let caveats = comparator.compare(SettledTally(selection.kept)).caveats.map(\.sentence)
        #expect(
            caveats.contains(
                "3\u{A0}articles of 3\u{A0}sources were left out: no other source covered their event in this collection."))
        #expect(caveats.contains("2\u{A0}articles of 1\u{A0}source were left out: their day of publication is not known."))
    }

    @Test(arguments: [(7, 2), (8, 0)])
    func anEventEndsSevenDaysAfterItsFirstArticle(days: Int, kept: Int) {
        let articles = [
            makeArticle(Self.ferry, id: "1", source: "Alpha", date: "2024-02-27"),
            makeArticle(Self.ferryToo, id: "2", source: "Beta", date: days == 7 ? "2024-03-05" : "2024-03-06"),
        ]
        #expect(Self.select(articles).kept.articles.count == kept)
    }

    @Test func aLongStoryDoesNotChainIntoOneEvent() {
        let articles = (1...28).map {
            makeArticle(Self.ferry, id: "\($0)", source: $0 < 9 ? "Alpha" : "Beta", date: "2024-02-\($0 < 10 ? "0" : "")\($0)")
        }
        // Days 1 to 8 are Alpha's alone; later events are Beta's alone.
        #expect(Self.select(articles).kept.articles.isEmpty)
    }

    @Test func oneSourceAloneIsNoSharedEvent() {
        let articles = ["1", "2", "3"].map { makeArticle(Self.ferry, id: $0, source: "Alpha", date: "2024-03-01") }
        #expect(Self.select(articles).kept.articles.isEmpty)
        #expect(Self.select([]).summary.caveats.isEmpty)
    }

    @Test func oneSharedNameIsNotEnough() {
        let articles = [
            makeArticle("the road to Velden", id: "1", source: "Alpha", date: "2024-03-01"),
            makeArticle("a bridge in Velden", id: "2", source: "Beta", date: "2024-03-01"),
        ]
        #expect(Self.select(articles).kept.articles.isEmpty)
    }

    @Test func everyArticleIsKeptOrNamedAsLeftOutInAnyOrderOfReading() {
        let forward = Self.select(Self.articles)
        let backward = Self.select(Self.articles.reversed())
        #expect(forward.kept == backward.kept && forward.summary == backward.summary)
        #expect(forward.kept.articles.count + forward.summary.leftOut.count == Self.articles.count)
    }

    /// Fifty invented events with five names of their own beside ten that all share.
    @Test func eventsOfOneLongStoryAreKeptApart() {
        var random = SeededRandom(seed: 11)
        let common = (0..<10).map { "Common\($0)o" }
        func text(_ event: Int) -> String {
            let own = (0..<5).map { "Event\(event)n\($0)" }.shuffled(using: &random).prefix(4)
            return (own + common.shuffled(using: &random).prefix(6)).map { "we met \($0) there." }.joined(separator: " ")
        }
        let articles = (0..<100).map {
            makeArticle(text($0 / 2), id: "\(1000 + $0)", source: $0.isMultiple(of: 2) ? "Alpha" : "Beta", date: "2024-03-0\(1 + $0 % 7)")
        }
        let tally = Tally(LexiconScorer(lexicon: Self.lexicon, voices: .none).score(articles))
        let events = EventGrouping(tally.articles).events
        #expect(Set(events).count == 50)
        for pair in stride(from: 0, to: 100, by: 2) { #expect(events[pair] == events[pair + 1]) }
    }

    @Test func theSameNamesInEveryArticleTakeLinearTime() {
        let articles = (0..<3000).map { makeArticle(Self.ferry, id: "\($0)", source: "S\($0 % 5)", date: "2024-03-01") }
        #expect(Self.select(articles).kept.articles.count == 3000)
    }

    @Test(arguments: [
        ("2024-03-01", "2024-02-29", 1), ("2024-01-01", "2023-12-31", 1), ("2001-01-01", "2000-01-01", 366),
        ("1900-03-01", "1900-02-28", 1),
    ])
    func dayNumbersCountDays(later: String, earlier: String, days: Int) throws {
        let left = try #require(ArticleDate(later)?.dayNumber)
        #expect(left - (try #require(ArticleDate(earlier)?.dayNumber)) == days)
    }
}
