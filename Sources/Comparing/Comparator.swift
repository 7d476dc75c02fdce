package import Lexicons
package import Scoring

/// The comparator: sets the sources of a settled tally side by side.
///
/// ```swift
/// let comparison = Comparator(lexicon: lexicon, voiceMode: .full).compare(SettledTally(tally))
/// ```
package struct Comparator: Sendable {
    package let lexicon: Lexicon
    package let voiceMode: VoiceMode
    /// What the report is about, where the user said so.
    package let subject: String?
    /// What was left out of the tally where only articles on shared events are in it.
    package let sameEvent: SameEventSummary?

    /// The event that each article is on, by doc; without it no silence is looked for.
    package var events: [String: Int]
    /// How far the lexicon was checked by hand; without it the report says that it is unchecked.
    package var lexiconQuality: LexiconQuality?

    package init(lexicon: Lexicon, voiceMode: VoiceMode, subject: String? = nil, sameEvent: SameEventSummary? = nil) {
        self.lexicon = lexicon
        self.voiceMode = voiceMode
        self.subject = subject
        self.sameEvent = sameEvent
        events = sameEvent?.eventByDoc ?? [:]
    }

    /// - Parameter vocabulary: names the words of a word list; asked for only where there are articles enough for one.
    /// - Complexity: O(words + articles × log articles + hits × log hits + sources × framings).
    package func compare(_ settled: SettledTally, vocabulary: () -> Vocabulary? = { nil }) -> Comparison {
        let grouping = SourceGrouping(settled)
        var known: KnownDifferences?
        var comparison = compare(settled, grouping, &known)
        comparison.keyWords = KeyWordSearch(settled, grouping: grouping).keyWords(vocabulary)
        return comparison
    }

    /// The same without word lists, on which no sentence of the report hangs; what differences are the same as in comparisons before is not worked out
    /// anew.
    package func compare(_ settled: SettledTally, _ known: inout KnownDifferences) -> Comparison {
        var kept: KnownDifferences? = known
        defer { known = kept ?? known }
        return compare(settled, SourceGrouping(settled), &kept)
    }

    private func compare(_ settled: SettledTally, _ grouping: SourceGrouping, _ known: inout KnownDifferences?) -> Comparison {
        let counting = HitCounting(settled, grouping: grouping, lexicon: lexicon)
        let concepts = ConceptComparison(
            lexicon: lexicon, grouping: grouping, counting: counting, isLexiconValidated: lexiconQuality?.level == .validated
        ).concepts(&known)
        var comparison = Comparison(
            subject: subject ?? lexicon.name, sources: grouping.sources, articles: grouping.articles, concepts: concepts,
            lead: nil, findings: [], caveats: [], missing: MissingFramings(concepts: concepts, sourceCount: grouping.sources.count),
            repeats: grouping.repeats(of: settled), setAside: counting.setAside, hitsCounted: counting.counted,
            level: Self.level(of: concepts), voiceMode: voiceMode,
            unbalancedQuotations: settled.articles.reduce(0) { $0 + $1.tally.unbalancedQuotations }
        )
        comparison.sameEvent = sameEvent
        if !events.isEmpty {
            comparison.silences = SilenceFinder(comparison: comparison, events: comparison.articles.map { events[$0.doc] }).silences()
        }
        comparison.wireCopy = WireCopy(lexicon: lexicon, grouping: grouping, counting: counting)
        comparison.foreignArticles = ForeignArticles(among: comparison.articles, lexicon: lexicon)
        comparison.languagesByMarks = IntroductionCounting.languagesByMarks(settled)
        comparison.speech = IntroductionCounting(settled, grouping: grouping).introductions()
        comparison.lexiconQuality = lexiconQuality
        comparison.lead = LeadWriter(comparison).lead()
        comparison.findings = FindingWriter(comparison).findings()
        comparison.caveats = CaveatWriter(comparison).caveats()
        return comparison
    }

    /// The weakest level among the sources with hits on the first concept that has any: one thin source cannot hide.
    private static func level(of concepts: [ComparedConcept]) -> EvidenceLevel {
        let leading = concepts.first { $0.total.total > 0 }
        return leading?.evidence.filter { $0.counts.total > 0 }.map(\.level).min() ?? .notFound
    }
}
