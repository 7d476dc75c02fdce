import Articles
import Comparing
import Diagnostics
import Foundation
import Lexicons
import Scoring
import TestSupport
import Testing
import Words

@testable import Tuning

@Suite struct JudgingTests {
    private static let lexicon = makeLexicon(concepts: [("dam", ["project": ["project"], "threat": ["threat", "menace"]])])

    private func tallies(_ articles: [Article]) -> [ArticleTally] {
        SettledTally(Tally(LexiconScorer(lexicon: Self.lexicon, voices: .full).score(articles))).articles.map(\.tally)
    }

    private func file(_ lines: [String], ending: String = "\n") throws -> (TemporaryFolder, JudgementFile) {
        let folder = try TemporaryFolder()
        try folder.write(lines.joined(separator: "\n") + ending, to: "k.judgements.jsonl")
        return (folder, JudgementFile(path: folder.url.appendingPathComponent("k.judgements.jsonl").path))
    }

    private func judgement(_ verdict: Judgement.Verdict, who: String = "Ana", start: Int = 4, article: String = "x") -> Judgement {
        Judgement(
            article: article, doc: "a.txt", field: .text, start: start, end: start + 3, sentence: "s", offset: 4, surface: "dam",
            concept: "dam",
            framing: "threat", term: "threat", verdict: verdict, reason: nil, who: who, when: "2031-03-04T10:00:00Z")
    }

    @Test func everyCountedHitIsInTheSampleOnce() {
        let articles = (0..<7).map { index in
            makeArticle("The project number \(index) is a menace.\n\"A threat,\" she said of it.", id: "\(index)", source: "S\(index % 3)")
        }
        let tallies = tallies(articles)
        let order = JudgingSample.order(tallies, lexicon: Self.lexicon)
        #expect(Set(order.map { [$0.article, $0.hit] }).count == order.count)
        #expect(order.count == tallies.flatMap(\.hits).count { $0.status == .counted })
    }

    @Test func everyBeginningOfTheSampleHoldsTermsSourcesAndVoicesInProportion() {
        let articles = (0..<64).map { index in
            makeArticle(
                index % 4 == 0 ? "It is a menace \(index) to us." : "It is a threat \(index) to us.", id: "\(index + 100)",
                source: "S\(index % 2)")
        }
        let tallies = tallies(articles)
        let order = JudgingSample.order(tallies, lexicon: Self.lexicon)
        for length in [8, 16, 32] {
            let terms = order.prefix(length).map { tallies[$0.article].hits[$0.hit].term }
            #expect(abs(terms.count { $0 == "menace" } - length / 4) <= 1, "\(length)")
            let sources = order.prefix(length).map { tallies[$0.article].sourceName }
            #expect(abs(sources.count { $0 == "S1" } - length / 2) <= 1, "\(length)")
        }
    }

    @Test func framingsTakeTurns() {
        let articles = (0..<10).map { makeArticle("A threat \($0) and a menace. \($0 == 0 ? "The project." : "")", id: "\($0)") }
        let tallies = tallies(articles)
        let framings = JudgingSample.order(tallies, lexicon: Self.lexicon).prefix(3).map { tallies[$0.article].hits[$0.hit].framing }
        #expect(framings == ["project", "threat", "threat"])
    }

    @Test func aLaterLineReplacesAnEarlierOneAndARetractionTakesItBack() throws {
        func deciding(_ lines: [Judgement]) throws -> Judgement.Verdict? {
            let (_, file) = try file(lines.map { try $0.line() })
            return Judgements([file]).deciding(at: judgement(.keep).place)?.verdict
        }
        #expect(try deciding([judgement(.reject), judgement(.keep)]) == .keep)
        #expect(try deciding([judgement(.keep), judgement(.reject)]) == .reject)
        #expect(try deciding([judgement(.reject), judgement(.retract)]) == nil)
        #expect(try deciding([judgement(.reject, who: "Ben"), judgement(.keep), judgement(.retract)]) == .reject)
        #expect(try deciding([judgement(.reject), judgement(.retract, who: "Ben")]) == .reject)
    }

    @Test func aTornLastLineIsANoteAndABrokenLineAWarning() throws {
        let whole = try judgement(.reject).line()
        let (_, file) = try file([whole, "{\"broken\": true}", String(whole.prefix(40))], ending: "")
        #expect(file.judgements.count == 1)
        #expect(file.diagnostics.map(\.severity) == [.warning, .note])
        #expect(file.diagnostics.map(\.line) == [2, 3])
    }

    @Test func aFileThatIsNotThereHoldsNoJudgements() {
        let file = JudgementFile(path: "/nowhere/k.judgements.jsonl")
        #expect(file.judgements.isEmpty && file.diagnostics.isEmpty && file.sha256 == nil)
    }

    @Test func rejectedHitsLeaveTheCountsAndOthersStay() throws {
        let articles = [makeArticle("A threat here.\nA menace there.")]
        let tallies = tallies(articles)
        let session = JudgingSession(
            coder: "Ana", articles: tallies, texts: articles, sample: JudgingSample.order(tallies, lexicon: Self.lexicon),
            earlier: Judgements([]))
        let item = try #require(session.next)
        let (_, file) = try file([session.judgement(.reject, of: item, reason: nil, at: Date(timeIntervalSince1970: 0)).line()])
        let marked = Judgements([file]).rejecting(in: tallies, of: articles)
        #expect(marked[0].hits.map(\.status).sorted { $0.rawValue < $1.rawValue } == [.counted, .rejected])
    }

    @Test func aRejectionFollowsItsSentenceIntoAnEditedArticle() throws {
        let old = [article("A dull morning.\nThis is a threat to us. More.", sha256: "old")]
        let oldTallies = tallies(old)
        let session = JudgingSession(
            coder: "Ana", articles: oldTallies, texts: old, sample: JudgingSample.order(oldTallies, lexicon: Self.lexicon),
            earlier: Judgements([]))
        let item = try #require(session.next)
        let (_, file) = try file([session.judgement(.reject, of: item, reason: nil, at: Date(timeIntervalSince1970: 0)).line()])
        let new = [article("A bright and windy morning.\nThis is a threat to us. A threat remains.", sha256: "new")]
        let marked = Judgements([file]).rejecting(in: tallies(new), of: new)
        #expect(marked[0].hits.map(\.status) == [.rejected, .counted])
    }

    private func article(_ text: String, sha256: String) -> Article {
        let made = makeArticle(text)
        return Article(
            id: made.id, source: made.source, date: made.date, dateIsInferred: false, title: nil, text: made.text, language: "en", url: nil,
            otherKeys: [], sha256: sha256, passages: made.passages)
    }

    @Test func undoingGivesARetractionAndTheHitComesBack() throws {
        let articles = [makeArticle("A threat here.\nA menace there.")]
        let tallies = tallies(articles)
        var session = JudgingSession(
            coder: "Ana", articles: tallies, texts: articles, sample: JudgingSample.order(tallies, lexicon: Self.lexicon),
            earlier: Judgements([]))
        let item = try #require(session.next)
        session.record(session.judgement(.keep, of: item, reason: nil, at: Date(timeIntervalSince1970: 0)), of: item)
        #expect(session.next?.hit != item.hit)
        let undone = try #require(session.undoing(at: Date(timeIntervalSince1970: 1)))
        #expect(undone.judgement.verdict == .retract)
        session.forgetLatest()
        #expect(session.next?.hit == item.hit && session.judged == 0)
        #expect(session.undoing(at: Date(timeIntervalSince1970: 2)) == nil)
    }

    @Test func coderAgreementCountsWhatBothJudgedAndListsWhereTheyDiffer() throws {
        var lines: [String] = []
        for start in 0..<10 {
            lines.append(try judgement(.keep, who: "Ana", start: start).line())
            lines.append(try judgement(start < 2 ? .reject : .keep, who: "Ben", start: start).line())
        }
        lines.append(try judgement(.reject, who: "Ana", start: 50).line())
        let (_, file) = try file(lines)
        let agreement = CoderAgreement([file])
        #expect(agreement.coders == ["Ana", "Ben"])
        #expect(agreement.shared == 10)
        #expect(agreement.disagreements.map(\.place.start) == [0, 1])
        #expect(agreement.kappa?.observedAgreement == .value(0.8))
    }

    @Test func twoFilesOfOneNameAreTwoPeople() throws {
        let (one, first) = try file([try judgement(.keep).line()])
        let (two, second) = try file([try judgement(.reject).line()])
        let agreement = CoderAgreement([first, second])
        #expect(agreement.coders.count == 2 && agreement.disagreements.count == 1)
        #expect(one.path != two.path)
    }
}
