package import Articles
package import Words

/// A stretch of an article that is not plainly the source's own voice, and why.
///
/// Spans nest. The innermost wins: own carve-out, then quoted, then distanced, then reported; among equals the shorter. Kept in 48 bytes, since a text
/// can hold one for each of its words.
package struct VoiceSpan: Hashable, Sendable {
    private var start: Int
    private var naming: SpeakerNaming?
    /// -1 where the speaker has no mention.
    private var mentionStart = -1
    /// -1 where there is no cue.
    private var cueStart = -1
    private var byteCount: UInt32
    private var mentionByteCount: UInt32 = 0
    private var cueByteCount: UInt32 = 0
    package var field: TextField
    package var voice: Voice
    /// The rule that made the span.
    package var rule: VoiceRule
    /// Whether its end was set by the paragraph because a mark has no partner.
    package var isUnbalanced: Bool

    package init(
        field: TextField, span: ByteSpan, voice: Voice, speaker: SpeakerReference?, rule: VoiceRule,
        cue: ByteSpan? = nil, isUnbalanced: Bool = false
    ) {
        self.field = field
        start = span.start
        byteCount = UInt32(clamping: span.count)
        self.voice = voice
        self.rule = rule
        self.isUnbalanced = isUnbalanced
        self.speaker = speaker
        self.cue = cue
    }

    /// Quotation marks belong to the span of what they enclose. Shorter than 4 GB, as every piece of a passage is.
    package var span: ByteSpan { ByteSpan(start, start + Int(byteCount)) }

    /// A draft whose speaker is still to be named.
    @inline(__always)
    init(_ draft: VoiceDraft, mention: SpeakerMention?) {
        start = draft.start
        byteCount = draft.byteCount
        cueStart = draft.cueStart
        cueByteCount = draft.cueByteCount
        field = draft.field
        voice = draft.voice
        rule = draft.rule
        isUnbalanced = draft.isUnbalanced
        mentionStart = mention?.start ?? -1
        mentionByteCount = mention?.byteCount ?? 0
    }

    /// Names whoever speaks where the span has a mention.
    @inline(__always)
    mutating func isSpoken(by naming: SpeakerNaming) { self.naming = naming }

    package var speaker: SpeakerReference? {
        get {
            naming.map { naming in
                let mention = mentionStart < 0 ? nil : ByteSpan(mentionStart, mentionStart + Int(mentionByteCount))
                return SpeakerReference(mention: mention, naming: naming)
            }
        }
        set {
            naming = newValue?.naming
            mentionStart = newValue?.mention?.start ?? -1
            mentionByteCount = UInt32(clamping: newValue?.mention?.count ?? 0)
        }
    }

    /// The word or mark that decided, such as "said" or "according to", where there is one.
    package var cue: ByteSpan? {
        get { cueStart < 0 ? nil : ByteSpan(cueStart, cueStart + Int(cueByteCount)) }
        set {
            cueStart = newValue?.start ?? -1
            cueByteCount = UInt32(clamping: newValue?.count ?? 0)
        }
    }
}
