import Articles
import Foundation
import Lexicons
import Scoring
import TestSupport

/// `make bench`: checks answers, then prints the time of each stage on one corpus in one run.
///
/// The corpus is the folder or file of JSON lines named by `BENCH_CORPUS`, else one generated from a fixed seed. Ratios of stages in one run count;
/// absolute times depend on the machine. `benchmarks comparison` runs the calibration and the times of the comparison alone, `benchmarks scale` only the
/// latter, `benchmarks engine` the words and terms alone on every instruction path, `benchmarks scan FILE [THREADS [PASSES]]` one pass over a file of JSON lines, or the seconds of several,
/// `benchmarks voices` the speed of the voice rules, `benchmarks linearity` their time per byte on text of growing length, `benchmarks agreement [COUNT]`
/// the comparison of the matcher with its twin on a hundred thousand random lexicons or as many as are asked for, `benchmarks twin FILE` the same
/// comparison on a whole file of JSON lines, `benchmarks json [FILE]` the speed of reading JSON lines, `benchmarks index [FILE]` the times of the index;
/// `BENCH_LEXICON` names another lexicon than the shipped one, `benchmarks corpus FOLDER` writes an invented corpus for `Scripts/bench-rivals.py`.
@main
enum Benchmarks {
    static func main() {
        do {
            try run()
        } catch {
            print((error as? BenchmarkFault)?.message ?? error.localizedDescription)
            exit(1)
        }
    }

    private static func run() throws {
        let operands = CommandLine.arguments.dropFirst(2)
        switch (CommandLine.arguments.dropFirst().first, operands.count) {
        case (nil, _): try printAll()
        case ("agreement", 0): agree(on: 100_000)
        case ("agreement", 1): agree(on: try count(operands.first))
        case ("comparison", 0): compare()
        case ("corpus", 1): try BenchmarkFolder(url: URL(filePath: CommandLine.arguments[2])).write()
        case ("engine", 0): printEngine(try printedCorpus(), try BenchmarkCorpus.lexicon())
        case ("index", 0...1): try index(operands.first)
        case ("json", 0...1): try JSONTimes(path: operands.first).printTable()
        case ("linearity", 0): VoiceTimes(corpus: try printedCorpus()).printTable()
        case ("scale", 0): ComparisonTimes().printTable()
        case ("scan", 1): try scan(CommandLine.arguments[2], threads: 1).printAnswer()
        case ("scan", 2): try scan(CommandLine.arguments[2], threads: try count(operands.last)).printAnswer()
        case ("scan", 3):
            try scan(CommandLine.arguments[2], threads: try count(CommandLine.arguments[3])).printPasses(count: try count(operands.last))
        case ("twin", 1): try compareWithTwin(CommandLine.arguments[2])
        case ("voices", 0): printVoices(try printedCorpus(), try BenchmarkCorpus.lexicon())
        default:
            print(usage)
            exit(2)
        }
    }

    private static func count(_ operand: String?) throws -> Int {
        guard let operand, let count = Int(operand), count > 0 else {
            throw BenchmarkFault(message: "“\(operand ?? "")” is no number from 1 up")
        }
        return count
    }

    private static func printedCorpus() throws -> BenchmarkCorpus {
        let corpus = try BenchmarkCorpus.load()
        print("corpus: \(corpus.description)")
        return corpus
    }

    private static func printAll() throws {
        let (corpus, lexicon) = (try printedCorpus(), try BenchmarkCorpus.lexicon())
        guard AnswerCheck(lexicon: lexicon).holds(on: corpus.sample) else {
            print("the matcher and its naive twin disagree: no times are printed")
            exit(1)
        }
        StageTimes(corpus: corpus, lexicon: lexicon).printTable()
        printEngine(corpus, lexicon)
        VoiceTimes(corpus: corpus).printTable()
        try IndexTimes(corpus: corpus, lexicon: lexicon).printTable()
        compare()
    }

    private static let usage = """
        usage: benchmarks [agreement [COUNT] | comparison | engine | index [FILE] | json [FILE] | linearity | scale | scan FILE [THREADS [PASSES]] | twin FILE | voices]
               benchmarks corpus FOLDER
        Without a word all tables are printed. BENCH_CORPUS names the recipe's folder, BENCH_LEXICON another lexicon than the shipped one,
        BENCH_PATH the instructions of a scan (portable, sse2, avx2 or avx512).
        """

    /// The voice rules alone, with the answer by which two builds can be held against each other.
    private static func printVoices(_ corpus: BenchmarkCorpus, _ lexicon: Lexicon) {
        for (name, reader) in [
            ("all rules", VoiceReader(lexicon)), ("no known speakers", VoiceReader(speakers: [])),
            ("marks only", VoiceReader(speakers: [], mode: .marks)),
        ] {
            let answer = VoiceAnswer(of: corpus.articles, reader: reader)
            print("voices, \(name): \(answer.spans) spans, checksum \(String(answer.checksum, radix: 16))")
        }
        StageTimes(corpus: corpus, lexicon: lexicon).printVoices()
    }

    private static func printEngine(_ corpus: BenchmarkCorpus, _ lexicon: Lexicon) {
        EngineTimes(corpus: corpus, lexicon: lexicon).printTable()
        ScriptTimes(corpus: corpus, lexicon: lexicon).printTable()
    }

    private static func scan(_ path: String, threads: Int) throws -> EnginePasses {
        let scan = EngineScan(
            file: try BenchmarkCorpus.mapped(path), lexicon: try BenchmarkCorpus.lexicon(), path: try EnginePasses.instructionPath())
        return EnginePasses(scan: scan, threads: threads)
    }

    /// So many lexicons and texts; a hundred thousand take some minutes.
    private static func agree(on count: Int) {
        if let seed = RandomAgreement.firstDifference(count: count) {
            print("the matcher and its naive twin differ, first with seed \(seed)")
            exit(1)
        }
        print("the matcher and its naive twin agree on \(count) random lexicons and texts")
    }

    private static func compareWithTwin(_ path: String) throws {
        if try !TwinComparison(path: path, lexicon: BenchmarkCorpus.lexicon()).run() { exit(1) }
    }

    /// - Parameter path: a file of JSON lines, read as plain lines; none for the corpus of the other benchmarks.
    private static func index(_ path: String?) throws {
        let corpus: BenchmarkCorpus
        if let path {
            corpus = BenchmarkCorpus(description: path, articles: try PlainLines.articles(of: path))
        } else {
            corpus = try .load()
        }
        try IndexTimes(corpus: corpus, lexicon: try BenchmarkCorpus.lexicon()).printTable()
    }

    /// In a process of its own, so that its peak of memory is not that of the benchmarks before it.
    private static func printScale() {
        let scale = Process()
        scale.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        scale.arguments = ["scale"]
        fflush(nil)
        do {
            try scale.run()
            scale.waitUntilExit()
        } catch {
            print("the comparison was not measured: \(error.localizedDescription)")
        }
    }

    /// Needs no corpus: sources whose truth is known.
    private static func compare() {
        Calibration().printTable()
        printScale()
    }
}
