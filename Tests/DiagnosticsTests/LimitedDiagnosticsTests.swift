import Diagnostics
import Testing

@Suite struct LimitedDiagnosticsTests {
    @Test(arguments: [1, 20, 21, 22, 59, 1000])
    func faultsAreCountedWhetherListedOrNot(count: Int) {
        let faults = (1...count).map { Diagnostic(.error, file: "a.jsonl", line: $0, message: "no text") }
        let listed = LimitedDiagnostics(faults + [Diagnostic(.warning, file: "a.jsonl", message: "no source")]).listed
        #expect(listed.count == min(count, 20) + 1 + (count > 20 ? 1 : 0))
        #expect(listed.faultCount { $0 == .error } == count)
        #expect(listed.faultCount { $0 > .note } == count + 1)
        if count > 20 { #expect(listed.last?.description == "a.jsonl: error: \(count - 20) more: no text") }
    }
}
