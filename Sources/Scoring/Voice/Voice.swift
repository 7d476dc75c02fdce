/// Whose words a stretch of text is. Source: the project's voice rules, docs of `VoiceReader`.
///
/// Public, since Swift inlines nothing into another module that is `package`.
public enum Voice: String, Sendable, BitwiseCopyable, Codable, Hashable, CaseIterable {
    /// The source's narration, headlines, captions and glosses.
    case own
    /// In a clause governed by a reporting verb or its like; the wording may be either's.
    case reported
    /// Inside quotation marks, with a speaker.
    case quoted
    /// Kept at arm's length: scare quotes, "so-called", "what he called".
    case distanced
}

/// How far the rules of voice are applied.
package enum VoiceMode: String, Sendable, Codable, CaseIterable {
    /// Quotation marks and English attribution.
    case full
    /// Quotation marks only.
    case marks
    /// Everything is the source's own, as dictionary tools count.
    case none
}

/// A number for each voice; `total` adds them.
package struct VoiceCounts: Hashable, Sendable, Codable {
    package var own = 0
    package var reported = 0
    package var quoted = 0
    package var distanced = 0

    package init(own: Int = 0, reported: Int = 0, quoted: Int = 0, distanced: Int = 0) {
        self.own = own
        self.reported = reported
        self.quoted = quoted
        self.distanced = distanced
    }

    package var total: Int { own + reported + quoted + distanced }
    /// All but the source's own.
    package var others: Int { reported + quoted + distanced }

    package subscript(_ voice: Voice) -> Int {
        get {
            switch voice {
            case .own: own
            case .reported: reported
            case .quoted: quoted
            case .distanced: distanced
            }
        }
        set {
            switch voice {
            case .own: own = newValue
            case .reported: reported = newValue
            case .quoted: quoted = newValue
            case .distanced: distanced = newValue
            }
        }
    }

    package static func + (left: VoiceCounts, right: VoiceCounts) -> VoiceCounts {
        VoiceCounts(
            own: left.own + right.own, reported: left.reported + right.reported,
            quoted: left.quoted + right.quoted, distanced: left.distanced + right.distanced
        )
    }

    package static func += (left: inout VoiceCounts, right: VoiceCounts) { left = left + right }
}
