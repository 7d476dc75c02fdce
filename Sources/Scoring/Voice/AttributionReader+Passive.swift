/// Attributions without a subject of their own: passives, and wire relays around a sentence.
extension AttributionReader {
    /// Passives name a speaker behind "by" at most: was accused of, was described as, is said to have, it was announced that.
    func readPassive(_ verb: Int) -> Attribution? {
        let traits = sentence.vocabulary.traits(of: sentence[verb])
        if let said = impersonal(verb, traits.frames) { return said }
        if let said = hearsay(verb, traits) { return said }
        if traits.frames.contains(.hearer) { return readTold(verb) }
        if traits.frames.contains(.objectAs) || traits.givesNames { return readNamedPassive(verb, traits) }
        guard traits.frames.contains(.objectOf) else { return nil }
        let complement = sentence.complement(of: verb)
        guard let region = complement.region, complement.rule == .accusation else { return nil }
        let agent = (verb + 1..<region.lowerBound).first { sentence.isWord($0, "by") } ?? region.first { sentence.isWord($0, "by") }
        var mention = agent.flatMap { sentence.nounPhrase(startingAt: $0 + 1) }
        if let phrase = mention, phrase.lowerBound < region.lowerBound, phrase.upperBound >= region.lowerBound {
            mention = phrase.lowerBound..<region.lowerBound - 1
        }
        return Attribution(mention: mention, cue: verb..<verb + 1, regions: ItemRanges(region), rule: .accusation)
    }

    /// "Was described by X as Y", "branded a Y by X".
    private func readNamedPassive(_ verb: Int, _ traits: VerbTraits) -> Attribution? {
        let start = sentence.isWord(verb + 1, "to") ? verb + 2 : verb + 1
        var agent = self.agent(at: start)
        let next = agent?.upperBound ?? start
        let takesAs = traits.frames.contains(.objectAs) && sentence.isWord(next, "as") && !sentence.isWord(verb, "cast")
        let isNamed = traits.givesNames && traits.frames.contains(.objectAs) && sentence.isArticle(next)
        guard takesAs || isNamed, !sentence.has(takesAs ? next + 1 : next, .question),
            let term = sentence.termPhrase(from: takesAs ? next + 1 : next)
        else { return nil }
        if agent == nil { agent = self.agent(at: term.upperBound) }
        return Attribution(mention: agent, cue: verb..<verb + 1, regions: ItemRanges(term), voice: .distanced, rule: .distancedForm)
    }

    /// "By X".
    private func agent(at index: Int) -> Range<Int>? { sentence.isWord(index, "by") ? sentence.nounPhrase(startingAt: index + 1) : nil }

    /// "Was told that", "were told by X on Monday that": the subject is the hearer.
    private func readTold(_ verb: Int) -> Attribution? {
        let agent = self.agent(at: verb + 1)
        let next = agent?.upperBound ?? verb + 1
        guard let that = sentence.that(behind: next), that + 1 < sentence.clauseEnd(from: that + 1) else { return nil }
        return Attribution(
            mention: agent, cue: verb..<verb + 1, regions: ItemRanges(that + 1..<sentence.clauseEnd(from: that + 1)), rule: .reportingVerb)
    }

    /// "Is said to have fled", "are alleged to be spies": what somebody says of the subject.
    private func hearsay(_ verb: Int, _ traits: VerbTraits) -> Attribution? {
        guard traits.isHearsay, sentence.isWord(verb + 1, "to"), sentence.isWord(verb + 2, "have") || sentence.isWord(verb + 2, "be") else {
            return nil
        }
        guard let end = sentence.infinitiveEnd(from: verb + 1) else { return nil }
        let stop = (verb + 1..<end).first { sentence.kind($0) == .comma || sentence.kind($0) == .closeBracket } ?? end
        return Attribution(cue: verb..<verb + 1, regions: ItemRanges(verb + 1..<stop), rule: .infinitive)
    }

    /// "Was quoted as saying", "quoted X as saying", "was quoted by Y as saying": whose words are quoted, and where whoever quotes them begins.
    func quoted(before place: Int) -> (mention: Range<Int>, start: Int)? {
        var verb = place - 1
        while sentence.contains(verb), place - verb <= Self.longestQuoted, !quotes(verb) {
            guard [.word, .number, .comma, .abbreviationStop].contains(sentence[verb].kind) else { return nil }
            verb -= 1
        }
        guard sentence.contains(verb), place - verb <= Self.longestQuoted, case .phrase(let subject) = sentence.subject(before: verb) else {
            return nil
        }
        if verb + 1 == place || sentence.isWord(verb + 1, "by") { return (subject, subject.lowerBound) }
        guard let object = sentence.nounPhrase(startingAt: verb + 1) else { return nil }
        return (withApposition(object), subject.lowerBound)
    }

    private static let longestQuoted = 16

    private func quotes(_ index: Int) -> Bool {
        sentence.isWord(index, "quoted") || sentence.isWord(index, "cited") || sentence.isWord(index, "quotes")
            || sentence.isWord(index, "cites") || sentence.isWord(index, "quoting") || sentence.isWord(index, "citing")
    }

    /// "It was reported that", "it was announced on Monday that": somebody's clause, whoever that is.
    private func impersonal(_ verb: Int, _ frames: ReportingVerb.Frames) -> Attribution? {
        guard !frames.contains(.mental), !frames.isDisjoint(with: [.bareClause, .finiteClause]), let that = sentence.that(behind: verb + 1)
        else { return nil }
        var place = verb - 1
        while sentence.has(place, [.be, .auxiliary, .adverb]) || sentence.contains(place) && sentence.ends(place, in: .ly) {
            place -= 1
        }
        guard sentence.isWord(place, "it") else { return nil }
        let end = sentence.clauseEnd(from: that + 1)
        return that + 1 < end ? Attribution(cue: verb..<verb + 1, regions: ItemRanges(that + 1..<end), rule: .reportingVerb) : nil
    }

    /// The whole sentence before ", Interfax reported", whoever speaks in it.
    func relayed(by agency: Range<Int>, verb: Int) -> Range<Int>? {
        let comma = agency.lowerBound - 1
        guard agency.contains(where: { sentence.has($0, .agency) }), sentence.isComma(comma), comma > sentence.range.lowerBound,
            verb + 1 == sentence.range.upperBound || sentence.kind(verb + 1) == .stop
        else { return nil }
        return sentence.range.lowerBound..<comma + (sentence.kind(comma) == .quotation ? 1 : 0)
    }
}
