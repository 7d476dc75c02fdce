/// Why a statistic has no value; the raw values are the codes of every export.
package enum UndefinedReason: String, Sendable, Codable, Hashable, CaseIterable {
    /// The concept has one framing, which has every mention: rates compare it.
    case singleFraming = "single_framing"
    /// No article with a word.
    case noWords = "no_words"
    /// No hit to divide by.
    case noHits = "no_hits"
    /// One article cannot show how articles differ.
    case oneArticle = "one_article"
    /// A side has an estimate without limits.
    case noInterval = "no_interval"
    /// A side has nothing to compare.
    case emptyOutlet = "empty_outlet"
    /// The word stands in neither text.
    case absentFromBoth = "absent_from_both"
    /// The word does not stand in the text that is divided by.
    case absentFromReference = "absent_from_reference"
    /// The denominator has no hit, so only a lower limit exists.
    case unboundedAbove = "unbounded_above"
    /// The background does not hold the word, so the prior says nothing about it.
    case noBackground = "no_background"
    /// The text holds no other word, so there are no odds.
    case noOtherWords = "no_other_words"
    /// Everything is equal, so agreement or difference cannot show.
    case noVariation = "no_variation"
    /// No unit has two ratings.
    case tooFewRatings = "too_few_ratings"
    /// The table of ratings is empty.
    case noRatings = "no_ratings"
    /// The human sample has no label.
    case noLabels = "no_labels"
    /// Neither a label nor a hit.
    case noLabelsAndNoHits = "no_labels_and_no_hits"
    /// More articles than can be enumerated.
    case tooManyArticles = "too_many_articles"
}
