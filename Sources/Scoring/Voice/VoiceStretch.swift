import Articles
import Words

/// A stretch of one field in one voice, in plain numbers, so that a map is made and walked without counting references.
@usableFromInline
struct VoiceStretch: Sendable, BitwiseCopyable {
    @usableFromInline let start: Int
    @usableFromInline let end: Int
    @usableFromInline let voice: Voice
    /// The place of its span among those of the map; -1 for a quotation by its marks alone, -2 for one that its passage ended.
    private let owner: Int32

    init(_ span: ByteSpan, _ voice: Voice, owner: Int) {
        start = span.start
        end = span.end
        self.voice = voice
        self.owner = Int32(owner)
    }

    /// A quotation with nobody named.
    init(mark span: ByteSpan, isUnbalanced: Bool) { self.init(span, .quoted, owner: isUnbalanced ? -2 : -1) }

    /// The same by where it begins and ends.
    @inline(__always)
    init(markFrom start: Int, to end: Int, isUnbalanced: Bool) {
        self.start = start
        self.end = end
        voice = .quoted
        owner = isUnbalanced ? -2 : -1
    }

    private init(_ other: VoiceStretch, movedBy offset: Int) {
        start = other.start + offset
        end = other.end + offset
        voice = other.voice
        owner = other.owner
    }

    /// The same in a text that begins so many bytes later.
    func moved(by offset: Int) -> VoiceStretch { VoiceStretch(self, movedBy: offset) }

    /// The span that counts there, one of `spans`, which its field has.
    func owner(of spans: [VoiceSpan], in field: TextField) -> VoiceSpan { owner < 0 ? VoiceSpan(mark: self, in: field) : spans[Int(owner)] }

    /// Of a quotation by its marks alone.
    var isUnbalanced: Bool { owner == -2 }
}

extension VoiceSpan {
    /// Of a stretch that is a quotation by its marks alone.
    init(mark stretch: VoiceStretch, in field: TextField) {
        self.init(
            field: field, span: ByteSpan(stretch.start, stretch.end), voice: stretch.voice, speaker: nil, rule: .marks,
            isUnbalanced: stretch.isUnbalanced)
    }
}
