import Comparing
import Testing

/// Every statistic against values computed by others: the file that `STATISTICS_VECTORS` names, else the shared one.
@Suite(.enabled(if: StatisticsVectors.file != nil, "no file of reference vectors"))
struct StatisticsVectorTests {
    @Test(arguments: StatisticsVectors.all)
    func equalsTheReferenceValueOrIsUndefinedForTheSameReason(_ vector: StatisticsVector) throws {
        let computed = try #require(VectorMapping.answer(vector), "the statistic \(vector.statistic) is not mapped")
        let differences = vector.expected.differences(from: computed, within: vector.tolerance)
        #expect(differences.isEmpty, "\(vector.id): \(differences.joined(separator: "; "))")
    }

    /// The rules that the reference file states for a bootstrap that draws instead of enumerating.
    @Test(arguments: StatisticsVectors.all.filter { $0.statistic == "bootstrap_ratio_exact" })
    func drawnBootstrapStaysNearTheExactOne(_ vector: StatisticsVector) {
        let sampled = ArticleBootstrap.sampled(of: vector.inputs.rates("numerators", "denominators"))
        #expect(sampled.reason?.rawValue == vector.expected.object["reason"]?.string)
        guard let sampled = sampled.value, let error = vector.expected.object["se"]?.double else { return }
        #expect(abs(sampled.standardError - error) <= 0.05 * error + 1e-12)
        for (key, part) in [("q025_between", 0.025), ("q975_between", 0.975)] {
            let ends = vector.expected.object[key]?.elements.compactMap(\.double) ?? []
            #expect(ends.count == 2 && (ends[0] - 1e-12...ends[1] + 1e-12).contains(sampled.percentile(part)))
        }
    }
}
