import Testing

@testable import Comparing
@testable import Reporting

/// Which of thousands of comparisons the documents print.
struct DifferenceSampleTests {
    private static func differences(_ count: Int, seed: UInt64) -> ConceptDifferences {
        var random = SeededNumbers(seed: seed)
        let pairs = (0..<count).map { number in
            let value = Double(Int.random(in: -20...20, using: &random)) / 20
            let side = FramingDifference.Side(source: number, level: .estimated, framingHits: 1, conceptHits: 2, articlesWithHits: 5)
            return FramingDifference(
                framing: number, first: side, second: side, difference: Estimate(value, Interval(lower: -1, upper: 1)),
                level: ComparisonLevel.allCases.randomElement(using: &random) ?? .notComparable)
        }
        return ConceptDifferences(pairs: pairs, againstOthers: [], tests: count)
    }

    @Test(arguments: [0, 1, 40, 60])
    func fewComparisonsAreAllShown(_ count: Int) {
        let differences = Self.differences(count, seed: 1)
        let sample = DifferenceSample(differences)
        #expect(sample.rows.map(\.framing) == differences.comparable.map(\.framing))
        #expect(sample.total == sample.rows.count)
    }

    @Test(arguments: 1...20)
    func ofManyNoneIsLeftOutThatSaysMoreThanOneShown(_ seed: UInt64) {
        let differences = Self.differences(400, seed: seed)
        let sample = DifferenceSample(differences)
        let shown = Set(sample.rows.map(\.framing))
        let weight = { (pair: FramingDifference) in Double(pair.level.rank) * 10 + abs(pair.difference?.value ?? 0) }
        let least = sample.rows.map(weight).min() ?? 0
        #expect(sample.rows.count == 60)
        #expect(sample.total == differences.comparable.count)
        #expect(sample.rows.map(\.framing) == sample.rows.map(\.framing).sorted())
        #expect(differences.comparable.allSatisfy { shown.contains($0.framing) || weight($0) <= least })
    }

    @Test func whatIsNotShownIsSaid() {
        let differences = Self.differences(400, seed: 7)
        let text = DifferenceText(.page).note(on: differences, DifferenceSample(differences))
        #expect(text.contains("Shown: 60 of \(differences.comparable.count) comparisons"))
        let told = DifferenceSample(differences, least: .fragileDifference)
        let rates = DifferenceText(.page).rateNote(on: differences, told)
        #expect(rates.contains("\(told.total) show a difference, of which the 60 largest stand above"))
    }
}
