/// How much the articles of one source carry about one concept; the first rule that fits.
///
/// Source: the project's statistics rules, section "Evidence levels"; counted on own-voice hits after repeats are settled.
package enum EvidenceLevel: String, Sendable, Codable, Hashable, CaseIterable, Comparable {
    /// No article or no words.
    case noText = "no_text"
    /// No hit of the concept.
    case notFound = "not_found"
    /// Hits in one article only.
    case oneArticle = "one_article"
    /// Under 10 hits, or under 3 articles with hits.
    case countsOnly = "counts_only"
    /// Under 5 articles with hits, or under 3 effective articles.
    case described
    /// A share with an interval may be read.
    case estimated
    /// 20 or more articles with hits, 10 or more effective, effective n of 30 or more, interval at most 30 points wide.
    case firm

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    package static func < (left: EvidenceLevel, right: EvidenceLevel) -> Bool { left.rank < right.rank }

    /// The step of the four-step ladder drawn on the page: 1 counts only, 2 described, 3 estimated, 4 firm.
    package var step: Int {
        switch self {
        case .noText, .notFound, .oneArticle, .countsOnly: 1
        case .described: 2
        case .estimated: 3
        case .firm: 4
        }
    }
}
