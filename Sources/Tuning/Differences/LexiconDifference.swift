package import Comparing
package import Scoring
import Words

/// What an edit of a lexicon changes: hits, figures and sentences.
package struct LexiconDifference: Sendable {
    package struct HitChange: Sendable {
        package enum Kind: String, Sendable, CaseIterable {
            case gained, lost
            /// To another framing of its concept.
            case moved
        }

        package let kind: Kind
        /// Index into the articles.
        package let article: Int
        package let old: Hit?
        package let new: Hit?
    }

    /// A source's counted hits of one framing.
    package struct FigureChange: Sendable, Hashable {
        package let source: String
        package let framing: FramingReference
        package let old: VoiceCounts
        package let new: VoiceCounts
    }

    package let hits: [HitChange]
    /// By source, then framing.
    package let figures: [FigureChange]
    package let sentences: [ConclusionChange]

    /// - Parameters:
    ///   - old: settled tallies by the old lexicon.
    ///   - new: of the same articles, in the same order, by the new one.
    package init(old: [ArticleTally], new: [ArticleTally], comparisons: (old: Comparison, new: Comparison)) {
        hits = zip(old, new).enumerated().flatMap { Self.changes(from: $1.0, to: $1.1, article: $0) }
        figures = Self.figures(old, new)
        sentences = ConclusionChange.between(Conclusion.all(of: comparisons.old), Conclusion.all(of: comparisons.new))
    }

    package func count(_ kind: HitChange.Kind) -> Int { hits.count { $0.kind == kind } }

    package var changesConclusion: Bool { sentences.contains(where: \.isConclusion) }

    /// - Complexity: O(hits), since both lists are in reading order.
    private static func changes(from old: ArticleTally, to new: ArticleTally, article: Int) -> [HitChange] {
        let before = Dictionary(grouping: old.hits.filter { $0.status == .counted }, by: Lane.init)
        let after = Dictionary(grouping: new.hits.filter { $0.status == .counted }, by: Lane.init)
        let lanes = Set(before.keys).union(after.keys)
        let changes = lanes.flatMap { Self.changes(in: before[$0] ?? [], after[$0] ?? [], article: article) }
        return changes.sorted { order($0) < order($1) }
    }

    /// Hits of one concept in one passage do not overlap, so that two lists of them are walked side by side.
    private struct Lane: Hashable {
        let passage: Int
        let concept: String

        init(_ hit: Hit) { (passage, concept) = (hit.passageIndex, hit.concept) }
    }

    private static func changes(in old: [Hit], _ new: [Hit], article: Int) -> [HitChange] {
        var changes: [HitChange] = []
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            if i < old.count, j < new.count, old[i].span.overlaps(new[j].span) {
                if old[i].framing != new[j].framing {
                    changes.append(HitChange(kind: .moved, article: article, old: old[i], new: new[j]))
                }
                (i, j) = (i + 1, j + 1)
            } else if j == new.count || (i < old.count && old[i].span.start < new[j].span.start) {
                changes.append(HitChange(kind: .lost, article: article, old: old[i], new: nil))
                i += 1
            } else {
                changes.append(HitChange(kind: .gained, article: article, old: nil, new: new[j]))
                j += 1
            }
        }
        return changes
    }

    private static func order(_ change: HitChange) -> (Int, Int, String) {
        let hit = change.old ?? change.new
        return (hit?.passageIndex ?? 0, hit?.span.start ?? 0, hit?.concept ?? "")
    }

    private struct Figure: Hashable {
        let source: String
        let framing: FramingReference
    }

    private static func figures(_ old: [ArticleTally], _ new: [ArticleTally]) -> [FigureChange] {
        let before = counts(old)
        let after = counts(new)
        return Set(before.keys).union(after.keys).compactMap { figure in
            let (old, new) = (before[figure] ?? VoiceCounts(), after[figure] ?? VoiceCounts())
            return old == new ? nil : FigureChange(source: figure.source, framing: figure.framing, old: old, new: new)
        }.sorted { ($0.source, $0.framing) < ($1.source, $1.framing) }
    }

    private static func counts(_ tallies: [ArticleTally]) -> [Figure: VoiceCounts] {
        tallies.reduce(into: [:]) { counts, article in
            for hit in article.hits where hit.status == .counted {
                let framing = FramingReference(concept: hit.concept, framing: hit.framing)
                counts[Figure(source: article.sourceName, framing: framing), default: VoiceCounts()][hit.voice] += 1
            }
        }
    }
}
