package import Scoring

/// With which verbs each source introduces the words of each side: whether one side "says" where another "claims".
///
/// Counts only. A speaker who denies something is rightly said to deny it, so no finding is drawn from these.
package struct SpeechIntroductions: Sendable {
    /// Groups of verbs with a count, most first, then by name; the columns of every row.
    package var groups: [SpeechVerbGroup] = []
    /// One for each source and side with a verb: in the order of the sources, sides by name, speakers without a side last.
    package var rows: [IntroducedSide] = []

    package init() {}

    package var total: Int { groups.reduce(0) { $0 + $1.count } }
}

/// Verbs that imply the same of what is said.
package struct SpeechVerbGroup: Sendable {
    /// As in `lexicons/reporting-verbs.yaml`: "neutral", "doubt".
    package var implies: String
    /// Base forms, most frequent first, then by letters.
    package var verbs: [SpeechVerbCount]

    package var count: Int { verbs.reduce(0) { $0 + $1.count } }
}

package struct SpeechVerbCount: Hashable, Sendable {
    package var verb: String
    package var count: Int
}

/// How one source introduces the speakers of one side.
package struct IntroducedSide: Sendable {
    /// Index into `Comparison.sources`.
    package var source: Int
    /// As the lexicon names it; nil for speakers without a side or a name.
    package var side: String?
    /// One for each of `SpeechIntroductions.groups`, in their order.
    package var cells: [IntroductionCell]
}

package struct IntroductionCell: Sendable {
    package var verbs: [SpeechVerbCount]
    /// All that were counted, by article and place.
    package var introductions: [ComparedIntroduction]

    package var count: Int { introductions.count }
}

/// A verb that introduces speech and where it stands.
package struct ComparedIntroduction: Sendable {
    /// Index into `Comparison.articles`.
    package var article: Int
    /// The speaker's name; nil where nobody is named.
    package var speaker: String?
    package var speech: IntroducedSpeech
}

/// Articles in a language for which the rules of voice read quotation marks only.
package struct LanguageByMarks: Hashable, Sendable {
    /// BCP 47.
    package var language: String
    package var articles: Int

    package init(language: String, articles: Int) {
        self.language = language
        self.articles = articles
    }
}
