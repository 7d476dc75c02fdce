import Comparing
import Testing

@testable import Reporting

/// What a page gives up so that it stays within bounds.
struct PageBudgetTests {
    private static func model(_ halvings: Int) throws -> ReportModel {
        ReportModel(
            try SampleComparisons.comparison("sixty"), record: ComparisonFixture.record, numbers: .page,
            budget: PageBudget(halvings: halvings))
    }

    @Test func eachHalvingKeepsLessAndCountsStayComplete() throws {
        let models = try (0...PageBudget.mostHalvings).map(Self.model)
        for (more, less) in zip(models, models.dropFirst()) {
            #expect(less.evidence.keptCount < more.evidence.keptCount)
            #expect(less.listedSources.count <= more.listedSources.count)
            #expect(less.comparison.hitsCounted == more.comparison.hitsCounted)
        }
        #expect(models[0].listsEverySource && models.last?.listedSources.count == MatrixPlan.openSources)
    }

    @Test func whatAHalvedPageLeavesOutIsSaid() throws {
        let model = try Self.model(2)
        let limits = MethodText(model).whatCouldBeWrong.joined(separator: " ")
        #expect(limits.contains("Tables and lists have the \(model.listedSources.count) of 60 sources with most articles"))
        #expect(
            limits.contains("sentences are kept for \(model.numbers.part(model.evidence.keptCount, of: model.comparison.hitsCounted)) hits")
        )
    }

    @Test(arguments: SampleComparisons.states)
    func everyPageStaysWithinBounds(_ state: String) throws {
        #expect(try SampleComparisons.page(state).utf8.count <= PageBudget.mostBytes)
    }
}
