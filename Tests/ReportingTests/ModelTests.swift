import Articles
import Scoring
import Testing

@testable import Comparing
@testable import Reporting

struct ModelTests {
    @Test(arguments: [(0, "0"), (7, "7"), (999, "999"), (1204, "1,204"), (1_000_000, "1,000,000"), (-1204, "\u{2212}1,204")])
    func numbersAreGroupedByThousands(_ number: Int, _ expected: String) {
        #expect(NumberStyle.page.digits(number) == expected)
    }

    @Test func aNumberAndItsNounStayTogetherOnThePage() {
        #expect(NumberStyle.page.counted(1, "hit") == "1\u{A0}hit")
        #expect(NumberStyle.page.counted(1204, "hit") == "1,204\u{A0}hits")
        #expect(NumberStyle.plain.counted(1204, "hit") == "1,204 hits")
    }

    @Test(arguments: [(0, "no"), (1, "one"), (12, "twelve"), (13, "13"), (1300, "1,300")])
    func numbersUpToTwelveAreWords(_ number: Int, _ expected: String) {
        #expect(NumberStyle.page.word(number) == expected)
    }

    @Test(arguments: [
        ("Harbour Post", "Harbour Post"), ("Exactly eighteen c", "Exactly eighteen c"), ("Nineteen characters", "Nineteen characte…"),
        ("The Long Standing Observer (retold)", "The Long Standing… (retold)"), ("Meridian Wire (retold)", "Meridian Wire (retold)"),
        ("", ""),
    ])
    func longNamesAreCutButStayRetold(_ name: String, _ expected: String) {
        #expect(Names.short(name) == expected)
    }

    @Test func slugsAreSafeAndUnique() {
        let slugs = Names.slugs([
            "TASS", "tass", "a_b", "a-b", "", "שלום", "x\" onload=1", "a--b", "tass-2", String(repeating: "long", count: 50),
        ])
        #expect(Set(slugs).count == slugs.count)
        #expect(
            slugs.allSatisfy {
                !$0.isEmpty && $0.utf8.count < 40 && $0.allSatisfy { $0 == "-" || $0.isASCII && ($0.isNumber || $0.isLowercase) }
            })
        #expect(slugs.allSatisfy { !$0.contains("--") })
        #expect(slugs.prefix(4) == ["tass", "tass-2", "a-b", "a-b-2"])
    }

    @Test(arguments: [
        ("2020-10-07", "2020-10-07", "7 Oct 2020"), ("2020-10-07", "2020-10-26", "7 to 26 Oct 2020"),
        ("2020-09-30", "2020-11-01", "30 Sep to 1 Nov 2020"),
        ("2020-09-30", "2023-09-19", "30 Sep 2020 to 19 Sep 2023"), ("2020", "2021", "2020 to 2021"),
        ("2020-09", "2020-10", "Sep 2020 to Oct 2020"),
    ])
    func dateRangesSayEachPartOnce(_ first: String, _ last: String, _ expected: String) throws {
        let model = ReportModel(ComparisonFixture.finishedValley(), record: ComparisonFixture.record, numbers: .plain)
        let range = try #require(ArticleDate(first))...(try #require(ArticleDate(last)))
        #expect(model.range(range) == expected)
    }

    private static func concept(_ counts: [VoiceCounts]) -> ComparedConcept {
        let framings = counts.enumerated().map { ComparisonFixture.FramingPlan(id: "f\($0)", label: "F\($0)", terms: ["t"], counts: [$1]) }
        let plan = ComparisonFixture(
            sources: [ComparisonFixture.SourcePlan(name: "A", dates: ["2020"])],
            concepts: [ComparisonFixture.ConceptPlan(id: "c", label: "C", question: nil, framings: framings)]
        )
        var concept = plan.comparison().concepts[0]
        concept.framings.sort { $0.id < $1.id }
        return concept
    }

    @Test func anEmptyAnswerNamesWhatSharedTextHolds() {
        var concept = Self.concept([VoiceCounts()])
        #expect(ShortAnswer(concept: concept, source: 0).emptiness(.page) == "0, nothing found")
        concept.evidence[0].bothWays.withShared.hits = 3
        #expect(ShortAnswer(concept: concept, source: 0).emptiness(.plain) == "0; 3 hits in text that other sources have too")
    }

    @Test func theShortAnswerNamesTwoOwnWordingsAndOnePassedOn() {
        let answer = ShortAnswer(
            concept: Self.concept([VoiceCounts(own: 8, reported: 8, quoted: 3), VoiceCounts(own: 2, quoted: 4), VoiceCounts(own: 1)]),
            source: 0)
        #expect(answer.own.map(\.framing) == [0, 1] && answer.own.map(\.count) == [8, 2])
        #expect(answer.passedOn == [ShortAnswer.Wording(framing: 0, count: 11, voice: .reported)])
        #expect(answer.tiedBeyond == 0)
    }

    @Test func aTieIsShownAsATie() {
        let four = ShortAnswer(concept: Self.concept([Int](repeating: 1, count: 4).map { VoiceCounts(own: $0) }), source: 0)
        #expect(four.own.count == 4 && four.tiedBeyond == 0)
        let six = ShortAnswer(concept: Self.concept([5, 1, 1, 1, 1, 1].map { VoiceCounts(own: $0) }), source: 0)
        #expect(six.own.count == 4 && six.tiedBeyond == 2)
    }

    @Test func withoutOwnWordsTwoPassedOnWordingsAreShown() {
        let answer = ShortAnswer(
            concept: Self.concept([VoiceCounts(quoted: 2), VoiceCounts(reported: 1), VoiceCounts(distanced: 4)]), source: 0)
        #expect(answer.own.isEmpty && answer.passedOn.map(\.framing) == [2, 0])
        #expect(answer.passedOn.map(\.voice) == [.distanced, .quoted])
    }

    @Test func anUnseenWordingGoesBeforeOneAlreadyShown() {
        let answer = ShortAnswer(concept: Self.concept([VoiceCounts(own: 5, reported: 3), VoiceCounts(quoted: 2)]), source: 0)
        #expect(answer.passedOn.map(\.framing) == [1])
    }

    @Test func aSmallComparisonKeepsEverySentence() {
        let comparison = ComparisonFixture.finishedValley()
        let sample = EvidenceSample(comparison)
        #expect(sample.keptCount == comparison.hitsCounted)
    }

    @Test func aLargeComparisonKeepsAnEvenSampleInOrder() {
        let comparison = ComparisonFixture.large(sources: 14, framings: 12, concepts: 4, articles: 9).comparison()
        let sample = EvidenceSample(comparison)
        #expect(sample.keptCount < comparison.hitsCounted)
        for (concept, value) in comparison.concepts.enumerated() {
            for framing in value.framings.indices {
                for source in comparison.sources.indices {
                    let all = value.framings[framing].cells[source].hits
                    let kept = sample.hits(CellReference(concept: concept, framing: framing, source: source))
                    let places = kept.map { hit in all.firstIndex { $0.hit == hit.hit } ?? -1 }
                    #expect(places == places.sorted() && !places.contains(-1))
                    let own = all.filter { $0.hit.voice == .own }
                    #expect(kept.count { $0.hit.voice == .own } == min(own.count, kept.count))
                    let articles = Dictionary(kept.filter { $0.hit.voice == .own }.map { ($0.article, 1) }, uniquingKeysWith: +)
                    if own.count > kept.count { #expect((articles.values.max() ?? 0) - (articles.values.min() ?? 0) <= 1) }
                }
            }
        }
    }

    @Test func everyConceptKeepsSentencesWhereRoomIsShort() throws {
        let comparison = try SampleComparisons.comparison("sixty")
        let sample = EvidenceSample(comparison)
        for concept in comparison.concepts.indices {
            let frequent = comparison.sources.indices.map { CellReference(concept: concept, framing: 0, source: $0) }
            let found = frequent.filter { comparison.concepts[concept].framings[0].cells[$0.source].counts.total > 0 }
            #expect(found.allSatisfy { !sample.hits($0).isEmpty })
        }
    }

    @Test func hitsWithoutASentenceAreCountedAndSaidToBeMissing() {
        var plan = ComparisonFixture.valley
        plan.keptPerCell = 3
        let comparison = plan.comparison()
        let page = ComparisonReport(comparison, record: ComparisonFixture.record, hashOfInlineBlock: { _ in "" }).html()
        #expect(page.contains("3 of 19 kept here"))
        #expect(page.contains("2 of 57") == false)
        #expect(PageScan(page).all("mark").count < comparison.hitsCounted)
    }

    @Test(arguments: [(1, 6, MatrixPlan.joined), (4, 10, .joined), (6, 40, .byConcept), (7, 3, .turned), (60, 40, .turned)])
    func theMatrixTurnsWithTheSizeOfTheCorpus(_ sources: Int, _ framings: Int, _ expected: MatrixPlan) {
        let comparison = ComparisonFixture.large(sources: sources, framings: framings, concepts: 1, articles: 2).comparison()
        #expect(MatrixPlan(ReportModel(comparison, record: ComparisonFixture.record, numbers: .page)) == expected)
    }

    @Test func wordsOfEverySpeakerAddUpToTheSourcesWords() {
        let comparison = ComparisonFixture.finishedValley()
        let sides = SpeakerShares.sides(of: comparison)
        for source in comparison.sources {
            #expect(SpeakerShares(source, sides: sides).segments.reduce(0) { $0 + $1.words } == source.words.total)
        }
    }
}
