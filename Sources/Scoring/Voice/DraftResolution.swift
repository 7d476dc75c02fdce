import Articles
import Words

/// Turns the drafts of an article into its spans, once all its names are known.
struct DraftResolution {
    let drafts: PagedList<VoiceDraft>
    /// What the drafts' numbers mean.
    let mentions: PagedList<SpeakerMention>

    /// The spans in order of start, the longer first; mentions are resolved in the order in which they stand.
    func spans(by resolver: inout SpeakerResolver) -> [VoiceSpan] {
        if isOrdered(by: isMentionedBefore), isOrdered(by: Self.precedes) {
            return spans { Self.span(of: drafts[$0], by: reference(for: drafts[$0], by: &resolver)) }
        }
        var references = [SpeakerReference?](repeating: nil, count: drafts.count)
        for index in order(by: isMentionedBefore) { references[index] = reference(for: drafts[index], by: &resolver) }
        let order = order(by: Self.precedes)
        return spans { Self.span(of: drafts[order[$0]], by: references[order[$0]]) }
    }

    /// As many spans as there are drafts.
    private func spans(_ span: (Int) -> VoiceSpan) -> [VoiceSpan] {
        [VoiceSpan](unsafeUninitializedCapacity: drafts.count) { spans, count in
            LargeMemory.adviseHugePages(UnsafeMutableRawBufferPointer(spans))
            for index in 0..<drafts.count { spans.initializeElement(at: index, to: span(index)) }
            count = drafts.count
        }
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
        (0..<drafts.count).dropFirst().allSatisfy { !precedes(drafts[$0], drafts[$0 - 1]) }
    }

    /// The indices of the drafts in an order; of equals the earlier first. Most are in order as they were made, which one look tells.
    private func order(by precedes: (VoiceDraft, VoiceDraft) -> Bool) -> [Int] {
        guard !isOrdered(by: precedes) else { return Array(0..<drafts.count) }
        return (0..<drafts.count).sorted { left, right in
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
