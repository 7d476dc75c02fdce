import Comparing

/// Everything that one article repeats of an earlier one.
struct RepeatedPair {
    /// Indices into `Comparison.articles`.
    let earlier: Int
    let later: Int
    private(set) var words = 0
    private(set) var hitsSetAside = 0

    /// In the comparison's order.
    static func pairs(of comparison: Comparison) -> [RepeatedPair] {
        var pairs: [RepeatedPair] = []
        for passage in comparison.repeats {
            if pairs.last?.earlier != passage.earlier || pairs.last?.later != passage.later {
                pairs.append(RepeatedPair(earlier: passage.earlier, later: passage.later))
            }
            pairs[pairs.count - 1].words += passage.words
            pairs[pairs.count - 1].hitsSetAside += passage.hitsSetAside
        }
        return pairs
    }
}
