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
        var tests: [FramingDifference.Test?] = []
        for first in uses.indices {
            for second in uses.indices.dropFirst(first + 1) {
                let found = framings(of: first, second).map { difference($0, first, second) }
                tests += self.tests(of: found, first, second)
                pairs += found
            }
        }
        // A difference whose interval includes 0 is a test that failed: it counts among the tests with the largest p there is.
        let pValues = zip(pairs, tests).map { pair, test in pair.difference == nil ? nil : test?.pValue ?? 1 }
        let corrected = FalseDiscovery(among: pValues)
        for index in pairs.indices {
            pairs[index].test = tests[index].map { test in
                var test = test
                test.qValue = corrected.qValues[index] ?? 1
                return test
            }
            settle(&pairs[index])
        }
        let order = pairs.enumerated().sorted { ($0.element.framing, $0.offset) < ($1.element.framing, $1.offset) }
        return ConceptDifferences(pairs: order.map(\.element), againstOthers: againstOthers(), tests: corrected.tests)
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

    /// A test for each difference whose interval excludes 0; q is still p.
    private func tests(of found: [FramingDifference], _ first: Int, _ second: Int) -> [FramingDifference.Test?] {
        let asked = found.indices.filter { found[$0].difference?.interval.excludesZero ?? false }
        var tests = [FramingDifference.Test?](repeating: nil, count: found.count)
        guard !asked.isEmpty else { return tests }
        let (a, b) = (uses[first], uses[second])
        if min(a.rows.count, b.rows.count) > RelabellingTest.mostArticlesPerSide {
            for index in asked {
                let framing = found[index].framing
                let p = Difference.largeSamplePValue(a.shares[framing], b.shares[framing]).value
                tests[index] = p.map { FramingDifference.Test(method: .largeSample, pValue: $0, qValue: $0, smallestReachable: 0) }
            }
        } else {
            let relabelling = FramingRelabelling(of: asked.map { found[$0].framing }, between: a.rows, and: b.rows)
            for (index, p) in zip(asked, relabelling.pValues) {
                tests[index] = FramingDifference.Test(
                    method: relabelling.method, pValue: p, qValue: p, smallestReachable: relabelling.smallestReachable
                )
            }
        }
        return tests
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
        let sign = pair.first.framingHits * pair.second.conceptHits > pair.second.framingHits * pair.first.conceptHits ? 1.0 : -1.0
        var turning: (term: Int, left: Double)?
        for term in terms.indices {
            let inFraming = terms[term].framing == pair.framing
            let shares = [a, b].compactMap { use -> Double? in
                let rest = use.conceptHits - use.termHits[term]
                return rest > 0 ? Double(use.hits(of: pair.framing) - (inFraming ? use.termHits[term] : 0)) / Double(rest) : nil
            }
            let left = shares.count == 2 ? sign * (shares[0] - shares[1]) : -.greatestFiniteMagnitude
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
