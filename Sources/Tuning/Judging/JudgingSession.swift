package import Articles
package import Foundation
package import Scoring
import Words

/// One coder going through a sample: which hit is next, and the lines that decisions leave.
///
/// It keeps nothing by itself: each decision gives the judgement to write, and `record` takes it once it is safe.
package struct JudgingSession: Sendable {
    package let coder: String
    /// Hits of the sample, judged ones included.
    package let sampleSize: Int
    private let articles: [ArticleTally]
    private let texts: [String: Article]
    private let sample: [JudgeableHit]
    private var verdicts: [JudgedPlace: Judgement.Verdict] = [:]
    private var skipped: Set<JudgedPlace> = []
    /// Judged by the coder, in earlier runs too, latest last, for undo.
    private var history: [(place: JudgeableHit, before: Judgement?)] = []
    private var standing: [JudgedPlace: Judgement] = [:]

    /// - Parameters:
    ///   - sample: hits of `articles` in the order in which they are to be judged.
    ///   - texts: the articles of the tallies.
    package init(coder: String, articles: [ArticleTally], texts: [Article], sample: [JudgeableHit], earlier: Judgements) {
        self.coder = coder
        self.articles = articles
        self.texts = Dictionary(texts.map { ($0.id, $0) }) { first, _ in first }
        self.sample = sample
        sampleSize = sample.count
        var judged: [(item: JudgeableHit, order: Int)] = []
        for item in sample {
            let place = JudgedPlace(articles[item.article].hits[item.hit], of: articles[item.article])
            guard let known = earlier.byPlace[place]?[coder] else { continue }
            standing[place] = known.judgement
            judged.append((item, known.order))
        }
        history = judged.sorted { $0.order < $1.order }.map { ($0.item, nil) }
    }

    package var judged: Int { standing.count }
    package var kept: Int { standing.values.count { $0.verdict == .keep } }
    package var rejected: Int { standing.values.count { $0.verdict == .reject } }

    /// The first hit of the sample that is neither judged nor skipped; nil at the end.
    package var next: JudgeableHit? {
        sample.first { item in
            let place = place(of: item)
            return standing[place] == nil && !skipped.contains(place)
        }
    }

    package func hit(_ item: JudgeableHit) -> (hit: Hit, article: ArticleTally) {
        (articles[item.article].hits[item.hit], articles[item.article])
    }

    /// The judgement of a hit, to be written and then recorded.
    package func judgement(_ verdict: Judgement.Verdict, of item: JudgeableHit, reason: String?, at date: Date) -> Judgement {
        let (hit, article) = hit(item)
        let sentence = texts[article.doc].flatMap { JudgedSentence(of: hit, in: $0) }
        return Judgement(
            article: article.sha256, doc: article.doc, field: hit.field, start: hit.span.start, end: hit.span.end,
            sentence: sentence?.hash ?? "", offset: sentence?.offset ?? 0, surface: hit.surface, concept: hit.concept, framing: hit.framing,
            term: hit.term, verdict: verdict, reason: reason, who: coder, when: date.ISO8601Format()
        )
    }

    package mutating func record(_ judgement: Judgement, of item: JudgeableHit) {
        let place = place(of: item)
        history.append((item, standing[place]))
        standing[place] = judgement
    }

    package mutating func skip(_ item: JudgeableHit) { skipped.insert(place(of: item)) }

    /// What takes the coder's latest decision back, to be written and then forgotten by `forgetLatest`; nil where there is none.
    package func undoing(at date: Date) -> (judgement: Judgement, item: JudgeableHit)? {
        guard let last = history.last else { return nil }
        if let before = last.before { return (before, last.place) }
        return (judgement(.retract, of: last.place, reason: nil, at: date), last.place)
    }

    package mutating func forgetLatest() {
        guard let last = history.popLast() else { return }
        standing[place(of: last.place)] = last.before
    }

    private func place(of item: JudgeableHit) -> JudgedPlace {
        JudgedPlace(articles[item.article].hits[item.hit], of: articles[item.article])
    }
}
