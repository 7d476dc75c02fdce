import Articles
import Words

/// Turns the drafts of an article into its spans, once all its names are known.
struct DraftResolution {
    let drafts: [VoiceDraft]
    /// What the drafts' numbers mean.
    let mentions: [SpeakerMention]

    /// The spans in order of start, the longer first; mentions are resolved in the order in which they stand.
    func spans(by resolver: inout SpeakerResolver) -> [VoiceSpan] {
        if isOrdered(by: isMentionedBefore), isOrdered(by: Self.precedes) {
            return drafts.map { draft in Self.span(of: draft, by: reference(for: draft, by: &resolver)) }
        }
        var references = [SpeakerReference?](repeating: nil, count: drafts.count)
        for index in order(by: isMentionedBefore) { references[index] = reference(for: drafts[index], by: &resolver) }
        return order(by: Self.precedes).map { Self.span(of: drafts[$0], by: references[$0]) }
    }

    private func reference(for draft: VoiceDraft, by resolver: inout SpeakerResolver) -> SpeakerReference? {
        draft.mention.map { resolver.reference(for: mentions[Int($0.rawValue)]) }
    }

    private static func span(of draft: VoiceDraft, by speaker: SpeakerReference?) -> VoiceSpan {
        VoiceSpan(
            field: draft.field, span: draft.span, voice: draft.voice, speaker: speaker, rule: draft.rule, cue: draft.cue,
            isUnbalanced: draft.isUnbalanced)
    }

    private func isOrdered(by precedes: (VoiceDraft, VoiceDraft) -> Bool) -> Bool {
        drafts.indices.dropFirst().allSatisfy { !precedes(drafts[$0], drafts[$0 - 1]) }
    }

    /// The indices of the drafts in an order; of equals the earlier first. Most are in order as they were made, which one look tells.
    private func order(by precedes: (VoiceDraft, VoiceDraft) -> Bool) -> [Int] {
        guard !isOrdered(by: precedes) else { return Array(drafts.indices) }
        return drafts.indices.sorted { left, right in
            precedes(drafts[left], drafts[right]) || (left < right && !precedes(drafts[right], drafts[left]))
        }
    }

    private func isMentionedBefore(_ left: VoiceDraft, _ right: VoiceDraft) -> Bool {
        left.isInTitle == right.isInTitle ? start(of: left) < start(of: right) : left.isInTitle
    }

    /// Where the speaker is named, else the draft's own start.
    private func start(of draft: VoiceDraft) -> Int {
        draft.mention.map { mentions[Int($0.rawValue)].start } ?? draft.start
    }

    private static func precedes(_ left: VoiceDraft, _ right: VoiceDraft) -> Bool {
        if left.isInTitle != right.isInTitle { return left.isInTitle }
        if left.span.start != right.span.start { return left.span.start < right.span.start }
        return left.span.end != right.span.end ? left.span.end > right.span.end : left.voice.rank < right.voice.rank
    }
}

extension Voice {
    /// Which of two spans over one word counts: the higher.
    var rank: Int {
        switch self {
        case .reported: 0
        case .distanced: 1
        case .quoted: 2
        case .own: 3
        }
    }
}
