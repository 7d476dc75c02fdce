import Comparing

/// The sentences about words outside the lexicon; the same in both outputs.
struct KeyWordText {
    /// Rows that a source's list has in a report; the data have them all.
    static let mostRows = 6

    private let comparison: Comparison
    private let keyWords: KeyWords
    private let numbers: NumberStyle

    init(_ keyWords: KeyWords, _ model: ReportModel) {
        comparison = model.comparison
        self.keyWords = keyWords
        numbers = model.numbers
    }

    var introduction: String {
        "No lexicon here: words outside its hits, in any voice, with repeats removed. "
            + "A word is listed where the 95% limit of its Log Ratio, with all tested words taken together, is above 0."
    }

    /// Why there is no list at all; nil where there is one.
    var reasonForNone: String? {
        switch keyWords.outcome {
        case .tooFewArticles: "Too few articles for a word list: each side needs \(KeyWords.leastArticles); here \(articleCounts(all))."
        case .noVocabulary:
            "No word list: the files of scores lack the closing lines that \u{2018}parallax score\u{2019} writes, which hold the words."
        case .listed: nil
        }
    }

    /// The sources with a list, by index.
    var listed: [Int] { keyWords.outcome == .listed ? all.filter { keyWords.lists[$0].hasEnoughArticles } : [] }

    /// "Too few articles for a word list of X (4)"; nil where every source has a list.
    var sourcesWithout: String? {
        let without = all.filter { !keyWords.lists[$0].hasEnoughArticles }
        guard keyWords.outcome == .listed, !without.isEmpty else { return nil }
        return "Too few articles for a word list, which needs \(KeyWords.leastArticles) on each side: \(articleCounts(without))."
    }

    /// The list of the source at `index` as a sentence.
    func sentence(_ index: Int) -> String {
        let list = keyWords.lists[index]
        let subject = "found in more of \(comparison.sources[index].name)\u{2019}s articles than \(others(than: index))"
        let tested = "(tested \(numbers.counted(list.tested, "word")))"
        guard !list.words.isEmpty else { return "No word passed as \(subject) \(tested)." }
        return "Words \(subject): \(rows(index).map(\.word).joined(separator: ", ")) \(tested)."
    }

    func rows(_ index: Int) -> ArraySlice<KeyWord> { keyWords.lists[index].words.prefix(Self.mostRows) }

    /// "12 of 14 articles here, 1 of 20 elsewhere".
    func articles(_ word: KeyWord, of index: Int) -> String {
        "\(here(word, of: index)) articles here, \(elsewhere(word, of: index)) elsewhere"
    }

    func here(_ word: KeyWord, of index: Int) -> String { numbers.part(word.articlesHere, of: keyWords.lists[index].articlesHere) }
    func elsewhere(_ word: KeyWord, of index: Int) -> String {
        numbers.part(word.articlesElsewhere, of: keyWords.lists[index].articlesElsewhere)
    }

    /// "Log Ratio 3.1, at least 0.4".
    func ratio(_ word: KeyWord) -> String { "Log Ratio \(numbers.hundredths(word.logRatio)), at least \(numbers.hundredths(word.bound))" }

    /// "3 more in the JSON file"; nil where all are shown.
    func rest(_ index: Int) -> String? {
        let rest = keyWords.lists[index].words.count - Self.mostRows
        return rest > 0 ? "\(numbers.digits(rest)) more in the JSON file." : nil
    }

    private var all: Range<Int> { keyWords.lists.indices }

    private func others(than index: Int) -> String {
        all.count == 2 ? "\(comparison.sources[1 - index].name)\u{2019}s" : "the other sources\u{2019}"
    }

    private func articleCounts(_ indices: some Sequence<Int>) -> String {
        indices.map { "\(comparison.sources[$0].name) \(numbers.digits(keyWords.lists[$0].articlesHere))" }.joined(separator: ", ")
    }
}
