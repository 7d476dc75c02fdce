import Lexicons
import Words

/// Articles in languages that the lexicon has no terms for, so that what is not found there says nothing.
package struct ForeignArticles: Hashable, Sendable {
    package let count: Int
    /// As the articles name them, sorted.
    package let languages: [String]

    /// Nil where there are none; an article that names no language is taken to be in the lexicon's.
    init?(among articles: [ComparedArticle], lexicon: Lexicon) {
        let terms = lexicon.concepts.lazy.flatMap(\.framings).flatMap(\.terms)
        var known: Set<String> = []
        for term in terms {
            guard let language = term.language ?? lexicon.language else { return nil }
            known.insert(LanguageTag.primary(language))
        }
        let foreign = articles.compactMap(\.language).filter { !known.contains(LanguageTag.primary($0)) }
        guard !foreign.isEmpty, !known.isEmpty else { return nil }
        count = foreign.count
        languages = Set(foreign).sorted()
    }

    var caveat: Caveat {
        let listed = Phrasing.list(languages.map { [.plain($0)] }).map(\.text).joined()
        return Caveat(
            code: "foreign-articles",
            sentence:
                "\(Phrasing.counted(count, "article")) \(count == 1 ? "is" : "are") in \(listed), for which the lexicon has no terms: that nothing is found there says nothing."
        )
    }
}
