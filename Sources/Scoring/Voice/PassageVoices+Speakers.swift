/// Quotations whose speaker stands in another sentence or another passage.
extension PassageVoices {
    /// A quotation without attribution is of whoever speaks before it in the passage, else of whoever speaks next.
    mutating func shareSpeakers() {
        var last: MentionNumber?
        for number in passage.quotations.indices {
            guard let place = draft(ofQuotation: number) else { continue }
            if found.isUnattributed[number], let last { carry(last, to: place) }
            if drafts[place].voice == .quoted { last = drafts[place].mention ?? last }
        }
        var next: MentionNumber?
        for number in passage.quotations.indices.reversed() {
            guard let place = draft(ofQuotation: number) else { continue }
            if found.isUnattributed[number], drafts[place].mention == nil, let next { carry(next, to: place) }
            if drafts[place].voice == .quoted { next = drafts[place].mention ?? next }
        }
    }

    private func carry(_ mention: MentionNumber, to place: Int) {
        drafts[place].mention = mention
        drafts[place].rule = .carriedOver
    }

    /// Later quotations of the passage without a speaker take the first one's.
    mutating func carryOn() {
        guard let place = draft(ofQuotation: 0), let mention = drafts[place].mention else { return }
        for number in found.isUnattributed.indices where found.isUnattributed[number] {
            setSpeaker(mention, ofQuotation: number, rule: .carriedOver)
        }
    }

    mutating func setSpeaker(_ mention: MentionNumber, ofQuotation number: Int, rule: VoiceRule) {
        guard let place = draft(ofQuotation: number), drafts[place].mention == nil else { return }
        drafts[place].mention = mention
        drafts[place].rule = rule
    }

    /// Lays a quotation that an earlier passage began at the door of whoever ends it.
    mutating func continueQuotation(at place: Int, by mention: MentionNumber) {
        drafts[place].mention = mention
        drafts[place].rule = .continuedQuotation
    }

    /// The speaker of the passage's last quotation.
    mutating func lastQuotedSpeaker() -> MentionNumber? {
        for number in passage.quotations.indices.reversed() {
            if let place = draft(ofQuotation: number), drafts[place].voice == .quoted { return drafts[place].mention }
        }
        return nil
    }
}
