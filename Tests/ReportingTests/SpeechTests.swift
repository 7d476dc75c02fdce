import Articles
import Scoring
import Testing
import Words

@testable import Comparing
@testable import Reporting

/// How speech is introduced, and why a sentence is in its voice, in the three outputs.
struct SpeechTests {
    private static let comparison: Comparison = {
        var comparison = ComparisonFixture.finishedValley()
        var speech = SpeechIntroductions()
        speech.groups = [
            SpeechVerbGroup(implies: "neutral", verbs: [SpeechVerbCount(verb: "say", count: 5), SpeechVerbCount(verb: "tell", count: 1)]),
            SpeechVerbGroup(implies: "doubt", verbs: [SpeechVerbCount(verb: "claim", count: 1)]),
        ]
        let said = (0..<5).map { introduction("said", "say", article: 0, place: $0) } + [introduction("told", "tell", article: 0, place: 9)]
        speech.rows = [
            IntroducedSide(source: 0, side: "Upstream", cells: [cell(said), cell([])]),
            IntroducedSide(source: 1, side: nil, cells: [cell([]), cell([introduction("claimed", "claim", article: 1, place: 3)])]),
        ]
        comparison.speech = speech
        comparison.languagesByMarks = [LanguageByMarks(language: "fr", articles: 2)]
        return comparison
    }()

    private static func introduction(_ surface: String, _ verb: String, article: Int, place: Int) -> ComparedIntroduction {
        let context = HitContext(left: "Sluice \(place): <b>Holt</b> ", right: " that it leaks.", leftIsCut: true, rightIsCut: false)
        let speech = IntroducedSpeech.make(surface: surface, verb: verb, place: place, context: context)
        return ComparedIntroduction(article: article, speaker: "Ana Holt", speech: speech)
    }

    private static func cell(_ introductions: [ComparedIntroduction]) -> IntroductionCell {
        let verbs = Dictionary(grouping: introductions, by: \.speech.verb).map { SpeechVerbCount(verb: $0, count: $1.count) }
        return IntroductionCell(verbs: verbs.sorted { $0.count > $1.count }, introductions: introductions)
    }

    private static func report(_ comparison: Comparison) -> ComparisonReport {
        ComparisonReport(comparison, record: ComparisonFixture.record, hashOfInlineBlock: { _ in "" })
    }

    @Test func everyCountStandsOnThePageWithItsSentences() throws {
        let page = Self.report(Self.comparison).html()
        let scan = PageScan(page)
        #expect(scan.badNesting == [])
        #expect(scan.values("id").contains("v1-1") && scan.values("id").contains("v2-2"))
        #expect(page.contains("<td><b>6</b><") && page.contains("The sentences behind these counts"))
        #expect(page.contains("Sluice 0: &lt;b&gt;Holt&lt;/b&gt; <b>said</b> that it leaks."))
        #expect(page.contains("3 of 6 kept here"))
        #expect(page.contains("claims<small>claim</small>") && page.contains(">Others<"))
        #expect(Set(scan.values("id")).count == scan.values("id").count)
    }

    @Test func markdownListsCountsAndVerbsWithZeros() {
        let markdown = Self.report(Self.comparison).markdown()
        #expect(markdown.contains("**says** 6: say 5, tell 1"))
        #expect(markdown.contains("**claims** 1: claim 1"))
        #expect(markdown.contains("0: claims") && markdown.contains("0: says"))
    }

    @Test func dataHasEveryCount() throws {
        let json = try Self.report(Self.comparison).json()
        #expect(json.contains("\"side\" : \"Upstream\"") && json.contains("\"verb\" : \"claim\""))
        #expect(json.contains("\"languagesByMarks\" : ["))
    }

    @Test func languagesReadByMarksAloneAreCountedInTheMethod() {
        let sentence = "in other languages only quotation marks were read: fr (2\u{A0}articles)"
        #expect(Self.report(Self.comparison).html().contains(sentence))
        #expect(!Self.report(ComparisonFixture.finishedValley()).html().contains("only quotation marks were read"))
    }

    @Test func withoutVerbsThePartIsAbsent() {
        #expect(!Self.report(ComparisonFixture.finishedValley()).html().contains("How speech is introduced"))
    }

    @Test(
        "a sentence says why it is in its voice",
        arguments: [
            ("reporting-verb", "said", "by \u{201C}said\u{201D}"), ("marks", nil, "by marks"),
            ("scare-marks", nil, "by marks, nobody named"), ("some-rule", nil, "by some-rule"),
        ] as [(String, String?, String)])
    func reasons(_ example: (rule: String, cue: String?, reason: String)) throws {
        var comparison = ComparisonFixture.finishedValley()
        for concept in comparison.concepts.indices {
            for framing in comparison.concepts[concept].framings.indices {
                for cell in comparison.concepts[concept].framings[framing].cells.indices {
                    for hit in comparison.concepts[concept].framings[framing].cells[cell].hits.indices {
                        comparison.concepts[concept].framings[framing].cells[cell].hits[hit].hit.rule = example.rule
                        comparison.concepts[concept].framings[framing].cells[cell].hits[hit].hit.cue = example.cue
                    }
                }
            }
        }
        #expect(Self.report(comparison).html().contains(" \u{B7} \(example.reason) \u{B7} "))
    }
}

extension IntroducedSpeech {
    fileprivate static func make(surface: String, verb: String, place: Int, context: HitContext) -> IntroducedSpeech {
        IntroducedSpeech(
            field: .text, span: ByteSpan(place * 90, place * 90 + surface.utf8.count), surface: surface, verb: verb,
            implies: verb == "claim" ? "doubt" : "neutral", passageIndex: place, word: 3, speaker: 0, context: context, status: .counted)
    }
}
