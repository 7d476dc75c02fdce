import Articles
import Comparing
import Lexicons
import Scoring
import TestSupport
import Testing

@Suite struct KnownDifferencesTests {
    private static let words = ["dam", "menace", "peril", "project", "raid", "rescue", "river", "state"]

    /// Enough of each source for tests, by more relabellings than can be looked at one by one.
    private func articles(_ random: inout SeededRandom, sources: Int) -> [Article] {
        (0..<sources * 24).map { number in
            let source = number % sources
            let text = (0..<40).map { _ in Self.words[min(7, Int.random(in: 0..<8, using: &random) + source % 3)] }
            return makeArticle(text.joined(separator: " "), id: "\(number)", source: "S\(source)", date: "2020-10-0\(1 + number % 9)")
        }
    }

    private func shown(_ comparison: Comparison) -> [String] {
        comparison.concepts.map { "\($0.differences as Any) \($0.rateDifferences as Any) \($0.changes)" }
            + [comparison.lead?.text ?? ""] + comparison.findings.map(\.text)
    }

    @Test(arguments: [3, 8]) func whatIsKnownIsWhatWouldBeWorkedOut(sources: Int) {
        var random = SeededRandom(seed: UInt64(sources))
        var articles = articles(&random, sources: sources)
        var terms = ["threat": ["menace", "peril"], "plan": ["project"]]
        var known = KnownDifferences()
        var drawn = 0
        for round in 0..<6 {
            switch round {
            case 1: terms["threat"] = ["menace"]
            case 2: terms["plan"] = ["project", "dam"]
            case 3: articles[0] = makeArticle("A raid, a raid, a rescue.", id: "0", source: "S0")
            case 4: articles.removeLast()
            default: break
            }
            let lexicon = makeLexicon(concepts: [
                ("dam", terms), ("action", ["raid": ["raid"], "rescue": ["rescue"]]), ("river", ["r": ["river"]]),
            ])
            let settled = SettledTally(Tally(LexiconScorer(lexicon: lexicon, voices: .full).score(articles)))
            let comparator = Comparator(lexicon: lexicon, voiceMode: .full)
            let whole = comparator.compare(settled)
            #expect(shown(comparator.compare(settled, &known)) == shown(whole), "round \(round)")
            drawn += whole.concepts.flatMap { $0.rateDifferences?.pairs ?? [] }.count { $0.test?.method == .drawnRelabellings }
        }
        #expect(drawn > 0)
    }
}
