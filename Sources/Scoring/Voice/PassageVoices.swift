import Articles
import Words

/// Turns the attributions and quotations of one passage into drafts of voice spans.
///
/// Functions that only read are inlined: a call would be given a copy of all this.
struct PassageVoices: ~Copyable {
    let passage: VoicePassage
    private let field: TextField
    private let bytes: TextBytes
    private let vocabulary: VoiceVocabulary
    /// The passage as its sentences see it.
    let context: UnsafePointer<SentenceContext>
    private(set) var found = PassageDrafts()
    /// The last speaker of reported speech, for a quotation paragraph that follows.
    private(set) var lastReportedSpeaker: MentionNumber?
    /// Whoever spoke last in the passage so far, in quotation marks or not.
    private(set) var lastSpeaker: MentionNumber?

    /// Who speaks behind the passage's dash.
    private var dialogueSpeaker: MentionNumber?
    /// Who is about to speak where the passage ends with a colon: "The ministry said:".
    private(set) var announced: (speaker: MentionNumber, cue: ByteSpan)?
    /// The items last asked for and their mention, which most rules ask for again.
    private var lastMention: (items: Range<Int>, number: MentionNumber)?

    /// The first cue and the first quotation that no sentence has had, among the passage's landmarks.
    private var nextCue = 0
    private var nextQuotation = 0

    private static let fragmentWords = 5

    /// The article's, those of the passage last.
    let drafts: PagedList<VoiceDraft>
    private let mentions: SpeakerMentions

    /// The place of the draft that a quotation became; nil for none.
    @inline(__always)
    func draft(ofQuotation number: Int) -> Int? {
        guard number >= 0, number < found.draftOfQuotation.count, found.draftOfQuotation[number] >= 0 else { return nil }
        return found.draftOfQuotation[number]
    }

    /// Inlined, since what it makes is large and would be copied for each passage.
    @inline(__always)
    init(
        passage: consuming VoicePassage, field: TextField, bytes: TextBytes, vocabulary: VoiceVocabulary,
        into memory: inout PassageDrafts
    ) {
        drafts = passage.drafts
        mentions = passage.mentions
        self.passage = passage
        self.field = field
        self.bytes = bytes
        self.vocabulary = vocabulary
        context = self.passage.context(bytes, vocabulary)
        swap(&found, &memory)
        found.begin(base: drafts.count, quotationCount: self.passage.quotations.count)
        for range in self.passage.sentences { readSentence(range) }
        shareSpeakers()
        if found.isUnattributed.firstIndex(where: { $0 }) != nil { findSpeakersBeside() }
    }

    /// Gives back the memory once the passage is done with.
    mutating func takeDrafts() -> PassageDrafts {
        var taken = PassageDrafts()
        swap(&taken, &found)
        return taken
    }

    private mutating func readSentence(_ range: Range<Int>) {
        let (cues, quotations) = (passage.landmarks.cues, passage.landmarks.quotations)
        nextCue = cues.index(from: nextCue, reaching: range.lowerBound)
        nextQuotation = quotations.index(from: nextQuotation, reaching: range.lowerBound)
        if passage.holdsDash, goesOnWithDialogue(range) { return addDialogue(range) }
        guard isHeadline || cues.holds(nextCue, below: range.upperBound) || quotations.holds(nextQuotation, below: range.upperBound) else {
            return
        }
        let sentence = SentenceItems(context, range)
        let kind = sentenceKind(range)
        var attributions = FlatList<Attribution>()
        swap(&attributions, &found.attributions)
        nextCue = AttributionReader.read(sentence, kind: kind, cues, from: nextCue, into: &attributions)
        announceSpeaker(range, attributions)
        for place in attributions.indices { addReported(attributions[place], in: sentence, isDialogue: kind == .dialogue) }
        while quotations.holds(nextQuotation, below: range.upperBound) {
            addQuotation(quotations[nextQuotation], in: sentence, attributions: attributions)
            nextQuotation += 1
        }
        if let last = attributions.lastIndex(where: { $0.voice == .reported && $0.mention != nil }) {
            lastSpeaker = mention(attributions[last].mention)
        }
        swap(&attributions, &found.attributions)
    }

    /// Whether a later sentence of a paragraph in dialogue opens with a dash too: "— It will hold, — said Holt. — Nobody need leave."
    @inline(__always)
    private func goesOnWithDialogue(_ range: Range<Int>) -> Bool {
        range.lowerBound > 0 && passage.items[range.lowerBound].kind == .dash && passage.items[0].kind == .dash
            && range.count > 1 && dialogueSpeaker != nil
    }

    private mutating func addDialogue(_ range: Range<Int>) {
        let span = passage.span(of: range.lowerBound + 1..<range.upperBound)
        drafts.append(VoiceDraft(field: field, span: span, voice: .quoted, rule: .dialogueDash, mention: dialogueSpeaker))
    }

    private mutating func announceSpeaker(_ range: Range<Int>, _ attributions: borrowing FlatList<Attribution>) {
        guard range.upperBound == passage.items.count, passage.items[range.upperBound - 1].kind == .colon,
            let place = attributions.lastIndex(where: { $0.mention != nil && $0.voice == .reported })
        else { return }
        let last = attributions[place]
        guard let speaker = mention(last.mention), last.regions.isEmpty, opensSpeech(last.cue.upperBound, before: range.upperBound - 1)
        else { return }
        announced = (speaker, passage.span(of: last.cue))
    }

    /// Whether nothing but a hearer, a place and a time stand between the verb and the colon: "told the crowd in the square on Monday:".
    private func opensSpeech(_ behindVerb: Int, before colon: Int) -> Bool {
        guard behindVerb < colon else { return behindVerb == colon }
        let next = passage.items[behindVerb]
        let begins: WordClass = [.preposition, .calendar, .objectPronoun, .adverb]
        return colon - behindVerb <= 12
            && (!next.classes.isDisjoint(with: begins) || passage.items[colon - 1].classes.contains(.calendar)
                || passage.items[behindVerb - 1].isVerb
                    && vocabulary.traits(of: passage.items[behindVerb - 1]).frames.contains(.hearer))
    }

    private var isHeadline: Bool { passage.kind.isHeading }

    @inline(__always)
    private func sentenceKind(_ range: Range<Int>) -> AttributionReader.SentenceKind {
        switch passage.kind {
        case .headline, .standfirst, .subheading: .headline
        case .body, .caption, .credit, .link, .boilerplate: range.lowerBound == 0 && passage.items[0].kind == .dash ? .dialogue : .prose
        }
    }

    mutating func mention(_ range: Range<Int>?) -> MentionNumber? {
        guard let range else { return nil }
        if let lastMention, lastMention.items == range { return lastMention.number }
        guard let number = mentions.number(ofMentionIn: passage.items, range, field: field) else { return nil }
        lastMention = (range, number)
        return number
    }

    private mutating func addReported(_ attribution: Attribution, in sentence: SentenceItems, isDialogue: Bool) {
        let speaker = mention(attribution.mention)
        let cue = passage.span(of: attribution.cue)
        if let speaker, attribution.voice == .reported, !attribution.regions.isEmpty { lastReportedSpeaker = speaker }
        for region in attribution.regions {
            guard let trimmed = trimmed(region) else { continue }
            if trimmed.count == 1, passage.items[trimmed.lowerBound].kind == .quotation { continue }
            var draft = VoiceDraft(
                field: field, span: passage.span(of: trimmed), voice: attribution.voice, rule: attribution.rule, cue: cue, mention: speaker)
            if isDialogue, attribution.rule == .frontedClause {
                draft.voice = .quoted
                draft.rule = .dialogueDash
                dialogueSpeaker = speaker
            }
            drafts.append(draft)
            if attribution.voice == .reported, passage.holdsDash { addAsides(in: trimmed, of: sentence) }
        }
    }

    /// A region without the punctuation at its ends; nil where nothing is left.
    private func trimmed(_ region: Range<Int>) -> Range<Int>? {
        var lower = region.lowerBound
        var upper = region.upperBound
        while lower < upper, !carriesWords(lower) { lower += 1 }
        while upper > lower, !carriesWords(upper - 1) { upper -= 1 }
        return lower < upper ? lower..<upper : nil
    }

    private func carriesWords(_ index: Int) -> Bool {
        switch passage.items[index].kind {
        case .word, .number, .quotation, .openBracket, .closeBracket: true
        default: false
        }
    }

    /// What stands between two dashes inside somebody's clause is the source's gloss.
    private mutating func addAsides(in region: Range<Int>, of sentence: SentenceItems) {
        var index = region.lowerBound
        while index < region.upperBound {
            guard passage.items[index].kind == .dash else {
                index += 1
                continue
            }
            let closing = sentence.closingDash(from: index) ?? region.upperBound
            let end = min(closing, region.upperBound)
            if index + 1 < end, end - index <= 30 { addAside(index + 1..<end) }
            index = end + 1
        }
    }

    /// The aside without the quotations in it, which stay quoted.
    private mutating func addAside(_ range: Range<Int>) {
        var start = range.lowerBound
        for index in range.lowerBound...range.upperBound where index == range.upperBound || passage.items[index].kind == .quotation {
            if start < index {
                drafts.append(VoiceDraft(field: field, span: passage.span(of: start..<index), voice: .own, rule: .dashAside))
            }
            start = index + 1
        }
    }

    private mutating func addQuotation(_ index: Int, in sentence: SentenceItems, attributions: borrowing FlatList<Attribution>) {
        let item = passage.items[index]
        let number = Int(item.index)
        let quotation = passage.quotations[number]
        var draft = VoiceDraft(
            field: field, span: ByteSpan(item.start, item.end), voice: .quoted, rule: .marks, isUnbalanced: quotation.isUnbalanced
        )
        if isTitle(index, quotation, sentence) {
            draft.voice = .own
            draft.rule = .title
        } else if let attribution = Self.attribution(of: index, attributions) {
            draft.mention = mention(attribution.mention)
            draft.cue = passage.span(of: attribution.cue)
            if !attribution.regions.contains(item: index) { draft.rule = .nearestCue }
            if attribution.mention == nil, attribution.rule == .distancedForm { draft.voice = .distanced }
        } else if let subject = introducingSubject(of: index, in: sentence) {
            draft.mention = mention(subject)
        } else if let listed = speakerOfList(index, in: sentence) {
            draft.mention = listed
        } else if Self.isFragment(item, quotation, in: passage.tokens) {
            draft.voice = .distanced
            draft.rule = .scareMarks
        } else {
            found.isUnattributed[number] = true
            if let lastSpeaker {
                draft.mention = lastSpeaker
                draft.rule = .carriedOver
            }
        }
        found.draftOfQuotation[number] = drafts.count
        drafts.append(draft)
        addBrackets(in: quotation)
    }

    /// Whose the quotation is: of the narrowest clause around it, else of the nearest cue in the sentence, else of nobody who is named.
    private static func attribution(of index: Int, _ attributions: borrowing FlatList<Attribution>) -> Attribution? {
        var narrowest: (place: Int, width: Int)?
        var nearest: (place: Int, distance: Int)?
        for place in attributions.indices where attributions[place].mention != nil {
            let attribution = attributions[place]
            if let region = attribution.regions.first(where: { $0.contains(index) }), region.count < narrowest?.width ?? .max {
                narrowest = (place, region.count)
            }
            let distance = abs(attribution.cue.lowerBound - index)
            if !attribution.isInRelative, distance < nearest?.distance ?? .max { nearest = (place, distance) }
        }
        if let place = narrowest?.place ?? nearest?.place { return attributions[place] }
        return attributions.firstIndex { $0.regions.contains(item: index) }.map { attributions[$0] }
    }

    /// Holt shrugged: "I do not know."
    @inline(__always)
    private func introducingSubject(of index: Int, in sentence: SentenceItems) -> Range<Int>? {
        guard sentence.kind(index - 1) == .colon, let subject = sentence.sentenceSubject(), subject.upperBound < index,
            !(isHeadline && sentence.has(subject.upperBound - 1, .label))
        else { return nil }
        return subject
    }

    /// Whose the quotation before is, which goes on here: "fools", "rogues" and "thieves".
    @inline(__always)
    private func speakerOfList(_ index: Int, in sentence: SentenceItems) -> MentionNumber? {
        var before = index - 1
        if sentence.has(before, .conjunction) { before -= 1 }
        if sentence.kind(before) == .comma { before -= 1 }
        guard before < index - 1, sentence.kind(before) == .quotation, let place = draft(ofQuotation: Int(sentence[before].index)),
            drafts[place].voice == .quoted
        else { return nil }
        return drafts[place].mention
    }

    /// Fewer than five words that are no sentence of their own.
    private static func isFragment(_ item: VoiceToken, _ quotation: Quotation, in tokens: VoiceTokens) -> Bool {
        if item.isCapitalized, item.flags.contains(.endsWithStop), quotation.inner.count < 4 || !isTitleCase(quotation, in: tokens) {
            return false
        }
        var words = 0
        for token in quotation.inner {
            if tokens[token].kind == .word || tokens[token].kind == .number { words += 1 }
            if words >= fragmentWords { return false }
        }
        return true
    }

    /// Words in title case beside the noun of a work: the film "The Quiet Road".
    @inline(__always)
    private func isTitle(_ index: Int, _ quotation: Quotation, _ sentence: SentenceItems) -> Bool {
        guard quotation.inner.count <= 14, Self.isTitleCase(quotation, in: passage.tokens) else { return false }
        let before = (max(sentence.range.lowerBound, index - 3)..<index).contains { sentence.has($0, .work) }
        let behind = sentence.has(index + 1, .work) || sentence.has(index + 2, .work)
        if before || behind || namesProgramme(index, sentence) { return true }
        guard quotation.inner.count >= 2, sentence.isWord(index - 1, "on") || sentence.isWord(index - 1, "in") else { return false }
        return true
    }

    /// CNN's "Early Hour", the host of "Early Hour", "Early Hour" host Tom Hale, told "Early Hour", "The Long Water" by Tom Hale.
    @inline(__always)
    private func namesProgramme(_ index: Int, _ sentence: SentenceItems) -> Bool {
        guard sentence.contains(index - 1) else { return sentence.has(index + 1, .role) }
        let before = sentence[index - 1]
        if before.flags.contains(.possessive),
            !before.classes.isDisjoint(with: [.calendar, .group, .agency]) || bytes[before.start + 1] &- 65 < 26
        {
            return true
        }
        if sentence.isWord(index - 1, "of"), sentence.has(index - 2, .role) { return true }
        if before.isVerb, before.verbForm == .past, sentence.vocabulary.traits(of: before).frames.contains(.hearer) {
            return !sentence[index].flags.contains(.endsWithComma)
        }
        return sentence.has(index + 1, .role)
            || sentence.isWord(index + 1, "by") && sentence.contains(index + 2) && sentence[index + 2].isCapitalized
    }

    private static func isTitleCase(_ quotation: Quotation, in tokens: VoiceTokens) -> Bool {
        let words = quotation.inner.lazy.map { tokens[$0] }.filter { $0.kind == .word }
        guard let first = words.first, first.isCapitalized, let last = words.last, last.isCapitalized else { return false }
        return words.allSatisfy {
            $0.isCapitalized || $0.end - $0.start <= 3 || !$0.classes.isDisjoint(with: [.preposition, .determiner, .conjunction])
        }
    }

    /// Square brackets inside a quotation hold the editor's words.
    private mutating func addBrackets(in quotation: Quotation) {
        guard passage.holdsBrackets else { return }
        var open: Int?
        for token in quotation.inner {
            switch passage.tokens[token].kind {
            case .openSquare: open = token
            case .closeSquare:
                if let start = open {
                    drafts.append(
                        VoiceDraft(
                            field: field, span: ByteSpan(passage.tokens[start].start, passage.tokens[token].end), voice: .own,
                            rule: .brackets
                        ))
                }
                open = nil
            default: continue
            }
        }
    }

    /// Puts a draft before those of the passage.
    mutating func prepend(_ draft: VoiceDraft) {
        drafts.insert(draft, at: found.base)
        found.moveDrafts()
    }
}
