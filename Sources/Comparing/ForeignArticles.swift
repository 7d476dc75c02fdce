import Lexicons

/// Articles in languages that the lexicon has no terms for, so that what is not found there says nothing.
package struct ForeignArticles: Hashable, Sendable {
    package let count: Int
    /// As the articles name them, sorted.
    package let languages: [String]

    /// Nil where there are none; an article that names no language is taken to be in the lexicon's.
    init?(among articles: [ComparedArticle], lexicon: Lexicon) {
        let terms = lexicon.concepts.lazy.flatMap(\.framings).flatMap(\.terms)
        var known: Set<Substring> = []
        for term in terms {
            guard let language = term.language ?? lexicon.language else { return nil }
            known.insert(Self.primary(language))
        }
        let foreign = articles.compactMap(\.language).filter { !known.contains(Self.primary($0)) }
        guard !foreign.isEmpty, !known.isEmpty else { return nil }
        count = foreign.count
        languages = Set(foreign).sorted()
    }

    /// "en" of "en-GB".
    private static func primary(_ language: String) -> Substring { Substring(language.lowercased()).prefix { $0 != "-" && $0 != "_" } }

    var caveat: Caveat {
        let listed = Phrasing.list(languages.map { [.plain($0)] }).map(\.text).joined()
        return Caveat(
            code: "foreign-articles",
            sentence:
                "\(Phrasing.counted(count, "article")) \(count == 1 ? "is" : "are") in \(listed), for which the lexicon has no terms: that nothing is found there says nothing."
        )
    }
}
