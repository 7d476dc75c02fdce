import Articles
import Lexicons
import Scoring
import TestSupport
import Testing

/// The scan is the reference: from an index the same tallies must come, whatever the lexicon.
@Suite struct IndexScorerTests {
    private func scan(_ articles: [Article], _ lexicon: Lexicon, _ voices: VoiceMode) -> [ArticleTally] {
        LexiconScorer(lexicon: lexicon, voices: voices).score(articles)
    }

    /// Articles whose passages, kinds and languages differ, of random words that random terms meet often.
    private func articles(_ source: inout RandomLexicons, count: Int) -> [Article] {
        (0..<count).map { number in
            let lines = (0..<source.pick([0, 1, 2, 5])).map { _ in
                source.text() + source.pick(["", " said Ana Holt.", "\u{201C}A b,\u{201D} Ana Holt said."])
            }
            let kinds = lines.map { _ in source.pick([PassageKind.body, .body, .headline, .link, .boilerplate, .caption]) }
            return makeArticle(
                lines.joined(separator: "\n"), id: "\(number)", source: source.pick(["S", "T", nil]),
                date: source.pick(["2020-10-07", nil]),
                kinds: kinds, language: source.pick(["en", "en", "en-GB", "tr", "az", "ru"]))
        }
    }

    @Test(arguments: 0..<24) func talliesEqualThoseOfTheScan(seed: Int) throws {
        var source = RandomLexicons(seed: 7_000 + UInt64(seed))
        let articles = articles(&source, count: 12)
        let voices = VoiceMode.allCases[seed % 3]
        let index = try makeIndex(of: articles, voices: voices)
        #expect(index.articleCount == articles.count)
        for round in 0..<40 {
            var lexicon = source.lexicon()
            lexicon.language = source.pick([nil, "en", "tr"])
            lexicon.concepts[0].framings[0].terms[0].language = source.pick([nil, nil, "en", "ru", "tr"])
            let found = try IndexScorer(index: index, lexicon: lexicon, voices: voices).tallies()
            let expected = scan(articles, lexicon, voices)
            guard found != expected else { continue }
            let terms = lexicon.concepts.map { $0.framings.map { $0.terms.map(\.pattern.source) } }
            let pairs = zip(found, expected).filter { $0 != $1 }
            Issue.record("seed \(seed), round \(round), \(terms): \(pairs.map { ($0.hits, $1.hits) })")
            return
        }
    }

    /// Articles in which the lexicon before found the same keep their tallies.
    @Test(arguments: 0..<12) func talliesAfterThoseOfAnotherLexiconEqualThoseOfTheScan(seed: Int) throws {
        var source = RandomLexicons(seed: 8_000 + UInt64(seed))
        let articles = articles(&source, count: 12)
        let index = try makeIndex(of: articles)
        var lexicon = source.lexicon()
        var known: IndexedTallies?
        for _ in 0..<20 {
            switch source.pick([0, 0, 1, 2, 3, 4]) {
            case 0: lexicon.concepts[0].framings[0].terms = source.lexicon().concepts[0].framings[0].terms
            case 1: lexicon = source.lexicon()
            case 2: lexicon.language = source.pick([nil, "en", "tr"])
            case 3: lexicon.speakers = source.pick([[], [Speaker(name: "Ana Holt", side: "North", aliases: ["Ana"])]])
            default: lexicon.concepts[0].id += "x"
            }
            let found = try IndexScorer(index: index, lexicon: lexicon, voices: .full).tallies(after: known)
            #expect(found.tallies == scan(articles, lexicon, .full), "seed \(seed)")
            known = found
        }
    }

    @Test func hitsComeOneByOneAsTheScanHasThem() throws {
        var source = RandomLexicons(seed: 5)
        let articles = articles(&source, count: 30)
        let index = try makeIndex(of: articles)
        for _ in 0..<30 {
            let lexicon = source.lexicon()
            let hits = IndexScorer(index: index, lexicon: lexicon, voices: .full).search(threads: 2)
            let expected = scan(articles, lexicon, .full).enumerated().flatMap { number, tally in tally.hits.map { (number, $0) } }
            let found = try hits.all()
            #expect(found.map(\.article) == expected.map(\.0))
            #expect(found.map(\.match.span) == expected.map(\.1.span))
            #expect(found.map(\.surface) == expected.map(\.1.surface))
            #expect(found.map(\.voice) == expected.map(\.1.voice))
            #expect(found.map(\.speaker) == expected.map(\.1.speaker))
            #expect(hits.countsByArticle() == articles.indices.map { number in expected.count { $0.0 == number } })
            #expect(hits.countsByTerm().values.reduce(0, +) == hits.count)
        }
    }

    @Test(arguments: [VoiceMode.marks, .none, .full]) func voicesThatTheIndexDoesNotHoldAreReadFromItsWords(mode: VoiceMode) throws {
        let text = "Ana Holt said the clashes went on.\n\u{201C}The clashes are over,\u{201D} the minister said."
        let articles = [makeArticle(text)]
        let index = try makeIndex(of: articles, voices: .marks)
        let speakers = [Speaker(name: "Ana Holt", side: "North", aliases: ["the minister"])]
        let lexicon = makeLexicon(concepts: [("c", ["f": ["clashes"]])], speakers: speakers)
        let scorer = IndexScorer(index: index, lexicon: lexicon, voices: mode)
        #expect(try scorer.tallies() == scan(articles, lexicon, mode))
        let hits = try scorer.search().all()
        #expect(hits.map(\.voice) == scan(articles, lexicon, mode)[0].hits.map(\.voice))
    }

    @Test(arguments: ["ru", "en-GB", nil]) func anArticleWithoutALanguageHasTheVoicesOfTheLexicons(language: String?) throws {
        let article = makeArticle("Ana Holt said that the clashes went on.", language: nil)
        let index = try makeIndex(of: [article])
        var lexicon = makeLexicon(concepts: [("c", ["f": ["clashes"]])])
        lexicon.language = language
        let tallies = scan([article], lexicon, .full)
        #expect(tallies[0].hits.map(\.voice) == [language == "ru" ? .own : .reported])
        #expect(tallies[0].readsMarksOnly == (language == "ru"))
        #expect(try IndexScorer(index: index, lexicon: lexicon, voices: .full).tallies() == tallies)
    }

    @Test func aTermOfAnyShapeIsFoundWithoutItsText() throws {
        let text =
            "The U.S. President met Baku\u{2019}s counter-terrorism chief, and IRAN\u{B4}s co\u{AD}operation\u{200B}pact ended; caf\u{E9} cafe\u{301}s."
        let articles = [makeArticle(text), makeArticle("Kad\u{131}k\u{F6}y ISPARTA \u{130}zmir", id: "b", language: "tr")]
        let index = try makeIndex(of: articles)
        let terms = [
            "U.S. president", "counter-terrorism", "counterterrorism", "Baku's", "*ation", "coop* pact", "=IRAN", "=Iran", "caf\u{E9}*",
            "\u{131}sparta", "isparta", "izmir", "(met|saw) <0-2> chief", "?he", "*", "=C*", "kad?k*", "the <0-9> ended",
        ]
        for term in terms {
            let lexicon = makeLexicon(concepts: [("c", ["f": [term]])])
            #expect(try IndexScorer(index: index, lexicon: lexicon, voices: .full).tallies() == scan(articles, lexicon, .full), "\(term)")
        }
    }

    /// Words are gone through in batches of 65,536.
    @Test func matchesOverTheBorderOfTwoBatchesAreFound() throws {
        var random = SeededRandom(seed: 65_536)
        let words = ["a", "b", "c", "d"] + Array(repeating: "x", count: 60)
        var text = (0..<66_000).map { _ in words.randomElement(using: &random) ?? "" }
        for place in stride(from: 65_400, to: 65_700, by: 7) { text[place] = "a" }
        let articles = [makeArticle(text.joined(separator: " "))]
        let index = try makeIndex(of: articles, voices: .none)
        let terms = ["a <0-50> d <0-50> b", "(a|b|c) <0-9> (c|d) <0-9> (a|b|d)", "a x", "x a", "(x|a) <3-7> (a|b|c)"]
        let lexicon = makeLexicon(concepts: terms.map { ($0, ["f": [$0]]) })
        #expect(try IndexScorer(index: index, lexicon: lexicon, voices: .none).tallies() == scan(articles, lexicon, .none))
    }

    @Test func anEmptyLexiconAndAnEmptyCorpusHaveNoHits() throws {
        let lexicon = makeLexicon(concepts: [("c", ["f": []])])
        #expect(try IndexScorer(index: makeIndex(of: []), lexicon: lexicon, voices: .full).tallies().isEmpty)
        let index = try makeIndex(of: [makeArticle(""), makeArticle("...", id: "b")])
        #expect(IndexScorer(index: index, lexicon: lexicon, voices: .full).search().count == 0)
    }

    @Test func anyNumberOfThreadsGivesTheSame() throws {
        var source = RandomLexicons(seed: 9)
        let articles = articles(&source, count: 40)
        let index = try makeIndex(of: articles)
        let scorer = IndexScorer(index: index, lexicon: source.lexicon(), voices: .full)
        let one = try scorer.tallies(threads: 1)
        #expect(try scorer.tallies(threads: 2) == one)
        #expect(try scorer.tallies(threads: 7) == one)
    }
}
