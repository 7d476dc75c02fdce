import Scoring

/// A framing of which a source's articles have no hit although others on the same events use it, with the count expected if it wrote like them.
package struct Silence: Sendable, Hashable {
    /// Indices into `Comparison.concepts`, its framings, and `Comparison.sources`.
    package var concept: Int
    package var framing: Int
    package var source: Int
    /// The source's articles on events that others covered too.
    package var articles: Int
    package var expected: Double
    /// The other sources with the framing in own words on these events.
    package var others: [Int]
}

/// Looks for silences by event: the source's own-words mentions of the concept on an event, shared out among its framings as the other sources
/// share theirs on that event.
///
/// Source: the project's statistics rules, section "Evidence levels": named from 5 expected hits on. An absence says nothing about intent.
struct SilenceFinder {
    static let leastExpected = 5.0

    let comparison: Comparison
    /// For each of the comparison's articles the event it is on, where known.
    let events: [Int?]

    func silences() -> [Silence] {
        comparison.concepts.indices.flatMap { concept -> [Silence] in
            let counts = counts(of: concept)
            return comparison.concepts[concept].framings.indices.flatMap { framing in
                comparison.sources.indices.compactMap { silence(Place(concept, framing), source: $0, counts) }
            }
        }
    }

    private struct Place {
        let concept: Int
        let framing: Int

        init(_ concept: Int, _ framing: Int) { (self.concept, self.framing) = (concept, framing) }
    }

    /// Own-voice hits by event, source and framing.
    private func counts(of concept: Int) -> [Int: [Int: [Int]]] {
        var counts: [Int: [Int: [Int]]] = [:]
        let framings = comparison.concepts[concept].framings
        for (framing, compared) in framings.enumerated() {
            for (source, cell) in compared.cells.enumerated() {
                for hit in cell.hits where hit.hit.voice == .own {
                    guard let event = events[hit.article] else { continue }
                    counts[event, default: [:]][source, default: Array(repeating: 0, count: framings.count)][framing] += 1
                }
            }
        }
        return counts
    }

    private func silence(_ place: Place, source: Int, _ counts: [Int: [Int: [Int]]]) -> Silence? {
        let cells = comparison.concepts[place.concept].framings[place.framing].cells
        // In no voice at all: a source that quotes the framing is not silent.
        guard cells[source].counts.total == 0 else { return nil }
        var expected = 0.0
        var users: Set<Int> = []
        for event in counts.keys.sorted() {
            guard let bySource = counts[event], let own = bySource[source] else { continue }
            let others = bySource.filter { $0.key != source }
            let mentions = others.values.reduce(0) { $0 + $1.reduce(0, +) }
            let uses = others.values.reduce(0) { $0 + $1[place.framing] }
            guard uses > 0 else { continue }
            expected += Double(own.reduce(0, +)) * Double(uses) / Double(mentions)
            users.formUnion(others.filter { $0.value[place.framing] > 0 }.keys)
        }
        guard expected >= Self.leastExpected else { return nil }
        return Silence(
            concept: place.concept, framing: place.framing, source: source, articles: sharedArticles(of: source), expected: expected,
            others: users.sorted()
        )
    }

    private func sharedArticles(of source: Int) -> Int {
        let own = comparison.sources[source].articles
        let covered = Set(comparison.articles.indices.filter { !own.contains($0) }.compactMap { events[$0] })
        return own.count { events[$0].map(covered.contains) ?? false }
    }
}

extension Silence {
    /// "X's 12 articles on these events hold none of the terms for A; written like the others they would hold about 7."
    func finding(in comparison: Comparison) -> Finding {
        let label = comparison.name(ofFraming: framing, of: concept)
        let own = comparison.concepts[concept].evidence[source]
        return Finding(
            template: .silence, level: own.level,
            runs: [
                .source(comparison.sources[source].name, index: source),
                .plain(
                    "\u{2019}s \(Phrasing.counted(articles, "article")) on these events \(articles == 1 ? "holds" : "hold") none of the terms for "
                ),
                .framing(Phrasing.inSentence(label), voice: .own),
                .plain(
                    "; written like the others \(articles == 1 ? "it" : "they") would hold about \(Phrasing.grouped(Int(expected.rounded())))."
                ),
            ],
            meta:
                "\(Phrasing.counted(own.counts.own, "own-words mention")) of \(Phrasing.inSentence(comparison.concepts[concept].label)) in this source",
            links: others.prefix(4).map { CellReference(concept: concept, framing: framing, source: $0) },
            score: 0.3 * expected.squareRoot()
        )
    }
}
