/// Finds what is said: the clause, infinitive, gerund or object that a reporting verb governs.
extension SentenceItems {
    private static let farthestThat = 18

    /// What follows a reporting verb.
    struct Complement {
        var region: Range<Int>?
        var rule: VoiceRule = .reportingVerb
        var voice: Voice = .reported
        /// The first item behind the verb, its particle and its hearer.
        var next: Int
        /// Whether the region was found behind adverbials, without "that", a colon or a comma before it.
        var isDistant = false
    }

    /// Whether the particle that some verbs need stands behind: pointed out, shot back, went on.
    func hasParticle(_ verb: Int) -> Bool {
        guard vocabulary.traits(of: items[verb]).frames.contains(.needsParticle) else { return true }
        return isWord(verb + 1, "out") || isWord(verb + 1, "back") || isWord(verb + 1, "on")
    }

    /// What the verb at `verb` governs; bare and wh-clauses only where `takesBare`, since "did not say whether" reports nothing.
    func complement(of verb: Int, takesBare: Bool = true) -> Complement {
        let isNegated = !takesBare
        let frames = vocabulary.traits(of: items[verb]).frames
        var next = verb + 1
        if frames.contains(.needsParticle), hasParticle(verb) { next += 1 }
        if frames.contains(.hearer) { next = skipHearer(from: next) }
        if isWord(next, "out"), kind(next + 1) == .quotation { next += 1 }
        var complement = Complement(next: next)
        if let region = directRegion(from: next, frames: frames, isNegated: isNegated) {
            complement.region = region
        } else if let object = objectRegion(from: next, frames: frames) {
            complement.region = object.region
            complement.rule = object.rule
            complement.voice = object.voice
        } else if let region = distantRegion(from: next, frames: frames, isNegated: isNegated) {
            complement.region = region
            complement.isDistant = !isWord(region.lowerBound - 1, "that") && kind(region.lowerBound - 1) == .word
        }
        return complement
    }

    private func region(_ start: Int) -> Range<Int>? {
        let end = clauseEnd(from: start)
        return start < end ? start..<end : nil
    }

    /// A colon, a quotation, "that", a wh-word, "to" or a bare clause right behind the verb.
    private func directRegion(from next: Int, frames: ReportingVerb.Frames, isNegated: Bool) -> Range<Int>? {
        guard contains(next) else { return nil }
        switch items[next].kind {
        case .colon: return kind(next + 1) == .quotation ? quotationRegion(next + 1) : region(next + 1)
        case .comma:
            if frames.contains(.hearer), let that = thatBehindApposition(from: next) { return region(that + 1) }
            return kind(next + 1) == .quotation && !isSplit(at: next) ? quotationRegion(next + 1) : nil
        case .quotation: return quotationRegion(next)
        case .word, .number, .openBracket: break
        default: return nil
        }
        if isWord(next, "that"), takesThat(frames), !isWord(next + 1, "same"), !has(next + 1, .calendar) { return region(next + 1) }
        if has(next, .question), !has(next, .relative) || isWord(next, "who") || isWord(next, "which") {
            return takesThat(frames) && !isNegated && !isSeeming(next) ? region(next) : nil
        }
        if isWord(next, "if"), takesThat(frames) { return isNegated ? nil : region(next) }
        if isWord(next, "to") {
            return frames.contains(.infinitive) && isPlainInfinitive(next) ? infinitiveEnd(from: next).map { next..<$0 } : nil
        }
        if frames.contains(.gerund) || frames.contains(.anything), ends(next, in: .ing) {
            return infinitiveEnd(from: next).map { next..<$0 }
        }
        if isNegated { return nil }
        return startsBareClause(next, frames: frames) ? region(next) : nil
    }

    /// "What appeared to be a raid" is a thing that is seen, no clause that is told.
    private func isSeeming(_ index: Int) -> Bool {
        isWord(index, "what")
            && (isWord(index + 1, "appeared") || isWord(index + 1, "appears") || isWord(index + 1, "seemed") || isWord(index + 1, "seems"))
    }

    private func takesThat(_ frames: ReportingVerb.Frames) -> Bool { !frames.isDisjoint(with: [.thatClause, .bareClause, .finiteClause]) }

    /// A comma behind the verb that begins what follows rather than ends "X, she said, ...".
    private func isSplit(at comma: Int) -> Bool {
        kind(comma + 1) == .quotation && !items[comma + 1].isCapitalized && hasQuotation(before: comma)
    }

    private func hasQuotation(before index: Int) -> Bool {
        (max(range.lowerBound, index - 16)..<index).contains { items[$0].kind == .quotation }
    }

    /// A whole quoted sentence stands alone; a fragment is part of the clause around it.
    private func quotationRegion(_ index: Int) -> Range<Int>? {
        let item = items[index]
        let isIntroduced = kind(index - 1) == .comma || kind(index - 1) == .colon
        if item.isCapitalized, isIntroduced || !item.flags.isDisjoint(with: [.endsWithStop, .endsWithComma]) {
            var end = index + 1
            while kind(end) == .quotation { end += 1 }
            return index..<end
        }
        return region(index)
    }

    /// Whether a clause without "that" begins at the item: said it was over.
    private func startsBareClause(_ index: Int, frames: ReportingVerb.Frames) -> Bool {
        guard !frames.isDisjoint(with: [.bareClause, .finiteClause]), opensClause(index), !isGreeting(index) else { return false }
        return hasFiniteVerb(from: index) || (frames.contains(.bareClause) && !frames.contains(.hearer) && isLong(index))
    }

    /// What is said and is no clause: "said goodbye to", "said hello", "said no to the plan", "said nothing about it".
    private func isGreeting(_ index: Int) -> Bool {
        if isWord(index, "goodbye") || isWord(index, "farewell") || isWord(index, "hello") { return true }
        return (isWord(index, "yes") || isWord(index, "no") || isWord(index, "nothing"))
            && (isWord(index + 1, "to") || isWord(index + 1, "about"))
    }

    private func isLong(_ index: Int) -> Bool { clauseEnd(from: index) - index >= 4 }

    /// Whether the item can be the first of a clause: no preposition, adverb of place or conjunction.
    private func opensClause(_ index: Int) -> Bool {
        guard contains(index) else { return false }
        let item = items[index]
        if item.kind == .number { return true }
        guard item.kind == .word else { return false }
        if item.classes.contains(.calendar) || isWord(index, "last") || isWord(index, "next") { return false }
        if isWord(index, "there") || isWord(index, "it") || isWord(index, "at") && isWord(index + 1, "least")
            || isWord(index, "about") && kind(index + 1) == .number
        {
            return true
        }
        if item.classes.contains(.determiner) { return true }
        if item.classes.contains(.pronoun) || item.isCapitalized { return !item.classes.contains(.preposition) }
        if item.classes.isEmpty, ends(index, in: .ly) { return false }
        return item.classes.isDisjoint(with: [
            .preposition, .conjunction, .subordinator, .relative, .auxiliary, .be, .modal, .objectPronoun,
        ])
            && (!item.classes.contains(.adverb) || isWord(index, "only") || isWord(index, "even"))
    }

    /// Whether a finite verb comes within reach and before a relative or a stop.
    func hasFiniteVerb(from start: Int) -> Bool {
        var index = start + 1
        while index < min(range.upperBound, start + 22) {
            let item = items[index]
            if item.kind == .word {
                if item.classes.contains(.relative), !item.classes.contains(.possessive) { return false }
                if item.classes.contains(.question), !item.classes.contains(.subordinator) { return false }
                if looksFinite(index) { return true }
            } else {
                switch item.kind {
                case .stop, .semicolon, .colon: return false
                case .quotation: return true
                default: break
                }
            }
            index += 1
        }
        return false
    }

    /// "Accused him of", "blamed him for", "described it as", "urged him to", "called for", "denied the report".
    private func objectRegion(from next: Int, frames: ReportingVerb.Frames) -> (region: Range<Int>, rule: VoiceRule, voice: Voice)? {
        if frames.contains(.objectOf), let of = find("of", from: next, prefersGerund: true), let region = region(of + 1) {
            return (region, .accusation, .reported)
        }
        if frames.contains(.objectFor), let place = find("for", from: next, prefersGerund: false), let region = region(place + 1) {
            return (region, .accusation, .reported)
        }
        if frames.contains(.objectAs), let place = find("as", from: next, prefersGerund: false), let term = termPhrase(from: place + 1) {
            return (term, .distancedForm, .distanced)
        }
        if frames.contains(.objectInfinitive), let place = infinitiveMarker(from: next), let end = infinitiveEnd(from: place) {
            return (place..<end, .infinitive, .reported)
        }
        if frames.contains(.forPhrase), isWord(next, "for"), let region = region(next + 1) { return (region, .reportingVerb, .reported) }
        if frames.contains(.anything), opensClause(next), let region = region(next) { return (region, .denial, .reported) }
        return nil
    }

    /// "To" behind an object: urged the army to leave, called on him to go.
    private func infinitiveMarker(from next: Int) -> Int? {
        guard !has(next, .preposition) || isWord(next, "on") || isWord(next, "to") || isWord(next, "upon") else { return nil }
        guard let place = find("to", from: next, prefersGerund: false), isPlainInfinitive(place) else { return nil }
        return (next..<place).contains { items[$0].kind == .comma } ? nil : place
    }

    /// An infinitive or a gerund has no subject, so a finite verb behind "and" is the main clause's again.
    func infinitiveEnd(from start: Int) -> Int? {
        let end = clauseEnd(from: start)
        for index in start..<end where has(index, .conjunction) && !isWord(index, "or") {
            let verb = skipAdverbs(from: index + 1)
            if verb < end, items[verb].kind == .word,
                ends(verb, in: .ed)
                    || (has(verb, [.be, .auxiliary, .modal]) && !isWord(verb, "be") && !isWord(verb, "have"))
            {
                let border = kind(index - 1) == .comma ? index - 1 : index
                return border > start ? border : nil
            }
        }
        return start < end ? end : nil
    }

    private func isPlainInfinitive(_ place: Int) -> Bool {
        guard contains(place + 1), items[place + 1].kind == .word else { return false }
        return !items[place + 1].isCapitalized
            && items[place + 1].classes.isDisjoint(with: [.determiner, .pronoun, .calendar, .quantifier])
    }

    /// The word behind an object of a few words, before the next stop; of several, one that a verb in -ing follows, where that is preferred.
    private func find(_ word: StaticString, from start: Int, prefersGerund: Bool) -> Int? {
        var found: Int?
        for index in start..<min(range.upperBound, start + 16) {
            switch items[index].kind {
            case .stop, .semicolon, .colon, .openBracket: return found
            case .word where isWord(index, word):
                guard prefersGerund else { return index }
                if contains(index + 1), ends(index + 1, in: .ing) { return has(index - 1, .conjunction) ? found ?? index : index }
                if found == nil { found = index }
            case .word where has(index, [.relative]) && !has(index, .possessive): return found
            case .word where isWord(index, "while"): return found
            default: continue
            }
        }
        return found
    }

    /// The noun phrase that a distancing cue lays hold of: up to the next preposition but "of", verb, comma or stop.
    func termPhrase(from start: Int) -> Range<Int>? {
        var end = start
        while end < min(range.upperBound, start + 12) {
            let item = items[end]
            switch item.kind {
            case .quotation:
                end += 1
                if !item.flags.isDisjoint(with: [.endsWithComma, .endsWithStop]) { return start..<end }
            case .number: end += 1
            case .word:
                if end > start, has(end, .preposition), !isWord(end, "of") { return start..<end }
                if has(end, [.relative, .subordinator, .modal, .be, .conjunction, .auxiliary, .verb]) {
                    return end > start ? start..<end : nil
                }
                if end > start + 1, looksFinite(end), !ends(end - 1, in: .ly) { return start..<end }
                if end == start + 1, looksFinite(end), !ends(start, in: .ly), has(end + 1, [.determiner, .objectPronoun]) {
                    return start..<end
                }
                end += 1
            default: return end > start ? start..<end : nil
            }
        }
        return end > start ? start..<end : nil
    }

    /// Behind adverbials: "said in a statement that", "said on Monday the valley would".
    private func distantRegion(from next: Int, frames: ReportingVerb.Frames, isNegated: Bool) -> Range<Int>? {
        guard takesThat(frames) || frames.contains(.quotationOnly), startsAdverbial(next) || has(next, .objectPronoun) else { return nil }
        let isClause = has(next, .subordinator) && !has(next, .preposition)
        var index = next
        while index < min(range.upperBound, next + Self.farthestThat) {
            switch items[index].kind {
            case .stop, .semicolon, .dash: return nil
            case .colon where frames.contains(.mental): return nil  // "hold for years: Ruiz"
            case .colon: return kind(index + 1) == .quotation ? quotationRegion(index + 1) : region(index + 1)
            case .comma: return kind(index + 1) == .quotation && items[index + 1].isCapitalized ? quotationRegion(index + 1) : nil
            case .quotation: return nil
            case .word:
                if isWord(index, "that"), takesThat(frames) { return isWord(next, "of") || isClause ? nil : region(index + 1) }
                if has(index, .question), !has(index, .subordinator) {
                    return index == skipAdverbs(from: next) && takesThat(frames) && !isNegated ? region(index) : nil
                }
                if looksFinite(index), index > next, !isClause, let start = bareStart(from: next, to: index), takesBare(frames), !isNegated
                {
                    return region(start)
                }
            default: break
            }
            index += 1
        }
        return nil
    }

    private func takesBare(_ frames: ReportingVerb.Frames) -> Bool { !frames.isDisjoint(with: [.bareClause, .finiteClause]) }

    private func startsAdverbial(_ index: Int) -> Bool {
        has(index, [.preposition, .calendar, .adverb, .subordinator]) || (contains(index) && ends(index, in: .ly))
            || isWord(index, "last") || isWord(index, "this")
    }

    /// "That" right there or behind adverbials: "on Monday that".
    func that(behind start: Int) -> Int? {
        guard isWord(start, "that") || startsAdverbial(start) else { return nil }
        for index in start..<min(range.upperBound, start + Self.farthestThat) {
            guard items[index].kind == .word || items[index].kind == .number else { return nil }
            if isWord(index, "that"), !isWord(index - 1, "of") { return index }
        }
        return nil
    }

    /// The start of the clause whose finite verb stands at `finite`, behind adverbials begun at `next`.
    private func bareStart(from next: Int, to finite: Int) -> Int? {
        var index = next
        var last: Int?
        while index < finite {
            if has(index, .calendar) || has(index, .adverb), opensClause(index + 1), index + 1 < finite { last = index + 1 }
            if has(index, .medium), opensClause(index + 1), index + 1 < finite,
                has(index + 1, [.determiner, .pronoun]) || items[index + 1].isCapitalized
            {
                last = index + 1
            }
            if has(index, [.determiner, .pronoun]), index > next, last == nil, !has(index - 1, [.preposition, .determiner, .conjunction]),
                !ends(index - 1, in: .ing)
            {
                last = index
            }
            index += 1
        }
        return last
    }

}
