import Articles
import Lexicons
import Scoring
import TestSupport
import Testing

@testable import Comparing

/// Every sentence that can be generated, over every template and level: none holds a word that no finding may hold.
@Suite struct TemplateTests {
    private static let longRun = (0..<30).map { "mill\($0)" }.joined(separator: " ")

    /// Collections that bring out each template that is written from counts.
    private static func comparisons() -> [Comparison] {
        let quoting = (0..<3).map { number in
            makeArticle(
                "\"We will rebuild the dam and the mill and the long road over the hill number \(number),\" Ana Holt said.\n"
                    + "\"They will never see the freed lake again, nor the mill, nor the bridge \(number),\" Ivo Brandt said.",
                id: "q\(number)", source: "Alpha \(number % 2)")
        }
        let repeating = (0..<2).map { number in
            makeArticle(
                "The annexed dam \(longRun) \(number).\nAnd the freed hill of year \(number).", id: "r\(number)", source: "Alpha",
                date: "2020-01-0\(number + 1)")
        }
        return [
            ComparatorTests.compare(quoting),
            ComparatorTests.compare(repeating + [makeArticle("The freed mill.", id: "z", source: "Beta")]),
            ComparatorTests.compare(
                ["Alpha", "Beta", "Gamma"].map { makeArticle("The annexed valley. The annexed hill.", id: $0, source: $0) }),
            ComparatorTests.compare([
                makeArticle("The annexed valley. The annexed hill.", id: "1", source: "Alpha"),
                makeArticle("The freed valley. The freed hill.", id: "2", source: "Beta"),
            ]),
            SilenceAndChangeTests.overTime(turning: true),
            SilenceAndChangeTests.compare(SilenceAndChangeTests.articles(7), events: SilenceAndChangeTests.events(7)),
        ] + (0..<40).map { ComparatorTests.compare(SentenceTests.random(seed: UInt64($0), sources: 1 + $0 % 5, articles: 1 + 2 * $0)) }
    }

    private static func everything(in comparison: Comparison) -> [String] {
        let findings = comparison.concepts.indices.flatMap { concept in
            ConceptFindings(comparison: comparison, concept: concept).findings()
                + DifferenceFindings(comparison: comparison, concept: concept).findings()
                + DifferenceFindings(comparison: comparison, concept: concept).changes()
        }
        let levels = comparison.concepts.flatMap { concept in
            comparison.sources.indices.map { LevelSentence(source: $0, of: concept, in: comparison).text }
        }
        return (findings + comparison.findings).flatMap { [$0.text, $0.meta] } + levels + comparison.caveats.map(\.sentence)
            + [comparison.lead?.text].compactMap(\.self)
    }

    @Test func everyTemplateIsWrittenAndNoneHoldsABannedWord() {
        let comparisons = Self.comparisons()
        let written = Set(comparisons.flatMap(\.findings).map(\.template)).union(DifferenceSentenceTests.allTemplates.map(\.0))
        #expect(written == Set(FindingTemplate.allCases), "missing: \(Set(FindingTemplate.allCases).subtracting(written))")
        let sentences = comparisons.flatMap(Self.everything) + DifferenceSentenceTests.allTemplates.map(\.1)
        let banned = SentenceTests.banned + ["significantly", "slanted", "identical", "same story", "objectively", "line", "policy"]
        for sentence in sentences {
            let words = Set(sentence.lowercased().split { !$0.isLetter }.map(String.init))
            #expect(words.isDisjoint(with: banned), "\(sentence)")
        }
    }

    private static func sentence(_ counts: [[Int]], articles extra: Int = 0, words: String = "") -> String {
        let names = ["annexed", "disputed", "freed"]
        let texts = counts.enumerated().map { number, row in
            let lines = zip(names, row).flatMap { name, count in (0..<count).map { "The \(name) dam \(number) of \($0)." } }
            return makeArticle((lines + ["Then rain \(number)."]).joined(separator: "\n"), id: "\(number)", source: "Alpha")
        }
        let more = (0..<extra).map { makeArticle("Only rain fell on day \($0).", id: "x\($0)", source: "Alpha") }
        let comparison = ComparatorTests.compare(texts + more)
        return LevelSentence(source: 0, of: comparison.concepts[0], in: comparison).text.replacing("\u{A0}", with: " ")
    }

    static let levels: [([[Int]], Int, String)] = [
        ([], 2, "None of the lexicon\u{2019}s terms for this were found in Alpha\u{2019}s own words in 2 articles (12 words)."),
        (
            [[4, 1]], 0,
            "In one article Alpha wrote annexed 4 times and disputed once. No interval: one article cannot show what Alpha usually does."
        ),
        (
            [[2, 2], [3, 0]], 1,
            "Alpha: Too few mentions for a share: annexed 5 and disputed 2, in 2 articles. One article holds most of these mentions."
        ),
        (
            [[2, 1], [2, 1], [2, 1], [2, 1]], 0,
            "In these 4 articles from Alpha, 8 of 12 mentions used annexed. No interval: too few articles."
        ),
        (
            [[2, 2], [2, 2], [1, 1]], 0,
            "In these 3 articles from Alpha, 5 of 10 mentions used annexed and 5 of 10 mentions used disputed. No interval: too few articles."
        ),
    ]

    @Test(arguments: levels.indices) func eachLevelBelowAnIntervalHasItsSentence(index: Int) {
        #expect(Self.sentence(Self.levels[index].0, articles: Self.levels[index].1) == Self.levels[index].2)
    }

    @Test func estimatedSaysAboutAndFirmDoesNot() {
        let estimated = Self.sentence((0..<9).map { [$0 % 3 == 0 ? 1 : 2, $0 % 2] })
        #expect(
            estimated.hasPrefix("In this collection about ")
                && estimated.contains("% of Alpha\u{2019}s mentions used annexed (95% interval "))
        #expect(estimated.hasSuffix("%, 9 articles)."))
        let firm = Self.sentence((0..<60).map { [2, $0 % 2] })
        #expect(firm.hasPrefix("80% of Alpha\u{2019}s mentions used annexed (95% interval ") && firm.hasSuffix("%, 60 articles)."))
    }
}
