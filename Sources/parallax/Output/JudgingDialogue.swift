import Articles
import Foundation
import Scoring
import Tuning

/// Shows one hit after the other and keeps what the coder decides.
struct JudgingDialogue: ~Copyable {
    private var session: JudgingSession
    private var lines: DurableLines
    private let keys = KeyInput()

    private static let help = "a keep, x reject, c reject and say why, s skip, u undo, q stop"

    init(session: JudgingSession, lines: consuming DurableLines) {
        self.session = session
        self.lines = lines
    }

    /// Until the sample or the input ends, or the coder stops.
    mutating func run() throws {
        Console.print("\(session.judged) of \(session.sampleSize) judged by \(session.coder). \(Self.help)")
        while let item = session.next {
            show(item)
            guard try handleKeys(at: item) else { break }
        }
        let rest = session.sampleSize - session.judged
        Console.print(
            "\(session.kept) kept, \(session.rejected) rejected, " + (rest == 0 ? "the sample is done" : "\(rest) of the sample left"))
    }

    /// Reads keys until one leads to another hit; false where the session ends.
    private mutating func handleKeys(at item: JudgeableHit) throws -> Bool {
        while let key = keys.key() {
            switch key {
            case "a", "k", "y", "+":
                try keep(.keep, item, reason: nil)
                return true
            case "x", "r", "n", "-":
                try keep(.reject, item, reason: nil)
                return true
            case "c":
                let reason = keys.line(prompt: "why? ")
                try keep(.reject, item, reason: reason.isEmpty ? nil : reason)
                return true
            case "s":
                session.skip(item)
                Console.print("skipped")
                return true
            case "u":
                if try undo() { return true }
            case "q": return false
            default: Console.print(Self.help)
            }
        }
        return false
    }

    private mutating func keep(_ verdict: Judgement.Verdict, _ item: JudgeableHit, reason: String?) throws {
        let judgement = session.judgement(verdict, of: item, reason: reason, at: Date())
        try lines.append(judgement.line())
        session.record(judgement, of: item)
        Console.print("\(verdict == .keep ? "kept" : "rejected") \(session.judged) of \(session.sampleSize)")
    }

    private mutating func undo() throws -> Bool {
        guard let undone = session.undoing(at: Date()) else {
            Console.print("nothing to undo")
            return false
        }
        try lines.append(undone.judgement.line())
        session.forgetLatest()
        Console.print("undone: \(undone.judgement.surface)")
        return true
    }

    private func show(_ item: JudgeableHit) {
        let (hit, article) = session.hit(item)
        let date = article.date.map { ", \($0.iso)" } ?? ""
        let speaker = hit.speaker.map { " \($0)" } ?? ""
        let left = hit.context.map { ($0.leftIsCut ? "\u{2026} " : "") + $0.left } ?? ""
        let right = hit.context.map { $0.right + ($0.rightIsCut ? " \u{2026}" : "") } ?? ""
        Console.print(
            """

            [\(session.judged + 1) of \(session.sampleSize)] Is this \(Console.bold("\(hit.concept)/\(hit.framing)"))?  term: \(hit.term)
            \(article.sourceName)\(date), \(article.doc), \(hit.voice.rawValue)\(speaker)
              \(left)\(Console.bold("[\(hit.surface)]"))\(right)
            """
        )
    }
}
