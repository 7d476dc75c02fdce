import Foundation
import Words

/// Passes of the engine over a file of JSON lines, for `Scripts/bench-rivals.py`.
struct EnginePasses {
    let scan: EngineScan
    let threads: Int

    /// The instructions that BENCH_PATH names, else the best.
    static func instructionPath() throws -> InstructionPath {
        guard let name = ProcessInfo.processInfo.environment["BENCH_PATH"] else { return .best }
        let available = InstructionPath.allCases.filter(\.isAvailable)
        guard let path = available.first(where: { "\($0)" == name }) else {
            throw BenchmarkFault(message: "BENCH_PATH: “\(name)” is none of \(available.map { "\($0)" }.joined(separator: ", "))")
        }
        return path
    }

    /// What one pass finds: for the time of a whole process.
    func printAnswer() {
        let answer = scan.answer(threads: threads)
        print("\(answer.articles) articles, \(answer.words) words, \(answer.own) hits outside quotation marks, \(answer.quoted) inside")
    }

    /// The seconds of each of so many passes in one process, of the processor and by the clock. Of several threads each compiles the lexicon in every pass and
    /// has its pages mapped anew.
    func printPasses(count: Int) throws {
        var first: EngineScan.Answer?
        func time(_ pass: () -> EngineScan.Answer) throws {
            let (processor, wall) = (ProcessorTime.ofProcess, Date.timeIntervalSinceReferenceDate)
            let answer = pass()
            print(String(format: "pass %.6f %.6f", ProcessorTime.ofProcess - processor, Date.timeIntervalSinceReferenceDate - wall))
            guard answer == first ?? answer else { throw BenchmarkFault(message: "the answer changed between passes") }
            first = answer
        }
        if threads == 1 { return try scan.passes(count, time) }
        for _ in 0..<count { try time { scan.answer(threads: threads) } }
    }
}
