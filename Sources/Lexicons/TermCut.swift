/// Sets of states of which every match of a stretch of a pattern goes through one; which of them is best depends on what their words cost.
///
/// A minimum cut: patterns are built of parts in a row and parts side by side, of which the cheapest and the sum are taken.
package enum TermCut: Sendable {
    case state(Int)
    /// All of them together, of parts side by side.
    case all([TermCut])
    /// Each by itself, of parts in a row; at least one.
    case any([TermCut])

    /// The set whose states cost the least in sum; of equal ones the first.
    ///
    /// - Complexity: O(states × depth).
    package func cheapest(_ cost: (Int) -> Double) -> [Int] {
        var states: [Int] = []
        appendCheapest(cost, to: &states)
        return states
    }

    private func appendCheapest(_ cost: (Int) -> Double, to states: inout [Int]) {
        switch self {
        case .state(let state): states.append(state)
        case .all(let cuts): for cut in cuts { cut.appendCheapest(cost, to: &states) }
        case .any(let cuts):
            let best = cuts.count > 1 ? cuts.min { $0.least(cost) < $1.least(cost) } : cuts.first
            best?.appendCheapest(cost, to: &states)
        }
    }

    private func least(_ cost: (Int) -> Double) -> Double {
        switch self {
        case .state(let state): cost(state)
        case .all(let cuts): cuts.reduce(0) { $0 + $1.least(cost) }
        case .any(let cuts): cuts.reduce(.infinity) { min($0, $1.least(cost)) }
        }
    }
}
