/// What a naming verb calls its object, where no "as" stands between: "called the raid a crime", "branded the vote illegal".
extension SentenceItems {
    private static let longestObject = 12
    private static let endingsOfAdjectives: [StaticString] = [
        "ous", "able", "ible", "less", "ful", "legal", "tional", "inal", "ocidal", "mist", "orist", "cist",
    ]

    func isArticle(_ index: Int) -> Bool { isWord(index, "a") || isWord(index, "an") }

    /// Where the name begins behind the verb's object: at "a" or "an" behind a whole noun phrase, or at an adjective with which the clause ends.
    func secondObject(behind verb: Int) -> Int? {
        let start = verb + 1
        guard contains(start), items[start].kind == .word, !isArticle(start), !has(start, [.preposition, .subordinator, .conjunction]),
            items[start].isCapitalized || has(start, [.determiner, .group, .role]) || ends(start, in: .s)
        else { return nil }
        var index = start + 1
        while index < min(range.upperBound, start + Self.longestObject), items[index].kind == .word {
            if isArticle(index), !has(index - 1, [.preposition, .determiner, .conjunction, .adverb]), !isTime(index + 1) { return index }
            if has(index, [.relative, .question, .subordinator, .pronoun, .be, .auxiliary, .modal, .verb]) || isWord(index, "to") { break }
            if index > start + 1, items[index].classes.contains(.preposition), !isWord(index, "of"), isAdjective(index - 1) { break }
            index += 1
        }
        let last = index - 1
        guard last > start + (has(start, .determiner) ? 1 : 0), !has(last - 1, [.preposition, .determiner, .conjunction]),
            endsObject(index),
            isAdjective(last)
        else { return nil }
        return contains(last - 1) && items[last - 1].classes.isEmpty && ends(last - 1, in: .ly) ? last - 1 : last
    }

    private func isTime(_ index: Int) -> Bool {
        has(index, [.calendar, .quantifier]) || isWord(index, "day") || isWord(index, "week") || isWord(index, "month")
            || isWord(index, "year") || isWord(index, "lot") || isWord(index, "number")
    }

    private func endsObject(_ index: Int) -> Bool {
        guard contains(index) else { return true }
        return items[index].kind != .word || has(index, [.preposition, .subordinator, .conjunction])
    }

    /// Whether the word most likely is an adjective: by endings that few nouns have.
    private func isAdjective(_ index: Int) -> Bool {
        guard contains(index), case let item = items[index], item.kind == .word, item.classes.isEmpty, !item.isCapitalized,
            !item.flags.contains(.possessive)
        else { return false }
        return Self.endingsOfAdjectives.contains { ends(item, with: $0) } || item.end - item.start > 8 && ends(item, with: "ive")
            || isNegatedParticiple(item)
    }

    /// "Unprovoked", "unjustified".
    private func isNegatedParticiple(_ item: VoiceToken) -> Bool {
        item.end - item.start > 6 && bytes[item.start] == 0x75 && bytes[item.start + 1] == 0x6E && ends(item, with: "ed")
    }

    private func ends(_ item: VoiceToken, with ending: StaticString) -> Bool {
        let count = ending.utf8CodeUnitCount
        guard item.end - item.start > count else { return false }
        return (0..<count).allSatisfy { bytes[item.end - count + $0] == ending.utf8Start[$0] }
    }
}
