import Articles
import Diagnostics
import Foundation
import Lexicons
import Scoring
import TestSupport
import Testing

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

    @Test func wordTablesOfPartsAddUpToTheTableOfTheWhole() {
        var sum = WordTable(articles: Array(Self.articles[..<2]))
        sum.merge(WordTable(articles: Array(Self.articles[2...])))
        #expect(sum == WordTable(articles: Self.articles))
        let count = sum.sources["S"]?.words.first { $0.word == "occupied" }
        #expect(count?.articles == 2 && count?.occurrences == 3)
    }
}
