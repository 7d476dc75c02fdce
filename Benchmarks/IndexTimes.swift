import Articles
import Foundation
import Lexicons
import Scoring

/// The times of the index: building it, scoring a lexicon again from it, and counting one changed term. The scan's answer is checked first.
struct IndexTimes {
    private static let rounds = 7

    let corpus: BenchmarkCorpus
    let lexicon: Lexicon

    func printTable() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("parallax-bench-\(getpid()).index").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        var byteCount = 0
        let building = try Self.seconds(rounds: 3) { byteCount = try build(path) }
        let opening = try Self.seconds { _ = try CorpusIndex(path: path) }
        let index = try CorpusIndex(path: path)
        guard holds(index) else {
            print("the index and the scan disagree: no times are printed")
            exit(1)
        }
        print(
            "index, voices off                  \(index.wordCount) words, \(Self.shown(Double(byteCount) / Double(corpus.byteCount))) of the text on disk"
        )
        row("building", building)
        row("opening, checksum and tables", opening)
        row("scoring all terms again", Self.seconds { _ = search(index, lexicon) })
        let scan = Self.seconds(rounds: 3) { _ = scanned }
        row("the scan, words and terms", scan)
        printOneTerm(index)
    }

    private func row(_ name: String, _ seconds: Double) {
        print(name.padding(to: 34), Self.shown(Double(corpus.byteCount) / 1e6 / seconds), "MB/s,", Self.shown(seconds * 1000), "ms")
    }

    /// Each single-word term by itself, as after a change to it.
    private func printOneTerm(_ index: CorpusIndex) {
        let terms = lexicon.concepts.flatMap(\.framings).flatMap(\.terms).filter {
            $0.unless.isEmpty && $0.near == nil && !$0.pattern.source.contains(where: { " -*?(<'".contains($0) })
        }
        var times: [Double] = []
        for term in terms.prefix(400) {
            let one = Self.lexicon(of: term)
            times.append(Self.seconds { _ = search(index, one).articleCounts() })
        }
        guard !times.isEmpty else { return }
        let perGigabyte = { (seconds: Double) in Self.shown(seconds * 1000 * 1e9 / Double(corpus.byteCount)) }
        times.sort()
        print("one changed word, \(times.count) terms: median \(perGigabyte(times[times.count / 2])), mean", terminator: " ")
        print(
            "\(perGigabyte(times.reduce(0, +) / Double(times.count))), slowest \(perGigabyte(times[times.count - 1])) ms for each GB of text"
        )
    }

    private static func lexicon(of term: Term) -> Lexicon {
        let framing = Framing(id: "f", label: "F", note: nil, opposite: nil, terms: [term])
        let concept = Concept(id: "c", label: "C", question: nil, framings: [framing])
        return Lexicon(name: "One", version: "1", language: "en", concepts: [concept], speakers: [])
    }

    private func build(_ path: String) throws -> Int {
        var builder = try IndexBuilder(path: path, voices: VoiceReader(speakers: [], mode: .none))
        for article in corpus.articles { try builder.add(article) }
        return try builder.finish(Corpus(), options: ReadingOptions())
    }

    private func search(_ index: CorpusIndex, _ lexicon: Lexicon) -> IndexedHits {
        IndexScorer(index: index, lexicon: lexicon, voices: .none).search()
    }

    /// The matches of every passage, by the scan.
    private var scanned: [[[TermMatch]]] {
        var session = MatchingSession(lexicon)
        return corpus.articles.map { article in
            article.passages.map { passage in
                guard passage.kind.isSearched else { return [] }
                let words = PassageWords(bytes: article.bytes(of: passage.field), span: passage.span)
                return session.matches(in: words, language: article.language)
            }
        }
    }

    /// Whether every hit of the scan is one of the index, at the same words and bytes, and no other.
    private func holds(_ index: CorpusIndex) -> Bool {
        guard let found = try? search(index, lexicon).all() else { return false }
        var next = 0
        for (article, passages) in scanned.enumerated() {
            for (passage, matches) in passages.enumerated() {
                for match in matches {
                    guard next < found.count, found[next].match == match, found[next].article == article,
                        found[next].passageIndex == passage
                    else { return false }
                    next += 1
                }
            }
        }
        print("index checked: \(next) hits equal those of the scan")
        return next == found.count
    }

    /// Median of the processor time of one thread, so that other work on the machine counts little.
    private static func seconds(rounds: Int = Self.rounds, _ body: () throws -> Void) rethrows -> Double {
        let times = try (0..<rounds).map { _ in
            let start = processorSeconds
            try body()
            return processorSeconds - start
        }
        return times.sorted()[rounds / 2]
    }

    private static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func shown(_ number: Double) -> String { String(Double(Int(number * 1000)) / 1000) }
}
