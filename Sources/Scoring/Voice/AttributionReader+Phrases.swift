/// Cues that are no verbs: according to, in the words of, as X put it, so-called, accusations of, a headline's dash and colon.
extension AttributionReader {
    mutating func readPhrase(_ index: Int) -> Attribution? {
        if sentence.isWord(index, "according"), sentence.isWord(index + 1, "to") { return readAccordingTo(index) }
        if sentence.isWord(index + 1, "it") { return readAsPut(index) }
        if sentence.isWord(index, "per") { return readPer(index) }
        return sentence[index].classes.contains(.verb) ? nil : readInWords(index)
    }

    /// "As X put it": the clause around it is X's.
    private func readAsPut(_ index: Int) -> Attribution? {
        guard case .phrase(let mention) = sentence.subject(before: index), sentence.isWord(mention.lowerBound - 1, "as") else { return nil }
        let start = mention.lowerBound - 1
        return Attribution(
            mention: mention, cue: start..<index + 2, regions: regions(around: start, mention: start..<index + 2), rule: .inWords)
    }

    /// "As X has said, CLAUSE", "CLAUSE, as X describes it": the clause around them is X's.
    func asSaid(_ verb: Int, _ mention: Range<Int>, next: Int) -> Attribution? {
        let (start, traits) = (mention.lowerBound - 1, sentence.vocabulary.traits(of: sentence[verb]))
        guard sentence.isWord(start, "as"), !sentence.isWord(start + 1, "i"), !sentence.isWord(start + 1, "we"),
            start == sentence.range.lowerBound || sentence.isComma(start - 1) || sentence.kind(start - 1) == .quotation
        else { return nil }
        let end = traits.givesNames && sentence.isWord(next, "it") ? next + 1 : next
        guard end > next || !traits.frames.isDisjoint(with: [.bareClause, .finiteClause]), !traits.frames.contains(.mental),
            !sentence.contains(end) || sentence.kind(end) == .stop || sentence.isComma(end) || sentence.has(end, [.preposition, .calendar])
        else { return nil }
        return Attribution(
            mention: mention, cue: start..<verb + 1, regions: regions(around: start, mention: start..<end), rule: .inWords)
    }

    /// ", per the police": as "according to", where a comma stands before it.
    private func readPer(_ index: Int) -> Attribution? {
        guard sentence.isComma(index - 1), let mention = sentence.nounPhrase(startingAt: index + 1), !isNorm(mention),
            mention.contains(where: { sentence[$0].isCapitalized || sentence.has($0, [.role, .group]) }),
            !sentence.contains(mention.upperBound) || sentence.kind(mention.upperBound) != .word
        else { return nil }
        return Attribution(mention: mention, cue: index..<index + 1, regions: regions(around: index, mention: mention), rule: .accordingTo)
    }

    /// "What X called Y", "which X called Y", "what X describes as Y", "called it Y", "called the plan a Y".
    func distancedTerm(of verb: Int, mention: Range<Int>?) -> Range<Int>? {
        let traits = sentence.vocabulary.traits(of: sentence[verb])
        guard traits.givesNames else { return nil }
        if let mention, sentence.isWord(mention.lowerBound - 1, "what") {
            var start = verb + 1
            while sentence.isWord(start, "as") || sentence.isWord(start, "to") || sentence.isWord(start, "is")
                || sentence.isWord(start, "was")
                || sentence.isWord(start, "were") || sentence.isWord(start, "are")
            { start += 1 }
            return sentence.termPhrase(from: start)
        }
        guard !traits.frames.contains(.bareClause) else { return nil }
        if let relative = mention?.lowerBound, isRelative(relative - 1), !sentence.isWord(relative - 1, "that"),
            !sentence.has(relative - 2, .preposition), sentence.isArticle(verb + 1)
        {
            return sentence.termPhrase(from: verb + 1)
        }
        return calledName(by: verb)
    }

    /// What a naming verb calls its object: "called it a raid", "branded the group a threat".
    func calledName(by verb: Int) -> Range<Int>? {
        let traits = sentence.vocabulary.traits(of: sentence[verb])
        guard traits.givesNames, !traits.frames.contains(.bareClause) else { return nil }
        if sentence.has(verb + 1, .objectPronoun) || sentence.isWord(verb + 1, "it") {
            return traits.frames.contains(.objectAs) && !sentence.isArticle(verb + 2) ? nil : sentence.termPhrase(from: verb + 2)
        }
        guard let start = sentence.secondObject(behind: verb) else { return nil }
        return sentence.termPhrase(from: start)
    }

    private func readAccordingTo(_ index: Int) -> Attribution? {
        guard let mention = sentence.nounPhrase(startingAt: index + 2), !isNorm(mention) else { return nil }
        return Attribution(
            mention: mention, cue: index..<index + 2, regions: regions(around: index, mention: mention), rule: .accordingTo
        )
    }

    /// What things are done by rather than said by: "according to the law", "according to plan".
    private func isNorm(_ mention: Range<Int>) -> Bool {
        let norms: [StaticString] = [
            "constitution", "law", "laws", "rules", "plan", "plans", "schedule", "standards", "principles", "custom",
        ]
        guard let last = mention.last else { return false }
        return norms.contains { sentence.isWord(last, $0) }
    }

    /// "In the words of X", "in his words", "in X's view": the clause around them is X's.
    private func readInWords(_ index: Int) -> Attribution? {
        if sentence.isWord(index, "words"), sentence.isWord(index + 1, "of"), let mention = sentence.nounPhrase(startingAt: index + 2) {
            let start = sentence.isWord(index - 1, "the") ? index - 2 : index - 1
            guard sentence.isWord(start, "in") else { return nil }
            return Attribution(mention: mention, cue: start..<index + 2, regions: regions(around: start, mention: mention), rule: .inWords)
        }
        let owner = sentence.isWord(index - 1, "own") ? index - 2 : index - 1
        guard sentence.has(owner, .possessive) || (sentence.contains(owner) && sentence[owner].flags.contains(.possessive)) else {
            return nil
        }
        let mention = sentence.has(owner, .possessive) ? owner..<owner + 1 : sentence.nounPhrase(endingAt: owner) ?? owner..<owner + 1
        let start = mention.lowerBound - 1
        guard sentence.isWord(start, "in") || sentence.isWord(start, "by") else { return nil }
        return Attribution(
            mention: mention, cue: start..<index + 1, regions: regions(around: start, mention: start..<index + 1), rule: .inWords)
    }

    /// The clause that an adverbial attribution goes with: behind it where it opens the sentence or a relative clause, else around it.
    private func regions(around start: Int, mention: Range<Int>) -> ItemRanges {
        let comma = endOfMention(mention)
        let isFirst = !sentence.contains(start - 1) || start == sentence.range.lowerBound
        let opensInside = sentence.kind(start - 1) == .comma && sentence.has(start - 2, [.relative, .subordinator, .conjunction])
        if isFirst || opensInside || sentence.has(start - 1, [.conjunction, .subordinator, .relative])
            || sentence.kind(start - 1) == .dash && sentence.contains(start - 2) == false
        {
            guard let comma, sentence.contains(comma + 1) else { return behindMention(mention) }
            return ItemRanges(comma + 1..<max(comma + 2, sentence.clauseEnd(from: comma + 1)))
        }
        var left = leftRegion(upTo: start)
        if let comma, sentence.kind(start - 1) == .comma, sentence.kind(comma + 1) == .quotation {
            return ItemRanges(comma + 1..<max(comma + 2, sentence.clauseEnd(from: comma + 1)))
        }
        if comma != nil, let begin = left?.lowerBound,
            let relative = (begin..<start).last(where: { sentence.has($0, .relative) && !sentence.isWord($0, "that") })
        {
            left = relative..<max(relative + 1, start - 1)
        }
        guard let comma, sentence.kind(start - 1) == .comma, sentence.contains(comma + 1), !sentence.has(comma + 1, .relative),
            !sentence.isVerb(comma + 1, .gerund),
            !sentence.has(comma + 1, .determiner) || sentence.kind(comma) != .comma || awaitsMore(left)
        else { return ItemRanges(left) }
        let end = sentence.clauseEnd(from: comma + 1)
        return ItemRanges(left, comma + 1 < end ? comma + 1..<end : nil)
    }

    /// "In addition, according to X, ..." and "It was, in X's words, ...": no whole clause stands before the phrase.
    private func awaitsMore(_ left: Range<Int>?) -> Bool {
        guard let left else { return false }
        return sentence.has(left.upperBound - 1, [.be, .modal, .auxiliary])
            || left.lowerBound == sentence.range.lowerBound && left.count <= 8 && !left.contains { sentence.looksFinite($0) }
                && sentence.has(left.lowerBound, [.preposition, .adverb, .calendar])
    }

    private func behindMention(_ mention: Range<Int>) -> ItemRanges {
        let start = mention.upperBound
        let end = sentence.clauseEnd(from: start)
        return ItemRanges(start < end ? start..<end : nil)
    }

    /// The comma behind the mention and whatever describes it.
    private func endOfMention(_ mention: Range<Int>) -> Int? {
        var index = mention.upperBound
        while index < min(sentence.range.upperBound, mention.upperBound + 14) {
            switch sentence[index].kind {
            case .comma:
                return index
            case .stop, .semicolon, .colon, .quotation: return nil
            default: index += 1
            }
        }
        return nil
    }

    private func leftRegion(upTo start: Int) -> Range<Int>? {
        var end = start
        if sentence.kind(end - 1) == .comma { end -= 1 }
        guard end > sentence.range.lowerBound else { return nil }
        if sentence.kind(end - 1) == .quotation, sentence[end - 1].isCapitalized { return end - 1..<end }
        var begin = sentence.range.lowerBound
        for index in begin..<end
        where sentence.kind(index) == .semicolon || (sentence.kind(index) == .comma && sentence.isWord(index + 1, "but")) {
            begin = index + 1
        }
        return begin < end ? begin..<end : nil
    }

    mutating func readSoCalled(_ index: Int) {
        guard let phrase = sentence.termPhrase(from: index + 1) else { return }
        let isQuoted = sentence[phrase.lowerBound].kind == .quotation
        let end = isQuoted ? phrase.lowerBound + 1 : min(phrase.upperBound, endOfName(phrase))
        append(Attribution(mention: nil, cue: index..<index + 1, regions: ItemRanges(index..<end), voice: .distanced, rule: .distancedForm))
    }

    /// A name ends before the "of" behind its capitals: "the so-called Minsk Group of the OSCE".
    private func endOfName(_ phrase: Range<Int>) -> Int {
        guard sentence[phrase.lowerBound].isCapitalized else { return phrase.upperBound }
        return phrase.first { !sentence[$0].isCapitalized } ?? phrase.upperBound
    }

    /// "Armenian accusations of shelling", "the claim that", "allegations by X that".
    func readAccusationNoun(_ index: Int) -> Attribution? {
        let opens = sentence.range.lowerBound == index
        if sentence[index].verbForm != .none, !opens, VerbUse(of: index, in: sentence) != nil { return nil }
        var mention: Range<Int>?
        var link = index + 1
        if sentence.isWord(link, "by") || sentence.isWord(link, "from"), let owner = sentence.nounPhrase(startingAt: link + 1) {
            mention = owner
            link = owner.upperBound
        }
        guard sentence.isWord(link, "of") || sentence.isWord(link, "that") else { return nil }
        let end = sentence.clauseEnd(from: link + 1)
        guard link + 1 < end else { return nil }
        if mention == nil, sentence.contains(index - 1),
            sentence[index - 1].isCapitalized || sentence[index - 1].flags.contains(.possessive) || sentence.has(index - 1, .possessive)
        {
            mention = sentence.has(index - 1, .possessive) ? index - 1..<index : sentence.nounPhrase(endingAt: index - 1)
        }
        return Attribution(mention: mention, cue: index..<index + 1, regions: ItemRanges(link + 1..<end), rule: .accusation)
    }

    /// "His promise that", "the mayor's warning that": a verb's form as a noun, with its speaker before it.
    func readSpeechNoun(_ index: Int) -> Attribution? {
        guard sentence.isWord(index + 1, "that"), sentence.contains(index - 1), sentence.hasFiniteVerb(from: index + 2),
            !sentence.looksFinite(index + 2), !sentence[index].classes.contains(.accusation)
        else { return nil }
        let owner = index - 1
        guard sentence.has(owner, .possessive) || sentence[owner].flags.contains(.possessive) else { return nil }
        let end = sentence.clauseEnd(from: index + 2)
        guard index + 2 < end else { return nil }
        let mention = sentence.has(owner, .possessive) ? owner..<index : sentence.nounPhrase(endingAt: owner) ?? owner..<index
        return Attribution(mention: mention, cue: index..<index + 1, regions: ItemRanges(index + 2..<end), rule: .reportingVerb)
    }

    /// "CLAUSE - X", "X: CLAUSE" and "'CLAUSE': X".
    mutating func readHeadline() {
        let start = sentence.range.lowerBound
        if sentence.kind(start) == .quotation, sentence.kind(start + 1) == .colon, let mention = sentence.nounPhrase(startingAt: start + 2)
        {
            append(Attribution(mention: mention, cue: start + 1..<start + 2, regions: ItemRanges(start..<start + 1), rule: .headline))
        }
        if let dash = sentence.range.last(where: { sentence[$0].kind == .dash }),
            let mention = headlineSpeaker(dash + 1..<sentence.range.upperBound),
            dash - sentence.range.lowerBound >= 3
        {
            append(
                Attribution(mention: mention, cue: dash..<dash + 1, regions: ItemRanges(sentence.range.lowerBound..<dash), rule: .headline))
        }
        if let colon = sentence.range.first(where: { sentence[$0].kind == .colon }),
            let mention = headlineSpeaker(sentence.range.lowerBound..<colon),
            mention.upperBound == colon,
            !sentence.has(mention.lowerBound, .label), !isTopic(sentence.range.lowerBound..<colon), colon + 2 < sentence.range.upperBound,
            attributions.firstIndex(where: { $0.cue.upperBound <= colon }) == nil
        {
            append(
                Attribution(
                    mention: mention, cue: colon..<colon + 1, regions: ItemRanges(colon + 1..<sentence.range.upperBound), rule: .headline))
        }
        readTrailingSpeaker()
    }

    /// Whether the words before a headline's colon are what it is about: "Nagorno-Karabakh", "Artsakh at day 100 of the siege".
    private func isTopic(_ words: Range<Int>) -> Bool {
        guard let last = words.last else { return false }
        return HeadlineLabelTable.contains(NameText.hash(of: sentence[last], sentence.bytes))
            || words.contains { sentence.kind($0) == .number }
    }

    /// "CLAUSE: X", where X is short and no speaker stands before the colon.
    private mutating func readTrailingSpeaker() {
        guard let colon = sentence.range.last(where: { sentence[$0].kind == .colon }), sentence.range.upperBound - colon <= 4,
            attributions.firstIndex(where: { !$0.regions.isEmpty }) == nil,
            let mention = headlineSpeaker(colon + 1..<sentence.range.upperBound), !sentence.has(mention.lowerBound, [.label, .work])
        else { return }
        let clause = sentence.range.lowerBound..<colon
        guard clause.count >= 3, clause.contains(where: { sentence.looksFinite($0) }) else { return }
        append(Attribution(mention: mention, cue: colon..<colon + 1, regions: ItemRanges(clause), rule: .headline))
    }

    /// A short noun phrase without a verb that can say something.
    private func headlineSpeaker(_ range: Range<Int>) -> Range<Int>? {
        let words = range.filter { sentence[$0].kind == .word }
        guard let first = words.first, let last = words.last, words.count <= 6, range.count <= 8 else { return nil }
        if words.count == 1, sentence[first].end - sentence[first].start == 1 { return nil }  // "Q: Who pays?"
        guard
            !words.contains(where: {
                sentence.has($0, [.modal, .be, .auxiliary, .subordinator, .question, .agency])
                    || sentence.isVerb($0, .past, .third, .gerund)
            })
        else { return nil }
        guard !sentence[first].classes.contains(.preposition), sentence.namesSomebody(first..<last + 1) else { return nil }
        return first..<last + 1
    }
}
