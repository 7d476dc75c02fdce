import Articles
import Foundation
import Lexicons
import Scoring
import TestSupport

/// `make bench`: checks answers, then prints the time of each stage on one corpus in one run.
///
/// The corpus is the folder or file of JSON lines named by `BENCH_CORPUS`, else one generated from a fixed seed. Ratios of stages in one run count;
/// absolute times depend on the machine. `benchmarks comparison` runs the calibration and the times of the comparison alone.
@main
enum Benchmarks {
    static func main() throws {
        if CommandLine.arguments.dropFirst() == ["comparison"] { return compare() }
        let corpus = try BenchmarkCorpus.load()
        print("corpus: \(corpus.description)")
        let lexicon = try BenchmarkCorpus.lexicon()
        guard AnswerCheck(lexicon: lexicon).holds(on: corpus.sample) else {
            print("the matcher and its naive twin disagree: no times are printed")
            exit(1)
        }
        StageTimes(corpus: corpus, lexicon: lexicon).printTable()
        compare()
    }

    /// Needs no corpus: sources whose truth is known.
    private static func compare() {
        Calibration().printTable()
        ComparisonTimes().printTable()
    }
}
