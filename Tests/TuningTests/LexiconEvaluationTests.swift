import Articles
import Comparing
import Diagnostics
import Foundation
import Scoring
import TestSupport
import Testing
import Words

@testable import Tuning

@Suite struct LexiconEvaluationTests {
    private static let lexicon = makeLexicon(concepts: [("dam", ["threat": ["menace"], "project": ["project"]])])

    /// Twenty hits of each of two sources.
    private static let articles = ["Left", "Right"].map { source in
        makeArticle((0..<20).map { "The dam at \(source) is a menace number \($0)." }.joined(separator: "\n"), id: source, source: source)
    }

    private var tallies: [ArticleTally] {
        SettledTally(Tally(LexiconScorer(lexicon: Self.lexicon, voices: .full).score(Self.articles))).articles.map(\.tally)
    }

    /// A file in which each coder keeps what the function says.
    private func judgements(_ coders: [String], keeps: (String, Int, Int) -> Bool) throws -> Judgements {
        var lines: [String] = []
        for coder in coders {
            for (article, tally) in tallies.enumerated() {
                for (number, hit) in tally.hits.enumerated() {
                    let judgement = Judgement(
                        article: tally.sha256, doc: tally.doc, field: hit.field, start: hit.span.start, end: hit.span.end, sentence: "",
                        offset: 0, surface: hit.surface, concept: hit.concept, framing: hit.framing, term: hit.term,
                        verdict: keeps(coder, article, number) ? .keep : .reject, reason: nil, who: coder, when: "")
                    lines.append(try judgement.line())
                }
            }
        }
        let folder = try TemporaryFolder()
        try folder.write(lines.joined(separator: "\n") + "\n", to: "j.jsonl")
        return Judgements([JudgementFile(path: folder.url.appendingPathComponent("j.jsonl").path)])
    }

    @Test func precisionIsTheKeptPartWithWilsonLimits() throws {
        let evaluation = LexiconEvaluation(
            tallies, judgements: try judgements(["Ana"]) { _, _, number in number < 15 }, lexicon: Self.lexicon)
        #expect(evaluation.overall.judged == 40 && evaluation.overall.kept == 30)
        let framing = try #require(evaluation.rows.first { $0.dimension == .framing })
        #expect(framing.name == "dam/threat" && framing.precision == HitShare(30, of: 40).estimate().value)
        #expect(evaluation.quality.level == .unchecked && evaluation.quality.sentence.contains("one person"))
        #expect(evaluation.unevenSources.isEmpty)
    }

    @Test func aSourceWithFewerRightHitsIsWarnedOf() throws {
        let evaluation = LexiconEvaluation(
            tallies, judgements: try judgements(["Ana"]) { _, article, _ in article == 0 }, lexicon: Self.lexicon)
        #expect(evaluation.unevenSources.count == 1)
    }

    @Test func judgementsOfOtherTextsAreNoSampleOfThese() throws {
        let judgements = try judgements(["Ana", "Ben"]) { _, _, _ in true }
        let other = SettledTally(
            Tally(LexiconScorer(lexicon: Self.lexicon, voices: .full).score([makeArticle("Quite another menace here.")])))
        let evaluation = LexiconEvaluation(other.articles.map(\.tally), judgements: judgements, lexicon: Self.lexicon)
        #expect(evaluation.quality.judged == 0 && evaluation.quality.level == .unchecked)
    }

    @Test(
        arguments: [
            (0, 0, nil, 0.0, LexiconQuality.Level.unchecked), (50, 1, nil, 0.9, .unchecked), (50, 2, nil, 0.9, .unchecked),
            (50, 2, 0.66, 0.9, .unchecked), (50, 2, 0.667, 0.9, .tentative), (50, 2, 0.79, 0.9, .tentative), (50, 2, 0.8, 0.79, .tentative),
            (50, 2, 0.8, 0.8, .validated), (50, 3, 1, 0.95, .validated),
        ] as [(Int, Int, Double?, Double, LexiconQuality.Level)])
    func theGateIsThatOfTheRules(judged: Int, coders: Int, alpha: Double?, lower: Double, level: LexiconQuality.Level) {
        let quality = LexiconQuality(
            judged: judged, kept: judged, coders: coders, alpha: alpha, weakestFraming: .init(name: "dam/threat", lowerLimit: lower))
        #expect(quality.level == level)
        #expect(quality.sentence.contains("The lexicon is \(level.rawValue)"))
    }

    @Test func theReportSaysHowFarTheLexiconWasChecked() {
        var comparator = Comparator(lexicon: Self.lexicon, voiceMode: .full)
        comparator.lexiconQuality = LexiconQuality(
            judged: 40, kept: 39, coders: 2, alpha: 0.9, weakestFraming: .init(name: "dam/threat", lowerLimit: 0.85))
        let comparison = comparator.compare(SettledTally(Tally(tallies)))
        #expect(comparison.caveats.contains { $0.code == "validated-lexicon" && $0.sentence.contains("39 of 40") })
    }

    @Test func goldHitsAreFoundOnceAndDuplicatesCountNeitherWay() throws {
        var gold = GoldHits()
        gold.read(
            Data(
                """
                {"doc": "a", "start": 2, "end": 8, "concept": "dam", "framing": "threat"}
                {"doc": "a", "start": 20, "end": 26, "concept": "dam", "framing": "threat", "duplicate": true}
                {"doc": "a", "start": 90, "end": 96, "concept": "dam", "framing": "threat"}
                nonsense
                """.utf8), file: "g.jsonl")
        let scored = LexiconScorer(lexicon: Self.lexicon, voices: .full).score([
            makeArticle("A menace and then a menace and a project.", id: "a")
        ])
        let score = GoldScore(scored, gold: gold)
        #expect(score.overall == LexiconAccuracy(truePositives: 1, falsePositives: 1, falseNegatives: 1))
        #expect(gold.diagnostics.map(\.line) == [4])
    }

    @Test(.enabled(if: hasSharedData("gold"))) func theGoldOfTheSharedFolderIsRead() throws {
        var gold = GoldHits()
        gold.read(try sharedData("gold/000_62116935d5a906c8.gold.json"), file: "gold")
        #expect(gold.marks["000_62116935d5a906c8.txt"]?.isEmpty == false && gold.diagnostics.isEmpty)
    }
}
