import Scoring

/// Writes the ten-second answer: what each source calls the first concept in its own words, and one wording that is nobody's own.
struct LeadWriter {
    let comparison: Comparison

    init(_ comparison: Comparison) { self.comparison = comparison }

    /// Nil where no concept has a hit.
    func lead() -> Lead? {
        guard let index = comparison.concepts.firstIndex(where: { $0.total.total > 0 }) else { return nil }
        let concept = comparison.concepts[index]
        var sentences = [ownWords(of: index)]
        if let other = otherVoices(of: concept) { sentences.append(other) }
        if comparison.voiceMode != .none, let nobody = nobodysWord(preferring: index) { sentences.append(nobody) }
        return Lead(runs: Array(sentences.joined(separator: [.plain(" ")])))
    }

    /// "In their own words, A writes f1 (8 of 11 mentions) and B writes f2 (2 of 5); C spreads over three wordings (1 each)."
    private func ownWords(of index: Int) -> [Run] {
        let concept = comparison.concepts[index]
        let leading = speakingSources(of: concept).filter { topFramings(of: concept, source: $0).count == 1 }
        let spread = speakingSources(of: concept).filter { topFramings(of: concept, source: $0).count > 1 }
        guard !(leading + spread).isEmpty else {
            let none = concept.measure == .rate ? "terms of" : "wordings for"
            return [.plain("In own words, no source here uses any of the \(none) \(Phrasing.inSentence(concept.label)).")]
        }
        if concept.measure == .rate { return rates(of: leading, index) }
        if leading.count + spread.count > Self.mostNamed { return countedSources(leading, spread: spread, of: index) }
        var runs: [Run] = [.plain(leading.count + spread.count == 1 ? "In its own words, " : "In their own words, ")]
        runs += Phrasing.list(leading.map { writes($0, concept: index) })
        if !leading.isEmpty, !spread.isEmpty { runs.append(.plain("; ")) }
        runs += Phrasing.list(spread.map { spreads($0, concept: concept) })
        return runs + [.plain(".")]
    }

    private func writes(_ source: Int, concept index: Int) -> [Run] {
        let concept = comparison.concepts[index]
        let top = topFramings(of: concept, source: source)[0]
        let framing = concept.framings[top]
        let own = framing.cells[source].counts.own
        let all = concept.evidence[source].counts.own
        var runs: [Run] = [sourceRun(source), .plain(" writes "), framingRun(top, of: index, in: source)]
        if let share = framing.cells[source].share, let interval = share.interval {
            let percent =
                "\(Self.percent(share.estimate)) of its \(Phrasing.counted(all, "own-words mention")), \(Self.percent(interval.lowerBound)) to \(Self.percent(interval.upperBound))"
            runs.insert(.plain(" most often"), at: 1)
            runs.append(.plain(" (\(percent))"))
        } else {
            runs.append(.plain(" (\(own) of \(Phrasing.counted(all, "mention")))"))
        }
        return runs
    }

    private func spreads(_ source: Int, concept: ComparedConcept) -> [Run] {
        let tied = topFramings(of: concept, source: source)
        let each = concept.framings[tied[0]].cells[source].counts.own
        return [sourceRun(source), .plain(" spreads over \(Phrasing.spelled(tied.count)) wordings (\(each)\u{A0}each)")]
    }

    /// "Unknown 2023 has none of its own, only others' words." for sources that merely pass wordings on.
    private func otherVoices(of concept: ComparedConcept) -> [Run]? {
        let silent = comparison.sources.indices.filter { concept.evidence[$0].counts.own == 0 && concept.evidence[$0].counts.others > 0 }
        guard !silent.isEmpty, !speakingSources(of: concept).isEmpty else { return nil }
        let verb =
            silent.count == 1
            ? " uses none of these in its own words, only in others\u{2019}."
            : " use none of these in their own words, only in others\u{2019}."
        let subject = silent.count > Self.mostNamed ? [.plain("\(silent.count) sources")] : Phrasing.list(silent.map { [sourceRun($0)] })
        return subject + [.plain(verb)]
    }

    /// The wording with most hits and none of them own; one of the leading concept goes first where it has three hits or more.
    private func nobodysWord(preferring leading: Int) -> [Run]? {
        let candidates = comparison.concepts.enumerated().flatMap { index, concept in
            concept.framings.indices.filter { concept.framings[$0].total.own == 0 && concept.framings[$0].total.total >= 2 }.map {
                let total = concept.framings[$0].total
                return (
                    index == leading && total.total >= 3 ? 0 : 1, -total.total, index,
                    (hits: HitsReference(concept: index, framing: $0), total: total, isOneOfSeveral: concept.measure == .share)
                )
            }
        }
        guard let best = candidates.min(by: { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) })?.3 else { return nil }
        let total = best.total
        let voice: Voice = total.quoted >= total.reported ? .quoted : .reported
        let name = comparison.name(ofFraming: best.hits.framing, of: best.hits.concept)
        return [
            .framing(Phrasing.capitalised(name), voice: voice, hits: best.hits),
            .plain(
                " \(best.isOneOfSeveral ? "is only ever someone else\u{2019}s word" : "stands only in words of others") "
                    + "(\(Phrasing.counted(total.total, "mention")))."),
        ]
    }

    private func speakingSources(of concept: ComparedConcept) -> [Int] {
        comparison.sources.indices.filter { concept.evidence[$0].counts.own > 0 }
    }

    /// The framings that share the source's highest own-words count; a tie is never broken.
    func topFramings(of concept: ComparedConcept, source: Int) -> [Int] {
        let highest = concept.framings.map { $0.cells[source].counts.own }.max() ?? 0
        return concept.framings.indices.filter { highest > 0 && concept.framings[$0].cells[source].counts.own == highest }
    }

    func framingRun(_ framing: Int, of concept: Int, in source: Int? = nil) -> Run {
        .framing(
            Phrasing.inSentence(comparison.name(ofFraming: framing, of: concept)), voice: .own,
            hits: HitsReference(concept: concept, framing: framing, source: source))
    }

    func sourceRun(_ index: Int) -> Run { .source(comparison.sources[index].name, index: index) }

    static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }
}
