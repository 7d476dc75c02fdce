import Articles
import Words

/// Turns the drafts of an article into its spans, once all its names are known.
struct DraftResolution {
    let drafts: PagedList<VoiceDraft>
    /// What the drafts' numbers mean.
    let mentions: SpeakerMentions

    /// The spans in order of start, the longer first; mentions are resolved in the order in which they stand.
    func spans(by resolver: inout SpeakerResolver) -> [VoiceSpan] {
        let mentioned = orderOfMentions()
        let order = isOrdered ? nil : order(by: Self.precedes)
        return withUnsafeTemporaryAllocation(of: Int32.self, capacity: drafts.count) { namings in
            for place in 0..<drafts.count {
                let index = mentioned?[place].index ?? place
                namings.initializeElement(at: index, to: naming(of: drafts[index], by: &resolver))
            }
            return [VoiceSpan](unsafeUninitializedCapacity: drafts.count) { spans, count in
                guard let first = spans.baseAddress else { return }
                while count < drafts.count {
                    let index = order?[count] ?? count
                    (first + count).initialize(to: span(of: drafts[index]))
                    // Given afterwards, so that no span that holds a reference is copied.
                    if namings[index] >= 0 { (first + count).pointee.isSpoken(by: resolver.namings[Int(namings[index])]) }
                    count += 1
                }
            }
        }
    }

    /// The place of what the draft's speaker is called; -1 where nobody is named.
    private func naming(of draft: VoiceDraft, by resolver: inout SpeakerResolver) -> Int32 {
        draft.mention.map { Int32(truncatingIfNeeded: resolver.naming(of: mentions[$0])) } ?? -1
    }

    private func span(of draft: VoiceDraft) -> VoiceSpan {
        VoiceSpan(draft, mention: draft.mention.map { mentions[$0] })
    }

    /// The indices of the drafts in the order in which their speakers are named, each with what orders it; nil where they stand so.
    private func orderOfMentions() -> [(start: Int, index: Int)]? {
        guard !areMentionsOrdered else { return nil }
        return (0..<drafts.count).map { (orderingStart(of: drafts[$0]), $0) }
            .sorted { $0.start != $1.start ? $0.start < $1.start : $0.index < $1.index }
    }

    private var areMentionsOrdered: Bool {
        var last = Int.min
        for index in 0..<drafts.count {
            let start = orderingStart(of: drafts[index])
            if start < last { return false }
            last = start
        }
        return true
    }

    /// Where the speaker is named; the title stands before the text.
    private func orderingStart(of draft: VoiceDraft) -> Int {
        draft.isInTitle ? start(of: draft) - Int.max / 2 : start(of: draft)
    }

    private var isOrdered: Bool {
        guard drafts.count > 1 else { return true }
        var last = drafts[0]
        for index in 1..<drafts.count {
            let next = drafts[index]
            if Self.precedes(next, last) { return false }
            last = next
        }
        return true
    }

    /// The indices of the drafts in an order; of equals the earlier first.
    private func order(by precedes: (VoiceDraft, VoiceDraft) -> Bool) -> [Int] {
        (0..<drafts.count).sorted { left, right in
            precedes(drafts[left], drafts[right]) || (left < right && !precedes(drafts[right], drafts[left]))
        }
    }

    /// Where the speaker is named, else the draft's own start.
    private func start(of draft: VoiceDraft) -> Int {
        draft.mention.map { mentions[$0].start } ?? draft.start
    }

    @inline(__always)
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
