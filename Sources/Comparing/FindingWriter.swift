import Articles
import Foundation
import Scoring

/// Writes the findings that the counts and their intervals allow, most one-sided first, at most two of a template and six in all.
struct FindingWriter {
    private static let mostOfOneTemplate = 2
    private static let most = 6

    private let comparison: Comparison

    init(_ comparison: Comparison) { self.comparison = comparison }

    func findings() -> [Finding] {
        let changes = concepts().flatMap { DifferenceFindings(comparison: comparison, concept: $0).changes() }
        let silences = comparison.silences.map { $0.finding(in: comparison) }
        let between = comparison.sources.count > 1 ? concepts().flatMap(findings) + quotedWords() + repetition() + silences : []
        let written = between + changes
        let ranked = written.enumerated().sorted { (-$0.element.score, $0.offset) < (-$1.element.score, $1.offset) }.map(\.element)
        var used: [FindingTemplate: Int] = [:]
        return Array(
            ranked.filter { finding in
                used[finding.template, default: 0] += 1
                return used[finding.template, default: 0] <= Self.mostOfOneTemplate
            }.prefix(Self.most))
    }

    private func findings(of concept: Int) -> [Finding] {
        ConceptFindings(comparison: comparison, concept: concept).findings()
            + DifferenceFindings(comparison: comparison, concept: concept).findings()
    }

    private func concepts() -> [Int] { comparison.concepts.indices.filter { comparison.concepts[$0].total.total > 0 } }

    /// T5: whose words stand in direct quotation, by side.
    private func quotedWords() -> [Finding] {
        var bySide: [String: Int] = [:]
        for source in comparison.sources {
            for speaker in source.speakers where speaker.words.quoted > 0 {
                bySide[speaker.side ?? "other", default: 0] += speaker.words.quoted
            }
        }
        let all = bySide.values.reduce(0, +)
        let named = bySide.filter { $0.key != "other" }.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
        guard comparison.voiceMode == .full, all >= 20, named.count > 1 else { return [] }
        let parts = named.prefix(4).enumerated().map { index, side in
            [
                Run.plain(index == 0 ? "the side of " : ""), .strong(side.key),
                .plain("\(index == 0 ? " has" : "") \(Phrasing.grouped(side.value))"),
            ]
        }
        let (unknown, further) = (bySide["other"] ?? 0, named.dropFirst(4).reduce(0) { $0 + $1.value })
        let rest = [(further, "of further sides"), (unknown, "of speakers whose side is not known")].filter { $0.0 > 0 }
        let others = rest.map { "; \(Phrasing.grouped($0.0)) \($0.0 == 1 ? "is" : "are") \($0.1)" }.joined()
        let largest = Double(named[0].value) / Double(all)
        return [
            Finding(
                template: .quotedWords, level: comparison.level,
                runs: [.plain("Of \(Phrasing.counted(all, "word")) in direct quotation, ")] + Phrasing.list(parts) + [.plain("\(others).")],
                meta: "\(Phrasing.counted(comparison.articles.count, "article")), words inside quotation marks", links: [],
                score: largest * log(Double(all))
            )
        ]
    }

    private func onceCounted(_ hits: Int) -> String {
        guard hits > 0 else { return " No mention stands in it." }
        return " The \(Phrasing.counted(hits, "mention")) in it \(hits == 1 ? "counts" : "count") once, for the earlier article."
    }

    /// T7: how much of a later article repeats an earlier one, and what that does to the counts.
    private func repetition() -> [Finding] {
        let pairs = Dictionary(grouping: comparison.repeats) { [$0.later, $0.earlier] }
        return pairs.keys.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.compactMap { key in
            let words = pairs[key]?.reduce(0) { $0 + $1.words } ?? 0
            let hits = pairs[key]?.reduce(0) { $0 + $1.hitsSetAside } ?? 0
            let later = comparison.articles[key[0]]
            let all = later.words.total + later.wordsSetAside + later.wordsShared
            guard all >= 20, words > 0 else { return nil }
            let source = comparison.sources[later.sourceIndex]
            let share = Double(words) / Double(all)
            let place = later.date.map { " of \($0.readable)" } ?? ""
            return Finding(
                template: .repetition, level: comparison.level,
                runs: [
                    .strong(LeadWriter.percent(share)), .plain(" of the article\(place) from "),
                    .source(source.name, index: later.sourceIndex),
                    .plain(
                        " repeats an earlier one of the same source word for word: \(Phrasing.grouped(words)) of \(Phrasing.counted(all, "word")).\(onceCounted(hits))"
                    ),
                ],
                meta: "\(Phrasing.counted(words, "shared word")), \(Phrasing.counted(hits, "hit")) set aside", links: [],
                score: share * log(Double(max(2, hits)))
            )
        }
    }
}
