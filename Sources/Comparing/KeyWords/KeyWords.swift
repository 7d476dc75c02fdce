/// Words outside the lexicon that stand in more articles of one source than of the others.
///
/// A check on the lexicon: what sets sources apart that no framing covers. Repeats are left out, and words inside a hit; all voices count.
package struct KeyWords: Sendable {
    /// Articles that each side needs for a list.
    package static let leastArticles = 10
    /// Articles of one side that a word must stand in to be tested.
    package static let leastArticlesWithWord = 3

    package enum Outcome: Sendable, Hashable {
        /// No source has articles enough on both sides.
        case tooFewArticles
        /// The scores came without the words behind their hashes.
        case noVocabulary
        case listed
    }

    package var outcome: Outcome
    /// One for each source, in order.
    package var lists: [KeyWordList]
}

/// One source against all others together.
package struct KeyWordList: Sendable {
    /// Articles with a word that counts, of the source and of the others.
    package var articlesHere: Int
    package var articlesElsewhere: Int
    /// Words tested together, which the bounds allow for; 0 where no list could be made.
    package var tested = 0
    /// Those that passed, most telling first.
    package var words: [KeyWord] = []

    package var hasEnoughArticles: Bool { min(articlesHere, articlesElsewhere) >= KeyWords.leastArticles }
}

package struct KeyWord: Sendable, Hashable {
    /// Folded.
    package var word: String
    /// Articles that hold it, of the source and of the others.
    package var articlesHere: Int
    package var articlesElsewhere: Int
    package var occurrencesHere: Int
    package var occurrencesElsewhere: Int
    /// log2 of how many times larger the part of the source's articles with the word is: 1 is twice; 0.5 stands in for no article.
    package var logRatio: Double
    /// The conservative limit of `logRatio`, above 0: at least so much with 95 % confidence in all tested words together.
    package var bound: Double
    /// The log-odds z that orders the list.
    package var z: Double
}
