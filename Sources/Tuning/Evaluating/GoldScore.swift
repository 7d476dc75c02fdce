import Articles
package import Comparing
package import Scoring
import Words

/// How a lexicon's hits meet the marks of people, overall and by source.
package struct GoldScore: Sendable {
    package let overall: LexiconAccuracy
    package let bySource: [(source: String, accuracy: LexiconAccuracy)]
    /// Articles of the run that the gold marks.
    package let articles: Int

    /// A hit is right where a mark of its concept and framing overlaps it; each mark is found once. Marks on second copies count neither way.
    ///
    /// - Parameter articles: settled; only counted hits are held against the marks.
    package init(_ articles: [ArticleTally], gold: GoldHits) {
        var counts: [String: Counts] = [:]
        var marked = 0
        for article in articles {
            guard let marks = gold.marks[article.doc] else { continue }
            marked += 1
            counts[article.sourceName, default: Counts()].add(article.hits.filter { $0.status == .counted }, marks)
        }
        self.articles = marked
        bySource = counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value.accuracy) }
        overall = counts.values.reduce(into: Counts()) { $0.add($1) }.accuracy
    }

    private struct Counts {
        var right = 0
        var wrong = 0
        var missed = 0

        var accuracy: LexiconAccuracy { LexiconAccuracy(truePositives: right, falsePositives: wrong, falseNegatives: missed) }

        mutating func add(_ other: Counts) {
            right += other.right
            wrong += other.wrong
            missed += other.missed
        }

        mutating func add(_ hits: [Hit], _ marks: [GoldHits.Mark]) {
            let lanes = Dictionary(grouping: marks.indices) { marks[$0].framing }
            var found: Set<Int> = []
            for hit in hits.filter({ $0.field == .text }) {
                let lane = lanes[FramingReference(concept: hit.concept, framing: hit.framing)] ?? []
                let overlapping = lane.filter { marks[$0].start < hit.span.end && hit.span.start < marks[$0].end }
                if let mark = overlapping.first(where: { !found.contains($0) }) {
                    found.insert(mark)
                    if !marks[mark].isDuplicate { right += 1 }
                } else {
                    wrong += 1
                }
            }
            missed += marks.indices.count { !marks[$0].isDuplicate && !found.contains($0) }
        }
    }
}
