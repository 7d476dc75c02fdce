import Articles
import Comparing
import Foundation
import Scoring
import TestSupport
import Testing

@testable import Reporting

/// The words that two articles of one source share, and those between that only one has.
struct RepeatTextTests {
    private static let opening = (1...30).map { "opening\($0)" }.joined(separator: " ")
    private static let ending = (1...28).map { "ending\($0)" }.joined(separator: " ")

    private static func page(_ first: String, _ second: String) -> String {
        let articles = [
            makeArticle(first, id: "a.txt", source: "Hill Post", date: "2020-10-07"),
            makeArticle(second, id: "b.txt", source: "Hill Post", date: "2020-10-26"),
        ]
        let lexicon = makeLexicon(concepts: [("land", ["held": ["held"]])])
        let settled = SettledTally(Tally(LexiconScorer(lexicon: lexicon, voices: .full).score(articles)))
        let texts = ReadableTexts(articles, settled: settled, voices: VoiceReader(speakers: []))
        return ComparisonReport(
            Comparator(lexicon: lexicon, voiceMode: .full).compare(settled), record: ComparisonFixture.record, texts: texts,
            hashOfInlineBlock: { _ in "" }
        ).html().components(between: "id=repeats", and: "</section>")
    }

    @Test func whatOnlyOneHasIsFramedAndSaysInWhich() {
        let page = Self.page(
            "The held weir. \(Self.opening). The <old> gate. \(Self.ending).", "New day. \(Self.opening). Two <new> gates. \(Self.ending).")
        #expect(page.contains("<p class=shared dir=auto>opening1 opening2"))
        #expect(page.contains("<del><small>only 7\u{A0}Oct\u{A0}2020:</small> The &lt;old&gt; gate.</del>"))
        #expect(page.contains("<ins><small>only 26\u{A0}Oct\u{A0}2020:</small> Two &lt;new&gt; gates.</ins> ending1"))
        #expect(page.contains("<b>58</b> words"))
    }

    @Test func runsFarApartAreParagraphsOfTheirOwn() {
        let between = { (word: String) in (1...40).map { "\(word)\($0)" }.joined(separator: " ") }
        let page = Self.page(
            "\(Self.opening). \(between("first")). \(Self.ending).", "\(Self.opening). \(between("second")). \(Self.ending).")
        #expect(PageScan(page).all("p").count { $0.attributes["class"] == "shared" } == 2)
        #expect(!page.contains("<ins>") && !page.contains("first1"))
    }

    @Test func aLongRunIsCutAndSaysSo() {
        let long = (1...200).map { "word\($0)" }.joined(separator: " ")
        let page = Self.page("\(long). The held weir.", "\(long). Another.")
        #expect(page.contains("word120 \u{2026}") && !page.contains("word121"))
    }
}
