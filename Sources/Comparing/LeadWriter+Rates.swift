import Scoring

/// The ten-second answer where the leading concept has one framing: how often each source uses it for its length.
extension LeadWriter {
    /// "Per 1,000 own words, A has 2.1 of harm (31 mentions) and B 0.8 (5 mentions, few)."
    func rates(of sources: [Int], _ concept: Int) -> [Run] {
        guard let framing = comparison.concepts[concept].framings.first else { return [] }
        let name = framingRun(0, of: concept)
        guard sources.count <= Self.mostNamed else { return countedRates(of: sources, framing, name) }
        let parts = sources.enumerated().map { place, source -> [Run] in
            let rate = framing.cells[source].rate
            let figure = rate.map { MeasureStyle(.rate).figure($0.estimate) } ?? ""
            let verb: [Run] =
                place == 0
                ? [.plain(" has \(figure) of "), name] : [.plain(" \(figure)")]
            let few = rate?.isThin ?? false ? ", few" : ""
            return [sourceRun(source)] + verb + [.plain(" (\(Phrasing.counted(framing.cells[source].counts.own, "mention"))\(few))")]
        }
        return [.plain("Per 1,000 own words, ")] + Phrasing.list(parts) + [.plain(".")]
    }

    /// "In their own words, 12 of 60 sources use terms of harm, 0.4 to 3.1 times per 1,000 own words."
    private func countedRates(of sources: [Int], _ framing: ComparedFraming, _ name: Run) -> [Run] {
        let rates = sources.compactMap { framing.cells[$0].rate?.estimate }
        let style = MeasureStyle(.rate)
        let range = [rates.min(), rates.max()].compactMap(\.self).map(style.figure).joined(separator: " to ")
        return [
            .plain(
                "In their own words, \(Phrasing.grouped(sources.count)) of \(Phrasing.counted(framing.cells.count, "source")) use terms of "
            ),
            name, .plain(", \(range) times\(style.afterFigures)."),
        ]
    }
}
