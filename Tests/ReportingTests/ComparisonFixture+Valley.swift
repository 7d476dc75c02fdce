import Articles
import Reporting
import Scoring

@testable import Comparing

extension ComparisonFixture {
    private static func counts(_ own: Int, _ reported: Int, _ quoted: Int, _ distanced: Int = 0) -> VoiceCounts {
        VoiceCounts(own: own, reported: reported, quoted: quoted, distanced: distanced)
    }

    private static func framing(_ id: String, _ label: String, _ terms: [String], _ counts: [VoiceCounts]) -> FramingPlan {
        FramingPlan(id: id, label: label, terms: terms, counts: counts)
    }

    private static let none = VoiceCounts()

    /// Four sources, five articles, five concepts, 24 framings, about 170 hits: the size of corpus the page is drawn for.
    static var valley: ComparisonFixture {
        ComparisonFixture(sources: valleySources, concepts: [status, night, people, blame, injured])
    }

    private static let valleySources: [SourcePlan] = [
        SourcePlan(
            name: "Harbour Post", dates: ["2020-10-07", "2020-10-26"],
            headlines: ["Pumps stop at the upper weir", "Council meets over the weir"],
            speakers: [
                speaker("Ilse Marten", "Water company", quoted: 250, reported: 90),
                speaker("Jon Aspel", "Water company", quoted: 60, reported: 51),
            ], words: counts(373, 141, 310, 6)
        ),
        SourcePlan(
            name: "Meridian Wire (retold)", dates: ["2020-09-30"], headlines: ["Water company vows to keep the weir"],
            speakers: [
                speaker("Ruben Okke", "Province", quoted: 180, reported: 155, mentions: ["Okke", "the provincial secretary"]),
                speaker("Ilse Marten", "Water company", quoted: 60, reported: 101),
                speaker("Dora Finn", "Millers", quoted: 30, reported: 33),
                speaker("Tove Lind", "Village", quoted: 0, reported: 9), speaker("the ferryman", nil, quoted: 20, reported: 22),
            ], words: counts(290, 320, 290, 6)
        ),
        SourcePlan(
            name: "Unknown 2020", isKnown: false, dates: ["2020-11-01"],
            speakers: [
                speaker("Ilse Marten", "Water company", quoted: 95, reported: 110),
                speaker("Tove Lind", "Village", quoted: 13, reported: 77),
                speaker("Dora Finn", "Millers", quoted: 20, reported: 31),
            ], words: counts(256, 252, 128, 4)
        ),
        SourcePlan(
            name: "Unknown 2023", isKnown: false, dates: ["2023-09-19"], headlines: ["Night measures at the reservoir"],
            speakers: [
                speaker("Ilse Marten", "Water company", quoted: 200, reported: 77),
                speaker("Tove Lind", "Village", quoted: 13, reported: 64),
            ],
            words: counts(12, 141, 213, 3)
        ),
    ]

    private static func speaker(_ name: String, _ side: String?, quoted: Int, reported: Int, mentions: [String] = []) -> SpeakerWords {
        SpeakerWords(name: name, side: side, mentions: mentions, words: counts(0, reported, quoted))
    }

    private static let status = ConceptPlan(
        id: "reservoir_status", label: "Status of the reservoir", question: "What is the reservoir said to be?",
        framings: [
            framing(
                "company", "The company\u{2019}s own", ["the company\u{2019}s water", "company land", "our basin"],
                [counts(0, 4, 6), counts(2, 5, 4), counts(1, 0, 1), counts(0, 1, 2)]),
            framing(
                "seized", "Seized", ["seized reservoir", "the seizure", "taken by force"], [counts(0, 0, 2), counts(8, 8, 3), none, none]),
            framing("community-run", "Unrecorded commons", ["unrecorded commons"], [none, counts(1, 0, 0), none, counts(2, 0, 1)]),
            framing("disputed", "Disputed", ["disputed shore"], [counts(2, 0, 0), none, counts(1, 0, 0), none]),
            framing("village-held", "Village-held", ["held by the village"], [counts(1, 0, 0), none, counts(1, 1, 0), none]),
            framing("sacred", "Sacred lake", ["sacred lake"], [none, none, none, none]),
        ]
    )

    private static let night = ConceptPlan(
        id: "night-action", label: "The night action", question: "What is it called?",
        framings: [
            framing("clashes", "Clashes, scuffles", ["clashes", "scuffles"], [counts(4, 2, 0), counts(8, 2, 2), counts(3, 1, 0), none]),
            framing("raid", "Raid by the company", ["raid", "night raid"], [none, counts(0, 1, 0), counts(3, 3, 0), counts(1, 4, 1)]),
            framing("rescue", "Recovery, defence", ["recovery", "defence of the weir"], [counts(0, 0, 3), counts(1, 3, 2), none, none]),
            framing("ambush", "Ambush by the village", ["ambush"], [counts(0, 0, 1), counts(3, 1, 0), counts(0, 2, 0), none]),
            framing("safety", "Safety operation", ["safety operation"], [counts(0, 0, 1), none, none, counts(0, 0, 3, 1)]),
        ]
    )

    private static let people = ConceptPlan(
        id: "people", label: "The people at the gate", question: "Who are they said to be?",
        framings: [
            framing(
                "crowd", "Village crowd", ["village crowd", "the crowd"],
                [counts(0, 0, 2), counts(5, 1, 2), counts(0, 4, 0), counts(0, 1, 0)]),
            framing("neighbours", "Neighbours", ["neighbours"], [counts(1, 0, 0), counts(2, 1, 0), counts(1, 1, 0), counts(0, 2, 1)]),
            framing("council", "Village authorities", ["village authorities"], [none, none, counts(3, 0, 0), counts(1, 0, 1)]),
            framing("squatters", "Illegal or squatting", ["squatters"], [none, counts(1, 1, 1), none, counts(0, 0, 2)]),
            framing("rebels", "Rebels", ["rebels"], [none, none, none, none]),
        ]
    )

    private static let blame = ConceptPlan(
        id: "blame", label: "Cause and blame", question: "Who is said to have started it?",
        framings: [
            framing("nobody", "Nobody named", ["broke out"], [counts(3, 0, 0), counts(1, 0, 0), counts(1, 0, 0), none]),
            framing("village", "The village", ["started by the village"], [counts(0, 1, 1), counts(1, 1, 1), none, none]),
            framing("both", "Both sides", ["both sides"], [counts(1, 0, 0), none, counts(1, 0, 0), none]),
            framing("firm", "The company", ["started by the company"], [none, none, counts(0, 1, 0), counts(0, 0, 1)]),
        ]
    )

    private static let injured = ConceptPlan(
        id: "hurt", label: "Hurt and casualties", question: "Whose injured are counted?",
        framings: [
            framing("total", "Total, unspecified", ["people hurt"], [counts(1, 0, 0), counts(4, 0, 0), counts(1, 1, 0), none]),
            framing("guards", "Guards hurt", ["guards hurt"], [counts(0, 2, 0), none, counts(0, 1, 0), none]),
            framing("villagers", "Villagers hurt", ["villagers hurt"], [none, none, counts(0, 1, 0), none]),
            framing("displaced", "Families moved out", ["families moved out"], [none, none, none, none]),
        ]
    )

    /// The valley with the sentences, limits and set-aside numbers that a comparator writes.
    static func finishedValley() -> Comparison {
        var comparison = valley.comparison()
        comparison.lead = Lead(runs: [
            .plain("In their own words, "), .source("Harbour Post", index: 0), .plain(" writes "), .framing("disputed", voice: .own),
            .plain(", "),
            .source("Meridian Wire (retold)", index: 1), .plain(" writes "), .framing("seized", voice: .own), .plain(" and "),
            .source("Unknown 2023", index: 3), .plain(" writes "), .framing("unrecorded commons", voice: .own), .plain("; "),
            .source("Unknown 2020", index: 2), .plain(" spreads over three wordings. "), .framing("Safety operation", voice: .quoted),
            .plain(" is only ever someone else\u{2019}s word."),
        ])
        comparison.findings = valleyFindings
        comparison.caveats = [
            Caveat(code: "few-articles", sentence: "These sentences describe five texts, one or two per source."),
            Caveat(code: "no-generalisation", sentence: "They do not show how an outlet writes in general."),
            Caveat(code: "other-event", sentence: "One article is from 2023, about a different event."),
        ]
        comparison.repeats = [
            RepeatedPassage(earlier: 0, later: 1, words: 99, hitsSetAside: 7),
            RepeatedPassage(earlier: 0, later: 1, words: 62, hitsSetAside: 4),
        ]
        comparison.setAside.repeated = 11
        comparison.setAside.duplicate = 4
        comparison.setAside.link = 4
        comparison.setAside.rejected = 2
        comparison.setAside.wordsRepeated = 161
        comparison.setAside.wordsLeftOut = [.credit: 9, .link: 38, .boilerplate: 25]
        comparison.articles[1].wordsSetAside = 161
        comparison.articles[2].dateIsInferred = true
        comparison.unbalancedQuotations = 1
        return comparison
    }

    private static func finding(_ template: FindingTemplate, _ runs: [Run], _ meta: String, _ links: [CellReference]) -> Finding {
        Finding(template: template, level: .countsOnly, runs: runs, meta: meta, links: links, score: 1)
    }

    private static let valleyFindings = [
        finding(
            .ownWordOfOneSource,
            [
                .plain("Only "), .source("Meridian Wire (retold)", index: 1), .plain("\u{2019}s article writes "),
                .framing("seized", voice: .own),
                .plain(" in its own words: 8\u{A0}times. "), .source("Harbour Post", index: 0),
                .plain(" prints it twice, both times inside quotations from Ilse Marten."),
            ], "19 and 2\u{A0}hits", [CellReference(concept: 0, framing: 1, source: 1), CellReference(concept: 0, framing: 1, source: 0)]),
        finding(
            .nobodysOwnWord,
            [
                .framing("Safety operation", voice: .quoted), .plain(" is "), .strong("nobody\u{2019}s own word"),
                .plain(" here. Of 5 uses, 4 stand in quotation marks and 1 is kept at a distance."),
            ], "5\u{A0}hits in 2\u{A0}articles",
            [CellReference(concept: 1, framing: 4, source: 3), CellReference(concept: 1, framing: 4, source: 0)]),
        finding(
            .mirroredPair,
            [
                .plain("In own words, "), .framing("ambush by the village", voice: .own), .plain(" appears only in "),
                .source("Meridian Wire (retold)", index: 1),
                .plain(" (3\u{A0}hits), "), .framing("raid by the company", voice: .own), .plain(" only in the "),
                .strong("two unnamed sources"), .plain(" (3 and 1)."),
            ], "7\u{A0}own-word hits in 3\u{A0}articles",
            [
                CellReference(concept: 1, framing: 3, source: 1), CellReference(concept: 1, framing: 1, source: 2),
                CellReference(concept: 1, framing: 1, source: 3),
            ]),
        finding(
            .quotedWords,
            [
                .plain("Of 941\u{A0}words in direct quotation, water company speakers have 665, the province 180, millers 50 and "),
                .strong("the village 26"), .plain("."),
            ], "All 5\u{A0}articles", []),
        finding(
            .repetition,
            [
                .strong("39%"), .plain(" of "), .source("Harbour Post", index: 0),
                .plain("\u{2019}s later piece repeats its earlier one word for word, including every "),
                .framing("disputed", voice: .own), .plain(". Counted once, it has 2 such uses, not 4."),
            ], "161\u{A0}shared words", []),
        finding(
            .agreement,
            [
                .plain("All sources that mention "), .strong("the injured"), .plain(" write mainly "),
                .framing("total, unspecified", voice: .own), .plain("."),
            ], "6\u{A0}own-word hits", []),
    ]

    static let record = ReportRecord(
        programVersion: "0.1.0", commandLine: "parallax report articles --lexicon valley.yaml --output out",
        hitsCommand: "parallax hits articles --lexicon valley.yaml",
        lexicons: [RecordedFile(name: "valley.yaml", title: "Velden valley", version: "7", sha256: String(repeating: "4d5e", count: 16))],
        inputs: ["s0-0.txt", "s0-1.txt", "s1-0.txt", "s2-0.txt", "s3-0.txt"].enumerated().map { index, name in
            RecordedFile(name: name, sha256: String(repeating: "\(index)f3a9c07", count: 8))
        },
        diagnostics: RecordedDiagnostics(errors: 0, warnings: 1, notes: 0, messages: ["articles/s4-0.txt: warning: the file is empty"]),
        readingCaveats: [Caveat(code: "skipped-files", sentence: "One file was empty and was left out.")]
    )
}
