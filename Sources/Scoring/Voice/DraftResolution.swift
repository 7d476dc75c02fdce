import Articles
import Words

/// Turns the drafts of an article into its spans, once all its names are known.
struct DraftResolution {
    let drafts: PagedList<VoiceDraft>
    /// What the drafts' numbers mean.
    let mentions: SpeakerMentions

    /// Where a draft's speaker is named, and which draft it is.
    struct Place {
        let start: Int
        let draft: Int
    }

    /// The spans in order of start, the longer first; mentions are resolved in the order in which they stand.
    ///
    /// - Parameter places: memory that is used again.
    func spans(by resolver: inout SpeakerResolver, order places: inout FlatList<Place>) -> [VoiceSpan] {
        let isOrdered = findPlaces(&places)
        let order = isOrdered ? nil : order(by: Self.precedes)
        return withUnsafeTemporaryAllocation(of: Int32.self, capacity: drafts.count) { namings in
            for place in places.indices {
                let index = places[place].draft
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

    /// Lists the drafts in the order in which their speakers are named, of one place as they stand; says whether the drafts themselves are in order.
    private func findPlaces(_ places: inout FlatList<Place>) -> Bool {
        places.removeAll()
        guard drafts.count > 0 else { return true }
        var (isOrdered, arePlacesOrdered) = (true, true)
        var last = drafts[0]
        var lastStart = Int.min
        for index in 0..<drafts.count {
            let draft = drafts[index]
            let start = orderingStart(of: draft)
            places.append(Place(start: start, draft: index))
            if start < lastStart { arePlacesOrdered = false }
            if Self.precedes(draft, last) { isOrdered = false }
            (last, lastStart) = (draft, start)
        }
        if !arePlacesOrdered { places.sort { $0.start != $1.start ? $0.start < $1.start : $0.draft < $1.draft } }
        return isOrdered
    }

    /// Where the speaker is named, else the draft's own start; the title stands before the text.
    private func orderingStart(of draft: VoiceDraft) -> Int {
        let start = draft.mention.map { mentions[$0].start } ?? draft.start
        return draft.isInTitle ? start - Int.max / 2 : start
    }

    /// The indices of the drafts in an order; of equals the earlier first.
    private func order(by precedes: (VoiceDraft, VoiceDraft) -> Bool) -> [Int] {
        (0..<drafts.count).sorted { left, right in
            precedes(drafts[left], drafts[right]) || (left < right && !precedes(drafts[right], drafts[left]))
        }
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
