import Lexicons
import Scoring

/// Text that stands in two sources or more, such as agency copy: left out of the comparison, and here with it in.
package struct WireCopy: Sendable {
    /// One source's part of it.
    package struct Share: Sendable {
        /// Articles of the source, and those with such text.
        package var articles: Int
        package var articlesWithCopy: Int
        package var words: Int
        /// Hits of the leading concept in all voices, and their level: as compared, and with such text in.
        package var hitsWithout: Int
        package var hitsWith: Int
        package var levelWithout: EvidenceLevel
        package var levelWith: EvidenceLevel
    }

    /// The first concept of the lexicon with a hit, in such text or outside; nil without any.
    package let conceptIndex: Int?
    /// One for each source, in order.
    package let shares: [Share]

    /// Nil where no two sources share a run of text.
    init?(lexicon: Lexicon, grouping: SourceGrouping, counting: HitCounting) {
        guard counting.setAside.wordsShared > 0 else { return nil }
        let sources = grouping.sources.indices
        let index = lexicon.concepts.indices.first { concept in
            lexicon.concepts[concept].framings.indices.contains { framing in
                sources.contains { !counting.hitsWithShared(concept: concept, framing: framing, source: $0).isEmpty }
            }
        }
        conceptIndex = index
        shares = sources.map { source in
            let framings = index.map { lexicon.concepts[$0].framings.indices } ?? 0..<0
            let without = framings.map { counting.hits(concept: index ?? 0, framing: $0, source: source) }
            let with = framings.map { counting.hitsWithShared(concept: index ?? 0, framing: $0, source: source) }
            let compared = grouping.sources[source]
            let articles = grouping.articles[compared.articles]
            return Share(
                articles: articles.count, articlesWithCopy: articles.count { $0.wordsShared > 0 },
                words: articles.reduce(0) { $0 + $1.wordsShared }, hitsWithout: without.joined().count, hitsWith: with.joined().count,
                levelWithout: SourceUse(without, in: compared, articles: grouping.articles).level,
                levelWith: SourceUse(with, in: compared, articles: grouping.articles).level)
        }
    }

    /// What was left out, and what the leading concept's counts would be with it.
    func caveat(_ comparison: Comparison) -> Caveat {
        let words = Phrasing.counted(shares.reduce(0) { $0 + $1.words }, "word")
        let articles = Phrasing.counted(shares.reduce(0) { $0 + $1.articlesWithCopy }, "article")
        let first = "\(words) in \(articles) stand in two sources or more and are left out, since equal text cannot tell sources apart."
        let changed = shares.indices.filter { shares[$0].hitsWith != shares[$0].hitsWithout }
        guard let conceptIndex, !changed.isEmpty else { return Caveat(code: "wire-copy", sentence: first) }
        let parts = changed.prefix(6).map { "\(comparison.sources[$0].name) \(shares[$0].hitsWith) instead of \(shares[$0].hitsWithout)" }
        let listed = Phrasing.list(parts.map { [.plain($0)] }).map(\.text).joined()
        let label = comparison.concepts[conceptIndex].label
        let levels = shares.contains { $0.levelWith != $0.levelWithout } ? " The level of evidence would differ too." : ""
        return Caveat(code: "wire-copy", sentence: "\(first) With them the hits on \u{201C}\(label)\u{201D} would be: \(listed).\(levels)")
    }
}
