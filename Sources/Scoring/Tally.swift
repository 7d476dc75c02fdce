/// The tallies of a set of articles: a monoid, so that parts scored apart merge into the tally of the whole in any grouping.
///
/// Articles stand in the order of their doc, then of the hash of their bytes. The same article in two parts counts once.
package struct Tally: Hashable, Sendable {
    package private(set) var articles: [ArticleTally]

    package init(_ articles: [ArticleTally] = []) {
        // Places are sorted: a tally is large, and sorting would copy each many times.
        let order = articles.indices.sorted { Self.precedes(articles[$0], articles[$1]) }
        var distinct: [ArticleTally] = []
        distinct.reserveCapacity(articles.count)
        for place in order where distinct.isEmpty || distinct[distinct.count - 1] != articles[place] { distinct.append(articles[place]) }
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
        if left.doc != right.doc { return left.doc < right.doc }
        return (left.sha256, left.sourceName) < (right.sha256, right.sourceName)
    }
}
