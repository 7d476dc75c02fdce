import Articles
import Foundation
import Scoring
import TestSupport

/// Time per byte of the voice rules on text of growing length: of news, and of floods of what they look for.
///
/// Processor time, sizes taken in turn and the least of the rounds, since what else the machine does only adds. The answer to a longer text must
/// be in proportion to that of a shorter one before a time is printed.
struct VoiceTimes {
    private static let rounds = 7
    private static let megabytes = [1, 2, 4, 8]

    let corpus: BenchmarkCorpus

    func printTable() {
        print("voices, ns a byte at".padding(to: 34), Self.megabytes.map { "\($0) MB" }.joined(separator: "   "), "  largest / smallest")
        for (name, text) in texts { printRow(name, text) }
    }

    /// The text of each row, of at least some bytes.
    private var texts: [(String, (Int) -> String)] {
        let news = corpus.articles.map { String(decoding: $0.text, as: UTF8.self) }
        return [
            ("news", { Self.repeated(news.map { $0 + "\n" }, bytes: $0) }),
            ("news, one paragraph", { Self.repeated(news.map { $0.replacing("\n", with: " ") + " " }, bytes: $0) }),
            ("only \"", { String(repeating: "\"", count: $0) }),
            ("only “ and ”", { Self.cycled(["“", "”"], bytes: $0) }),
            ("only said", { String(repeating: "said ", count: $0 / 5) }),
            ("only '", { String(repeating: "'", count: $0) }),
            ("nested marks, 100,000 a MB", { String(repeating: "“a ", count: $0 / 10) + String(repeating: "b” ", count: $0 / 10) }),
        ]
    }

    /// The same megabyte again and again, so that texts differ in length alone.
    private static func repeated(_ parts: [String], bytes: Int) -> String {
        cycled([cycled(parts, bytes: megabytes[0] * 1_000_000)], bytes: bytes)
    }

    private static func cycled(_ parts: [String], bytes: Int) -> String {
        var text = ""
        text.reserveCapacity(bytes + 1 << 16)
        var next = 0
        while text.utf8.count < bytes {
            text += parts[next % parts.count]
            next += 1
        }
        return text
    }

    private func printRow(_ name: String, _ text: (Int) -> String) {
        let reader = VoiceReader(speakers: [])
        let articles = Self.megabytes.map { makeArticle(text($0 * 1_000_000)) }
        let answers = articles.map { reader.spans(in: $0).count }
        var times = articles.map { _ in [Double]() }
        for _ in 0..<Self.rounds {
            for (index, article) in articles.enumerated() {
                // The longest goes before each, so that every size finds memory and caches in one state: a short text right after another would
                // work in memory that is there already, which no text of 8 MB does.
                _ = articles.last.map { reader.spans(in: $0).count }
                let start = ProcessorTime.now
                let found = reader.spans(in: article).count
                times[index].append((ProcessorTime.now - start) * 1e9 / Double(article.text.count))
                guard found == answers[index] else {
                    print("\(name): the answer changed between rounds, no time printed")
                    return
                }
            }
        }
        let least = times.map { $0.min() ?? 0 }
        let shown = least.map { String(Double(Int($0 * 100)) / 100).padding(to: 6) }.joined(separator: " ")
        let ratio = (least.max() ?? 0) / (least.min() ?? 1)
        print(name.padding(to: 34), shown, "  \(Double(Int(ratio * 100)) / 100)")
    }
}
