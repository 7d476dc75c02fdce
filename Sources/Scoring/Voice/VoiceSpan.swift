package import Articles
package import Words

/// A stretch of an article that is not plainly the source's own voice, and why.
///
/// Spans nest. The innermost wins: own carve-out, then quoted, then distanced, then reported; among equals the shorter.
package struct VoiceSpan: Hashable, Sendable {
    package var field: TextField
    /// Quotation marks belong to the span of what they enclose.
    package var span: ByteSpan
    package var voice: Voice
    package var speaker: SpeakerReference?
    /// The rule that made the span, such as "marks" or "reporting-verb".
    package var rule: String
    /// The word or mark that decided, such as "said" or "according to", where there is one.
    package var cue: ByteSpan?
    /// Whether its end was set by the paragraph because a mark has no partner.
    package var isUnbalanced: Bool

    package init(
        field: TextField, span: ByteSpan, voice: Voice, speaker: SpeakerReference?, rule: String,
        cue: ByteSpan? = nil, isUnbalanced: Bool = false
    ) {
        self.field = field
        self.span = span
        self.voice = voice
        self.speaker = speaker
        self.rule = rule
        self.cue = cue
        self.isUnbalanced = isUnbalanced
    }
}

/// A speaker as the text names them and as the register of names resolves them.
package struct SpeakerReference: Hashable, Sendable {
    /// The words that name the speaker ("the diplomat", "he"), in the same field as the span.
    package var mention: ByteSpan?
    package var mentionText: String
    /// The name it stands for: the lexicon's where it knows the speaker, else the fullest in the article; nil where unknown.
    package var name: String?
    package var side: String?

    package init(mention: ByteSpan?, mentionText: String, name: String?, side: String?) {
        self.mention = mention
        self.mentionText = mentionText
        self.name = name
        self.side = side
    }

    /// The best name there is.
    package var displayName: String { name ?? mentionText }
}
