/// Whom words are told to, between the verb and what is said.
extension SentenceItems {
    /// Behind whom the words are told: "reporters", "him", "The Valley Times", "the crowd in the square".
    func skipHearer(from start: Int) -> Int {
        if kind(start) == .quotation, isWord(start + 1, "that") { return start + 1 }  // told "Early Hour" that
        if has(start, [.objectPronoun]) || isWord(start, "you") || isWord(start, "it") { return start + 1 }
        var index = start
        if has(index, .determiner), !isWord(index, "that") { index += 1 }
        let first = index
        while index < min(range.upperBound, start + 10), continuesHearer(index, first: first) { index += 1 }
        return index
    }

    private func continuesHearer(_ index: Int, first: Int) -> Bool {
        let item = items[index]
        guard item.kind == .word || item.kind == .abbreviationStop else { return false }
        if item.kind == .abbreviationStop { return true }
        if has(index, [.determiner, .relative, .preposition, .modal, .be, .auxiliary, .pronoun, .subordinator, .conjunction, .question])
            || isWord(index, "to")
        {
            return false
        }
        if has(index, .calendar) { return false }
        if index > first, item.isCapitalized, !items[index - 1].isCapitalized, !items[index - 1].flags.contains(.possessive),
            !has(index - 1, [.role, .title]) || ends(index - 1, in: .s), !has(index + 1, [.role, .group])
        {
            return false
        }
        return !(index > first && looksFinite(index))
    }

    /// "Told the Times, her old paper, that": the "that" behind what describes the hearer.
    func thatBehindApposition(from comma: Int) -> Int? {
        for index in comma + 1..<max(comma + 1, min(comma + 14, range.upperBound)) {
            switch items[index].kind {
            case .comma: return isWord(index + 1, "that") ? index + 1 : nil
            case .stop, .semicolon, .colon, .quotation, .dash: return nil
            default: continue
            }
        }
        return nil
    }
}
