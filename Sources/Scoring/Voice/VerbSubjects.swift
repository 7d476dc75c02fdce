/// Finds who does the saying: the subject of a reporting verb.
extension SentenceItems {
    private static let mostSegments = 5
    private static let longestSegment = 40
    private static let longestModifier = 12
    private static let mostOpenings = 3

    /// What stands before a verb as its subject.
    enum Subject {
        case phrase(Range<Int>)
        /// A verb joined by "and" or "but", or in -ing: it shares the sentence's subject.
        case inherited
        case none
    }

    /// The subject to the left of the verb at `verb`, over auxiliaries, adverbs and what stands between commas.
    func subject(before verb: Int) -> Subject {
        var index = verb - 1
        while range.contains(index) {
            if has(index, [.auxiliary, .be, .modal, .adverb, .negation]) || isLooseAdverb(index) {
                index -= 1
                continue
            }
            if isWord(index, "more"), isLooseAdverb(index + 1) {
                index -= 1
                continue
            }
            if has(index, .calendar) {
                index -= has(index - 1, .preposition) ? 2 : 1
                continue
            }
            if kind(index) == .closeBracket, let open = openingBracket(before: index) {
                index = open - 1
                continue
            }
            break
        }
        guard range.contains(index) else { return .none }
        if items[index].kind == .comma || items[index].kind == .dash { return subject(beforeAside: index) }
        if has(index, .conjunction) { return .inherited }
        if has(index, .relative), !has(index, .possessive), let antecedent = antecedent(of: index) { return .phrase(antecedent) }
        if has(index, .relative), isWord(index, "that") || isWord(index, "which") || isWord(index, "who") { return .none }
        guard let phrase = nounPhrase(endingAt: index) else { return .none }
        return .phrase(headOfModified(phrase) ?? phrase)
    }

    /// "A person familiar with the matter", "economists polled by the bank", "a study printed in May": the noun that the last phrase modifies.
    ///
    /// No subject stands right behind a preposition, so what does belongs to a noun further left.
    private func headOfModified(_ phrase: Range<Int>) -> Range<Int>? {
        var place = phrase.lowerBound - 1
        guard has(place, .preposition), !has(place, .subordinator), !isWord(place, "like"), !isWord(place, "than") else { return nil }
        while contains(place), phrase.lowerBound - place <= Self.longestModifier, items[place].kind == .word {
            let isParticiple = ends(place, in: .ed) && !has(place - 1, [.auxiliary, .be])
            if isParticiple || isWord(place, "familiar") || isWord(place, "close") && isWord(place + 1, "to"),
                let head = nounPhrase(endingAt: place - 1), namesSomebody(head)
            {
                return head
            }
            if has(place, [.auxiliary, .be, .modal, .relative, .subordinator]) || items[place].isVerb && !isParticiple { break }
            place -= 1
        }
        return phrase.contains { isWord($0, "and") } ? nil : headBefore(phrase.lowerBound - 1)
    }

    /// "A sign at the gate", "banners outside the embassy": the noun before a preposition, where no other stands before it.
    private func headBefore(_ preposition: Int) -> Range<Int>? {
        var place = preposition
        while has(place, .preposition), !has(place, .subordinator), let head = nounPhrase(endingAt: place - 1), place - head.lowerBound < 8
        {
            if !has(head.lowerBound - 1, .preposition) {
                return namesSomebody(head) && (isNoun(head.upperBound - 1) || isWord(place, "of")) ? head : nil
            }
            place = head.lowerBound - 1
        }
        return nil
    }

    /// No number or quantity: "one in five", "more than half".
    private func isNoun(_ index: Int) -> Bool {
        items[index].kind == .word && !has(index, [.adverb, .quantifier, .determiner]) && !isWord(index, "more") && !isWord(index, "fewer")
    }

    private func isLooseAdverb(_ index: Int) -> Bool {
        items[index].kind == .word && items[index].classes.isEmpty && !items[index].isCapitalized && ends(index, in: .ly)
    }

    private func openingBracket(before index: Int) -> Int? {
        var place = index - 1
        while range.contains(place), index - place < 12 {
            if items[place].kind == .openBracket { return place }
            place -= 1
        }
        return nil
    }

    /// Whom "who" or "which" stands for: the phrase before it.
    private func antecedent(of relative: Int) -> Range<Int>? {
        let before = kind(relative - 1) == .comma ? relative - 2 : relative - 1
        guard let phrase = nounPhrase(endingAt: before), namesSomebody(phrase) else { return nil }
        return phrase
    }

    /// The subject before something set off by commas or dashes: an apposition, a relative clause, "for its part".
    private func subject(beforeAside closing: Int) -> Subject {
        var close = closing
        for _ in 0..<Self.mostSegments {
            guard let open = openingComma(before: close) else { break }
            if let phrase = nounPhrase(endingAt: open - 1), isHead(phrase) { return .phrase(phrase) }
            close = open
        }
        guard let first = nounPhrase(endingAt: closing - 1), namesSomebody(first) else { return .none }
        return .phrase(first)
    }

    private func openingComma(before close: Int) -> Int? {
        var place = close - 1
        while range.contains(place), close - place < Self.longestSegment {
            switch items[place].kind {
            case .comma: return place
            case .dash: return place
            case .colon where kind(place - 1) == .number && kind(place + 1) == .number: place -= 1  // "at 6:30 p.m."
            case .stop, .colon, .semicolon, .quotation: return nil
            default: place -= 1
            }
        }
        return nil
    }

    /// Whether the phrase is whom an aside is about: a name, a pronoun, a speaker noun with its determiner.
    private func isHead(_ phrase: Range<Int>) -> Bool {
        let last = items[phrase.upperBound - 1]
        if last.kind == .number { return false }
        if last.isCapitalized, !last.classes.contains(.calendar) { return true }
        if NameText.bearsArticle(last, bytes) { return true }
        if last.classes.contains(.pronoun) { return true }
        let noun = (phrase.first { has($0, .preposition) } ?? phrase.upperBound) - 1
        return has(noun, [.role, .group, .medium]) && !has(phrase.lowerBound - 1, .preposition)
    }

    /// The subject of the whole sentence: the first noun phrase, an opening phrase up to its comma left out.
    func sentenceSubject() -> Range<Int>? {
        var start = range.lowerBound
        while contains(start), [.dash, .other, .openBracket].contains(items[start].kind) { start += 1 }
        while has(start, .conjunction) { start += 1 }
        start = skipAdverbs(from: start)
        for _ in 0..<Self.mostOpenings {
            guard has(start, [.preposition, .subordinator]) || isVerb(start, .gerund, .past) || kind(start) == .comma else { break }
            guard let comma = (start..<min(range.upperBound, start + 30)).first(where: { items[$0].kind == .comma }) else { return nil }
            start = comma + 1
        }
        return nounPhrase(startingAt: start)
    }
}
