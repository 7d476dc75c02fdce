import Articles
import Foundation
import Lexicons
import Scoring
import Words

/// The engine alone on articles in memory: words, their hashes and the matches of a lexicon, on every instruction path.
struct EngineTimes {
    private static let rounds = 7

    let corpus: BenchmarkCorpus
    let lexicon: Lexicon

    func printTable() {
        print("engine, one thread                 MB/s       words        hits   checksum")
        for path in InstructionPath.allCases where path.isAvailable {
            row("words alone, \(path)") { words(path, hashed: false) }
            row("words and hashes, \(path)") { words(path, hashed: true) }
            row("words and terms, \(path)") { matches(path) }
        }
    }

    private struct Answer: Equatable {
        var words = 0
        var hits = 0
        var checksum: UInt64 = 0
    }

    private func row(_ name: String, _ answer: () -> Answer) {
        let first = answer()
        var seconds: [Double] = []
        for _ in 0..<Self.rounds {
            let before = ProcessorTime.now
            let found = answer()
            seconds.append(ProcessorTime.now - before)
            guard found == first else { return print("\(name): the answer changed between rounds, no time printed") }
        }
        let rate = Double(corpus.byteCount) / 1e6 / seconds.sorted()[Self.rounds / 2]
        let numbers = [String(Int(rate)), String(first.words), String(first.hits), String(first.checksum, radix: 16)]
        print(name.padding(to: 30), numbers.map { String(repeating: " ", count: max(0, 11 - $0.count)) + $0 }.joined(separator: " "))
    }

    private func words(_ path: InstructionPath, hashed: Bool) -> Answer {
        let words = TextWords(path: path)
        var answer = Answer()
        for article in corpus.articles {
            let span = ByteSpan(0, article.text.count)
            words.cut(article.text, span: span)
            if hashed { words.hash(article.text, span: span) }
            answer.words += words.count
        }
        return answer
    }

    private func matches(_ path: InstructionPath) -> Answer {
        var search = ArticleSearch(lexicon, path: path)
        var answer = Answer()
        for article in corpus.articles {
            answer.words += search.count(article) { _, match in
                answer.hits += 1
                answer.checksum =
                    (answer.checksum ^ UInt64(match.span.start << 20 ^ match.span.end ^ match.termIndex << 40)) &* 0x9E37_79B9_7F4A_7C15
            }
        }
        return answer
    }
}
