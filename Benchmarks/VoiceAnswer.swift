import Articles
import Scoring
import Words

/// What the voice rules find in a corpus, as a count and a checksum, so that two builds can be held against each other.
struct VoiceAnswer: Equatable {
    private(set) var spans = 0
    /// FNV-1a over all that a span says.
    private(set) var checksum: UInt64 = 14_695_981_039_346_656_037

    init(of articles: [Article], reader: VoiceReader) {
        for article in articles {
            for span in reader.spans(in: article) { add(span) }
        }
    }

    private mutating func add(_ span: VoiceSpan) {
        spans += 1
        mix(span.field.rawValue)
        for number in [span.span.start, span.span.end, span.cue?.start ?? -1, span.cue?.end ?? -1, span.isUnbalanced ? 1 : 0] {
            mix(number)
        }
        for text in [span.voice.rawValue, span.rule.rawValue, span.speaker?.mentionText, span.speaker?.name, span.speaker?.side] {
            mix(text ?? "-")
        }
        mix(span.speaker?.mention?.start ?? -1)
        mix(span.speaker?.mention?.end ?? -1)
    }

    private mutating func mix(_ text: String) {
        for byte in text.utf8 { mix(byte) }
        mix(UInt8(0xFF))
    }

    private mutating func mix(_ number: Int) {
        withUnsafeBytes(of: Int64(number)) { bytes in
            for byte in bytes { mix(byte) }
        }
    }

    private mutating func mix(_ byte: UInt8) { checksum = (checksum ^ UInt64(byte)) &* 1_099_511_628_211 }
}
