package import Articles
package import Words

/// All that scoring found in one article: what a comparison needs, and no text beyond the kept evidence.
package struct ArticleTally: Hashable, Sendable, Codable {
    package var doc: String
    package var source: Source
    package var date: ArticleDate?
    package var dateIsInferred: Bool
    package var language: String?
    package var headline: String?
    package var sha256: String
    package var passages: [PassageTally]
    /// The speakers that voice runs refer to by index.
    package var speakers: [TalliedSpeaker]
    /// Quotations whose end was set by the paragraph.
    package var unbalancedQuotations: Int
    /// Whether only quotation marks were read, for want of rules for the article's language.
    package var readsMarksOnly: Bool
    /// All hits in reading order.
    package var hits: [Hit]
    /// Folded names in its prose, alphabetical, at most 32: what articles of one event share.
    package var names: [String]
    /// The verbs that introduce somebody's words, in reading order.
    package var introductions: [IntroducedSpeech]

    package init(
        doc: String, source: Source, date: ArticleDate?, dateIsInferred: Bool, language: String?, headline: String?, sha256: String,
        passages: [PassageTally], speakers: [TalliedSpeaker], unbalancedQuotations: Int,
        readsMarksOnly: Bool = false, hits: [Hit], names: [String] = [],
        introductions: [IntroducedSpeech] = []
    ) {
        self.doc = doc
        self.source = source
        self.date = date
        self.dateIsInferred = dateIsInferred
        self.language = language
        self.headline = headline
        self.sha256 = sha256
        self.passages = passages
        self.speakers = speakers
        self.unbalancedQuotations = unbalancedQuotations
        self.readsMarksOnly = readsMarksOnly
        self.hits = hits
        self.names = names
        self.introductions = introductions
    }

    package var sourceName: String { source.displayName(date: date) }
}

/// A speaker of one article: the name it is counted under, the side, and the mentions that led there.
package struct TalliedSpeaker: Hashable, Sendable, Codable {
    package var name: String
    package var side: String?
    package var mentions: [String]

    package init(name: String, side: String?, mentions: [String]) {
        self.name = name
        self.side = side
        self.mentions = mentions
    }
}

/// The words of one passage and whose they are.
package struct PassageTally: Hashable, Sendable, Codable {
    package var field: TextField
    package var kind: PassageKind
    package var span: ByteSpan
    package var signature: WordSignature
    /// Runs of words that are not the source's own, in order, without overlap.
    package var voiceRuns: [VoiceRun]

    package var wordCount: Int { signature.count }

    package init(field: TextField, kind: PassageKind, span: ByteSpan, signature: WordSignature, voiceRuns: [VoiceRun]) {
        self.field = field
        self.kind = kind
        self.span = span
        self.signature = signature
        self.voiceRuns = voiceRuns
    }
}

/// Words `first..<end` of a passage in one voice; `speaker` indexes the article's speakers.
package struct VoiceRun: Hashable, Sendable, Codable {
    package var first: Int
    package var end: Int
    package var voice: Voice
    package var speaker: Int?

    package init(first: Int, end: Int, voice: Voice, speaker: Int?) {
        self.first = first
        self.end = end
        self.voice = voice
        self.speaker = speaker
    }
}
