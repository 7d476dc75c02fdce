/// Attributions without a subject of their own: passives, and wire relays around a sentence.
extension AttributionReader {
    /// Passives name no speaker: only "was accused of" still lays words at somebody's door.
    func readPassive(_ verb: Int) -> Attribution? {
        let frames = sentence.vocabulary.traits(of: sentence[verb]).frames
        if let said = impersonal(verb, frames) { return said }
        guard frames.contains(.objectOf) else { return nil }
        let complement = sentence.complement(of: verb)
        guard let region = complement.region, complement.rule == .accusation else { return nil }
        let byPhrase = (region).first { sentence.isWord($0, "by") }.flatMap { sentence.nounPhrase(startingAt: $0 + 1) }
        return Attribution(mention: byPhrase, cue: verb..<verb + 1, regions: ItemRanges(region), rule: .accusation)
    }

    /// "It was reported that": somebody's clause, whoever that is.
    private func impersonal(_ verb: Int, _ frames: ReportingVerb.Frames) -> Attribution? {
        guard sentence.isWord(verb + 1, "that"), !frames.contains(.mental), !frames.isDisjoint(with: [.bareClause, .finiteClause]) else {
            return nil
        }
        var place = verb - 1
        while sentence.has(place, [.be, .auxiliary, .adverb]) || sentence.contains(place) && sentence.ends(place, in: .ly) {
            place -= 1
        }
        guard sentence.isWord(place, "it") else { return nil }
        let end = sentence.clauseEnd(from: verb + 2)
        return verb + 2 < end ? Attribution(cue: verb..<verb + 1, regions: ItemRanges(verb + 2..<end), rule: .reportingVerb) : nil
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
