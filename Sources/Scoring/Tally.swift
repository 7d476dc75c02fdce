/// The tallies of a set of articles: a monoid, so that parts scored apart merge into the tally of the whole in any grouping.
///
/// Articles stand in the order of their doc, then of the hash of their bytes. The same article in two parts counts once.
package struct Tally: Hashable, Sendable {
    package private(set) var articles: [ArticleTally]

    package init(_ articles: [ArticleTally] = []) {
        var distinct: [ArticleTally] = []
        for article in articles.sorted(by: Self.precedes) where distinct.last != article { distinct.append(article) }
        self.articles = distinct
    }

    /// The tally of both.
    package func merging(_ other: Tally) -> Tally { Tally(articles + other.articles) }

    /// Docs under which different texts stand, in order: such a tally cannot be compared.
    package var clashingDocs: [String] {
        zip(articles, articles.dropFirst()).filter { $0.doc == $1.doc }.map(\.0.doc).reduce(into: []) { docs, doc in
            if docs.last != doc { docs.append(doc) }
        }
    }

    private static func precedes(_ left: ArticleTally, _ right: ArticleTally) -> Bool {
        (left.doc, left.sha256, left.sourceName) < (right.doc, right.sha256, right.sourceName)
    }
}
