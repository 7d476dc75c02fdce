/// The tallies of a set of articles: a monoid, so that parts scored apart merge into the tally of the whole in any grouping.
///
/// Articles stand in the order of their doc, then of the hash of their bytes. The same article in two parts counts once.
package struct Tally: Hashable, Sendable {
    package private(set) var articles: [ArticleTally]

    package init(_ articles: [ArticleTally] = []) {
        // Places are sorted: a tally is large, and sorting would copy each many times.
        let heads = Self.heads(of: articles)
        let order = articles.indices.sorted { left, right in
            if let heads, heads[left] != heads[right] { return heads[left] < heads[right] }
            return Self.precedes(articles[left], articles[right])
        }
        var distinct: [ArticleTally] = []
        distinct.reserveCapacity(articles.count)
        for place in order {
            // Nearly all differ in their doc, which is seen without comparing all else.
            let last = distinct.count - 1
            if last >= 0, distinct[last].doc == articles[place].doc, distinct[last] == articles[place] { continue }
            distinct.append(articles[place])
        }
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

    /// The first seven bytes of each doc, by which most are in order; nil where one of them or the one behind is not ASCII.
    private static func heads(of articles: [ArticleTally]) -> [UInt64]? {
        var heads: [UInt64] = []
        heads.reserveCapacity(articles.count)
        for index in articles.indices {
            let bytes = articles[index].doc.utf8.prefix(8)
            // A mark behind the eighth byte may join it to another character.
            guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
            heads.append(bytes.prefix(7).reduce(0) { $0 << 8 | UInt64($1) } << UInt64(8 * max(0, 7 - bytes.count)))
        }
        return heads
    }

    private static func precedes(_ left: ArticleTally, _ right: ArticleTally) -> Bool {
        if left.doc != right.doc { return left.doc < right.doc }
        return (left.sha256, left.sourceName) < (right.sha256, right.sourceName)
    }
}
