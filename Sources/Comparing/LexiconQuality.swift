/// How far a lexicon's hits were checked by people, on a sample of the collection that is compared.
///
/// Validated: the lower Wilson limit of precision is at least 0.80 for each framing compared, and alpha among coders at least 0.80.
/// Tentative: alpha from 0.667, and not validated. Unchecked: the rest; a lexicon of which nothing was judged by two people is unchecked.
/// Source: the project's statistics rules, section "Lexicon quality gates the words"; Krippendorff (2004), chapter 11, for the two limits.
package struct LexiconQuality: Sendable, Hashable {
    package enum Level: String, Sendable, Hashable, CaseIterable {
        case unchecked, tentative, validated
    }

    package struct Framing: Sendable, Hashable {
        package let name: String
        /// Of precision, 0 to 1; 0 where none of its hits was judged.
        package let lowerLimit: Double

        package init(name: String, lowerLimit: Double) {
            self.name = name
            self.lowerLimit = lowerLimit
        }
    }

    /// Hits of this collection that were judged, and those that were kept.
    package let judged: Int
    package let kept: Int
    package let coders: Int
    /// Krippendorff's alpha among them; nil where there is none.
    package let alpha: Double?
    /// Of the framings with hits, the one with the lowest lower limit of precision.
    package let weakestFraming: Framing?

    private static let leastPrecision = 0.80
    private static let leastAlpha = 0.80
    private static let leastTentativeAlpha = 0.667

    package init(judged: Int, kept: Int, coders: Int, alpha: Double?, weakestFraming: Framing?) {
        self.judged = judged
        self.kept = kept
        self.coders = coders
        self.alpha = alpha
        self.weakestFraming = weakestFraming
    }

    package var level: Level {
        guard judged > 0, let alpha, alpha >= Self.leastTentativeAlpha else { return .unchecked }
        guard alpha >= Self.leastAlpha, let weakestFraming, weakestFraming.lowerLimit >= Self.leastPrecision else { return .tentative }
        return .validated
    }

    /// The level and what it rests on, as a sentence of the report.
    package var sentence: String {
        guard judged > 0 else { return "The lexicon is unchecked: no sample of its hits has been judged by hand." }
        let sample =
            "\(Phrasing.grouped(kept)) of \(Phrasing.counted(judged, "judged hit")) of this collection \(kept == 1 ? "was" : "were") kept"
        return "The lexicon is \(level.rawValue): \(sample), \(agreement)\(weakness)."
    }

    private var agreement: String {
        guard coders > 1 else { return "all judged by one person" }
        guard let alpha else { return "and the agreement of \(Phrasing.spelled(coders)) coders has no value" }
        return "and \(Phrasing.spelled(coders)) coders agree with alpha \(Self.hundredths(alpha))"
    }

    private var weakness: String {
        guard level == .tentative, let alpha, alpha >= Self.leastAlpha, let weakestFraming else { return "" }
        return "; the lower limit of precision for \(weakestFraming.name) is \(LeadWriter.percent(weakestFraming.lowerLimit))"
    }

    /// Cut, not rounded, so that 0.799 does not read as the limit it misses.
    private static func hundredths(_ value: Double) -> String {
        let count = Int((abs(value) * 100).rounded(.down))
        return (value < 0 ? Phrasing.minus : "") + "\(count / 100)." + (count % 100 < 10 ? "0" : "") + "\(count % 100)"
    }
}
