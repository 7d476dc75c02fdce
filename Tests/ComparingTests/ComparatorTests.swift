import Articles
import Comparing
import Lexicons
import Scoring
import TestSupport
import Testing

@Suite struct ComparatorTests {
    static let lexicon = makeLexicon(
        concepts: [
            ("status", ["annexed": ["annexed"], "disputed": ["disputed"], "freed": ["freed"]]),
            ("action", ["raid": ["raid"], "rescue": ["rescue operation"]]),
        ],
        opposites: ["annexed": "freed"],
        speakers: [
            Speaker(name: "Ana Holt", side: "North", aliases: ["Holt"]), Speaker(name: "Ivo Brandt", side: "South", aliases: ["Brandt"]),
        ]
    )

    static func compare(_ articles: [Article], voices: VoiceMode = .full) -> Comparison {
        let tally = Tally(LexiconScorer(lexicon: lexicon, voices: voices).score(articles))
        return Comparator(lexicon: lexicon, voiceMode: voices).compare(SettledTally(tally))
    }

    static let two = [
        makeArticle("The annexed valley. The annexed hill. A disputed road.", id: "1", source: "Alpha"),
        makeArticle("The disputed valley.\n\"The annexed valley,\" Ana Holt said.", id: "2", source: "Beta"),
    ]

    @Test func sourcesStandByNameWithUnknownOnesLast() {
        let articles = [
            makeArticle("x", id: "1", source: nil, date: "2023-01-01"), makeArticle("x", id: "2", source: "beta"),
            makeArticle("x", id: "3", source: "Alpha"),
            makeArticle("x", id: "4", source: nil, date: "2020-01-01"), makeArticle("x", id: "5", source: nil, date: nil),
        ]
        #expect(Self.compare(articles).sources.map(\.name) == ["Alpha", "beta", "Unknown", "Unknown 2020", "Unknown 2023"])
    }

    @Test func everyHitIsCountedInOneCell() {
        let comparison = Self.compare(Self.two)
        let cells = comparison.concepts.flatMap(\.framings).flatMap(\.cells)
        #expect(cells.reduce(0) { $0 + $1.counts.total } == comparison.hitsCounted)
        #expect(cells.allSatisfy { $0.hits.count == $0.counts.total })
        let annexed = comparison.concepts[0].framings.first { $0.id == "annexed" }
        #expect(annexed?.cells.map(\.counts) == [VoiceCounts(own: 2), VoiceCounts(quoted: 1)])
    }

    @Test func leadNamesEachSourcesOwnWordingWithItsCount() {
        #expect(
            Self.compare(Self.two).lead?.text
                == "In their own words, Alpha writes annexed (2 of 3\u{A0}mentions) and Beta writes disputed (1 of 1\u{A0}mention).")
    }

    @Test func aTieIsSaidToBeATie() {
        let articles = [
            makeArticle("The annexed valley, the disputed valley, the freed valley.", id: "1", source: "Alpha"),
            makeArticle("The disputed valley.", id: "2", source: "Beta"),
        ]
        #expect(Self.compare(articles).lead?.text.contains("Alpha spreads over three wordings (1\u{A0}each)") == true)
    }

    @Test func addingAnArticleWithoutHitsLeavesTheCounts() {
        let before = Self.compare(Self.two)
        let after = Self.compare(Self.two + [makeArticle("Rain fell.", id: "3", source: "Alpha")])
        #expect(after.hitsCounted == before.hitsCounted)
        #expect(after.concepts.map(\.total) == before.concepts.map(\.total))
    }

    @Test(arguments: [
        (0, 0, EvidenceLevel.notFound), (1, 4, .oneArticle), (2, 4, .countsOnly), (3, 2, .countsOnly), (3, 4, .described),
        (4, 5, .described), (5, 4, .estimated),
    ])
    func levelFollowsArticlesWithHitsAndHits(articles: Int, hitsEach: Int, level: EvidenceLevel) {
        let texts = (0..<max(1, articles)).map { number in
            makeArticle(
                (0..<hitsEach).map { "The annexed valley \(number) \($0)." }.joined(separator: " ") + " Rain.", id: "\(number)",
                source: "Alpha")
        }
        #expect(Self.compare(texts).concepts[0].evidence[0].level == level)
    }

    @Test func sharesAppearFromDescribedAndIntervalsFromEstimatedOnly() throws {
        func share(articles: Int) -> Share? {
            let texts = (0..<articles).map {
                makeArticle("The annexed valley. An annexed hill. The annexed road. A disputed road.", id: "\($0)", source: "Alpha")
            }
            return Self.compare(texts).concepts[0].framings[0].cells[0].share
        }
        #expect(share(articles: 2) == nil)
        let described = try #require(share(articles: 3))
        #expect(described.interval == nil && described.estimate == 0.75)
        let interval = try #require(share(articles: 6)?.interval)
        #expect(interval.contains(0.75) && interval.lowerBound >= 0 && interval.upperBound <= 1)
    }

    @Test func framingsNobodyHasAreListedAsLookedFor() {
        let missing = Self.compare(Self.two).missing
        #expect(missing.inNone.count == 3)
        #expect(missing.inOneSourceOnly.isEmpty)
        #expect(missing.neverOwn.isEmpty)
    }

    @Test func nothingReadGivesAComparisonWithoutNumbers() {
        let comparison = Self.compare([])
        #expect(comparison.lead == nil && comparison.findings.isEmpty && comparison.caveats.isEmpty)
        #expect(comparison.level == .notFound)
    }
}
