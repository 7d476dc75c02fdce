package import Scoring

/// The articles of a tally whose event several sources covered: what a comparison within the same story reads.
///
///     let selection = SameEventSelection(tally)
///     let comparison = Comparator(lexicon: lexicon, voiceMode: .full, sameEvent: selection.summary).compare(SettledTally(selection.kept))
package struct SameEventSelection: Sendable {
    package let kept: Tally
    package let summary: SameEventSummary

    /// - Complexity: O(articles × log articles).
    package init(_ tally: Tally) {
        let grouping = EventGrouping(tally.articles)
        var sources: [Int: Set<String>] = [:]
        for (article, event) in zip(tally.articles, grouping.events) {
            if let event { sources[event, default: []].insert(article.sourceName) }
        }
        var kept: [ArticleTally] = []
        var eventByDoc: [String: Int] = [:]
        var leftOut: [SameEventSummary.LeftOut] = []
        for (article, event) in zip(tally.articles, grouping.events) {
            if let event, let covering = sources[event], covering.count > 1 {
                kept.append(article)
                eventByDoc[article.doc] = event
            } else {
                let reason: SameEventSummary.Reason = article.date?.dayNumber == nil ? .undated : .noOtherSource
                leftOut.append(SameEventSummary.LeftOut(doc: article.doc, source: article.sourceName, reason: reason))
            }
        }
        self.kept = Tally(kept)
        summary = SameEventSummary(events: sources.values.count { $0.count > 1 }, eventByDoc: eventByDoc, leftOut: leftOut)
    }
}

/// What a comparison within the same story kept and left out.
package struct SameEventSummary: Sendable, Hashable {
    package enum Reason: String, Sendable, Hashable {
        /// No day of publication is known.
        case undated
        case noOtherSource = "no_other_source"
    }

    package struct LeftOut: Sendable, Hashable {
        package var doc: String
        package var source: String
        package var reason: Reason
    }

    /// Events that two sources or more covered.
    package var events: Int
    /// The event of each article that was kept.
    package var eventByDoc: [String: Int]
    /// Articles on them.
    package var articles: Int { eventByDoc.count }
    /// By doc.
    package var leftOut: [LeftOut]

    /// What the reader must know of the articles left out, a sentence for each reason.
    package var caveats: [Caveat] {
        [
            caveat(.noOtherSource, code: "same-event") { _ in "no other source covered their event in this collection" },
            caveat(.undated, code: "same-event-undated") {
                $0 == 1 ? "its day of publication is not known" : "their day of publication is not known"
            },
        ].compactMap(\.self)
    }

    private func caveat(_ reason: Reason, code: String, because: (Int) -> String) -> Caveat? {
        let articles = leftOut.filter { $0.reason == reason }
        guard !articles.isEmpty else { return nil }
        let count = Phrasing.counted(articles.count, "article")
        let sources = Phrasing.counted(Set(articles.map(\.source)).count, "source")
        let verb = articles.count == 1 ? "was" : "were"
        return Caveat(code: code, sentence: "\(count) of \(sources) \(verb) left out: \(because(articles.count)).")
    }
}
