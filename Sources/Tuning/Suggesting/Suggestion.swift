package import Scoring

/// A framing by the ids of its concept and itself.
package struct FramingReference: Hashable, Sendable, Comparable {
    package let concept: String
    package let framing: String

    package init(concept: String, framing: String) {
        self.concept = concept
        self.framing = framing
    }

    package static func < (left: FramingReference, right: FramingReference) -> Bool {
        (left.concept, left.framing) < (right.concept, right.framing)
    }
}

/// A word that the lexicon does not list and perhaps should, with what speaks for it.
package struct Suggestion: Sendable {
    /// The form that stands in the texts most often, folded.
    package var word: String
    /// All unlisted forms, most frequent first.
    package var forms: [Form]
    package var reasons: [Reason]
    /// The framing that it might join; nil where nothing points to one.
    package var framing: FramingReference?
    /// Places that no hit covers, by source, most first.
    package var sources: [SourceCount]
    package var examples: [Example]

    package var count: Int { forms.reduce(0) { $0 + $1.count } }

    package struct Form: Hashable, Sendable {
        package let word: String
        package let count: Int
    }

    package enum Reason: Hashable, Sendable {
        /// An inflection or near derivation of a listed word.
        case formOf(String)
        /// One letter from a listed word.
        case spelledLike(String)
        /// Stands in a slot ("the ___ region") that listed words fill too.
        case standsLike(slot: String, listed: [String])
        /// Most of its places are in one source.
        case setsApart(source: String, count: Int)
        /// Stands in company of the lexicon's hits.
        case nearHits(count: Int)
    }

    package struct SourceCount: Hashable, Sendable {
        package let source: String
        package let count: Int
        package let articles: Int
    }

    package struct Example: Hashable, Sendable {
        package let doc: String
        package let source: String
        package let surface: String
        package let context: HitContext
    }
}

/// Suggestions, best first, and what they were found in.
package struct SuggestionList: Sendable {
    package let suggestions: [Suggestion]
    /// Reader-facing words read; fewer than the texts hold where `SuggestionSearch.mostWords` was reached.
    package let wordsRead: Int
    package let articlesRead: Int
}
