/// How a form of a reporting verb is used where it stands.
enum VerbUse {
    case finite(isNegated: Bool)
    case gerund, infinitive, passive

    /// Nil where the form is a noun, an adjective or a homograph that reports nothing: a report, state border, claimed 30,000 lives.
    init?(of verb: Int, in sentence: SentenceItems) {
        let item = sentence[verb]
        let frames = sentence.vocabulary.traits(of: item).frames
        var before = verb - 1
        while sentence.has(before, .adverb)
            || (sentence.contains(before) && sentence[before].kind == .word && sentence.ends(before, in: .ly))
        { before -= 1 }
        var isNegated = before + 1 < verb && sentence.has(before + 1, .negation)
        // Most subjects are names and nouns, of none of these.
        if sentence.has(before, [.negation, .determiner, .preposition]) {
            isNegated =
                isNegated || sentence.has(before, .negation) || sentence.isWord(before, "to") && sentence.has(before - 1, .negation)
            if sentence.has(before, .determiner), !sentence.has(before, .relative),
                !sentence.has(before, .quantifier) || frames.contains(.isNounToo)  // "some say", but "some reports"
            {
                return nil
            }
            if sentence.has(before, .preposition), !sentence.isWord(before, "to"), item.verbForm != .gerund { return nil }
        }
        if sentence.contains(before), sentence[before].flags.contains(.possessive) { return nil }
        if Self.takesToll(verb, sentence) || Self.isPartOfName(verb, frames, sentence) || Self.isOfTime(verb, before, sentence) {
            return nil
        }
        switch item.verbForm {
        case .gerund: self = sentence.has(before, .be) ? .finite(isNegated: isNegated) : .gerund
        case .past, .participle:
            if sentence.has(before, .be) {
                self = .passive
                return
            }
            if Self.isReducedPassive(verb, before: before, sentence) {
                self = .passive
                return
            }
            if item.verbForm == .participle, !sentence.has(before, .auxiliary) { return nil }
            self = .finite(isNegated: isNegated)
        case .base:
            if sentence.isWord(before, "to") {
                self = .infinitive
                return
            }
            if frames.contains(.isNounToo), !Self.hasPluralSubject(before, sentence) || sentence.has(before, .conjunction) { return nil }
            if frames.contains(.mental), sentence.isWord(before, "you") { return nil }  // "you know"
            guard
                Self.hasPluralSubject(before, sentence) || [.comma, .quotation, .closeBracket].contains(sentence.kind(before))
                    || !frames.contains(.isNounToo) && Self.hasPluralHead(before, sentence)
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
        guard sentence.vocabulary.traits(of: sentence[verb]).isClaim else { return false }
        return (verb + 1..<verb + 6).contains { sentence.has($0, .toll) }
    }

    /// "Only time will tell": nobody speaks.
    private static func isOfTime(_ verb: Int, _ before: Int, _ sentence: SentenceItems) -> Bool {
        sentence.isWord(verb, "tell") && sentence.has(before, .modal) && sentence.isWord(before - 1, "time")
    }

    /// "The region acknowledged by the council": a participle behind its noun, with whoever does it behind "by".
    private static func isReducedPassive(_ verb: Int, before: Int, _ sentence: SentenceItems) -> Bool {
        if lacksObject(verb, sentence) { return true }
        guard sentence.isWord(verb + 1, "by"), sentence.contains(verb + 2), !sentence.has(before, [.auxiliary, .pronoun]) else {
            return false
        }
        let agent = sentence[verb + 2]
        return !agent.classes.contains(.calendar)
            && (agent.isCapitalized || sentence.has(verb + 2, [.determiner, .role, .group, .objectPronoun]))
    }

    /// "Officers accused of", "a plan blamed for", "troops urged to": what the verb acts on stands before it.
    private static func lacksObject(_ verb: Int, _ sentence: SentenceItems) -> Bool {
        let frames = sentence.vocabulary.traits(of: sentence[verb]).frames
        return frames.contains(.objectOf) && sentence.isWord(verb + 1, "of")
            || frames.contains(.objectFor) && frames.isDisjoint(with: [.objectAs, .thatClause]) && sentence.isWord(verb + 1, "for")
    }

    /// "United States tends": a noun in capitals behind another word in capitals.
    private static func isPartOfName(_ verb: Int, _ frames: ReportingVerb.Frames, _ sentence: SentenceItems) -> Bool {
        guard frames.contains(.isNounToo), sentence[verb].isCapitalized, sentence.contains(verb - 1), sentence[verb - 1].isCapitalized
        else {
            return false
        }
        return sentence.isWord(verb - 1, "united") || sentence.contains(verb + 1) && !sentence[verb + 1].isCapitalized
    }

    /// "Groups in the capital": the plural that a phrase with a preposition belongs to.
    private static func hasPluralHead(_ before: Int, _ sentence: SentenceItems) -> Bool {
        var place = before
        while sentence.contains(place), before - place < 8, sentence[place].kind == .word {
            if sentence.has(place, .preposition), sentence.contains(place - 1) {
                if sentence.ends(place - 1, in: .s) || sentence.has(place - 1, [.group, .quantifier]) {
                    return sentence[place - 1].classes.isDisjoint(with: [.pronoun, .auxiliary, .be, .verb, .determiner])
                        || sentence.has(place - 1, .quantifier)
                }
            } else if sentence.has(place, [.be, .auxiliary, .modal, .verb, .relative, .conjunction, .pronoun]) {
                return false
            }
            place -= 1
        }
        return false
    }

    private static func hasPluralSubject(_ before: Int, _ sentence: SentenceItems) -> Bool {
        guard sentence.contains(before) else { return false }
        let item = sentence[before]
        if item.kind == .number || item.kind == .other && sentence.kind(before - 1) == .number { return true }  // "45% say"
        if sentence.isWord(before, "percent"), sentence.kind(before - 1) == .number { return true }
        guard item.kind == .word else { return false }
        if !item.classes.isDisjoint(with: [.modal, .auxiliary, .pronoun, .relative]) { return true }
        if sentence.has(before, .conjunction) { return true }
        return sentence.ends(before, in: .s) || item.classes.contains(.group) || item.classes.contains(.quantifier)
    }

    private static func hasSingularSubject(_ before: Int, _ sentence: SentenceItems, verb: Int) -> Bool {
        if sentence.isWord(verb + 1, "that") || sentence.kind(verb + 1) == .colon { return true }
        guard sentence.contains(before) else { return false }
        let item = sentence[before]
        if item.kind == .quotation { return true }
        if item.kind == .comma { return true }
        guard item.kind == .word else { return item.kind == .closeBracket }
        if !item.classes.isDisjoint(with: [.pronoun, .relative]) { return true }
        if item.isCapitalized || item.classes.contains(.role) || item.classes.contains(.group) { return true }
        return sentence.nounPhrase(endingAt: before).map { sentence.kind($0.lowerBound - 1) == .quotation } ?? false
    }
}
