package import Articles
package import Scoring

/// Sources side by side: every count a report prints, the level of evidence behind it, and the hits it opens.
///
/// Sources are in neutral order (by name, unknown ones last, by date); concepts in the lexicon's order; framings by hits, then the lexicon's order.
package struct Comparison: Sendable {
    /// The subject in a reader's words; the lexicon's name unless the user gave a title.
    package var subject: String
    package var sources: [ComparedSource]
    /// In the order of the sources, within a source by date, then doc.
    package var articles: [ComparedArticle]
    package var concepts: [ComparedConcept]
    package var lead: Lead?
    package var findings: [Finding]
    package var caveats: [Caveat]
    package var missing: MissingFramings
    package var repeats: [RepeatedPassage]
    package var setAside: SetAside
    /// Hits that entered the counts.
    package var hitsCounted: Int
    /// The weakest level among the sources with hits on the first concept.
    package var level: EvidenceLevel
    package var voiceMode: VoiceMode
    /// Quotations whose end was set by the paragraph.
    package var unbalancedQuotations: Int
    /// Words outside the lexicon that set each source apart; nil with fewer than two sources.
    package var keyWords: KeyWords? = nil
    /// What was kept and left out where only articles on shared events are compared.
    package var sameEvent: SameEventSummary? = nil
    /// Framings that a source lacks on events that others cover too; empty where no events are known.
    package var silences: [Silence] = []
    /// Text that stands in two sources or more; nil where there is none.
    package var wireCopy: WireCopy? = nil
    /// Articles that the lexicon has no terms for.
    package var foreignArticles: ForeignArticles?
    /// Languages without rules of attribution, by tag.
    package var languagesByMarks: [LanguageByMarks] = []
    /// How far the lexicon was checked by hand on this collection; nil where nothing is known of it.
    package var lexiconQuality: LexiconQuality? = nil
    /// With which verbs sources introduce what others say.
    package var speech = SpeechIntroductions()

    package var hitsFound: Int { hitsCounted + setAside.hits }
    package var words: VoiceCounts { sources.reduce(into: VoiceCounts()) { $0 += $1.words } }
}

/// One outlet, as far as it is known.
package struct ComparedSource: Sendable {
    /// Unique within the report, `[a-z0-9-]+`.
    package var slug: String
    /// The full name as readers see it, "TASS (retold)".
    package var name: String
    package var isKnown: Bool
    package var isRetold: Bool
    /// Indices into `Comparison.articles`.
    package var articles: Range<Int>
    /// Reader-facing words by voice, repeats counted once.
    package var words: VoiceCounts
    /// Words by whose they are, the source's own excluded, most words first.
    package var speakers: [SpeakerWords]
    /// The first and last date of its articles, where known.
    package var dates: ClosedRange<ArticleDate>?
}

/// How many words of a source stand in one speaker's voice.
package struct SpeakerWords: Sendable {
    package var name: String
    package var side: String?
    /// Spelling variants and roles merged under the name.
    package var mentions: [String]
    package var words: VoiceCounts
}

package struct ComparedArticle: Sendable {
    package var slug: String
    package var doc: String
    package var sourceIndex: Int
    package var date: ArticleDate?
    package var dateIsInferred: Bool
    package var headline: String?
    package var sha256: String
    /// Reader-facing words by voice, repeats counted once.
    package var words: VoiceCounts
    /// Words set aside because an earlier article of the source or an earlier passage has them.
    package var wordsSetAside: Int
    /// Words set aside because another source has them too.
    package var wordsShared = 0
    /// The earlier article of the source that it nearly repeats, by index; it counts for nothing then.
    package var original: Int? = nil
    /// The language of the text as a BCP 47 tag, where known; the report marks quoted text with it.
    package var language: String? = nil
}

package struct ComparedConcept: Sendable {
    package var id: String
    package var label: String
    package var question: String?
    /// A to Z then a to z, unique within the report as far as letters go.
    package var keyLetter: String
    /// 0 to 4: which of the five hues.
    package var hueIndex: Int
    package var framings: [ComparedFraming]
    /// One for each source, in order.
    package var evidence: [ConceptEvidence]
    /// Between the sources, in own voice; nil with fewer than two sources.
    package var differences: ConceptDifferences? = nil
    /// The same of hits per 1000 own words.
    package var rateDifferences: ConceptDifferences? = nil
    /// Shares that changed over time, by source, then framing.
    package var changes: [TimeChange] = []
    /// By week or month; nil where dates do not allow it.
    package var trend: Trend? = nil

    package var total: VoiceCounts { framings.reduce(into: VoiceCounts()) { $0 += $1.total } }
    /// What its sources are compared by.
    package var measure: Measure { Measure(framings: framings.count) }
    /// The differences of its measure.
    package var mainDifferences: ConceptDifferences? {
        switch measure {
        case .share: differences
        case .rate: rateDifferences
        }
    }
}

/// What one source's hits of one concept carry.
package struct ConceptEvidence: Sendable {
    package var level: EvidenceLevel
    package var counts: VoiceCounts
    /// Articles of the source with an own-voice hit of the concept, and with any.
    package var articlesWithOwnHit: Int
    package var articlesWithHit: Int
    /// The largest part of the own-voice hits that one article holds, 0 to 1; nil without hits.
    package var topShare: Double?
    /// With repeated text counted once and shared text left out, and with either put back.
    package var bothWays = BothWays()
}

/// The hits of a concept in all voices, and what their own-voice part carries, with repeated and shared text left out and put back.
package struct BothWays: Sendable, Hashable {
    package struct Count: Sendable, Hashable {
        package var hits = 0
        package var level = EvidenceLevel.notFound
    }

    /// As compared.
    package var counted = Count()
    /// With text that an earlier article or passage of the source has too.
    package var withRepeats = Count()
    /// With text that another source has too.
    package var withShared = Count()
}

package struct ComparedFraming: Sendable {
    package var id: String
    package var label: String
    package var note: String?
    package var opposite: String?
    /// The patterns as written.
    package var terms: [String]
    package var total: VoiceCounts
    /// One for each source, in order.
    package var cells: [Cell]
}

/// One source's hits of one framing.
package struct Cell: Sendable {
    package var counts: VoiceCounts
    package var articlesWithHit: Int
    /// The counted hits: own voice first, then reported, quoted, distanced; in each by article and place.
    package var hits: [ComparedHit]
    /// The part of the source's own-voice hits of the concept, with its interval where the level allows one.
    package var share: Share?
    /// Of a concept that is compared by its rate; nil for the others.
    package var rate: Rate? = nil
}

/// A share of own-voice mentions: present from `described` on.
package struct Share: Sendable {
    package var framingHits: Int
    package var conceptHits: Int
    /// 0 to 1.
    package var estimate: Double
    /// 95 % limits at article level, 0 to 1; nil below `estimated`.
    package var interval: ClosedRange<Double>?
}

/// Own-voice hits for the length of a source's own words; may stand at any level, with its counts beside it.
package struct Rate: Sendable {
    package var hits: Int
    /// Own words.
    package var words: Int
    /// Hits per 1000 own words.
    package var estimate: Double
    /// 95 % limits at article level, per 1000 own words; nil below `estimated`.
    package var interval: ClosedRange<Double>?

    /// Below 20 hits a rate is marked as one of few mentions.
    package var isThin: Bool { hits < 20 }
}

/// A hit and where it stands.
package struct ComparedHit: Sendable {
    /// Index into `Comparison.articles`.
    package var article: Int
    package var hit: Hit
}

/// Hits found but not counted, by reason.
package struct SetAside: Hashable, Sendable {
    package var repeated = 0
    package var duplicate = 0
    package var link = 0
    package var rejected = 0
    /// In text that stands in two sources or more.
    package var shared = 0
    /// Words in passages that are not the publication's to its readers, by kind.
    package var wordsLeftOut: [PassageKind: Int] = [:]
    package var wordsRepeated = 0
    package var wordsShared = 0

    /// Hits found but not counted, for whatever reason.
    package var hits: Int { repeated + duplicate + link + rejected + shared }

    package init() {}
}

/// A stretch of words that an earlier article of the same source has too; counted once, for the earlier.
package struct RepeatedPassage: Sendable {
    /// Indices into `Comparison.articles`.
    package var earlier: Int
    package var later: Int
    package var words: Int
    package var hitsSetAside: Int
}

package struct MissingFramings: Sendable {
    /// Framings that one source alone has, where two or more were read.
    package var inOneSourceOnly: [MissingFraming] = []
    /// Framings with hits but none in own voice.
    package var neverOwn: [MissingFraming] = []
    /// Framings of the lexicon that no article has.
    package var inNone: [MissingFraming] = []

    package init() {}
}

package struct MissingFraming: Sendable {
    /// Indices into `Comparison.concepts` and its framings.
    package var concept: Int
    package var framing: Int
    package var counts: VoiceCounts
    /// The one source, where there is one.
    package var source: Int?
}
