import Comparing
import Scoring

/// The answer for the terminal, in about ten lines, and where the report is.
struct AnswerSummary {
    private static let lineWidth = 100
    private let comparison: Comparison
    private let paths: [String]

    init(_ comparison: Comparison, paths: [String]) {
        self.comparison = comparison
        self.paths = paths
    }

    var text: String {
        let counts = comparison.setAside
        let aside = counts.hits
        var lines = [
            Console.bold(comparison.subject),
            "\(counted(comparison.articles.count, "article")), \(counted(comparison.sources.count, "source")), \(counted(comparison.words.total, "word")); \(comparison.hitsCounted) of \(counted(comparison.hitsFound, "hit")) counted"
                + (aside > 0
                    ? " (\(counts.repeated) repeated, \(counts.duplicate) duplicate, \(counts.link) in links, \(counts.rejected) rejected"
                        + (counts.shared > 0 ? ", \(counts.shared) in shared text)" : ")")
                    : ""),
            "",
        ]
        lines += wrapped(comparison.lead?.text ?? "None of the lexicon's terms were found.")
        lines += comparison.findings.prefix(2).flatMap { wrapped("- " + $0.text) }
        lines.append("")
        lines += (comparison.caveats.first.map { wrapped($0.sentence) } ?? [])
        lines += (comparison.sameEvent?.caveats ?? []).flatMap { wrapped($0.sentence) }
        lines += paths.map { Console.bold($0) }
        return lines.joined(separator: "\n")
    }

    private func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    private func wrapped(_ sentence: String) -> [String] {
        var lines = [""]
        for word in sentence.split(whereSeparator: \.isWhitespace) {
            let last = lines[lines.count - 1]
            if !last.isEmpty, last.count + 1 + word.count > Self.lineWidth {
                lines.append(String(word))
            } else {
                lines[lines.count - 1] = last.isEmpty ? String(word) : "\(last) \(word)"
            }
        }
        return lines
    }
}
