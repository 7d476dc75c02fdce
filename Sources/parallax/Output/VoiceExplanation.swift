import Articles
import Scoring
import Words

/// An article sentence by sentence, for people: each sentence, and under it the stretches that begin there with their reasons.
///
/// A quotation of several sentences is explained at its first; the ones behind it say that it goes on.
struct VoiceExplanation {
    private static let shownCharacters = 200
    private let article: Article
    private let spans: [VoiceSpan]

    init(_ article: Article, spans: [VoiceSpan]) {
        self.article = article
        self.spans = spans
    }

    var lines: [String] {
        var lines = [Console.bold(article.id)]
        var rest = spans[...]
        for passage in article.passages {
            guard passage.kind != .boilerplate, passage.kind != .credit else {
                lines.append("  [\(passage.kind.rawValue), not read]")
                continue
            }
            if passage.kind != .body { lines.append("  [\(passage.kind.rawValue)]") }
            // Spans are in the order of the passages, title first.
            rest = rest.drop { $0.field == passage.field && $0.span.start < passage.span.start }
            let inside = rest.prefix { $0.field == passage.field && $0.span.start < passage.span.end }
            rest = rest.dropFirst(inside.count)
            lines += self.lines(of: passage, inside)
        }
        return lines
    }

    private func lines(of passage: Passage, _ inside: ArraySlice<VoiceSpan>) -> [String] {
        let sentences = SentenceSegmenter.sentences(in: article.bytes(of: passage.field), span: passage.span)
        var next = inside.startIndex
        var last: VoiceSpan?
        var lines: [String] = []
        for (index, sentence) in sentences.enumerated() {
            let end = index + 1 < sentences.count ? sentences[index + 1].start : passage.span.end
            lines.append("  " + text(sentence, in: passage.field, most: .max))
            let first = next
            while next < inside.endIndex, inside[next].span.start < end { next += 1 }
            if let last, last.span.end > sentence.start { lines.append("    \(last.voice.rawValue), goes on") }
            lines += inside[first..<next].flatMap(self.lines)
            if first == next, (last?.span.end ?? 0) <= sentence.start { lines.append("    own words") }
            last = ([last].compactMap(\.self) + inside[first..<next]).max { $0.span.end < $1.span.end }
        }
        return lines
    }

    private func lines(of span: VoiceSpan) -> [String] {
        let who = span.speaker.map { ", \($0.displayName)\($0.side.map { " (\($0))" } ?? "")" } ?? ""
        var reasons = [VoiceReason.sentence(ofRule: span.rule.rawValue) + " (rule \(span.rule.rawValue))"]
        if let cue = span.cue { reasons.append("cue \u{201C}\(text(cue, in: span.field, most: Self.shownCharacters))\u{201D}") }
        if let mention = span.speaker?.mentionText, !mention.isEmpty { reasons.append("mention \u{201C}\(mention)\u{201D}") }
        if span.isUnbalanced { reasons.append("a mark has no partner: the paragraph set its end") }
        return [
            "    \(Console.bold(span.voice.rawValue))\(who): \(text(span.span, in: span.field, most: Self.shownCharacters))",
            "      because \(reasons.joined(separator: "; ")); bytes \(span.span.start) to \(span.span.end)",
        ]
    }

    /// The words of a span on one line, cut where they are many.
    private func text(_ span: ByteSpan, in field: TextField, most: Int) -> String {
        let words = article.string(span, in: field).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.count > most ? words.prefix(most) + "\u{2026}" : words
    }
}
