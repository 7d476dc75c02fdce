/// Compares the sources' uses of one concept in the order of the statistics rules: differences, tests, correction, leave-one-out, level.
package struct DifferenceFinder: Sendable {
    /// A term of the concept that has hits.
    package struct Term: Sendable, Hashable {
        package let framing: Int
        package let pattern: String

        package init(framing: Int, pattern: String) {
            self.framing = framing
            self.pattern = pattern
        }
    }

    private let uses: [ConceptUse]
    private let terms: [Term]
    private let framingCount: Int

    /// - Parameters:
    ///   - uses: one for each source, in order.
    ///   - terms: what the uses count their `termHits` by.
    package init(_ uses: [ConceptUse], terms: [Term], framingCount: Int) {
        self.uses = uses
        self.terms = terms
        self.framingCount = framingCount
    }

    /// - Complexity: O(pairs x framings), and relabellings for pairs whose interval excludes 0 and of which a side has at most 500 articles.
    package func differences() -> ConceptDifferences {
        var pairs: [FramingDifference] = []
        var groups: [Range<Int>] = []
        for first in uses.indices {
            for second in uses.indices.dropFirst(first + 1) {
                let start = pairs.count
                pairs += framings(of: first, second).map { difference($0, first, second) }
                groups.append(start..<pairs.count)
            }
        }
        let draws = Self.draws(for: pairs, groups: groups.count)
        for group in groups { test(&pairs[group], draws: draws) }
        // A difference whose interval includes 0 is a test that failed: it counts among the tests with the largest p there is.
        let corrected = FalseDiscovery(among: pairs.map { $0.difference == nil ? nil : $0.test?.pValue ?? 1 })
        for index in pairs.indices {
            if pairs[index].test != nil { pairs[index].test?.qValue = corrected.qValues[index] ?? 1 }
            settle(&pairs[index])
        }
        return ConceptDifferences(pairs: byFraming(pairs), againstOthers: againstOthers(), tests: corrected.tests)
    }

    /// Relabellings to draw for a pair: as many as the rules say, but among many pairs no more than the correction can make use of.
    ///
    /// With r of m comparisons tested, q is at most p m/r for the last of them: 100 m/r draws let it go down to 0.01.
    private static func draws(for pairs: [FramingDifference], groups: Int) -> Int {
        guard groups > manyPairs else { return RelabellingTest.draws }
        let tested = pairs.count { $0.difference?.interval.excludesZero ?? false }
        let compared = pairs.count { $0.difference != nil }
        return min(RelabellingTest.draws, max(499, 100 * compared / max(1, tested)))
    }

    private static let manyPairs = 100

    private func byFraming(_ pairs: [FramingDifference]) -> [FramingDifference] {
        var buckets = [[FramingDifference]](repeating: [], count: framingCount)
        for pair in pairs { buckets[pair.framing].append(pair) }
        return buckets.flatMap(\.self)
    }

    private func framings(of first: Int, _ second: Int) -> [Int] {
        (0..<framingCount).filter { uses[first].hits(of: $0) + uses[second].hits(of: $0) > 0 }
    }

    private func difference(_ framing: Int, _ first: Int, _ second: Int) -> FramingDifference {
        let sides = (side(first, framing), side(second, framing))
        return FramingDifference(
            framing: framing, first: sides.0, second: sides.1,
            difference: Difference.of(sides.0.share, minus: sides.1.share).value, level: .notComparable
        )
    }

    private func side(_ source: Int, _ framing: Int) -> FramingDifference.Side {
        let use = uses[source]
        return FramingDifference.Side(
            source: source, level: use.level, framingHits: use.hits(of: framing), conceptHits: use.conceptHits,
            articlesWithHits: use.rows.count, share: use.estimate(framing)
        )
    }

    /// Tests each difference of one pair whose interval excludes 0; q is still p.
    private func test(_ found: inout ArraySlice<FramingDifference>, draws: Int) {
        let asked = found.indices.filter { found[$0].difference?.interval.excludesZero ?? false }
        guard let one = asked.first else { return }
        let (a, b) = (uses[found[one].first.source], uses[found[one].second.source])
        if min(a.rows.count, b.rows.count) > RelabellingTest.mostArticlesPerSide {
            for index in asked {
                let framing = found[index].framing
                let p = Difference.largeSamplePValue(a.shares[framing], b.shares[framing]).value
                found[index].test = p.map { FramingDifference.Test(method: .largeSample, pValue: $0, qValue: $0, smallestReachable: 0) }
            }
        } else {
            let relabelling = FramingRelabelling(of: asked.map { found[$0].framing }, between: a.rows, and: b.rows, draws: draws)
            for (index, p) in zip(asked, relabelling.pValues) {
                found[index].test = FramingDifference.Test(
                    method: relabelling.method, pValue: p, qValue: p, smallestReachable: relabelling.smallestReachable
                )
            }
        }
    }

    /// Gives the difference its level, and where it is fragile what it depends on.
    private func settle(_ pair: inout FramingDifference) {
        var isCandidate = pair.difference?.interval.excludesZero ?? false
        isCandidate = isCandidate && (pair.test?.qValue ?? 1) < 0.05
        let term = isCandidate ? turningTerm(of: pair) : nil
        let article = isCandidate ? turningArticle(of: pair) : nil
        pair.level = ComparisonLevel(
            of: DifferenceEvidence(
                levels: (pair.first.level, pair.second.level), interval: pair.difference?.interval, qValue: pair.test?.qValue,
                stability: (articles: article == nil, terms: term == nil)
            ))
        if pair.level == .fragileDifference {
            pair.dependsOn = term.map { .term(terms[$0].pattern) } ?? article.map { .article($0) }
        }
    }

    /// The term without whose hits the difference is furthest turned round or a side is empty; nil where none does that.
    private func turningTerm(of pair: FramingDifference) -> Int? {
        let (a, b) = (uses[pair.first.source], uses[pair.second.source])
        let sign = (pair.difference?.value ?? 0) > 0 ? 1.0 : -1.0
        var turning: (term: Int, left: Double)?
        for term in terms.indices {
            let inFraming = terms[term].framing == pair.framing
            let (restA, restB) = (a.conceptHits - a.termHits[term], b.conceptHits - b.termHits[term])
            var left = -Double.greatestFiniteMagnitude
            if restA > 0, restB > 0 {
                let hitsA = a.framingHits[pair.framing] - (inFraming ? a.termHits[term] : 0)
                let hitsB = b.framingHits[pair.framing] - (inFraming ? b.termHits[term] : 0)
                left = sign * (Double(hitsA) / Double(restA) - Double(hitsB) / Double(restB))
            }
            if left <= 0, left < turning?.left ?? .greatestFiniteMagnitude { turning = (term, left) }
        }
        return turning?.term
    }

    /// The same for one article of either side.
    private func turningArticle(of pair: FramingDifference) -> Int? {
        let (a, b) = (uses[pair.first.source], uses[pair.second.source])
        guard let shareA = pair.first.share?.value, let shareB = pair.second.share?.value,
            let leftA = a.withoutOneArticle[pair.framing], let leftB = b.withoutOneArticle[pair.framing]
        else { return a.articles.first ?? b.articles.first }
        let isLarger = shareA > shareB
        let (endA, endB) = isLarger ? (leftA.smallest, leftB.largest) : (leftA.largest, leftB.smallest)
        let gaps = [(endA.share - shareB, a.articles[endA.row]), (shareA - endB.share, b.articles[endB.row])]
        return gaps.map { (isLarger ? $0.0 : -$0.0, $0.1) }.filter { $0.0 <= 0 }.min { $0.0 < $1.0 }?.1
    }

    private func againstOthers() -> [DifferenceFromOthers] {
        (0..<framingCount).flatMap { framing -> [DifferenceFromOthers] in
            let estimates = uses.map { $0.estimate(framing) }
            guard uses.contains(where: { $0.hits(of: framing) > 0 }) else { return [] }
            return uses.indices.compactMap { source in
                let others = uses.indices.filter { $0 != source && estimates[$0] != nil }
                return Difference.of(estimates[source], minusMeanOf: others.map { estimates[$0] }).value.map {
                    DifferenceFromOthers(framing: framing, source: source, others: others, difference: $0)
                }
            }
        }
    }
}
