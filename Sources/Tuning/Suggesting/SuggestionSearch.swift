package import Articles
package import Lexicons
package import Scoring

/// Finds words that a lexicon does not list and that behave in the texts as its words do.
///
/// The words of the texts that hits cover are the examples of what a framing word looks like here; all other telling words are unlabelled.
/// A logistic regression between the two, on slots, neighbours, endings and frequencies, orders the unlabelled: those most like the listed
/// ones come first. Nothing but the texts and the lexicon is asked; there is no list of answers.
/// Source: Elkan and Noto (Learning classifiers from only positive and unlabeled data, KDD 2008); Harris (Distributional structure, 1954).
/// What stands high is worth a look, no more: a word can stand where framings stand and frame nothing.
package struct SuggestionSearch: Sendable {
    /// Words read at most, whole articles spread evenly over the corpus; words rare beyond that are no material for a share.
    package static let mostWords = 1_500_000

    private static let penalty = 20.0
    /// Above what the fit gives it: a frequent word changes the counts more.
    private static let frequencyWeight = 0.8
    /// A word that stands in longer terms or conditions was seen by the lexicon's owner and left out.
    private static let mentionedWeight = 1.0
    private static let variantWeight = 1.0

    private let lexicon: Lexicon
    private let voices: VoiceMode
    private let rejected: Set<String>

    /// - Parameter rejected: folded words that shall not come back, with all words of their stems.
    package init(lexicon: Lexicon, voices: VoiceMode = .none, rejected: Set<String> = []) {
        self.lexicon = lexicon
        self.voices = voices
        self.rejected = Set(rejected.map(WordStem.stem))
    }

    /// The suggestions in `articles`, best first.
    ///
    /// - Complexity: O(words read), and O(distinct words) for each step of the fit.
    package func suggestions(in articles: [Article], most: Int, threads: Int = 1) -> SuggestionList {
        let articles = Self.evenly(articles)
        let tallies = LexiconScorer(lexicon: lexicon, voices: voices, keptContexts: 0, parts: .speech).score(articles, threads: threads)
        let text = SuggestionText(articles, tallies: tallies)
        var listed = ListedWords(lexicon)
        let ranked = rank(text, &listed)
        let writer = SuggestionWriter(text: text, articles: articles, tallies: tallies, listed: listed)
        return SuggestionList(
            suggestions: ranked.prefix(most).map { writer.suggestion($0) }, wordsRead: text.tokens.count, articlesRead: articles.count)
    }

    private func rank(_ text: SuggestionText, _ listed: inout ListedWords) -> [WordFamily] {
        let families = WordFamily.families(of: text)
        let places = families.flatMap(\.places)
        let features = FamilyFeatures(text, table: SlotTable(text, places: places), listed: listed)
        let rows = families.map { features.row(of: $0) }
        let model = RidgeLogisticRegression(
            rows: rows, labels: families.map(\.isCovered), prior: FamilyFeatures.prior, penalty: Self.penalty)
        var scored: [(family: WordFamily, score: Double)] = []
        for (family, row) in zip(families, rows) where !family.isCovered && !rejected.contains(family.stem) {
            guard let open = unlisted(family, in: text, &listed) else { continue }
            let isMentioned = open.words.contains { listed.mentioned.contains(text.words[$0].folded) }
            let isVariant = listed.entriesByStem[family.stem] != nil
            let bonus = (isVariant ? Self.variantWeight : 0) - (isMentioned ? Self.mentionedWeight : 0)
            scored.append((open, model.score(row) + Self.frequencyWeight * row[0] + bonus))
        }
        return scored.sorted { (-$0.score, $0.family.stem) < (-$1.score, $1.family.stem) }.map(\.family)
    }

    /// The family without the words that some term lists; nil where none is left.
    private func unlisted(_ family: WordFamily, in text: SuggestionText, _ listed: inout ListedWords) -> WordFamily? {
        let words = family.words.filter { !listed.lists(text.words[$0].folded) }
        guard !words.isEmpty else { return nil }
        var open = family
        open.words = words
        open.places = family.places.filter { words.contains(text.tokens[$0].word) }
        return open
    }

    private static func evenly(_ articles: [Article]) -> [Article] {
        let bytes = articles.reduce(0) { $0 + $1.text.count }
        // English news has about six bytes a word.
        let share = Double(mostWords * 6) / Double(max(bytes, 1))
        guard share < 1 else { return articles }
        return articles.enumerated().filter { Int(Double($0.offset + 1) * share) > Int(Double($0.offset) * share) }.map(\.element)
    }
}
