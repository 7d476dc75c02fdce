import Scoring

/// Tests for each source which words more of its articles hold than of all others together.
///
/// The gate is the conservative Log Ratio of article frequencies with all words tested together (Evert 2022); the order is the log-odds z with
/// all sources as its background (Monroe, Colaresi and Quinn 2008). See `Keyness` and `LogOdds`.
struct KeyWordSearch {
    private let settled: SettledTally
    private let grouping: SourceGrouping

    init(_ settled: SettledTally, grouping: SourceGrouping) {
        self.settled = settled
        self.grouping = grouping
    }

    /// - Complexity: O(words), and one pair of limits for each distinct pair of article counts of a source.
    func keyWords(_ vocabulary: () -> Vocabulary?) -> KeyWords? {
        guard grouping.sources.count > 1 else { return nil }
        let frequencies = WordFrequencies(settled, grouping: grouping)
        let all = frequencies.sources.reduce(0) { $0 + $1.articles }
        let lists = frequencies.sources.map { KeyWordList(articlesHere: $0.articles, articlesElsewhere: all - $0.articles) }
        guard lists.contains(where: \.hasEnoughArticles) else { return KeyWords(outcome: .tooFewArticles, lists: lists) }
        guard let vocabulary = vocabulary() else { return KeyWords(outcome: .noVocabulary, lists: lists) }
        let tests = KeyWordTests(frequencies, vocabulary: vocabulary)
        return KeyWords(
            outcome: .listed, lists: lists.indices.map { lists[$0].hasEnoughArticles ? tests.filled(lists[$0], source: $0) : lists[$0] })
    }
}

/// The tests of all words that have a name and stand in articles enough.
private struct KeyWordTests {
    private let frequencies: WordFrequencies
    /// By index of a word; nil where it cannot be named or is too rare to be tested against any source.
    private let names: [String?]
    private let namedCount: Int
    private let occurrences: Int

    init(_ frequencies: WordFrequencies, vocabulary: Vocabulary) {
        self.frequencies = frequencies
        names = zip(frequencies.hashes, frequencies.articles).map { hash, articles in
            articles >= KeyWords.leastArticlesWithWord ? vocabulary.word(for: hash) : nil
        }
        namedCount = names.count { $0 != nil }
        occurrences = frequencies.sources.reduce(0) { $0 + $1.occurrences }
    }

    func filled(_ list: KeyWordList, source: Int) -> KeyWordList {
        let words = frequencies.sources[source]
        var filled = list
        // A word that the source does not have is tested too; of those it has, the ones too rare on both sides are not.
        filled.tested = namedCount - words.entries.count { names[$0.word] != nil && !isTested($0) }
        var limits: [ArticlePair: ConservativeLogRatio?] = [:]
        for entry in words.entries where entry.articles >= KeyWords.leastArticlesWithWord {
            guard let name = names[entry.word] else { continue }
            let counts = articleCounts(of: entry, in: list)
            guard counts.crossDifference > 0 else { continue }
            let pair = ArticlePair(here: counts.a, elsewhere: counts.b)
            let limit = limits[pair] ?? Keyness(counts).conservativeLogRatio(tests: filled.tested).value
            limits[pair] = limit
            guard let bound = limit?.bound, bound > 0 else { continue }
            if let word = keyWord(name, entry, counts: counts, bound: bound, sourceWords: words.occurrences) { filled.words.append(word) }
        }
        filled.words.sort { ($1.z, $0.word) < ($0.z, $1.word) }
        return filled
    }

    private struct ArticlePair: Hashable {
        let here: Int
        let elsewhere: Int
    }

    private func isTested(_ entry: WordFrequencies.Entry) -> Bool {
        max(entry.articles, frequencies.articles[entry.word] - entry.articles) >= KeyWords.leastArticlesWithWord
    }

    private func articleCounts(of entry: WordFrequencies.Entry, in list: KeyWordList) -> WordCounts {
        WordCounts(
            entry.articles, of: list.articlesHere, against: frequencies.articles[entry.word] - entry.articles, of: list.articlesElsewhere)
    }

    private func keyWord(_ name: String, _ entry: WordFrequencies.Entry, counts: WordCounts, bound: Double, sourceWords: Int) -> KeyWord? {
        let all = frequencies.occurrences[entry.word]
        let words = WordCounts(entry.occurrences, of: sourceWords, against: all - entry.occurrences, of: occurrences - sourceWords)
        let prior = LogOdds.Prior(backgroundCount: all, backgroundTotal: occurrences)
        guard let ratio = Keyness(counts).logRatio.value, let odds = LogOdds.of(words, prior: prior).value else { return nil }
        return KeyWord(
            word: name, articlesHere: counts.a, articlesElsewhere: counts.b, occurrencesHere: entry.occurrences,
            occurrencesElsewhere: all - entry.occurrences, logRatio: ratio, bound: bound, z: odds.z)
    }
}
