import Articles
import Lexicons
import Scoring
import TestSupport
import Testing

@testable import Comparing

/// Concepts of one framing, as a flat dictionary of another tool has them: every mention is of that framing, so only rates can be compared.
@Suite struct SingleFramingTests {
    private static let lexicon = makeLexicon(concepts: [
        ("rain", ["rain": ["rain", "shower", "drizzle"]]), ("dam", ["wall": ["wall"], "weir": ["weir"]]),
    ])

    private static func compare(_ articles: [Article]) -> Comparison {
        Comparator(lexicon: lexicon, voiceMode: .full).compare(
            SettledTally(Tally(LexiconScorer(lexicon: lexicon, voices: .full).score(articles))))
    }

    /// Articles of about `filler` words, each with hits of `rain`; the first of each month from January on.
    private static func articles(_ source: String, _ number: Int, rain: Int, filler: Int) -> [Article] {
        (0..<number).map { index in
            let hits = (0..<rain + index % 2).map { "The \(["rain", "shower", "drizzle"][($0 + index) % 3]) \(source)\(index)n\($0)." }
            let text = (0..<filler).map { "word\(source)\(index)x\($0)" }.joined(separator: " ")
            return makeArticle(
                (hits + ["The wall \(source)\(index).", "Then \(text)."]).joined(separator: "\n"), id: "\(source)\(index)", source: source,
                date: "2024-0\(1 + index % 9)-01")
        }
    }

    /// By level of the first source: articles, hits each.
    private static let levels: [(EvidenceLevel, Int, Int, String)] = [
        (.oneArticle, 1, 4, "In one article Alpha used terms of rain 4 times ("),
        (.countsOnly, 2, 3, "Alpha: Too few mentions to compare: rain 7, in 2 articles ("),
        (.described, 4, 3, "In these 4 articles from Alpha, terms of rain stand 14 times ("),
        (.estimated, 8, 3, "In this collection Alpha used terms of rain about "),
        (.firm, 40, 3, "Alpha used terms of rain "),
    ]

    @Test(arguments: levels.indices) func eachLevelHasItsSentenceWithTheRate(index: Int) {
        let (level, number, rain, beginning) = Self.levels[index]
        let comparison = Self.compare(Self.articles("Alpha", number, rain: rain, filler: 100))
        let text = LevelSentence(source: 0, of: comparison.concepts[0], in: comparison).text.replacing("\u{A0}", with: " ")
        #expect(comparison.concepts[0].evidence[0].level == level)
        #expect(text.hasPrefix(beginning), "\(text)")
        #expect(text.contains(" per 1,000 own words") && text.contains("95% interval") == (level >= .estimated))
        #expect(text.contains("few") == (comparison.concepts[0].total.own < 20))
    }

    @Test func noShareIsSaidOfItAnywhere() {
        let comparison = Self.compare(
            Self.articles("Alpha", 24, rain: 2, filler: 40) + Self.articles("Beta", 24, rain: 2, filler: 300)
                + Self.articles("Gamma", 24, rain: 3, filler: 40))
        let rain = comparison.concepts[0]
        #expect(rain.measure == .rate && comparison.concepts[1].measure == .share)
        #expect(rain.differences == nil && rain.framings[0].cells.allSatisfy { $0.share == nil && $0.rate != nil })
        #expect(comparison.concepts[1].framings.allSatisfy { $0.cells.allSatisfy { $0.share != nil && $0.rate == nil } })
        #expect(
            comparison.figures(ofConcept: 0).allSatisfy {
                $0.share.value == nil && $0.share.reason == "single_framing" && $0.jointShare == nil
            })
        let ofRain = comparison.findings.filter { $0.links.contains { $0.concept == 0 } }
        #expect(!ofRain.isEmpty && ofRain.allSatisfy { !$0.text.contains("%") && $0.template != .agreement && !$0.text.contains("mainly") })
        #expect(comparison.lead?.text.hasPrefix("Per 1,000 own words, Alpha has ") == true)
    }

    @Test func ratesAreHitsForTheLengthAndDifferWhereLengthsDo() throws {
        let comparison = Self.compare(Self.articles("Alpha", 24, rain: 3, filler: 40) + Self.articles("Beta", 24, rain: 3, filler: 300))
        let cells = comparison.concepts[0].framings[0].cells
        for (cell, source) in zip(cells, comparison.sources) {
            let rate = try #require(cell.rate)
            #expect(abs(rate.estimate * Double(source.words.own) - 1000 * Double(cell.counts.own)) < 1e-6 && rate.words == source.words.own)
            #expect(rate.interval?.contains(rate.estimate) == true)
        }
        let pair = try #require(comparison.concepts[0].mainDifferences?.pairs.first)
        #expect(pair.level == .difference && pair.measure == .rate)
        #expect(comparison.findings.contains { $0.template == .rateDifference })
    }

    /// With a checked lexicon a difference between firm sources is firm, without one it is not.
    @Test(arguments: [(LexiconQuality?.none, ComparisonLevel.difference), (validated, .firmDifference), (tentative, .difference)])
    func onlyAValidatedLexiconMakesADifferenceFirm(quality: LexiconQuality?, level: ComparisonLevel) {
        let articles = Self.articles("Alpha", 40, rain: 3, filler: 40) + Self.articles("Beta", 40, rain: 3, filler: 300)
        var comparator = Comparator(lexicon: Self.lexicon, voiceMode: .full)
        comparator.lexiconQuality = quality
        let comparison = comparator.compare(SettledTally(Tally(LexiconScorer(lexicon: Self.lexicon, voices: .full).score(articles))))
        #expect(comparison.concepts[0].mainDifferences?.pairs.first?.level == level)
        #expect(comparison.findings.contains { $0.text.contains("with a checked lexicon") } == (level == .firmDifference))
    }

    private static let validated = LexiconQuality(
        judged: 100, kept: 98, coders: 2, alpha: 0.9, weakestFraming: LexiconQuality.Framing(name: "rain", lowerLimit: 0.85))
    private static let tentative = LexiconQuality(
        judged: 100, kept: 98, coders: 2, alpha: 0.7, weakestFraming: LexiconQuality.Framing(name: "rain", lowerLimit: 0.85))

    @Test func aChangeOverTimeIsOneOfTheRate() throws {
        let early = (0..<24).map {
            makeArticle(
                "The rain n\($0). A drizzle m\($0). A shower k\($0).\nWords a\($0) b\($0).", id: "e\($0)", source: "Alpha",
                date: "2024-01-0\(1 + $0 % 9)")
        }
        let late = (0..<24).map { index in
            let text = (0..<120).map { "late\(index)x\($0)" }.joined(separator: " ")
            return makeArticle(
                "The \(["rain", "drizzle", "shower"][index % 3]) n\(index).\nThen \(text).", id: "l\(index)", source: "Alpha",
                date: "2024-06-0\(1 + index % 9)")
        }
        let comparison = Self.compare(early + late)
        let change = try #require(comparison.concepts[0].changes.first)
        #expect(change.difference.measure == .rate)
        let text = try #require(comparison.findings.first { $0.template == .changeOverTime }?.text)
        #expect(
            text.hasPrefix("Alpha\u{2019}s rate of rain was ") && text.contains(" per 1,000 own words (95% interval ")
                && !text.contains("%)"))
        let points = try #require(comparison.concepts[0].trend?.points)
        #expect(points.allSatisfy { $0.rate != nil && $0.shares.allSatisfy { $0 == nil } })
    }

    @Test func oneSourceAloneUsesTermsOfItAndNobodyOwnsIt() {
        let alone = Self.compare([
            makeArticle("The rain. A shower.", id: "1", source: "Alpha"), makeArticle("The wall.", id: "2", source: "Beta"),
            makeArticle("The weir.", id: "3", source: "Beta"),
        ])
        #expect(
            alone.findings.first { $0.template == .ownWordOfOneSource }?.text.hasPrefix(
                "Only Alpha uses terms of rain in its own words: twice") == true)
        let quoted = Self.compare([
            makeArticle("\"The rain, the rain, the shower,\" Ana Holt said.", id: "1", source: "Alpha"),
            makeArticle("The wall.", id: "2", source: "Beta"),
        ])
        #expect(
            quoted.findings.first { $0.template == .nobodysOwnWord }?.text.hasPrefix("Rain stands in nobody\u{2019}s own words here.")
                == true)
        #expect(quoted.lead?.text.contains("no source here uses any of the terms of rain") == true)
    }
}
