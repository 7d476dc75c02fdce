/// A framing's terms for readers: the first ones, since a lexicon is as long as a report and its file is named with its hash.
struct TermList {
    private static let mostTerms = 1
    private static let longestTerm = 28

    private let terms: [String]
    private let numbers: NumberStyle

    init(_ terms: [String], numbers: NumberStyle) {
        self.terms = terms
        self.numbers = numbers
    }

    /// "occup*; and 12 more".
    var shortened: String {
        let shown = terms.prefix(Self.mostTerms).map { $0.count > Self.longestTerm ? $0.prefix(Self.longestTerm) + "…" : $0 }
        let rest = terms.count - shown.count
        return shown.joined(separator: "; ") + (rest > 0 ? "; and \(numbers.digits(rest)) more" : "")
    }
}
