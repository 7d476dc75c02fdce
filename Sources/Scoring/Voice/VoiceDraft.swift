import Articles
import Words

/// A voice span before its speaker is resolved, in 32 bytes, since a text can hold one for each of its words.
struct VoiceDraft {
    let start: Int
    /// -1 for no cue.
    private(set) var cueStart: Int
    /// A draft lies in one piece of a passage, and a cue in one sentence.
    let byteCount: UInt32
    private(set) var cueByteCount: UInt32
    /// -1 for none.
    private var mentionNumber: Int32
    let field: TextField
    var voice: Voice
    var rule: VoiceRule
    let isUnbalanced: Bool

    init(
        field: TextField, span: ByteSpan, voice: Voice, rule: VoiceRule, cue: ByteSpan? = nil, mention: MentionNumber? = nil,
        isUnbalanced: Bool = false
    ) {
        start = span.start
        byteCount = UInt32(clamping: span.count)
        cueStart = cue?.start ?? -1
        cueByteCount = UInt32(clamping: cue?.count ?? 0)
        mentionNumber = mention?.rawValue ?? -1
        self.field = field
        self.voice = voice
        self.rule = rule
        self.isUnbalanced = isUnbalanced
    }

    var end: Int { start + Int(byteCount) }
    var span: ByteSpan { ByteSpan(start, end) }

    var mention: MentionNumber? {
        get { mentionNumber < 0 ? nil : MentionNumber(rawValue: mentionNumber) }
        set { mentionNumber = newValue?.rawValue ?? -1 }
    }

    var cue: ByteSpan? {
        get { cueStart < 0 ? nil : ByteSpan(cueStart, cueStart + Int(cueByteCount)) }
        set {
            cueStart = newValue?.start ?? -1
            cueByteCount = UInt32(clamping: newValue?.count ?? 0)
        }
    }

    var isInTitle: Bool { field.isTitle }
}
