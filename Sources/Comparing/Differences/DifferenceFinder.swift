/// Compares the sources' uses of one concept in the order of the statistics rules: differences, tests, correction, leave-one-out, level.
package struct DifferenceFinder: Sendable, Equatable {
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
    private let measure: Measure
    private let isLexiconValidated: Bool

    /// - Parameters:
    ///   - uses: one for each source, in order, all of one measure.
    ///   - terms: what the uses count their `termHits` by.
    ///   - isLexiconValidated: without it no difference is firm.
    package init(_ uses: [ConceptUse], terms: [Term], framingCount: Int, isLexiconValidated: Bool = false) {
        self.isLexiconValidated = isLexiconValidated
        self.uses = uses
        self.terms = terms
        self.framingCount = framingCount
        measure = uses.first?.measure ?? .share
    }

    /// Every pair of sources, and each against the others.
    package func differences() -> ConceptDifferences {
        let pairs = uses.indices.flatMap { first in uses.indices.dropFirst(first + 1).map { (first, $0) } }
        var differences = differences(between: pairs)
        differences.againstOthers = againstOthers()
        return differences
    }

    /// - Complexity: O(pairs x framings); where an interval excludes 0 and a side has at most 500 articles, relabellings in
    ///   O(articles + pairs) each.
    func differences(between pairs: [(Int, Int)]) -> ConceptDifferences {
        var found: [FramingDifference] = []
        var groups: [Range<Int>] = []
        for (first, second) in pairs {
            let start = found.count
            for framing in framings(of: first, second) { found.append(difference(framing, first, second)) }
            groups.append(start..<found.count)
        }
        test(&found, in: groups)
        // A difference whose interval includes 0 is a test that failed: it counts among the tests with the largest p there is.
        let corrected = FalseDiscovery(among: found.map { $0.difference == nil ? nil : $0.test?.pValue ?? 1 })
        for index in found.indices {
            if found[index].test != nil { found[index].test?.qValue = corrected.qValues[index] ?? 1 }
            settle(&found[index])
        }
        return ConceptDifferences(measure: measure, pairs: byFraming(found), againstOthers: [], tests: corrected.tests)
    }

    private func byFraming(_ pairs: [FramingDifference]) -> [FramingDifference] {
        var places = [[Int]](repeating: [], count: framingCount)
        for (place, pair) in pairs.enumerated() { places[pair.framing].append(place) }
        return places.joined().map { pairs[$0] }
    }

    private func framings(of first: Int, _ second: Int) -> [Int] {
        (0..<framingCount).filter { uses[first].hits(of: $0) + uses[second].hits(of: $0) > 0 }
    }

    private func difference(_ framing: Int, _ first: Int, _ second: Int) -> FramingDifference {
        let sides = (side(first, framing), side(second, framing))
        return FramingDifference(
            framing: framing, first: sides.0, second: sides.1, measure: measure,
            difference: Difference.of(sides.0.figure, minus: sides.1.figure).value, level: .notComparable
        )
    }

    private func side(_ source: Int, _ framing: Int) -> FramingDifference.Side {
        let use = uses[source]
        return FramingDifference.Side(
            source: source, level: use.level, framingHits: use.hits(of: framing), conceptHits: use.conceptHits,
            articlesWithHits: use.articlesWithHits, figure: use.estimate(framing)
        )
    }

    /// Gives the difference its level, and where it is fragile what it depends on.
    private func settle(_ pair: inout FramingDifference) {
        var isCandidate = pair.difference?.interval.excludesZero ?? false
        isCandidate = isCandidate && (pair.test?.qValue ?? 1) < 0.05
        let term = isCandidate ? turningTerm(of: pair) : nil
        let article = isCandidate ? turningArticle(of: pair) : nil
        var evidence = DifferenceEvidence(
            levels: (pair.first.level, pair.second.level), interval: pair.difference?.interval, qValue: pair.test?.qValue,
            stability: (articles: article == nil, terms: term == nil), isLexiconValidated: isLexiconValidated
        )
        if measure == .rate { evidence.similarity = nil }
        pair.level = ComparisonLevel(of: evidence)
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
            var left = -Double.greatestFiniteMagnitude
            if let ratioA = a.ratio(pair.framing, without: term, inFraming: inFraming),
                let ratioB = b.ratio(pair.framing, without: term, inFraming: inFraming)
            {
                left = sign * (ratioA - ratioB)
            }
            if left <= 0, left < turning?.left ?? .greatestFiniteMagnitude { turning = (term, left) }
        }
        return turning?.term
    }

    /// The same for one article of either side.
    private func turningArticle(of pair: FramingDifference) -> Int? {
        let (a, b) = (uses[pair.first.source], uses[pair.second.source])
        guard let figureA = pair.first.figure?.value, let figureB = pair.second.figure?.value,
            let leftA = a.withoutOneArticle[pair.framing], let leftB = b.withoutOneArticle[pair.framing]
        else { return a.table.articles.first ?? b.table.articles.first }
        let isLarger = figureA > figureB
        let (endA, endB) = isLarger ? (leftA.smallest, leftB.largest) : (leftA.largest, leftB.smallest)
        let gaps = [(endA.ratio - figureB, a.table.articles[endA.row]), (figureA - endB.ratio, b.table.articles[endB.row])]
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

extension DifferenceFinder {
    /// Above this many pairs the draws are shared out: see `draws(for:groups:)`.
    private static let manyPairs = 20

    /// Tests each difference whose interval excludes 0; q is still p.
    private func test(_ found: inout [FramingDifference], in groups: [Range<Int>]) {
        var questions: [(indices: [Int], question: Relabelling.Question)] = []
        for group in groups {
            let asked = group.filter { found[$0].difference?.interval.excludesZero ?? false }
            guard let one = asked.first else { continue }
            let (first, second) = (found[one].first.source, found[one].second.source)
            if min(uses[first].table.articles.count, uses[second].table.articles.count) > RelabellingTest.mostArticlesPerSide {
                for index in asked { found[index].test = largeSampleTest(found[index]) }
            } else {
                let question = Relabelling.Question(first: first, second: second, framings: asked.map { found[$0].framing })
                questions.append((asked, question))
            }
        }
        let draws = Self.draws(for: found, groups: groups.count)
        let answers = Relabelling.answers(to: questions.map(\.question), among: uses.map(\.table), draws: draws)
        for (asked, answer) in zip(questions, answers) {
            for (index, p) in zip(asked.indices, answer.pValues) {
                found[index].test = FramingDifference.Test(
                    method: answer.method, pValue: p, qValue: p, smallestReachable: answer.smallestReachable)
            }
        }
    }

    private func largeSampleTest(_ pair: FramingDifference) -> FramingDifference.Test? {
        guard let a = uses[pair.first.source].figure(pair.framing), let b = uses[pair.second.source].figure(pair.framing) else {
            return nil
        }
        let p = Difference.largeSamplePValue((a.estimate.value, a.standardError), (b.estimate.value, b.standardError)).value
        return p.map { FramingDifference.Test(method: .largeSample, pValue: $0, qValue: $0, smallestReachable: 0) }
    }

    /// Relabellings to draw: as many as the rules say, but among many pairs no more than the correction can make use of.
    ///
    /// With r of m comparisons tested, q is at most p m/r for the last of them: 100 m/r draws let it go down to 0.01.
    private static func draws(for pairs: [FramingDifference], groups: Int) -> Relabelling.Draws {
        guard groups > manyPairs else { return Relabelling.Draws(most: RelabellingTest.draws, enough: 100) }
        let tested = pairs.count { $0.difference?.interval.excludesZero ?? false }
        let compared = pairs.count { $0.difference != nil }
        return Relabelling.Draws(most: min(RelabellingTest.draws, max(499, 100 * compared / max(1, tested))), enough: 20)
    }
}

extension ConceptUse {
    /// A framing's ratio in the measure's unit without the hits of one term; nil where nothing to divide by is left.
    fileprivate func ratio(_ framing: Int, without term: Int, inFraming: Bool) -> Double? {
        let left = framingHits[framing] - (inFraming ? termHits[term] : 0)
        let exposure = measure == .share ? table.exposure - termHits[term] : table.exposure
        return exposure > 0 ? measure.scale * Double(left) / Double(exposure) : nil
    }
}
