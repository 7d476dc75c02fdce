import Scoring

/// The ten-second answer where there are too many sources to name: how many write mainly what.
extension LeadWriter {
    /// More than these are counted, not named.
    static let mostNamed = 8
    private static let mostFramings = 4

    /// "In their own words, 6 of 60 sources write mainly f1, 5 f2 and 5 f3; 43 write mainly one of 13 other wordings; one spreads over several."
    func countedSources(_ leading: [Int], spread: [Int], of index: Int) -> [Run] {
        let concept = comparison.concepts[index]
        let groups = groups(of: leading, concept)
        let shown = groups.count > Self.mostFramings ? groups.prefix(Self.mostFramings - 1) : groups[...]
        let all = leading.count + spread.count
        var clauses = [
            Phrasing.list(
                shown.enumerated().map { place, group in
                    let write = group.sources == 1 ? "writes" : "write"
                    let count = place == 0 ? "\(group.sources) of \(all) sources \(write) mainly " : "\(group.sources) "
                    return [.plain(count), framingRun(group.framing, of: index)]
                })
        ]
        if shown.count < groups.count {
            let rest = groups.dropFirst(shown.count)
            let others = rest.reduce(0) { $0 + $1.sources }
            let wordings = rest.count == 1 ? "another wording" : "one of \(rest.count) other wordings"
            clauses.append([.plain("\(others) \(others == 1 ? "writes" : "write") mainly \(wordings)")])
        }
        if !spread.isEmpty {
            clauses.append([.plain("\(spread.count) \(spread.count == 1 ? "spreads" : "spread") evenly over two or more")])
        }
        return [.plain("In their own words, ")] + clauses.joined(separator: [.plain("; ")]) + [.plain(".")]
    }

    /// The framings that lead in any of `sources`, with in how many, most first; equals in the order of the framings.
    private func groups(of sources: [Int], _ concept: ComparedConcept) -> [(framing: Int, sources: Int)] {
        var counts: [Int: Int] = [:]
        for source in sources { counts[topFramings(of: concept, source: source)[0], default: 0] += 1 }
        return counts.map { (framing: $0.key, sources: $0.value) }.sorted { ($1.sources, $0.framing) < ($0.sources, $1.framing) }
    }
}
