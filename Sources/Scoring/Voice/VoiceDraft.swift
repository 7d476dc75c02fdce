import Articles
import Words

/// A voice span before its speaker is resolved.
struct VoiceDraft {
    var field: TextField
    var span: ByteSpan
    var voice: Voice
    var rule: VoiceRule
    var cue: ByteSpan?
    var mention: SpeakerMention?
    var isUnbalanced = false

    /// Asked by a switch, since comparing fields calls into another module.
    var isInTitle: Bool {
        switch field {
        case .title: true
        case .text: false
        }
    }
}
