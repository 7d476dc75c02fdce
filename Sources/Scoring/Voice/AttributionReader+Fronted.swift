/// Clauses and quotations that stand before whoever says them.
extension AttributionReader {
    /// The clause before "X said", and the rest of it behind, where "X said" stands inside it.
    func fronted(before mention: Int, verb: Int, next: Int, hasComplement: Bool) -> ItemRanges {
        let border = mention - 1
        guard sentence.contains(border), border >= clauseStart else { return ItemRanges() }
        let item = sentence[border]
        guard item.kind == .comma || item.kind == .dash || item.kind == .quotation || (item.kind == .stop && border > clauseStart) else {
            return ItemRanges()
        }
        let end = item.kind == .quotation ? border + 1 : border
        if sentence.has(border - 1, .relative), item.kind == .comma {  // ", which, X said, was"
            return ItemRanges(restBehind(next, isQuotation: false))
        }
        let region = frontedRegion(upTo: end)
        guard let region else { return ItemRanges() }
        if !hasComplement, let clause = clauseBehind(next, opening: region) { return ItemRanges(region, clause) }
        let isQuotation = sentence[region.upperBound - 1].kind == .quotation
        let rest = hasComplement ? nil : restBehind(next, isQuotation: isQuotation)
        let goesOn = rest.map { sentence[$0.lowerBound].kind != .quotation } ?? false
        guard isQuotation || (!hasComplement && (goesOn || readsAsClause(region)) && mayFollowClause(verb, next: next)) else {
            return ItemRanges()
        }
        return ItemRanges(region, rest)
    }

    /// "In May, X said, the dam broke": the clause behind, where only an adverbial stands before.
    private func clauseBehind(_ next: Int, opening region: Range<Int>) -> Range<Int>? {
        guard sentence.kind(next) == .comma, sentence.has(region.lowerBound, .preposition), !readsAsClause(region),
            sentence.has(next + 1, [.determiner, .pronoun]) || sentence.contains(next + 1) && sentence[next + 1].isCapitalized,
            sentence.hasFiniteVerb(from: next + 1)
        else { return nil }
        let end = sentence.clauseEnd(from: next + 1)
        return next + 1 < end ? next + 1..<end : nil
    }

    /// Whether a clause without marks may stand before the verb: it takes clauses and no object follows.
    func mayFollowClause(_ verb: Int, next: Int) -> Bool {
        let frames = sentence.vocabulary.traits(of: sentence[verb]).frames
        if frames.contains(.mental), sentence.contains(next), sentence[next].kind == .word { return false }
        // A participle: "..., a valley recognized as part of Norway".
        if sentence.isWord(next, "as"), !sentence.hasFiniteVerb(from: next + 1) { return false }
        guard
            !frames.isDisjoint(with: [.bareClause, .finiteClause])
                || (frames.contains(.thatClause) && endsInverted(next, behindQuotation: true))
        else { return false }
        return endsInverted(next, behindQuotation: true)
    }

    /// From the clause's start to `end`; only the quotation where a whole quoted sentence stands there.
    func frontedRegion(upTo end: Int) -> Range<Int>? {
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

    func readsAsClause(_ region: Range<Int>) -> Bool {
        guard region.count >= 3 || kind == .headline else { return false }
        if sentence.isWord(region.lowerBound, "while") || sentence.isWord(region.lowerBound, "although"),
            !region.contains(where: { sentence[$0].kind == .comma })
        {
            return false
        }
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
    func restBehind(_ next: Int, isQuotation: Bool) -> Range<Int>? {
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
            || sentence.ends(start, in: .ing)
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

    /// "CLAUSE, said X" wants a verb of saying without objects, since "Cruz, a senator, challenged X" is no inversion.
    func mayInvert(_ verb: Int) -> Bool {
        let frames = sentence.vocabulary.traits(of: sentence[verb]).frames
        return !frames.isDisjoint(with: [.bareClause, .finiteClause])
            && frames.isDisjoint(with: [.hearer, .objectInfinitive, .objectOf, .objectFor, .objectAs, .needsParticle])
    }

    /// Whether a subject behind its verb may end here: at a comma, a stop, a time or a place, not before another finite verb.
    func endsInverted(_ index: Int, behindQuotation: Bool) -> Bool {
        guard sentence.contains(index) else { return true }
        switch sentence[index].kind {
        case .comma, .stop, .quotation, .dash, .semicolon, .colon, .ellipsis, .openBracket: return true
        case .word: break
        default: return false
        }
        if sentence.has(index, [.calendar]) { return true }
        guard
            sentence.has(index, [.preposition, .adverb, .subordinator, .relative, .conjunction])
                || sentence.ends(index, in: .ing)
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
}
