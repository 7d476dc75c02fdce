import Comparing

/// The comparisons of two sources that the documents print: those of which most may be said, and among equals those that differ most.
///
/// Sixty sources make 1,770 pairs for each framing, which nobody reads; the JSON and CSV files have all.
struct DifferenceSample {
    private static let mostRows = 60

    /// In the order of the comparison.
    let rows: [FramingDifference]
    /// How many there were to choose from.
    let total: Int

    /// - Parameter least: the level below which a comparison is not told at all.
    init(_ differences: ConceptDifferences, least: ComparisonLevel = .similarWithinTenPoints) {
        let all = differences.pairs.filter { $0.level >= least }
        total = all.count
        guard all.count > Self.mostRows else {
            rows = all
            return
        }
        let ranked = all.indices.sorted { (all[$1].level, all[$1].size, $0) < (all[$0].level, all[$0].size, $1) }
        rows = ranked.prefix(Self.mostRows).sorted().map { all[$0] }
    }
}

extension FramingDifference {
    /// How far the two figures are apart.
    fileprivate var size: Double {
        let size = abs(difference?.value ?? 0)
        return size.isFinite ? size : 0
    }
}
