import Articles
import Diagnostics
import Foundation
import Lexicons
import Scoring
import TestSupport
import Testing
import Words

@Suite struct TallyTests {
    static let lexicon = makeLexicon(concepts: [("status", ["occupied": ["occupied"], "disputed": ["disputed"]])])

    /// Articles that share a run of 30 words, and one that repeats a passage of its own.
    static let articles: [Article] = {
        let background =
            "The valley has been disputed since the war ended and the two sides have met nine times without any result that either of them would sign or even read aloud in public."
        return [
            makeArticle("First of all.\n\(background)", id: "a.txt", date: "2020-01-01"),
            makeArticle("Second of all, occupied.\n\(background) New words.", id: "b.txt", date: "2020-01-02"),
            makeArticle("The occupied hill.\nThe occupied hill.", id: "c.txt", date: "2020-01-03"),
            makeArticle("Another outlet. \(background)", id: "d.txt", source: "T", date: "2020-01-04"),
        ]
    }()

    static var tallies: [ArticleTally] { LexiconScorer(lexicon: lexicon, voices: .full).score(articles) }

    @Test func mergingInAnyGroupingAndOrderGivesEqualTallies() {
        let parts = Self.tallies.map { Tally([$0]) }
        let left = parts[0].merging(parts[1]).merging(parts[2]).merging(parts[3])
        let right = parts[3].merging(parts[1].merging(parts[2].merging(parts[0])))
        #expect(left == right)
        #expect(left == Tally(Self.tallies))
        #expect(left.merging(Tally()) == left)
        #expect(left.merging(parts[2]) == left)
    }

    @Test func textUnderOneDocThatDiffersIsNamedAsAClash() {
        var other = Self.tallies[0]
        other.sha256 = "other"
        #expect(Tally(Self.tallies + [other]).clashingDocs == ["a.txt"])
    }

    @Test func aRunOf25WordsCountsOnceForTheEarlierArticleOfTheSource() {
        let settled = SettledTally(Tally(Array(Self.tallies[..<3])))
        let statuses = settled.articles.map { $0.tally.hits.map(\.status) }
        #expect(statuses == [[.counted], [.counted, .repeated], [.counted, .duplicate]])
        #expect(settled.sharedRuns.map(\.wordCount) == [32])
        #expect(settled.articles[1].wordsSetAside == 32)
        #expect(settled.articles[2].wordsSetAside == 3)
    }

    @Test func aRunOf25WordsThatTwoSourcesHaveCountsForNeither() {
        let settled = SettledTally(Tally(Self.tallies))
        let statuses = settled.articles.map { $0.tally.hits.map(\.status) }
        #expect(statuses == [[.shared], [.counted, .repeated], [.counted, .duplicate], [.shared]])
        #expect(settled.articles.map(\.wordsShared) == [32, 0, 0, 32])
        #expect(settled.articles.map(\.wordsSetAside) == [0, 32, 3, 0])
    }

    @Test func theWordsOfAnArticleAreItsWordsWhateverTheirVoice() {
        for article in SettledTally(Tally(Self.tallies)).articles {
            let all = article.tally.passages.reduce(0) { $0 + $1.wordCount }
            #expect(article.words.total + article.wordsSetAside + article.wordsShared == all)
        }
    }

    @Test func aLineOfScoresReadsBackAsItWasWritten() throws {
        for tally in Self.tallies {
            guard case .article(let read) = try ScoreLine(json: Data(ScoreLine.article(tally).json)) else {
                Issue.record("not an article: \(tally.doc)")
                continue
            }
            #expect(read == tally)
        }
    }

    @Test func linesThatAreNoScoresAreNamedAndTheRestIsRead() throws {
        let good = Data(ScoreLine.article(Self.tallies[0]).json)
        let read = ScoreFiles([("s.jsonl", good + Data("\n{\n{\"schema\":\"other/1\"}\n\n".utf8))])
        #expect(read.tally.articles.count == 1)
        #expect(read.diagnostics.map(\.line) == [2, 3])
    }

    /// Changes of a tally of two passages, the first of which has voice runs, hits and an introduction; with what the message says.
    private static let impossible: [(change: @Sendable (inout ArticleTally) -> Void, says: String)] = [
        ({ $0.passages[0].span.start = -1 }, "passages[0].span is bytes -1..<"),
        ({ $0.passages[0].span.end = -1 }, "passages[0].span is bytes 0..<-1"),
        ({ $0.passages[1].span.end = .max }, "passages[1].span"),
        ({ $0.passages[1].span.end = $0.passages[1].span.start }, "passages[1].signature has 4 words, and the passage 0 bytes"),
        ({ $0.passages[0].voiceRuns[0].first = -1 }, "passages[0].voiceRuns[0] is words -1..<3"),
        ({ $0.passages[0].voiceRuns[0].end = 0 }, "passages[0].voiceRuns[0] is words 0..<0"),
        ({ $0.passages[0].voiceRuns[0].end = .max }, "passages[0].voiceRuns[0]"),
        (
            { $0.passages[0].voiceRuns.append($0.passages[0].voiceRuns[0]) },
            "passages[0].voiceRuns[1] is words 0..<3 of 3..<6 that are left"
        ),
        ({ $0.passages[0].voiceRuns[0].speaker = 1 }, "passages[0].voiceRuns[0].speaker is 1 of 1"),
        ({ $0.passages[0].voiceRuns[0].speaker = -1 }, "passages[0].voiceRuns[0].speaker is -1 of 1"),
        ({ $0.speakers = [] }, "speaker is 0 of 0"),
        ({ $0.hits[0].passageIndex = 2 }, "hits[0].passageIndex is 2 of 2"),
        ({ $0.hits[0].passageIndex = .min }, "hits[0].passageIndex"),
        ({ $0.hits[0].firstWord = -1 }, "hits[0] is words -1..<2 of a passage of 6"),
        ({ $0.hits[0].firstWord = 5 }, "hits[0] is words 5..<2 of a passage of 6"),
        ({ $0.hits[0].endWord = 7 }, "hits[0] is words 1..<7 of a passage of 6"),
        ({ $0.hits[0].span.start = .min }, "hits[0].span"),
        ({ $0.hits[0].span.end = 0 }, "hits[0].span"),
        ({ $0.hits[0].span.end = .max }, "hits[0].span"),
        ({ $0.introductions[0].passageIndex = -1 }, "introductions[0].passageIndex is -1 of 2"),
        ({ $0.introductions[0].word = .max }, "introductions[0] is word 9223372036854775807 of a passage of 6"),
        ({ $0.introductions[0].span.start = .max }, "introductions[0].span"),
        ({ $0.introductions[0].speaker = 9 }, "introductions[0].speaker is 9 of 1"),
        ({ $0.unbalancedQuotations = -1 }, "unbalancedQuotations is -1"),
        ({ $0.unbalancedQuotations = .max }, "unbalancedQuotations is 9223372036854775807"),
    ]

    @Test func aLineWhoseNumbersReferToNothingIsLeftOutAndTheNumberNamed() throws {
        let article = makeArticle("\u{201C}The occupied hill,\u{201D} Ann Holt said.\nThe hill is disputed.", id: "a.txt")
        let tally = LexiconScorer(lexicon: Self.lexicon, voices: .full).score([article])[0]
        #expect(ScoreFiles([("s", Data(ScoreLine.article(tally).json))]).diagnostics.isEmpty)
        for (change, says) in Self.impossible {
            var changed = tally
            change(&changed)
            let read = ScoreFiles([("s", Data(ScoreLine.article(changed).json))])
            #expect(read.tally.articles.isEmpty)
            #expect(read.diagnostics.count == 1)
            let message = read.diagnostics.first?.message ?? ""
            #expect(message.hasPrefix("this line was left out: ") && message.contains(says), "\(message) should say \(says)")
        }
    }

    @Test func wordTablesOfPartsAddUpToTheTableOfTheWhole() {
        var sum = WordTable(articles: Array(Self.articles[..<2]))
        sum.merge(WordTable(articles: Array(Self.articles[2...])))
        #expect(sum == WordTable(articles: Self.articles))
        let count = sum.sources["S"]?.words.first { $0.word == "occupied" }
        #expect(count?.articles == 2 && count?.occurrences == 3)
    }
}
