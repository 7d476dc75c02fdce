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

    /// Hale shook his head. "It will not hold." A quotation that nobody beside it says is of the person whom the sentence before is about.
    mutating func findSpeakersBeside() {
        for (place, range) in passage.sentences.enumerated() where passage.items[range.lowerBound].kind == .quotation {
            let number = Int(passage.items[range.lowerBound].index)
            guard range.count == 1, found.isUnattributed[number], let draft = draft(ofQuotation: number), drafts[draft].mention == nil,
                place > 0, let person = person(whoOpens: passage.sentences[place - 1])
            else { continue }
            carry(person, to: draft)
        }
    }

    private func carry(_ mention: MentionNumber, to place: Int) {
        drafts[place].mention = mention
        drafts[place].rule = .carriedOver
    }

    /// A name or a role with which a sentence without marks begins.
    private mutating func person(whoOpens range: Range<Int>) -> MentionNumber? {
        let sentence = SentenceItems(context, range)
        guard var subject = sentence.sentenceSubject(), subject.lowerBound == range.lowerBound, sentence.kind(subject.upperBound) == .word,
            !range.contains(where: { sentence.kind($0) == .quotation }),
            !subject.contains(where: { sentence.has($0, [.group, .agency, .place]) }),
            subject.contains(where: { sentence.has($0, .role) }) || sentence.has(subject.lowerBound, [.male, .female])
                || subject.allSatisfy({ passage.items[$0].isCapitalized && !sentence.has($0, [.determiner, .pronoun]) })
                    && subject.count <= 4
        else { return nil }
        if let role = subject.last(where: { sentence.has($0, .role) }), !passage.items[subject.upperBound - 1].isCapitalized {
            subject = subject.lowerBound..<role + 1
        }
        return mention(subject)
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
