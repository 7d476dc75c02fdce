/// How a difference of shares between two outlets changes without each term: whether one term carries it.
///
/// difference = share_a - share_b of one framing; for each term its hits are dropped from both outlets; influence = the difference without it
/// minus the difference. Unit: points, 0 to 1.
/// Source: Hampel (1974), JASA 69 (influence); Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 11 (jackknife).
/// Does not show whether a term is wrong, only whether the result hangs on it. Computed for every difference shown.
package struct TermInfluence: Sendable, Hashable {
    package let baseline: Shares
    /// One for each term, in order; nil shares where a side has no hit left.
    package let withoutTerm: [Without]

    package struct Shares: Sendable, Hashable {
        package let a: Double
        package let b: Double

        package var difference: Double { a - b }
    }

    package struct Without: Sendable, Hashable {
        package let term: String
        package let shares: Shares?
        package let influence: Double?
    }

    /// The hits of one term in both outlets.
    package struct TermHits: Sendable, Hashable {
        package let term: String
        package let framing: String
        package let a: Int
        package let b: Int

        package init(term: String, framing: String, a: Int, b: Int) {
            self.term = term
            self.framing = framing
            self.a = a
            self.b = b
        }
    }

    /// - Parameters:
    ///   - framing: the framing whose shares are compared.
    ///   - terms: of the whole concept.
    package static func on(_ framing: String, of terms: [TermHits]) -> Measured<TermInfluence> {
        let all = terms.reduce(into: Totals()) { $0.add($1, toward: framing, 1) }
        guard let baseline = all.shares else { return .undefined(.emptyOutlet) }
        let withoutTerm = terms.map { term in
            var rest = all
            rest.add(term, toward: framing, -1)
            let shares = rest.shares
            return Without(term: term.term, shares: shares, influence: shares.map { $0.difference - baseline.difference })
        }
        return .value(TermInfluence(baseline: baseline, withoutTerm: withoutTerm))
    }

    /// No term can be dropped that empties a side or turns the difference, and there is a difference.
    package var signIsStable: Bool {
        withoutTerm.allSatisfy { keepsSign($0.shares?.difference, of: baseline.difference) } && baseline.difference != 0
    }

    /// The term with the largest influence in either direction, the first of equals; nil where none can be dropped.
    package var mostInfluential: Without? {
        withoutTerm.reduce(nil) { largest, next in
            guard let influence = next.influence else { return largest }
            guard let other = largest?.influence else { return next }
            return abs(influence) > abs(other) ? next : largest
        }
    }

    private struct Totals {
        var (framingA, allA, framingB, allB) = (0, 0, 0, 0)

        mutating func add(_ term: TermHits, toward framing: String, _ sign: Int) {
            allA += sign * term.a
            allB += sign * term.b
            guard term.framing == framing else { return }
            framingA += sign * term.a
            framingB += sign * term.b
        }

        var shares: Shares? {
            guard allA > 0, allB > 0 else { return nil }
            return Shares(a: Double(framingA) / Double(allA), b: Double(framingB) / Double(allB))
        }
    }
}

/// Whether a recomputed difference exists and has the sign of the first one.
func keepsSign(_ difference: Double?, of baseline: Double) -> Bool {
    guard let difference else { return false }
    return difference > 0 && baseline > 0 || difference < 0 && baseline < 0
}
