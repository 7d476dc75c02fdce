import Articles
import Lexicons
import Scoring
import TestSupport
import Testing

@testable import Comparing

@Suite struct KeyWordTests {
    static let lexicon = makeLexicon(concepts: [("status", ["annexed": ["annexed"], "drowned": ["drowned valley"]])])

    static func keyWords(_ articles: [Article]) -> KeyWords? {
        let tally = Tally(LexiconScorer(lexicon: lexicon, voices: .full).score(articles))
        return Comparator(lexicon: lexicon, voiceMode: .full).compare(SettledTally(tally)) { Vocabulary(articles: articles) }.keyWords
    }

    /// `count` articles of a source: a sentence that all sources share in words, then the extra words of every article.
    static func articles(_ source: String, _ count: Int, extra: (Int) -> String = { _ in "" }) -> [Article] {
        (0..<count).map { makeArticle("Rain fell on pier \(source)\($0). \(extra($0))", id: "\(source)\($0)", source: source) }
    }

    static let ferries = articles("Alpha", 14) { "The ferry waited \($0)." } + articles("Beta", 15) { _ in "A lorry waited." }

    @Test func wordsOfMoreArticlesOfASourceAreListedAndSharedOnesAreNot() throws {
        let keyWords = try #require(Self.keyWords(Self.ferries))
        #expect(keyWords.outcome == .listed)
        #expect(keyWords.lists.map { $0.words.map(\.word) } == [["ferry", "the"], ["lorry"]])
        let ferry = keyWords.lists[0].words[0]
        #expect(ferry.articlesHere == 14 && ferry.articlesElsewhere == 0 && ferry.bound > 0 && ferry.bound < ferry.logRatio)
    }

    @Test func testedWordsStandInThreeArticlesOfOneSide() throws {
        // rain, fell, on, pier, waited, the, ferry, lorry; "a" has one letter, the numbers none, and each pier stands in one article.
        #expect(try #require(Self.keyWords(Self.ferries)).lists.map(\.tested) == [8, 8])
    }

    @Test func oneArticleThatRepeatsAWordDoesNotMakeAKeyWord() throws {
        let shouting = String(repeating: "ferry ", count: 500)
        let texts = Self.articles("Alpha", 14) { $0 == 0 ? shouting : "" } + Self.articles("Beta", 14)
        #expect(try #require(Self.keyWords(texts)).lists.allSatisfy { $0.words.isEmpty })
    }

    @Test func wordsInsideHitsAreNotCounted() throws {
        let texts = Self.articles("Alpha", 14) { _ in "The annexed quay. A drowned valley." } + Self.articles("Beta", 14)
        let words = try #require(Self.keyWords(texts)).lists[0].words.map(\.word)
        #expect(words == ["quay", "the"])
    }

    @Test func repeatsWithinASourceAreNotCounted() throws {
        let notice =
            "Every quay closes at dusk unless the harbour master has raised two lamps above the north mole and the bell has rung for those who still wait beside their carts."
        let texts = Self.articles("Alpha", 14) { _ in notice } + Self.articles("Beta", 14)
        #expect(try #require(Self.keyWords(texts)).lists[0].words.isEmpty)
    }

    @Test(arguments: [(9, 30, [0, 0]), (10, 9, [0, 0]), (10, 10, [1, 0])])
    func fewerThanTenArticlesOnASideGiveNoList(here: Int, elsewhere: Int, listed: [Int]) throws {
        let texts = Self.articles("Alpha", here) { _ in "ferry" } + Self.articles("Beta", elsewhere)
        let keyWords = try #require(Self.keyWords(texts))
        #expect(keyWords.lists.map(\.words.count) == listed)
        #expect(keyWords.outcome == (min(here, elsewhere) < 10 ? .tooFewArticles : .listed))
        #expect(keyWords.lists.map(\.articlesHere) == [here, elsewhere])
    }

    @Test func ofSeveralSourcesOneStandsAgainstAllOthers() throws {
        let texts = Self.articles("Alpha", 14) { _ in "ferry" } + Self.articles("Beta", 4) { _ in "lorry" } + Self.articles("Gamma", 9)
        let keyWords = try #require(Self.keyWords(texts))
        #expect(keyWords.lists.map(\.articlesElsewhere) == [13, 23, 18])
        #expect(keyWords.lists.map { $0.words.map(\.word) } == [["ferry"], [], []])
    }

    @Test func oneSourceHasNothingToBeSetApartFrom() {
        #expect(Self.keyWords(Self.articles("Alpha", 30)) == nil)
        #expect(Self.keyWords([]) == nil)
    }

    @Test func scoresWithoutWordsSaySo() {
        let tally = Tally(LexiconScorer(lexicon: Self.lexicon, voices: .full).score(Self.ferries))
        let comparison = Comparator(lexicon: Self.lexicon, voiceMode: .full).compare(SettledTally(tally))
        #expect(comparison.keyWords?.outcome == .noVocabulary)
    }

    @Test func articlesThatDifferByChanceAloneGiveNoWords() throws {
        var random = SeededRandom(seed: 7)
        let texts = (0..<60).map { number in
            let words = (0..<120).map { _ in "w\(["a", "e", "i", "o"][Int(random.next() % 4)])x\(random.next() % 40)" }
            return makeArticle(words.joined(separator: " "), id: "\(number)", source: number.isMultiple(of: 2) ? "Alpha" : "Beta")
        }
        let lists = try #require(Self.keyWords(texts)).lists
        #expect(lists.allSatisfy { $0.words.isEmpty && $0.tested > 100 })
    }

    @Test func frequenciesAreThoseOfANaiveCount() {
        let settled = SettledTally(Tally(LexiconScorer(lexicon: Self.lexicon, voices: .full).score(Self.ferries)))
        let frequencies = WordFrequencies(settled, grouping: SourceGrouping(settled))
        let waited = WordSignature.hash(ofFolded: "waited")
        let counts = frequencies.sources.map { source in source.entries.first { frequencies.hashes[$0.word] == waited }?.articles }
        #expect(counts == [14, 15])
        for source in frequencies.sources { #expect(source.occurrences == source.entries.reduce(0) { $0 + $1.occurrences }) }
        #expect(frequencies.occurrences.reduce(0, +) == settled.articles.reduce(0) { $0 + $1.hashesOutsideHits().count })
    }

    @Test func aFloodOfOneWordIsOneWordOfOneArticle() throws {
        let flood = makeArticle(String(repeating: "ferry ", count: 100_000), id: "flood", source: "Alpha")
        let texts = [flood] + Self.articles("Alpha", 12) + Self.articles("Beta", 12)
        #expect(try #require(Self.keyWords(texts)).lists[0].words.isEmpty)
    }
}
