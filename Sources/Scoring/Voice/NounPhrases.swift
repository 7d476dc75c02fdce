/// Finds the noun phrase that names a speaker, to the left or to the right of a cue.
extension SentenceItems {
    private static let longestPhrase = 16

    /// The phrase whose last word is the item `last`; nil where no phrase ends there.
    func nounPhrase(endingAt last: Int) -> Range<Int>? {
        if kind(last) == .other, kind(last - 1) == .number { return last - 1..<last + 1 }  // "45% say"
        guard range.contains(last), items[last].kind == .word || items[last].kind == .number else { return nil }
        let head = items[last]
        if !head.classes.isDisjoint(with: [.pronoun, .objectPronoun]), !head.isCapitalized || !has(last - 1, .determiner) {
            return last..<last + 1
        }
        guard canBeNoun(last) else { return nil }
        var start = last
        var index = last - 1
        while index >= max(range.lowerBound, last - Self.longestPhrase) {
            switch step(left: index, start: start) {
            case .take: start = index
            case .takeAndStop: return index..<last + 1
            case .bridge: break
            case .stop: return start..<last + 1
            }
            index -= 1
        }
        return start..<last + 1
    }

    private enum Step { case take, takeAndStop, bridge, stop }

    private func canBeNoun(_ index: Int) -> Bool {
        let item = items[index]
        if item.kind == .number { return true }
        if item.isCapitalized, !item.classes.contains(.calendar) {
            return item.classes.isDisjoint(with: [.preposition, .subordinator, .conjunction, .modal]) || item.flags.contains(.allCapitals)
        }
        if !item.classes.isDisjoint(with: [.role, .group, .title, .medium]) { return true }
        if item.classes.contains(.quantifier) { return true }
        let blocking: WordClass = [
            .preposition, .subordinator, .conjunction, .modal, .auxiliary, .be, .adverb, .determiner, .relative, .calendar, .verb,
            .question,
        ]
        return item.classes.isDisjoint(with: blocking) && !ends(index, in: .ly)
    }

    private func step(left index: Int, start: Int) -> Step {
        let item = items[index]
        switch item.kind {
        case .abbreviationStop: return .bridge
        case .number: return .take
        case .other, .mark: return isPluralApostrophe(index) ? .bridge : .stop
        case .word: return stepOverWord(item, index: index, start: start)
        default: return .stop
        }
    }

    /// The apostrophe of "farmers' groups".
    private func isPluralApostrophe(_ index: Int) -> Bool {
        kind(index - 1) == .word && items[index].start == items[index - 1].end && bytes[items[index].start - 1] == 0x73
            && (items[index].byteCount == 1 ? bytes[items[index].start] == 0x27 : items[index].byteCount == 3)
    }

    private func stepOverWord(_ item: VoiceToken, index: Int, start: Int) -> Step {
        let classes = item.classes
        if classes.contains(.relative), !classes.contains(.possessive) { return .stop }
        if isInitial(index) { return .take }
        if classes.contains(.determiner) {
            if classes.contains(.quantifier), has(index - 1, .determiner) { return .take }
            return has(index - 1, .preposition) && bridgesPreposition(index - 1) ? .take : .takeAndStop
        }
        if item.flags.contains(.possessive) { return .take }
        if item.isCapitalized, !item.flags.contains(.allCapitals) || classes.isEmpty {
            if classes.contains(.calendar)
                || !classes.isDisjoint(with: [.preposition, .subordinator, .conjunction, .pronoun, .modal, .adverb])
            {
                return .stop
            }
            return .take
        }
        if classes.contains(.preposition) { return bridgesPreposition(index) ? .bridge : .stop }
        if isWord(index, "and") { return joinsSpeakers(index) ? .bridge : .stop }
        if !classes.isDisjoint(with: [.title, .role, .group]) { return .take }
        if item.verbForm != .none { return isPlainNoun(index) ? .take : .stop }
        let blocking: WordClass = [
            .subordinator, .conjunction, .modal, .auxiliary, .be, .pronoun, .objectPronoun, .calendar, .verb, .question, .adverb,
        ]
        guard classes.isDisjoint(with: blocking), !ends(index, in: .ly) else { return .stop }
        if ends(index, in: .ed) { return has(index - 1, [.determiner, .adverb]) ? .take : .stop }
        return .take
    }

    /// A verb form that serves as a noun here: "the state television", "a report author".
    private func isPlainNoun(_ index: Int) -> Bool {
        let item = items[index]
        if has(index - 1, .determiner) { return true }
        return (item.verbForm == .base || item.verbForm == .third) && vocabulary.traits(of: item).frames.contains(.isNounToo)
            && !has(index - 1, .pronoun)
    }

    /// Whether a preposition joins two parts of one speaker: "spokesman for the ministry", "head of the office".
    private func bridgesPreposition(_ index: Int) -> Bool {
        let left = index - 1
        guard range.contains(left), items[left].kind == .word else { return false }
        if has(left, [.role, .group, .title]) { return !isVerb(left, .past, .third, .gerund) || has(left - 1, .determiner) }
        if has(left, .medium), isWord(index, "to") || isWord(index, "from") || isWord(index, "by") { return true }
        guard isWord(index, "of") || isWord(index, "for") else { return false }
        if !isWord(index, "of") { return items[left].isCapitalized && items[left].classes.isEmpty && has(left - 1, .title) }
        return items[left].classes.isDisjoint(with: [.preposition, .verb, .auxiliary, .be, .modal, .adverb, .subordinator, .conjunction])
            && !isVerb(left, .past, .gerund, .third)
    }

    /// Whether "and" joins two speakers: names or speaker nouns on both sides.
    private func joinsSpeakers(_ index: Int) -> Bool {
        guard range.contains(index - 1), range.contains(index + 1), items[index - 1].kind == .word else { return false }
        let left = items[index - 1]
        let right = items[index + 1]
        guard left.classes.isDisjoint(with: [.calendar, .pronoun, .adverb]) else { return false }
        return (left.isCapitalized && (right.isCapitalized || right.classes.contains(.determiner)))
            || (has(index - 1, [.role, .group]) && has(index + 1, [.role, .group]))
    }

    /// The phrase that begins at the item `first`; nil where none does.
    func nounPhrase(startingAt first: Int) -> Range<Int>? {
        guard range.contains(first), items[first].kind == .word || items[first].kind == .number else { return nil }
        if has(first, [.pronoun, .objectPronoun]), !has(first, .possessive) { return first..<first + 1 }
        var end = first
        var last = first - 1
        while end < min(range.upperBound, first + Self.longestPhrase) {
            guard let isHead = rightStep(end, first: first) else { break }
            if isHead { last = end }
            end += 1
        }
        guard last >= first, namesSomebody(first..<last + 1) else { return nil }
        return first..<last + 1
    }

    /// Whether the item goes on with the phrase begun at `first`, and if so whether the phrase may end there.
    private func rightStep(_ index: Int, first: Int) -> Bool? {
        let item = items[index]
        switch item.kind {
        case .number: return true
        case .abbreviationStop: return false
        case .word: break
        default: return nil
        }
        let classes = item.classes
        if classes.contains(.calendar) { return nil }
        if isInitial(index), index > first { return false }
        if classes.contains(.determiner) {
            let mayStart = index == first || has(index - 1, .preposition) || isWord(index - 1, "and") || has(index - 1, .determiner)
            return mayStart && !isWord(index, "that") ? classes.contains(.quantifier) : nil
        }
        if item.isCapitalized { return classes.isDisjoint(with: [.preposition, .subordinator, .pronoun, .modal]) ? true : nil }
        if classes.contains(.preposition) { return index > first && bridgesPreposition(index) && opensNoun(index + 1) ? false : nil }
        if isWord(index, "and") { return index > first && joinsSpeakers(index) ? false : nil }
        if !classes.isDisjoint(with: [.role, .group, .title]) { return true }
        if item.verbForm != .none { return item.verbForm != .past && index > first && has(index - 1, .determiner) ? true : nil }
        let blocking: WordClass = [
            .relative, .subordinator, .conjunction, .modal, .auxiliary, .be, .pronoun, .objectPronoun, .verb, .question, .adverb,
        ]
        guard classes.isDisjoint(with: blocking), !ends(index, in: .ly) else { return nil }
        if ends(index, in: .ed), index > first, !has(index - 1, [.determiner, .adverb]) { return nil }
        if index > first, items[index - 1].isCapitalized || items[index - 1].flags.contains(.particle) {
            if NameText.bearsArticle(item, bytes) { return true }
            if item.flags.contains(.particle), continuesName(index + 1) { return false }
        }
        // "Hale shrugged": a plain word behind a name begins the clause's verb, unless a role follows.
        return !items[first].isCapitalized || has(first, .determiner)
    }

    /// Whether a name goes on there behind a particle: the second of "von der Leyen".
    private func continuesName(_ index: Int) -> Bool {
        guard contains(index), items[index].kind == .word else { return false }
        return items[index].isCapitalized || items[index].flags.contains(.particle) || NameText.bearsArticle(items[index], bytes)
    }

    private func isInitial(_ index: Int) -> Bool { contains(index + 1) && items.isInitial(at: index) }

    private func opensNoun(_ index: Int) -> Bool {
        guard range.contains(index), items[index].kind == .word else { return false }
        return items[index].isCapitalized || has(index, [.determiner, .role, .group, .title]) || items[index].classes.isEmpty
    }

    /// A name, a speaker noun, or a noun with a determiner.
    func namesSomebody(_ phrase: Range<Int>) -> Bool {
        phrase.contains { index in
            items[index].isCapitalized
                || !items[index].classes.isDisjoint(with: [.role, .group, .title, .determiner, .pronoun, .objectPronoun])
        }
    }
}
