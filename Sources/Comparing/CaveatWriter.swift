import Articles
import Scoring

/// Writes what the reader must know before the first number, from what this run really read.
struct CaveatWriter {
    private let comparison: Comparison

    init(_ comparison: Comparison) { self.comparison = comparison }

    func caveats() -> [Caveat] {
        guard !comparison.articles.isEmpty else { return [] }
        let about =
            [retold(), strength(), comparison.foreignArticles?.caveat].compactMap(\.self) + (comparison.sameEvent?.caveats ?? [])
            + [nearDuplicates(), comparison.wireCopy?.caveat(comparison)].compactMap(\.self)
        return about
            + [years(), inferredDates(), undated(), unknownSources(), topShare(), lexiconQuality(), voicesOff()].compactMap(\.self)
    }

    private func retold() -> Caveat? {
        let retold = comparison.sources.filter(\.isRetold).reduce(0) { $0 + $1.articles.count }
        guard retold > 0 else { return nil }
        let subject =
            retold == comparison.articles.count ? "The texts are" : "\(Phrasing.capitalised(Phrasing.spelled(retold))) of the texts are"
        return Caveat(
            code: "retold",
            sentence:
                "\(subject) retellings written to show the tool, not the outlets\u{2019} own words: the figures illustrate Parallax and say nothing about the outlets named."
        )
    }

    /// What counts once, and what the leading concept's counts would be otherwise where that changes what may be said.
    private func nearDuplicates() -> Caveat? {
        let copies = comparison.articles.count { $0.original != nil }
        let concept = comparison.concepts.first { $0.total.total > 0 }
        let changed = comparison.sources.indices.filter { source in
            concept.map { $0.evidence[source].bothWays.withRepeats.level != $0.evidence[source].bothWays.counted.level } ?? false
        }
        guard copies > 0 || !changed.isEmpty else { return nil }
        var sentences: [String] = []
        if copies > 0 {
            let verb = copies == 1 ? "repeats an earlier one" : "repeat earlier ones"
            sentences.append(
                "\(Phrasing.counted(copies, "article")) nearly \(verb) of the same source and \(copies == 1 ? "is" : "are") left out.")
        }
        if let concept, !changed.isEmpty {
            let parts = changed.prefix(6).map { source in
                let both = concept.evidence[source].bothWays
                return "\(comparison.sources[source].name) \(both.withRepeats.hits) instead of \(both.counted.hits)"
            }
            let listed = Phrasing.list(parts.map { [.plain($0)] }).map(\.text).joined()
            sentences.append(
                "Counted each time, text that a source repeats would give other hits on \u{201C}\(concept.label)\u{201D}, at another level of "
                    + "evidence: \(listed).")
        }
        return Caveat(code: "repeats", sentence: sentences.joined(separator: " "))
    }

    private func strength() -> Caveat {
        let articles = comparison.articles.count
        let perSource = comparison.sources.map(\.articles.count)
        switch comparison.level {
        case .noText, .notFound, .oneArticle, .countsOnly:
            let texts = articles == 1 ? "These sentences describe one text" : "These sentences describe \(Phrasing.spelled(articles)) texts"
            let each: String =
                switch (perSource.min() ?? 0, perSource.max() ?? 0) {
                case _ where articles == 1: ""
                case (1, 1): ", one per source"
                case (1, 2): ", one or two per source"
                case (let least, let most) where least == most: ", \(Phrasing.spelled(least)) per source"
                case (let least, let most): ", \(Phrasing.spelled(least)) to \(Phrasing.spelled(most)) per source"
                }
            return Caveat(code: "counts-only", sentence: "\(texts)\(each). They do not show how an outlet writes in general.")
        case .described:
            return Caveat(code: "described", sentence: "A few articles per source: read these as leads to check.")
        case .estimated:
            return Caveat(code: "estimated", sentence: "Enough to read shares, with the intervals shown.")
        case .firm:
            return Caveat(code: "firm", sentence: "Enough to read shares; how the articles were chosen still matters.")
        }
    }

    /// Articles of different years seldom report the same event.
    private func years() -> Caveat? {
        let years = Dictionary(grouping: comparison.articles.compactMap(\.date?.year)) { $0 }.mapValues(\.count)
        guard years.count > 1, let main = years.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }) else { return nil }
        let others = years.filter { $0.key != main.key }.sorted { $0.key < $1.key }
        let parts = others.map { "\(Phrasing.spelled($0.value)) from \($0.key)" }
        let listed = Phrasing.list(parts.prefix(4).map { [.plain($0)] }).map(\.text).joined()
        let first =
            "\(Phrasing.capitalised(Phrasing.spelled(main.value))) \(main.value == 1 ? "article is" : "articles are") from \(main.key)"
        return Caveat(code: "years", sentence: "\(first) and \(listed): they may report different events.")
    }

    private func inferredDates() -> Caveat? {
        let inferred = comparison.articles.count(where: \.dateIsInferred)
        guard inferred > 0 else { return nil }
        let whose =
            inferred == comparison.articles.count && inferred > 1
            ? "The dates of all articles" : "The \(inferred == 1 ? "date" : "dates") of \(Phrasing.counted(inferred, "article"))"
        return Caveat(code: "inferred-dates", sentence: "\(whose) \(inferred == 1 ? "was" : "were") inferred from the text.")
    }

    private func undated() -> Caveat? {
        let undated = comparison.articles.count { $0.date == nil }
        guard undated > 0 else { return nil }
        return Caveat(code: "undated", sentence: "\(Phrasing.counted(undated, "article")) \(undated == 1 ? "has" : "have") no date.")
    }

    private func unknownSources() -> Caveat? {
        let unknown = comparison.sources.filter { !$0.isKnown }.reduce(0) { $0 + $1.articles.count }
        guard unknown > 0 else { return nil }
        let together =
            comparison.sources.contains { !$0.isKnown && $0.articles.count > 1 }
            ? " Those of one year stand together and may come from different outlets." : ""
        return Caveat(
            code: "unknown-sources",
            sentence: "\(Phrasing.counted(unknown, "article")) \(unknown == 1 ? "names" : "name") no source.\(together)")
    }

    private func topShare() -> Caveat? {
        guard let concept = comparison.concepts.first(where: { $0.total.own > 0 }) else { return nil }
        let held = comparison.sources.indices.filter {
            comparison.sources[$0].articles.count > 1 && (concept.evidence[$0].topShare ?? 0) > 0.5 && concept.evidence[$0].counts.own > 1
        }
        guard !held.isEmpty else { return nil }
        let names = Phrasing.list(held.prefix(4).map { [.plain(comparison.sources[$0].name)] }).map(\.text).joined()
        return Caveat(code: "one-article-holds-most", sentence: "One article holds most of the mentions in \(names).")
    }

    private func lexiconQuality() -> Caveat {
        let quality = comparison.lexiconQuality ?? LexiconQuality(judged: 0, kept: 0, coders: 0, alpha: nil, weakestFraming: nil)
        return Caveat(code: "\(quality.level.rawValue)-lexicon", sentence: quality.sentence)
    }

    private func voicesOff() -> Caveat? {
        switch comparison.voiceMode {
        case .full: nil
        case .marks:
            Caveat(
                code: "voices-marks",
                sentence: "Voices were read from quotation marks only; reported speech counts as the source\u{2019}s own words.")
        case .none:
            Caveat(
                code: "voices-none", sentence: "Voices were not read: every word counts as the source\u{2019}s own, also inside quotations."
            )
        }
    }
}
