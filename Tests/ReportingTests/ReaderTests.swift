import Articles
import Comparing
import Foundation
import Scoring
import TestSupport
import Testing

@testable import Reporting

/// Full texts side by side: every counted hit marked, every sentence of the evidence within reach.
struct ReaderTests {
    private static let lexicon = makeLexicon(concepts: [
        ("land", ["held": ["held"], "disputed": ["disputed"]]), ("place", ["valley": ["disputed valley", "valley"]]),
    ])

    private static let articles = [
        makeArticle(
            "Mill dispute goes on\nA photograph of the held weir.\n\"The held land is ours,\" Ana Holt said. The disputed valley was quiet.\n"
                + "What comes next\nNothing was decided.\nRead more: the held bridge",
            id: "a.txt", source: "Hill Post", kinds: [.headline, .caption, .body, .subheading, .body, .link]),
        makeArticle("The disputed hill was quiet.", id: "b.txt", source: "Lake Times", date: "2020-10-08"),
    ]

    private static func page(_ articles: [Article] = articles, withTexts: Bool = true) -> String { report(articles, withTexts).html() }

    private static func report(_ articles: [Article], _ withTexts: Bool = true) -> ComparisonReport {
        let settled = SettledTally(Tally(LexiconScorer(lexicon: lexicon, voices: .full).score(articles)))
        let comparison = Comparator(lexicon: lexicon, voiceMode: .full).compare(settled)
        let texts = ReadableTexts(articles, settled: settled, voices: VoiceReader(speakers: []))
        return ComparisonReport(
            comparison, record: ComparisonFixture.record, texts: withTexts ? texts : nil, hashOfInlineBlock: { _ in "hash" })
    }

    /// The markup of the reader's texts.
    private static func reader(_ page: String) -> String { page.components(between: "<div class=reader", and: "</section>") }

    @Test func passagesStandAsWhatTheyAre() {
        let reader = Self.reader(Self.page())
        #expect(reader.contains("<h3 dir=auto>Mill dispute goes on</h3>"))
        #expect(reader.contains("<p class=caption dir=auto><small>Caption</small> "))
        #expect(reader.contains("<h4 dir=auto>What comes next</h4>"))
        #expect(reader.contains("No headline in the file"))
        #expect(!reader.contains("Read more"))
    }

    @Test func hitsCarryTheirHueVoiceAndLetterAndQuotationsAreShaded() {
        let reader = Self.reader(Self.page())
        #expect(
            reader.contains("<i>&quot;The <mark class=q1>held<sup>L</sup></mark> land is ours,&quot;</i>"))
        #expect(reader.contains("<span class=q>Ana Holt</span>"))
        #expect(reader.contains("<span class=o>Own</span>"))
    }

    @Test func hitsOfTwoConceptsOverTheSameWordsAreBothMarked() {
        let reader = Self.reader(Self.page())
        #expect(reader.contains("<mark class=o2><mark class=o1>disputed<sup>L</sup></mark></mark>"))
        #expect(reader.contains("valley<sup>P</sup></mark>"))
    }

    @Test func everySentenceOfTheEvidenceLeadsToItsPlace() {
        let page = PageScan(Self.page())
        let links = page.values("href").filter { $0.hasPrefix("#s") }
        let sentences = page.values("id").filter { $0.hasPrefix("s") }
        // Five hits and one verb of speech.
        #expect(links.count == 6)
        #expect(Set(links.map { String($0.dropFirst()) }) == Set(sentences))
        #expect(sentences.count == Set(sentences).count)
        #expect(page.badNesting == [])
    }

    @Test func twoListsChooseTheArticlesAndBeginWithTwoSources() {
        let page = PageScan(Self.page())
        let options = page.all("option")
        #expect(page.all("select").count == 2)
        #expect(options.compactMap { $0.attributes["value"] } == ["r1", "r2", "r1", "r2"])
        #expect(options.indices.filter { options[$0].attributes["selected"] != nil } == [0, 3])
    }

    @Test func oneArticleNeedsNoChoiceAndOneWithoutHitsIsReadToo() {
        let one = PageScan(Self.page([Self.articles[0]]))
        #expect(one.all("select").isEmpty && one.all("article").count == 1)
        let quiet = makeArticle("Nothing of note happened at the weir.", id: "c.txt", source: "Quiet Daily")
        #expect(Self.reader(Self.page(Self.articles + [quiet])).contains("<p dir=auto>Nothing of note happened at the weir.</p>"))
    }

    @Test func withoutTextsThereIsNoReaderAndTheMarkdownNeverHasOne() {
        let page = Self.page(withTexts: false)
        #expect(!page.contains("id=read") && !page.contains("href=#read") && !page.contains("href=#s"))
        #expect(Self.report(Self.articles).markdown() == Self.report(Self.articles, false).markdown())
    }

    @Test func hostileTextIsTextAndOtherDirectionsKeepTheirs() {
        let attack = "The held </article><script>x</script> \u{202E}land\u{0} & <b>."
        let page = Self.page([makeArticle(attack, id: "a.txt"), makeArticle("שלום held עולם.", id: "b.txt", source: "ש")])
        let scan = PageScan(page)
        #expect(scan.all("script").count == 1 && scan.all("article").count == 2 && scan.badNesting == [])
        #expect(!page.contains("\u{202E}") && page.contains("&lt;/article&gt;"))
        #expect(page.contains("<bdi>ש</bdi>"))
        let paragraphs = PageScan(Self.reader(page)).all("p").filter { $0.attributes["class"] != "meta" }
        #expect(paragraphs.count == 2 && paragraphs.allSatisfy { $0.attributes["dir"] == "auto" })
    }

    /// Articles, bytes of each, texts kept, what the method section says.
    @Test(
        arguments: [(40, 60, 40, nil), (100, 60, 40, "40 of 100"), (41, 36_000, 20, "20 of 41"), (12, 130_000, 0, "No full text is kept")]
            as [(Int, Int, Int, String?)])
    func largeCorporaKeepTheTextsWithMostEvidence(_ count: Int, _ size: Int, _ kept: Int, _ stated: String?) {
        let filler = String(repeating: "The weir was calm. ", count: size / 19)
        let articles = (0..<count).map { number in
            let held = String(repeating: "The held land. ", count: number < count - 1 ? 1 : 3)
            return makeArticle(
                "Day \(number). \(held)\(filler)", id: "a\(number + 100).txt", source: number.isMultiple(of: 2) ? "Hill Post" : "Lake Times"
            )
        }
        let page = Self.page(articles)
        #expect(PageScan(page).all("article").count == kept)
        if let stated { #expect(page.contains(stated)) }
        if kept > 0 { #expect(Self.reader(page).contains("Day \(count - 1). ")) }
        #expect(page.utf8.count < 2_000_000)
    }

    @Test func theWordingsOfTheLeadOpenTheirSentences() {
        let page = Self.page()
        let wordings = page.components(between: "<p class=lead>", and: "</p>").components(separatedBy: "<em class=").dropFirst()
        #expect(!wordings.isEmpty)
        for wording in wordings {
            let target = wording.components(between: "<a href=#", and: ">").dropFirst("<a href=#".count)
            #expect(!target.isEmpty && (page.contains("id=\(target)>") || page.contains("id=\(target) ")), "\(wording)")
        }
    }

    @Test func articlesOfOneSourceAndDayAreListedByTheirHeadlines() {
        let articles = [("Hill", "a"), ("Lake", "b"), ("Moor", "c")].map { headline, id in
            makeArticle("\(headline) news\nThe held land.", id: id, source: id == "c" ? "Two" : "One", date: nil, kinds: [.headline])
        }
        let listed = Self.page(articles).components(between: "<aside class=read", and: "</aside>")
        #expect(listed.contains(", Hill news") && listed.contains(", Lake news") && !listed.contains("Moor"), "\(listed)")
    }

    @Test(.timeLimit(.minutes(10))) func manyHitsInOneSentenceTakeLinearTime() {
        let long = String(repeating: "held valley ", count: 8_000)
        #expect(Self.page([makeArticle(long)]).contains("id=read"))
    }
}
