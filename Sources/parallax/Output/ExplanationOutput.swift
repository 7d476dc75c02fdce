import Articles
import Scoring
import Tuning
import Words

/// Prints why terms match a text.
struct ExplanationOutput {
    private let explanation: MatchExplanation

    init(_ explanation: MatchExplanation) { self.explanation = explanation }

    func print() {
        var output = BufferedOutput()
        output.print("Words, as they are compared:")
        output.print("  " + explanation.words.map(Self.shown).joined(separator: " | "))
        let hits = explanation.candidates.filter(\.isHit)
        output.print(hits.isEmpty ? "No term matches." : "Matches:")
        hits.forEach { output.print("  \(Self.place($0)): \(Self.reason($0))") }
        let blocked = explanation.candidates.filter { !$0.isHit }
        if !blocked.isEmpty { output.print("Nearly:") }
        blocked.forEach { output.print("  \(Self.place($0)): \(Self.reason($0))") }
        if !explanation.nearWords.isEmpty { output.print("Not listed, but like a listed word:") }
        for near in explanation.nearWords {
            output.print(
                "  \u{201C}\(near.word)\u{201D} is like \u{201C}\(near.listed)\u{201D} (\(near.framing.concept)/\(near.framing.framing))")
        }
        output.flush()
    }

    private static func shown(_ word: MatchExplanation.Word) -> String {
        word.text == word.folded ? word.text : "\(word.text) \u{2192} \(word.folded)"
    }

    private static func place(_ candidate: MatchExplanation.Candidate) -> String {
        let line = candidate.line > 0 ? ", line \(candidate.line)" : ""
        return
            "\(Console.bold("\u{201C}\(candidate.surface)\u{201D}")) \(candidate.framing.concept)/\(candidate.framing.framing)  term \(candidate.term)\(line)"
    }

    private static func reason(_ candidate: MatchExplanation.Candidate) -> String {
        switch candidate.outcome {
        case .hit(let voice, let rule, let cue, let speaker):
            let because = rule.map { ", because \(VoiceReason.sentence(ofRule: $0))\(cue.map { " (\u{201C}\($0)\u{201D})" } ?? "")" } ?? ""
            return "a hit, \(voice.rawValue)\(speaker.map { " by \($0)" } ?? "")\(because)"
        case .unless(let context): return "cancelled by unless: \(context)"
        case .near(let words, let within):
            return "near: wants one of \(words.joined(separator: ", ")) within \(within) word\(within == 1 ? "" : "s") in the sentence"
        case .conditionsTogether: return "cancelled by its conditions together"
        case .overlap(let term, let framing, let why):
            return "gave way to \(framing.concept)/\(framing.framing)  term \(term), which \(sentence(why))"
        case .notSearched(let kind): return "stands in a \(kind.rawValue), which is not searched"
        }
    }

    private static func sentence(_ reason: MatchExplanation.Outcome.Reason) -> String {
        switch reason {
        case .startsEarlier: "starts earlier"
        case .isLonger: "is longer"
        case .isListedFirst: "is listed first"
        }
    }
}

extension MatchExplanation.Candidate {
    fileprivate var isHit: Bool {
        if case .hit = outcome { true } else { false }
    }
}
