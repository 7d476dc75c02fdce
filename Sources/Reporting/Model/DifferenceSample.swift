import Comparing

/// The comparisons of two sources that a file keeps: those of which most may be said, and among equals those that differ most.
///
/// Sixty sources make 1,770 pairs for each framing, 200 make 19,900; the tables of `--format csv` have all.
struct DifferenceSample {
    /// Rows that a reader of a document can go through.
    static let mostPrinted = 60
    /// Rows of one concept that the JSON file holds unless all are asked for: all of a comparison of ten sources by forty framings.
    static let mostStored = 2_000

    /// In the order of the comparison.
    let rows: [FramingDifference]
    /// How many there were to choose from.
    let total: Int
    var leftOut: Int { total - rows.count }

    /// - Parameter least: the level below which a comparison is not told at all.
    init(_ differences: ConceptDifferences, least: ComparisonLevel = .similarWithinTenPoints, most: Int = mostPrinted) {
        let all = differences.pairs.filter { $0.level >= least }
        total = all.count
        guard all.count > most else {
            rows = all
            return
        }
        let ranked = all.indices.sorted { (all[$1].level, all[$1].size, $0) < (all[$0].level, all[$0].size, $1) }
        rows = ranked.prefix(most).sorted().map { all[$0] }
    }
}

extension FramingDifference {
    /// How far the two figures are apart.
    fileprivate var size: Double {
        let size = abs(difference?.value ?? 0)
        return size.isFinite ? size : 0
    }
}
