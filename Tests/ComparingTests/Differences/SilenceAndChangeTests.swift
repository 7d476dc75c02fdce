import Articles
import Comparing
import Lexicons
import Scoring
import TestSupport
import Testing

/// Framings that a source lacks on shared events, and shares that change over time.
@Suite struct SilenceAndChangeTests {
    static func compare(_ articles: [Article], events: [String: Int]) -> Comparison {
        let tally = Tally(LexiconScorer(lexicon: ComparatorTests.lexicon, voices: .full).score(articles))
        var comparator = Comparator(lexicon: ComparatorTests.lexicon, voiceMode: .full)
        comparator.events = events
        return comparator.compare(SettledTally(tally))
    }

    /// Alpha writes only "disputed"; Beta writes "annexed" for every second mention on the same events.
    static func articles(_ number: Int) -> [Article] {
        (0..<number).flatMap { index in
            [
                makeArticle("The disputed dam \(index).\nA disputed mill \(index).", id: "a\(index)", source: "Alpha"),
                makeArticle("The annexed dam \(index).\nA disputed mill \(index), too.", id: "b\(index)", source: "Beta"),
            ]
        }
    }

    static func events(_ number: Int) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: (0..<number).flatMap { [("a\($0)", $0), ("b\($0)", $0)] })
    }

    @Test func aSilenceIsNamedWithTheCountThatWouldBeExpected() throws {
        let comparison = Self.compare(Self.articles(7), events: Self.events(7))
        let silence = try #require(comparison.silences.first)
        #expect(comparison.silences.count == 1 && silence.expected == 7 && silence.articles == 7)
        let finding = try #require(comparison.findings.first { $0.template == .silence })
        #expect(
            finding.text.replacing("\u{A0}", with: " ")
                == "Alpha\u{2019}s 7 articles on these events hold none of the terms for annexed; written like the others they would hold about 7."
        )
    }

    @Test func underFiveExpectedOrWithoutEventsThereIsNoSilence() {
        #expect(Self.compare(Self.articles(4), events: Self.events(4)).silences.isEmpty)
        #expect(Self.compare(Self.articles(7), events: [:]).silences.isEmpty)
        // On events of their own the others are no yardstick.
        let apart = Dictionary(uniqueKeysWithValues: (0..<7).flatMap { [("a\($0)", $0), ("b\($0)", 100 + $0)] })
        #expect(Self.compare(Self.articles(7), events: apart).silences.isEmpty)
    }

    @Test func aFramingThatASourceQuotesIsNoSilence() {
        let quoting = makeArticle("\"The annexed lake,\" Ana Holt said.", id: "q", source: "Alpha")
        #expect(Self.compare(Self.articles(7) + [quoting], events: Self.events(7)).silences.isEmpty)
    }

    /// Twelve articles a month over four months; from the third month on the words turn round. Two terms a framing would be needed to stay
    /// without one of them, so the lexicon has them.
    static func overTime(turning: Bool) -> Comparison {
        let lexicon = makeLexicon(concepts: [("status", ["annexed": ["annexed", "seized"], "disputed": ["disputed", "contested"]])])
        let articles = (0..<48).map { number in
            let isLate = turning && number >= 24
            let words = isLate ? ["annexed", "seized", "contested"] : ["disputed", "contested", number % 2 == 0 ? "seized" : "annexed"]
            return makeArticle(
                words.map { "The \($0) dam \(number)." }.joined(separator: "\n"), id: "\(number)", source: "Alpha",
                date: "2020-0\(1 + number / 12)-\(10 + number % 12)")
        }
        return Comparator(lexicon: lexicon, voiceMode: .full)
            .compare(SettledTally(Tally(LexiconScorer(lexicon: lexicon, voices: .full).score(articles))))
    }

    @Test func aShareThatTurnsIsNamedWithBothIntervals() throws {
        let comparison = Self.overTime(turning: true)
        let finding = try #require(comparison.findings.first { $0.template == .changeOverTime })
        let text = finding.text.replacing("\u{A0}", with: " ")
        #expect(text.hasPrefix("Alpha\u{2019}s share of ") && text.contains(" before 10 Mar 2020 and ") && text.contains("95% interval"))
    }

    @Test func aShareThatStaysIsNoChange() {
        #expect(Self.overTime(turning: false).concepts.allSatisfy { $0.changes.isEmpty })
    }
}
