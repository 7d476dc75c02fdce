/// Reads the attributions of one sentence, from left to right.
struct AttributionReader: ~Copyable {
    let sentence: SentenceItems
    let kind: SentenceKind
    private(set) var attributions = FlatList<Attribution>()

    mutating func append(_ attribution: Attribution) { attributions.append(attribution) }

    /// The first item that no earlier attribution has taken, where a fronted clause may begin.
    private(set) var clauseStart: Int
    /// Attributions in -ing at the sentence's start, whose speaker is the subject that follows.
    private var waiting = FlatList<Int>()

    enum SentenceKind { case prose, headline, dialogue }

    /// Fills the list with the sentence's attributions, using its memory again; `cues` are the passage's, those of the sentence from `first` on. Gives the
    /// first behind the sentence.
    static func read(
        _ sentence: SentenceItems, kind: SentenceKind, _ cues: TokenNumbers, from first: Int, into attributions: inout FlatList<Attribution>
    ) -> Int {
        var reader = AttributionReader(sentence: sentence, kind: kind)
        swap(&reader.attributions, &attributions)
        reader.attributions.removeAll()
        let next = reader.read(cues, from: first)
        swap(&reader.attributions, &attributions)
        return next
    }

    private init(sentence: SentenceItems, kind: SentenceKind) {
        self.sentence = sentence
        self.kind = kind
        clauseStart = sentence.range.lowerBound
        if kind == .dialogue { clauseStart += 1 }
    }

    private mutating func read(_ cues: TokenNumbers, from first: Int) -> Int {
        var next = first
        while cues.holds(next, below: sentence.range.upperBound) {
            if sentence[cues[next]].kind == .word { readCue(cues[next]) }
            next += 1
        }
        settleWaiting()
        if kind == .headline { readHeadline() }
        return next
    }

    private mutating func readCue(_ index: Int) {
        let item = sentence[index]
        if item.verbForm != .none, let attribution = readVerb(index) ?? readSpeechNoun(index) { add(attribution) }
        if item.classes.contains(.cue), let attribution = readPhrase(index) { add(attribution) }
        if item.classes.contains(.soCalled) { readSoCalled(index) }
        if item.classes.contains(.accusation), let attribution = readAccusationNoun(index) { add(attribution) }
    }

    private mutating func add(_ attribution: Attribution) {
        if let fronted = attribution.regions.first, fronted.upperBound <= attribution.cue.lowerBound {
            for earlier in attributions.indices { trim(earlier, to: fronted.upperBound) }
        }
        if let border = newSubject(of: attribution) {
            for earlier in attributions.indices { trim(earlier, to: border) }
        }
        attributions.append(attribution)
    }

    /// Where ", X said" or "and X said" brings in a speaker of its own behind an earlier clause.
    private func newSubject(of attribution: Attribution) -> Int? {
        guard let mention = attribution.mention, !attribution.isInherited, attribution.voice == .reported,
            let first = attribution.regions.first,
            first.lowerBound >= attribution.cue.upperBound, mention.upperBound <= attribution.cue.lowerBound
        else { return nil }
        let border = mention.lowerBound - 1
        if sentence.kind(border) == .comma { return border }
        guard sentence.has(border, .conjunction) else { return nil }
        return sentence.kind(border - 1) == .comma ? border - 1 : border
    }

    /// A clause that a later attribution takes whole ends where that one's clause does.
    private mutating func trim(_ index: Int, to end: Int) {
        guard attributions[index].regions.contains(where: { $0.upperBound > end }) else { return }
        var trimmed = ItemRanges()
        for region in attributions[index].regions where region.lowerBound < end || region.upperBound <= end {
            trimmed.append(region.lowerBound..<Swift.min(region.upperBound, end))
        }
        attributions[index].regions = trimmed
    }

    private var previousMention: Range<Int>? {
        let last =
            attributions.lastIndex { $0.mention != nil && $0.voice != .distanced } ?? attributions.lastIndex { $0.mention != nil }
        return last.flatMap { attributions[$0].mention }
    }

    private mutating func readVerb(_ verb: Int) -> Attribution? {
        guard let use = VerbUse(of: verb, in: sentence) else { return nil }
        switch use {
        case .finite(let isNegated): return readFinite(verb, isNegated: isNegated)
        case .gerund: return readGerund(verb)
        case .infinitive: return readInfinitive(verb)
        case .passive: return readPassive(verb)
        }
    }

    private mutating func readFinite(_ verb: Int, isNegated: Bool) -> Attribution? {
        if let inverted = readInverted(verb) { return inverted }
        guard sentence.hasParticle(verb) else { return nil }
        let subject = sentence.subject(before: verb)
        var complement = sentence.complement(of: verb, takesBare: !isNegated && !followsQuotation(subject))
        if complement.isDistant, followsClause(subject) { complement.region = nil }
        var attribution = Attribution(cue: verb..<verb + 1, voice: complement.voice, rule: complement.rule)
        switch subject {
        case .phrase(let phrase): attribution.mention = phrase
        case .inherited:
            attribution.mention = previousMention ?? sentence.sentenceSubject()
            attribution.isInherited = true
        case .none: break
        }
        if let term = distancedTerm(of: verb, mention: attribution.mention) {
            attribution.regions = ItemRanges(term)
            attribution.voice = .distanced
            attribution.rule = .distancedForm
            attribution.isInRelative = attribution.mention.map { isRelative($0.lowerBound - 1) } ?? false
            return attribution
        }
        addRegions(to: &attribution, complement: complement, verb: verb)
        if attribution.regions.isEmpty, let mention = attribution.mention {
            if let clause = clauseInRelative(verb, mention) {
                attribution.regions = ItemRanges(clause)
                attribution.isInRelative = true
            }
            if let said = asSaid(verb, mention, next: complement.next) { return said }
        }
        if case .phrase(let phrase) = subject { attribution.mention = withName(phrase, before: verb) }
        guard isCredible(attribution, verb: verb), !isReportedBelief(verb) else { return nil }
        clauseStart = max(clauseStart, attribution.regions.last?.upperBound ?? clauseStart)
        return attribution
    }

    /// What the verb governs, and what stands before its subject where that is the speaker's too.
    private func addRegions(to attribution: inout Attribution, complement: SentenceItems.Complement, verb: Int) {
        if let region = complement.region { attribution.regions = ItemRanges(region) }
        let frames = sentence.vocabulary.traits(of: sentence[verb]).frames
        guard let mention = attribution.mention, !attribution.isInherited, takesFronted(frames), mention.upperBound <= verb,
            !(mention.upperBound..<verb).contains(where: { sentence.has($0, .relative) })
        else { return }
        var before = fronted(before: mention.lowerBound, verb: verb, next: complement.next, hasComplement: complement.region != nil)
        if before.isEmpty, complement.region == nil, let relayed = relayed(by: mention, verb: verb) { before = ItemRanges(relayed) }
        if !before.isEmpty, attribution.rule == .reportingVerb { attribution.rule = .frontedClause }
        for region in attribution.regions { before.append(region) }
        attribution.regions = before
    }

    /// "The rebel leader, Ana Ruiz, said": the name between a role and its verb.
    private func withName(_ mention: Range<Int>, before verb: Int) -> Range<Int> {
        let name = withApposition(mention)
        return name != mention && name.upperBound < verb && sentence.kind(name.upperBound) == .comma ? name : mention
    }

    /// "Which X says is closed", "what X said would be a crime": the verb's clause, whose subject stands before X, up to the next comma.
    private func clauseInRelative(_ verb: Int, _ mention: Range<Int>) -> Range<Int>? {
        let frames = sentence.vocabulary.traits(of: sentence[verb]).frames
        guard isRelative(mention.lowerBound - 1) || sentence.isWord(mention.lowerBound - 1, "what"),
            !frames.isDisjoint(with: [.bareClause, .finiteClause]),
            sentence.has(verb + 1, [.be, .auxiliary, .modal])
        else { return nil }
        let end = sentence.clauseEnd(from: verb + 1)
        return verb + 1..<((verb + 1..<end).first { sentence.kind($0) == .comma } ?? end)
    }

    func isRelative(_ index: Int) -> Bool { sentence.has(index, .relative) && !sentence.has(index, .possessive) }

    /// Words or a speaker must have been found; a mental verb needs words, a verb without subject "that" or a quotation.
    private func isCredible(_ attribution: Attribution, verb: Int) -> Bool {
        if let mention = attribution.mention, !attribution.isInherited, !maySpeak(mention, verb: verb) { return false }
        let frames = sentence.vocabulary.traits(of: sentence[verb]).frames
        guard let first = attribution.regions.first else { return attribution.mention != nil && !frames.contains(.mental) }
        return attribution.mention != nil || (isFirmly(introduced: first) && !frames.contains(.isNounToo))
    }

    /// Times do not speak ("April 2016 showed how"), nor does what goes on before a colon ("mine terror continues:").
    private func maySpeak(_ mention: Range<Int>, verb: Int) -> Bool {
        if mention.allSatisfy({ sentence.kind($0) == .number || sentence.has($0, .calendar) }) { return false }
        return sentence.kind(verb + 1) != .colon || !sentence.isVerb(verb, .third) || sentence.namesSomebody(mention)
    }

    /// "He stated that Baku believes ...": what somebody says that others think is the speaker's.
    private func isReportedBelief(_ verb: Int) -> Bool {
        sentence.vocabulary.traits(of: sentence[verb]).frames.contains(.mental)
            && attributions.firstIndex { $0.voice == .reported && $0.regions.contains(item: verb) } != nil
    }

    /// A clause with "that" or a quotation counts even where no subject is found.
    private func isFirmly(introduced region: Range<Int>) -> Bool {
        sentence.isWord(region.lowerBound - 1, "that") || sentence[region.lowerBound].kind == .quotation
    }

    private func takesFronted(_ frames: ReportingVerb.Frames) -> Bool {
        !frames.isDisjoint(with: [.bareClause, .finiteClause, .thatClause, .quotationOnly])
    }

    /// "...," X told the crowd: what is said stands before the subject, so no bare clause follows.
    private func followsQuotation(_ subject: SentenceItems.Subject) -> Bool {
        guard case .phrase(let phrase) = subject, let kind = sentence.kind(phrase.lowerBound - 1) else { return false }
        return kind == .quotation && phrase.lowerBound - 1 >= clauseStart
    }

    /// "The dam was safe, X said at a meeting about those who ...": a whole clause with its comma stands before the subject.
    private func followsClause(_ subject: SentenceItems.Subject) -> Bool {
        guard case .phrase(let phrase) = subject, sentence.kind(phrase.lowerBound - 1) == .comma,
            let region = frontedRegion(upTo: phrase.lowerBound - 1)
        else { return false }
        return readsAsClause(region) && !sentence.has(region.lowerBound, [.preposition, .subordinator])
    }

    /// "..., said X": the verb before its subject.
    private mutating func readInverted(_ verb: Int) -> Attribution? {
        guard sentence.isVerb(verb, .past, .third) || isPluralInversion(verb), sentence.contains(verb - 1) else { return nil }
        let border = verb - 1
        let item = sentence[border]
        guard item.kind == .quotation || item.kind == .comma || item.kind == .dash || item.kind == .stop, border >= clauseStart else {
            return nil
        }
        guard var mention = sentence.nounPhrase(startingAt: verb + 1),
            endsInverted(mention.upperBound, behindQuotation: item.kind == .quotation)
        else { return nil }
        if item.kind == .comma, sentence.kind(border - 1) != .quotation, !mayInvert(verb) || sentence.has(mention.lowerBound, .pronoun) {
            return nil
        }
        if item.kind == .quotation, item.flags.isDisjoint(with: [.endsWithComma, .endsWithStop]), !mayInvert(verb) { return nil }
        if sentence.vocabulary.traits(of: sentence[verb]).frames.contains(.mental), !item.flags.contains(.endsWithComma) { return nil }
        let region = frontedRegion(upTo: item.kind == .quotation ? border + 1 : border)
        guard let region, item.kind == .quotation || sentence[region.upperBound - 1].kind == .quotation || readsAsClause(region) else {
            return nil
        }
        if item.kind == .comma, sentence.has(region.upperBound - 1, .calendar) { return nil }
        mention = withApposition(mention)
        var attribution = Attribution(mention: mention, cue: verb..<verb + 1, regions: ItemRanges(region), rule: .frontedClause)
        if let rest = restOfInverted(mention.upperBound, behind: region) { attribution.regions.append(rest) }
        clauseStart = max(clauseStart, mention.upperBound)
        return attribution
    }

    /// ", say critics": the plain form before several people.
    private func isPluralInversion(_ verb: Int) -> Bool {
        guard sentence.isVerb(verb, .base), mayInvert(verb), !sentence.vocabulary.traits(of: sentence[verb]).frames.contains(.isNounToo),
            let people = sentence.nounPhrase(startingAt: verb + 1)
        else { return false }
        return sentence.ends(people.upperBound - 1, in: .s) || people.contains { sentence.has($0, .group) }
    }

    /// What goes on behind ", said X": the other part of a quotation, of dialogue behind a dash, or of a clause that its verb awaits.
    private func restOfInverted(_ next: Int, behind region: Range<Int>) -> Range<Int>? {
        if kind == .dialogue, sentence.isComma(next), sentence.kind(next + 1) == .dash, next + 2 < sentence.range.upperBound {
            return next + 2..<sentence.range.upperBound
        }
        guard sentence.has(region.upperBound - 1, [.be, .modal, .auxiliary]), sentence.kind(next) == .comma, sentence.contains(next + 1)
        else { return restBehind(next, isQuotation: true) }
        return next + 1..<max(next + 2, sentence.clauseEnd(from: next + 1))
    }

    /// "the ministry's spokesman, Ivo Brandt": the name behind a role.
    func withApposition(_ mention: Range<Int>) -> Range<Int> {
        guard !sentence[mention.upperBound - 1].isCapitalized, sentence.kind(mention.upperBound) == .comma,
            let name = sentence.nounPhrase(startingAt: mention.upperBound + 1), name.count >= 2, sentence[name.lowerBound].isCapitalized
        else { return mention }
        return name
    }

    private mutating func readGerund(_ verb: Int) -> Attribution? {
        var complement = sentence.complement(of: verb)
        var before = verb - 1
        while sentence.has(before, .adverb), sentence.contains(before - 1) { before -= 1 }
        let quoted = sentence.isWord(before, "as") ? quoted(before: before) : nil
        if complement.region == nil, let quoted { return readQuoted(verb, quoted.mention, behind: quoted.start) }
        if complement.region == nil, let name = calledName(by: verb) {
            complement.region = name
            (complement.voice, complement.rule) = (.distanced, .distancedForm)
        }
        guard let region = complement.region ?? givenName(behind: verb) else { return nil }
        var attribution = Attribution(
            cue: verb..<verb + 1, regions: ItemRanges(region), voice: complement.voice, rule: complement.rule, isInherited: true)
        if let quoted {
            attribution.mention = quoted.mention
            attribution.isInherited = false
        } else if sentence.isWord(before, "as"), sentence.contains(before - 1), sentence.ends(before - 1, in: .ed) {
            if case .phrase(let phrase) = sentence.subject(before: before - 1) { attribution.mention = phrase }
        } else if before < sentence.range.lowerBound
            || (before == sentence.range.lowerBound && sentence.has(before, [.preposition, .subordinator]))
        {
            waiting.append(attributions.count)
            clauseStart = max(clauseStart, region.upperBound)
            attribution.regions = ItemRanges(openingRegion(from: region.lowerBound))
            return attribution
        } else if sentence[before].kind == .word, let phrase = sentence.nounPhrase(endingAt: before), sentence.namesSomebody(phrase),
            sentence[before].isCapitalized || sentence.has(before - 1, .preposition) || sentence.isWord(phrase.lowerBound - 1, "with")
        {
            attribution.mention = phrase
        }
        if attribution.mention == nil { attribution.mention = previousMention ?? sentence.sentenceSubject() }
        clauseStart = max(clauseStart, region.upperBound)
        return attribution
    }

    /// "...," X was quoted as saying: the words stand before whoever quotes them.
    private mutating func readQuoted(_ verb: Int, _ mention: Range<Int>, behind start: Int) -> Attribution? {
        let border = start - 1
        guard border >= clauseStart, sentence.isComma(border) || sentence.kind(border) == .quotation,
            let region = frontedRegion(upTo: sentence.kind(border) == .quotation ? border + 1 : border),
            sentence[region.upperBound - 1].kind == .quotation || readsAsClause(region)
        else { return nil }
        clauseStart = verb + 1
        return Attribution(mention: mention, cue: verb..<verb + 1, regions: ItemRanges(region), rule: .frontedClause)
    }

    /// The quotation that a naming verb gives its object: "calling the plan "a dream"".
    private func givenName(behind verb: Int) -> Range<Int>? {
        guard sentence.vocabulary.traits(of: sentence[verb]).givesNames else { return nil }
        for index in verb + 1..<min(verb + 12, sentence.range.upperBound) {
            switch sentence[index].kind {
            case .quotation: return index..<index + 1
            case .word, .number, .abbreviationStop: continue
            default: return nil
            }
        }
        return nil
    }

    /// The clause of an opening "Noting that ...": up to the comma before the main clause.
    private func openingRegion(from start: Int) -> Range<Int> {
        let full = sentence.clauseEnd(from: start)
        var index = start
        var end = full
        while index < full {
            if sentence[index].kind == .comma { end = index }
            if sentence[index].isVerb, index > start, sentence[index].verbForm == .past || sentence[index].verbForm == .third, end < full {
                break
            }
            index += 1
        }
        return start..<max(start + 1, end)
    }

    private mutating func settleWaiting() {
        for place in waiting.indices {
            let index = waiting[place]
            let later = attributions.firstIndex(from: index + 1) { $0.mention != nil }
            attributions[index].mention =
                later.flatMap { attributions[$0].mention } ?? subject(behind: attributions[index].regions[0].upperBound)
        }
    }

    private func subject(behind comma: Int) -> Range<Int>? {
        sentence.kind(comma) == .comma ? sentence.nounPhrase(startingAt: comma + 1) : nil
    }

    /// "Officials are no longer willing to say that": the subject of the verb before the infinitive.
    private func subject(ofInfinitive verb: Int) -> Range<Int>? {
        for place in stride(from: verb - 2, through: max(sentence.range.lowerBound, verb - 9), by: -1) {
            guard sentence.kind(place) == .word else { return nil }
            guard sentence.has(place, [.be, .auxiliary, .modal, .verb]) || sentence.isVerb(place, .past, .third) else { continue }
            guard case .phrase(let phrase) = sentence.subject(before: place), sentence.namesSomebody(phrase),
                phrase.count > 1 || sentence.has(phrase.lowerBound, [.role, .group])
                    || sentence[phrase.lowerBound].isCapitalized && !sentence.has(phrase.lowerBound, [.determiner, .thirdPerson])
            else { return nil }
            return phrase
        }
        return nil
    }

    /// "Went on to say that": only "that" and quotations count, since "refused to say" tells nothing.
    private mutating func readInfinitive(_ verb: Int) -> Attribution? {
        let complement = sentence.complement(of: verb, takesBare: false)
        guard let region = complement.region else { return nil }
        clauseStart = max(clauseStart, region.upperBound)
        return Attribution(
            mention: previousMention ?? subject(ofInfinitive: verb) ?? sentence.sentenceSubject(), cue: verb..<verb + 1,
            regions: ItemRanges(region), voice: complement.voice,
            rule: complement.rule, isInherited: true
        )
    }
}
