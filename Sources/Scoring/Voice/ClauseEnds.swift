/// Where a clause that a verb governs ends.
extension SentenceItems {
    private static let longestTrailer = 7

    /// The end of the clause begun at `start`: the sentence's, or ", but", ", while", ", adding", ", which", "and accused", a lone dash.
    ///
    /// A pair of dashes is an aside inside the clause and does not end it.
    func clauseEnd(from start: Int) -> Int {
        var index = start
        while index < range.upperBound {
            let item = items[index]
            // Asked first, since nearly all items are such words and a switch would jump for each.
            if item.kind == .word, !item.classes.contains(.conjunction) {
                index += 1
                continue
            }
            switch item.kind {
            case .stop where index + 1 == range.upperBound || items[index + 1].isCapitalized: return index
            case .semicolon, .colon: return index
            case .dash:
                guard let closing = closingDash(from: index) else { return index }
                index = closing
            case .comma where endsClause(behindComma: index + 1): return index
            case .quotation where item.flags.contains(.endsWithComma) && endsClause(behindComma: index + 1): return index + 1
            case .word where startsAttribution(index + 1) || startsSaying(index + 1): return index
            default: break
            }
            index += 1
        }
        return range.upperBound
    }

    /// The dash that closes the aside opened by the dash at `index`, before the next stop.
    func closingDash(from index: Int) -> Int? {
        var place = index + 1
        while place < min(range.upperBound, index + 40) {
            switch items[place].kind {
            case .dash: return place
            case .stop, .semicolon: return nil
            default: place += 1
            }
        }
        return nil
    }

    private func endsClause(behindComma index: Int) -> Bool {
        let next = skipAdverbs(from: index)
        if isWord(index, "but") || isWord(index, "while") || isWord(next, "although") || isWord(next, "though") || isWord(index, "whereas")
        {
            return true
        }
        if isVerb(next, .gerund), hasParticle(next) { return true }
        if isWord(next, "according") { return true }
        if has(next, .relative), !isWord(next, "that") { return true }
        return isWord(index, "and") && startsAttribution(index + 1) || isTrailingAttribution(index)
    }

    /// ", Interfax reported" at the sentence's end.
    private func isTrailingAttribution(_ index: Int) -> Bool {
        for place in index..<min(index + Self.longestTrailer, range.upperBound) {
            guard items[place].kind == .word || items[place].kind == .abbreviationStop else { return false }
            guard place > index, isVerb(place, .past, .third), !vocabulary.traits(of: items[place]).frames.contains(.mental) else {
                continue
            }
            return (place + 1 == range.upperBound || kind(place + 1) == .stop && place + 2 == range.upperBound)
                && namesSomebody(index..<place)
        }
        return false
    }

    /// "And saying", "or adding that": a verb in -ing that surely introduces words, as "and finding" does not.
    private func startsSaying(_ index: Int) -> Bool {
        guard isVerb(index, .gerund), hasParticle(index) else { return false }
        return isWord(index + 1, "that") || kind(index + 1) == .quotation
            || vocabulary.traits(of: items[index]).frames.contains(.bareClause)
    }

    /// Whether a finite reporting verb without a subject of its own follows: "and accused".
    private func startsAttribution(_ index: Int) -> Bool {
        var index = skipAdverbs(from: index)
        if has(index, [.auxiliary]), !has(index, .be) { index = skipAdverbs(from: index + 1) }
        guard isVerb(index, .past, .third) else { return false }
        let frames = vocabulary.traits(of: items[index]).frames
        if isVerb(index, .third), frames.contains(.isNounToo) { return isWord(index + 1, "that") }
        return true
    }
}
