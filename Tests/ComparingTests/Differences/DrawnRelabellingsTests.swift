import TestSupport
import Testing

@testable import Comparing

/// Random relabellings of many pairs at once, against the test of one pair.
@Suite struct DrawnRelabellingsTests {
    private func tables(_ seed: UInt64, shares: [Double]) -> [FramingTable] {
        var generator = SeededRandom(seed: seed)
        return shares.enumerated().map { place, share in
            let rows = SimulatedUse.rows(articles: 20 + 3 * place, share: share, using: &generator)
            return FramingTable(rows: rows, articles: Array(rows.indices))
        }
    }

    private func rows(_ table: FramingTable) -> [[Int]] { table.rows(of: [0, 1]).map { Array($0.dropFirst()) } }

    private func questions(_ sources: Int) -> [Relabelling.Question] {
        (0..<sources).flatMap { first in
            (first + 1..<sources).map { Relabelling.Question(first: first, second: $0, framings: [0, 1]) }
        }
    }

    @Test(arguments: 0..<4) func everyPairComesCloseToItsOwnTest(seed: Int) throws {
        let tables = tables(UInt64(seed), shares: [0.3, 0.5, 0.5, 0.45])
        let questions = questions(4)
        let draws = Relabelling.Draws(most: 9_999, enough: 1_000_000)
        for (question, answer) in zip(questions, DrawnRelabellings(questions, among: tables, draws: draws).answers()) {
            let full = try #require(RelabellingTest.between(rows(tables[question.first]), and: rows(tables[question.second])).value)
            for (p, q) in zip(answer.pValues, full.framingPValues) { #expect(abs(p - q) < 0.005 + 5 * (q * (1 - q) / 9_999).squareRoot()) }
        }
    }

    @Test func theOrderOfSourcesAndQuestionsTouchesNothing() {
        let tables = tables(9, shares: [0.2, 0.5, 0.6])
        let draws = Relabelling.Draws(most: 499, enough: 20)
        let straight = DrawnRelabellings(questions(3), among: tables, draws: draws).answers().map(\.pValues)
        let turned = [(2, 1), (2, 0), (1, 0)].map { Relabelling.Question(first: $0.0, second: $0.1, framings: [0, 1]) }
        let other = DrawnRelabellings(turned, among: tables.reversed(), draws: draws).answers().map(\.pValues)
        // Of three sources turned round, the pairs (0, 1), (0, 2), (1, 2) stand in the same order.
        #expect(straight == other)
    }

    @Test(arguments: [(3, 4, 2), (10, 5, 5), (1, 9, 1), (40, 60, 40)]) func hypergeometricDrawsHaveTheirMeanAndSpread(
        a: Int, b: Int, drawn: Int
    ) {
        let distribution = HypergeometricDistribution(drawing: drawn, from: a, and: b)
        var generator = SeededGenerator(seed: 5)
        let values = (0..<20_000).map { _ in Double(distribution.value(at: generator.nextUnit())) }
        let mean = values.reduce(0, +) / 20_000
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
        let (share, all) = (Double(a) / Double(a + b), Double(a + b))
        let spread = Double(drawn) * share * (1 - share) * (all - Double(drawn)) / (all - 1)
        #expect(abs(mean - Double(drawn) * share) < 0.05 && abs(variance - spread) < 0.1 + 0.05 * spread)
        #expect(values.allSatisfy { $0 >= Double(max(0, drawn - b)) && $0 <= Double(min(drawn, a)) })
        #expect(HypergeometricDistribution(drawing: 0, from: 5, and: 5).value(at: 0.5) == 0)
    }
}
