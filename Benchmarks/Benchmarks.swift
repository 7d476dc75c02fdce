import Articles
import Foundation
import Lexicons
import Scoring
import TestSupport

/// `make bench`: checks answers, then prints the time of each stage on one corpus in one run.
///
/// The corpus is the folder or file of JSON lines named by `BENCH_CORPUS`, else one generated from a fixed seed. Ratios of stages in one run count;
/// absolute times depend on the machine. `benchmarks comparison` runs the calibration and the times of the comparison alone,
/// `benchmarks engine` the words and terms alone on every instruction path, `benchmarks scan FILE [THREADS]` one pass over a file of JSON lines,
/// `benchmarks scale` only the latter, `benchmarks voices` the speed of the voice rules, `benchmarks linearity` their time per byte on text of
/// growing length, `benchmarks agreement` the comparison of the matcher with its twin on a hundred thousand random lexicons,
/// `benchmarks twin FILE` the same comparison on a whole file of JSON lines,
/// `benchmarks json [FILE]` the speed of reading JSON lines, `benchmarks index [FILE]` the times of the index; `BENCH_LEXICON` names another lexicon than the shipped one,
/// `benchmarks corpus FOLDER` writes an invented corpus for `Scripts/bench-rivals.py`.
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
        if CommandLine.arguments.dropFirst() == ["comparison"] { return compare() }
        if CommandLine.arguments.dropFirst() == ["agreement"] { return agree() }
        if CommandLine.arguments.dropFirst() == ["scale"] { return ComparisonTimes().printTable() }
        if CommandLine.arguments.count > 1, CommandLine.arguments[1] == "index" { return try index(CommandLine.arguments.dropFirst(2)) }
        if CommandLine.arguments.count > 1, CommandLine.arguments[1] == "json" {
            return try JSONTimes(path: CommandLine.arguments.dropFirst(2).first).printTable()
        }
        if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "corpus" {
            return try BenchmarkFolder(url: URL(filePath: CommandLine.arguments[2])).write()
        }
        if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "twin" { return try compareWithTwin(CommandLine.arguments[2]) }
        if CommandLine.arguments.count > 2, CommandLine.arguments[1] == "scan" { return try scan(CommandLine.arguments.dropFirst(2)) }
        guard CommandLine.arguments.count == 1 || [["voices"], ["engine"], ["linearity"]].contains(CommandLine.arguments.dropFirst()) else {
            print(usage)
            exit(2)
        }
        let corpus = try BenchmarkCorpus.load()
        print("corpus: \(corpus.description)")
        let lexicon = try BenchmarkCorpus.lexicon()
        if CommandLine.arguments.dropFirst() == ["voices"] { return printVoices(corpus, lexicon) }
        if CommandLine.arguments.dropFirst() == ["engine"] { return printEngine(corpus, lexicon) }
        if CommandLine.arguments.dropFirst() == ["linearity"] { return VoiceTimes(corpus: corpus).printTable() }
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
        usage: benchmarks [agreement | comparison | engine | index [FILE] | json [FILE] | linearity | scale | scan FILE [THREADS] | twin FILE | voices]
               benchmarks corpus FOLDER
        Without a word all tables are printed. BENCH_CORPUS names the recipe's folder, BENCH_LEXICON another lexicon than the shipped one.
        """

    /// The voice rules alone, with the answer by which two builds can be held against each other.
    private static func printVoices(_ corpus: BenchmarkCorpus, _ lexicon: Lexicon) {
        for (name, reader) in [
            ("all rules", VoiceReader(speakers: lexicon.speakers)), ("no known speakers", VoiceReader(speakers: [])),
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

    /// One pass of the engine over a file of JSON lines, with what it found: for a comparison of whole processes.
    ///
    /// - Parameter arguments: the file, and the threads where there is more than one.
    private static func scan(_ arguments: ArraySlice<String>) throws {
        let file = try BenchmarkCorpus.mapped(arguments[arguments.startIndex])
        let threads = arguments.count > 1 ? Int(arguments[arguments.startIndex + 1]) ?? 1 : 1
        let answer = EngineScan(file: file, lexicon: try BenchmarkCorpus.lexicon()).answer(threads: threads)
        print("\(answer.articles) articles, \(answer.words) words, \(answer.own) hits outside quotation marks, \(answer.quoted) inside")
    }

    /// A hundred thousand lexicons and texts, some minutes.
    private static func agree() {
        let count = 100_000
        if let seed = RandomAgreement.firstDifference(count: count) {
            print("the matcher and its naive twin differ, first with seed \(seed)")
            exit(1)
        }
        print("the matcher and its naive twin agree on \(count) random lexicons and texts")
    }

    private static func compareWithTwin(_ path: String) throws {
        if try !TwinComparison(path: path, lexicon: BenchmarkCorpus.lexicon()).run() { exit(1) }
    }

    /// - Parameter paths: a file of JSON lines, read as plain lines; none for the corpus of the other benchmarks.
    private static func index(_ paths: ArraySlice<String>) throws {
        let corpus: BenchmarkCorpus
        if let path = paths.first {
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
