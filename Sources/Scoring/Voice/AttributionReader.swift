/// Reads the attributions of one sentence, from left to right.
struct AttributionReader {
    let sentence: SentenceItems
    let kind: SentenceKind
    private(set) var attributions: [Attribution] = []

    mutating func append(_ attribution: Attribution) { attributions.append(attribution) }

    /// The first item that no earlier attribution has taken, where a fronted clause may begin.
    private var clauseStart: Int
    /// Attributions in -ing at the sentence's start, whose speaker is the subject that follows.
    private var waiting: [Int] = []

    enum SentenceKind { case prose, headline, dialogue }

    static func attributions(in sentence: SentenceItems, kind: SentenceKind) -> [Attribution] {
        var reader = AttributionReader(sentence: sentence, kind: kind)
        reader.read()
        return reader.attributions
    }

    private init(sentence: SentenceItems, kind: SentenceKind) {
        self.sentence = sentence
        self.kind = kind
        clauseStart = sentence.range.lowerBound
        if kind == .dialogue { clauseStart += 1 }
    }

    private mutating func read() {
        for index in sentence.range {
            let item = sentence[index]
            guard item.kind == .word else { continue }
            if item.verbForm != .none, let attribution = readVerb(index) { add(attribution) }
            if item.classes.contains(.cue), let attribution = readPhrase(index) { add(attribution) }
            if item.classes.contains(.soCalled) { readSoCalled(index) }
            if item.classes.contains(.accusation), let attribution = readAccusationNoun(index) { add(attribution) }
        }
        settleWaiting()
        if kind == .headline { readHeadline() }
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
        attributions[index].regions = attributions[index].regions.compactMap { region in
            guard region.upperBound > end else { return region }
            return region.lowerBound < end ? region.lowerBound..<end : nil
        }
    }

    private var previousMention: Range<Int>? {
        attributions.last { $0.mention != nil && $0.voice != .distanced }?.mention ?? attributions.last { $0.mention != nil }?.mention
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
        let complement = sentence.complement(of: verb, takesBare: !isNegated && !followsQuotation(subject))
        var attribution = Attribution(cue: verb..<verb + 1, voice: complement.voice, rule: complement.rule)
        switch subject {
        case .phrase(let phrase): attribution.mention = phrase
        case .inherited:
            attribution.mention = previousMention ?? sentence.sentenceSubject()
            attribution.isInherited = true
        case .none: break
        }
        if let term = distancedTerm(of: verb, mention: attribution.mention) {
            attribution.regions = [term]
            attribution.voice = .distanced
            attribution.rule = .distancedForm
            return attribution
        }
        let frames = sentence.vocabulary.verb(of: sentence[verb]).frames
        if let region = complement.region { attribution.regions = [region] }
        let left = attribution.isInherited ? verb : attribution.mention?.lowerBound ?? verb
        if let mention = attribution.mention, !attribution.isInherited, takesFronted(frames), mention.upperBound <= verb {
            attribution.regions.insert(
                contentsOf: fronted(before: mention.lowerBound, verb: verb, next: complement.next, hasComplement: complement.region != nil),
                at: 0)
        }
        if attribution.regions.isEmpty, attribution.mention == nil || frames.contains(.mental) { return nil }
        if attribution.mention == nil, !isFirmly(introduced: attribution.regions[0]) { return nil }
        if attribution.regions.count > 0, attribution.regions[0].upperBound <= left, attribution.rule == .reportingVerb {
            attribution.rule = .frontedClause
        }
        if attribution.mention == nil, frames.contains(.isNounToo) { return nil }
        clauseStart = max(clauseStart, attribution.regions.last?.upperBound ?? clauseStart)
        return attribution
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

    /// The clause before "X said", and the rest of it behind, where "X said" stands inside it.
    private func fronted(before mention: Int, verb: Int, next: Int, hasComplement: Bool) -> [Range<Int>] {
        let border = mention - 1
        guard sentence.contains(border), border >= clauseStart else { return [] }
        let item = sentence[border]
        guard item.kind == .comma || item.kind == .dash || item.kind == .quotation || (item.kind == .stop && border > clauseStart) else {
            return []
        }
        let end = item.kind == .quotation ? border + 1 : border
        let region = frontedRegion(upTo: end)
        guard let region else { return [] }
        let isQuotation = sentence[region.upperBound - 1].kind == .quotation
        let rest = hasComplement ? nil : restBehind(next, isQuotation: isQuotation)
        guard isQuotation || (!hasComplement && (rest != nil || readsAsClause(region)) && mayFollowClause(verb, next: next)) else {
            return []
        }
        return [region, rest].compactMap(\.self)
    }

    /// Whether a clause without marks may stand before the verb: it takes clauses and no object follows.
    private func mayFollowClause(_ verb: Int, next: Int) -> Bool {
        let frames = sentence.vocabulary.verb(of: sentence[verb]).frames
        guard
            !frames.isDisjoint(with: [.bareClause, .finiteClause])
                || (frames.contains(.thatClause) && endsInverted(next, behindQuotation: true))
        else { return false }
        return endsInverted(next, behindQuotation: true)
    }

    /// From the clause's start to `end`; only the quotation where a whole quoted sentence stands there.
    private func frontedRegion(upTo end: Int) -> Range<Int>? {
        guard clauseStart < end else { return nil }
        let last = sentence[end - 1]
        if last.kind == .quotation, last.isCapitalized || end - 1 == clauseStart {
            let before = end - 2
            if before < clauseStart || sentence.kind(before) != .word { return end - 1..<end }
        }
        var start = clauseStart
        while start < end,
            [.comma, .dash, .other].contains(sentence[start].kind)
                || (start > sentence.range.lowerBound && sentence.has(start, .conjunction))
        { start += 1 }
        return start < end ? start..<end : nil
    }

    private func readsAsClause(_ region: Range<Int>) -> Bool {
        guard region.count >= 3 || kind == .headline else { return false }
        let hasFinite = region.contains {
            sentence.looksFinite($0) || sentence[$0].kind == .quotation || (sentence[$0].isVerb && sentence[$0].verbForm != .gerund)
        }
        if hasFinite {
            return !(sentence.has(region.lowerBound, .subordinator) && region.count < 6 && !sentence.has(region.lowerBound, .relative))
                || region.contains { sentence[$0].kind == .quotation || sentence[$0].kind == .comma }
        }
        return region.count >= 4 && !sentence.has(region.lowerBound, [.preposition, .subordinator, .calendar])
            && !sentence.isVerb(region.lowerBound, .gerund)
    }

    /// The rest of a clause that "X said" interrupts: "The valley, he said, would be returned."
    private func restBehind(_ next: Int, isQuotation: Bool) -> Range<Int>? {
        guard
            let comma = (next..<min(sentence.range.upperBound, next + 14)).first(where: {
                [.comma, .stop, .quotation, .dash].contains(sentence[$0].kind)
            })
        else { return nil }
        if sentence.kind(comma) == .quotation { return comma..<comma + 1 }
        guard sentence.kind(comma) == .comma, sentence.contains(comma + 1) else { return nil }
        let start = comma + 1
        if sentence.kind(start) == .quotation { return start..<start + 1 }
        if isQuotation || sentence.has(start, [.conjunction, .subordinator, .relative, .determiner]) || sentence.isVerb(start, .gerund)
            || sentence[start].flags.contains(.endsInIng)
        {
            return nil
        }
        guard
            sentence.has(start, [.modal, .auxiliary, .be, .verb]) || sentence.looksFinite(start)
                || sentence.has(start, .preposition) && comma == next
        else { return nil }
        let end = sentence.clauseEnd(from: start)
        return start < end ? start..<end : nil
    }

    /// "..., said X": the verb before its subject.
    private mutating func readInverted(_ verb: Int) -> Attribution? {
        guard sentence.isVerb(verb, .past, .third), sentence.contains(verb - 1) else { return nil }
        let border = verb - 1
        let item = sentence[border]
        guard item.kind == .quotation || item.kind == .comma || item.kind == .dash || item.kind == .stop, border >= clauseStart else {
            return nil
        }
        guard var mention = sentence.nounPhrase(startingAt: verb + 1),
            endsInverted(mention.upperBound, behindQuotation: item.kind == .quotation)
        else { return nil }
        if item.kind == .comma, sentence.kind(border - 1) != .quotation, !mayInvert(verb) { return nil }
        if item.kind == .quotation, item.flags.isDisjoint(with: [.endsWithComma, .endsWithStop]), !mayInvert(verb) { return nil }
        if sentence.vocabulary.verb(of: sentence[verb]).frames.contains(.mental), !item.flags.contains(.endsWithComma) { return nil }
        let region = frontedRegion(upTo: item.kind == .quotation ? border + 1 : border)
        guard let region, item.kind == .quotation || sentence[region.upperBound - 1].kind == .quotation || readsAsClause(region) else {
            return nil
        }
        if item.kind == .comma, sentence.has(region.upperBound - 1, .calendar) { return nil }
        mention = withApposition(mention)
        var attribution = Attribution(mention: mention, cue: verb..<verb + 1, regions: [region], rule: .frontedClause)
        if let rest = restBehind(mention.upperBound, isQuotation: true) { attribution.regions.append(rest) }
        clauseStart = max(clauseStart, mention.upperBound)
        return attribution
    }

    /// "CLAUSE, said X" wants a verb of saying without objects, since "Cruz, a senator, challenged X" is no inversion.
    private func mayInvert(_ verb: Int) -> Bool {
        let frames = sentence.vocabulary.verb(of: sentence[verb]).frames
        return !frames.isDisjoint(with: [.bareClause, .finiteClause])
            && frames.isDisjoint(with: [.hearer, .objectInfinitive, .objectOf, .objectFor, .objectAs, .needsParticle])
    }

    /// Whether a subject behind its verb may end here: at a comma, a stop, a time or a place, not before another finite verb.
    private func endsInverted(_ index: Int, behindQuotation: Bool) -> Bool {
        guard sentence.contains(index) else { return true }
        switch sentence[index].kind {
        case .comma, .stop, .quotation, .dash, .semicolon, .colon, .ellipsis, .openBracket: return true
        case .word: break
        default: return false
        }
        if sentence.has(index, [.calendar]) { return true }
        guard
            sentence.has(index, [.preposition, .adverb, .subordinator, .relative, .conjunction])
                || sentence[index].flags.contains(.endsInIng)
        else { return false }
        if behindQuotation { return true }
        var place = index
        while sentence.contains(place), place - index < 12 {
            if [.comma, .stop, .quotation].contains(sentence[place].kind) { return true }
            if sentence.has(place, [.modal, .be, .auxiliary]) { return sentence.has(index, [.relative, .subordinator]) }
            place += 1
        }
        return true
    }

    /// "the ministry's spokesman, Ivo Brandt": the name behind a role.
    private func withApposition(_ mention: Range<Int>) -> Range<Int> {
        guard !sentence[mention.upperBound - 1].isCapitalized, sentence.kind(mention.upperBound) == .comma,
            let name = sentence.nounPhrase(startingAt: mention.upperBound + 1), name.count >= 2, sentence[name.lowerBound].isCapitalized
        else { return mention }
        return name
    }

    private mutating func readGerund(_ verb: Int) -> Attribution? {
        let complement = sentence.complement(of: verb)
        guard let region = complement.region else { return nil }
        var attribution = Attribution(
            cue: verb..<verb + 1, regions: [region], voice: complement.voice, rule: complement.rule, isInherited: true)
        let before = verb - 1
        if sentence.isWord(before, "as"), sentence.contains(before - 1), sentence[before - 1].flags.contains(.endsInEd) {
            if case .phrase(let phrase) = sentence.subject(before: before - 1) { attribution.mention = phrase }
        } else if before < sentence.range.lowerBound
            || (before == sentence.range.lowerBound && sentence.has(before, [.preposition, .subordinator]))
        {
            waiting.append(attributions.count)
            clauseStart = max(clauseStart, region.upperBound)
            attribution.regions = [openingRegion(from: region.lowerBound)]
            return attribution
        } else if sentence[before].kind == .word, sentence.has(before - 1, [.preposition]) || sentence[before].isCapitalized,
            let phrase = sentence.nounPhrase(endingAt: before), sentence.namesSomebody(phrase)
        {
            attribution.mention = phrase
        }
        if attribution.mention == nil { attribution.mention = previousMention ?? sentence.sentenceSubject() }
        clauseStart = max(clauseStart, region.upperBound)
        return attribution
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
        for index in waiting {
            let later = attributions[(index + 1)...].first { $0.mention != nil }?.mention
            attributions[index].mention = later ?? subject(behind: attributions[index].regions[0].upperBound)
        }
    }

    private func subject(behind comma: Int) -> Range<Int>? {
        sentence.kind(comma) == .comma ? sentence.nounPhrase(startingAt: comma + 1) : nil
    }

    /// "Went on to say that": only "that" and quotations count, since "refused to say" tells nothing.
    private mutating func readInfinitive(_ verb: Int) -> Attribution? {
        let complement = sentence.complement(of: verb, takesBare: false)
        guard let region = complement.region else { return nil }
        clauseStart = max(clauseStart, region.upperBound)
        return Attribution(
            mention: previousMention ?? sentence.sentenceSubject(), cue: verb..<verb + 1, regions: [region], voice: complement.voice,
            rule: complement.rule, isInherited: true
        )
    }

    /// Passives name no speaker: only "was accused of" still lays words at somebody's door.
    private func readPassive(_ verb: Int) -> Attribution? {
        let frames = sentence.vocabulary.verb(of: sentence[verb]).frames
        guard frames.contains(.objectOf) else { return nil }
        let complement = sentence.complement(of: verb)
        guard let region = complement.region, complement.rule == .accusation else { return nil }
        let byPhrase = (region).first { sentence.isWord($0, "by") }.flatMap { sentence.nounPhrase(startingAt: $0 + 1) }
        return Attribution(mention: byPhrase, cue: verb..<verb + 1, regions: [region], rule: .accusation)
    }
}

/// How a form of a reporting verb is used where it stands.
enum VerbUse {
    case finite(isNegated: Bool)
    case gerund, infinitive, passive

    /// Nil where the form is a noun, an adjective or a homograph that reports nothing: a report, state border, claimed 30,000 lives.
    init?(of verb: Int, in sentence: SentenceItems) {
        let item = sentence[verb]
        let frames = sentence.vocabulary.verb(of: item).frames
        var before = verb - 1
        while sentence.has(before, .adverb)
            || (sentence.contains(before) && sentence[before].flags.contains(.endsInLy) && sentence[before].kind == .word)
        { before -= 1 }
        let isNegated =
            sentence.has(before, .negation) || sentence.has(before + 1, .negation) && before + 1 < verb
            || sentence.isWord(before, "to") && sentence.has(before - 1, .negation)
        if sentence.has(before, [.determiner]), !sentence.has(before, .relative) { return nil }
        if sentence.contains(before), sentence[before].flags.contains(.possessive) { return nil }
        if sentence.has(before, .preposition), !sentence.isWord(before, "to"), item.verbForm != .gerund { return nil }
        if Self.takesToll(verb, sentence) { return nil }
        switch item.verbForm {
        case .gerund: self = sentence.has(before, .be) ? .finite(isNegated: isNegated) : .gerund
        case .past, .participle:
            if sentence.has(before, .be) { self = .passive; return }
            if item.verbForm == .participle, !sentence.has(before, .auxiliary) { return nil }
            self = .finite(isNegated: isNegated)
        case .base:
            if sentence.isWord(before, "to") { self = .infinitive; return }
            guard frames.contains(.isNounToo) == false || Self.hasPluralSubject(before, sentence) else { return nil }
            guard
                Self.hasPluralSubject(before, sentence)
                    || sentence.contains(before) && [.comma, .quotation, .closeBracket].contains(sentence[before].kind)
            else { return nil }
            self = .finite(isNegated: isNegated)
        case .third:
            if frames.contains(.isNounToo), !Self.hasSingularSubject(before, sentence, verb: verb) { return nil }
            self = .finite(isNegated: isNegated)
        case .none: return nil
        }
    }

    /// "Claimed 900 lives", "claimed responsibility", "claims asylum".
    private static func takesToll(_ verb: Int, _ sentence: SentenceItems) -> Bool {
        guard sentence.vocabulary.verb(of: sentence[verb]).base == "claim" else { return false }
        return (verb + 1..<verb + 6).contains { sentence.has($0, .toll) }
    }

    private static func hasPluralSubject(_ before: Int, _ sentence: SentenceItems) -> Bool {
        guard sentence.contains(before), sentence[before].kind == .word else { return false }
        let item = sentence[before]
        if !item.classes.isDisjoint(with: [.modal, .auxiliary, .pronoun, .relative]) { return true }
        if sentence.has(before, .conjunction) { return true }
        return item.flags.contains(.endsInS) || item.classes.contains(.group) || item.classes.contains(.quantifier)
    }

    private static func hasSingularSubject(_ before: Int, _ sentence: SentenceItems, verb: Int) -> Bool {
        if sentence.isWord(verb + 1, "that") || sentence.kind(verb + 1) == .colon { return true }
        guard sentence.contains(before) else { return false }
        let item = sentence[before]
        if item.kind == .quotation { return true }
        if item.kind == .comma { return true }
        guard item.kind == .word else { return item.kind == .closeBracket }
        if !item.classes.isDisjoint(with: [.pronoun, .relative]) { return true }
        return item.isCapitalized || item.classes.contains(.role) || item.classes.contains(.group)
    }
}
