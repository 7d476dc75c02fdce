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
            return spans { span(of: drafts[$0], naming: naming(of: drafts[$0], by: &resolver)) }
        }
        var namings = [SpeakerNaming?](repeating: nil, count: drafts.count)
        for index in order(by: isMentionedBefore) { namings[index] = naming(of: drafts[index], by: &resolver) }
        let order = order(by: Self.precedes)
        return spans { span(of: drafts[order[$0]], naming: namings[order[$0]]) }
    }

    /// As many spans as there are drafts.
    private func spans(_ span: (Int) -> VoiceSpan) -> [VoiceSpan] {
        [VoiceSpan](unsafeUninitializedCapacity: drafts.count) { spans, count in
            for index in 0..<drafts.count { spans.initializeElement(at: index, to: span(index)) }
            count = drafts.count
        }
    }

    private func naming(of draft: VoiceDraft, by resolver: inout SpeakerResolver) -> SpeakerNaming? {
        draft.mention.map { resolver.naming(of: mentions[Int($0.rawValue)]) }
    }

    private func span(of draft: VoiceDraft, naming: SpeakerNaming?) -> VoiceSpan {
        VoiceSpan(draft, mention: draft.mention.map { mentions[Int($0.rawValue)] }, naming: naming)
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
        if left.start != right.start { return left.start < right.start }
        return left.end != right.end ? left.end > right.end : left.voice.rank < right.voice.rank
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
