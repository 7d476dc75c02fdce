import CVectors
import TestSupport
import Testing

@testable import Words

/// The quick ways to sentences against the plain one.
@Suite struct SentenceGapsTests {
    private static let parts = [
        "Mr", "Gen", "a", "B", "U.S", "e.g", "Ph.D", "p.m", "3.5", "42", "1", "plan", "Plan", "iPhone", "abcdefgh", "Abcdefghi", "inc",
        "no", "No", "co-op",
        "don't", "it\u{2019}s", "\u{E9}t\u{E9}", "\u{C9}cole", "k\u{212A}la", "\u{418}", "\u{561}\u{575}", "The", "o", "dept", "x.y",
        ".", ".", ".", ".", "!", "?", "..", "?!", "\u{2026}", "\u{589}", "\u{3002}", "\u{2024}", ",", ":",
        "\u{201C}", "\u{201D}", "\u{2018}", "\u{2019}", "\"", "'", "(", ")", "]", "[", "[1]", ".[note 2]", "\u{B9}", "-", "\u{2014}",
        "\u{BB}", "'s",
        " ", " ", " ", " ", " ", " ", "\n", "\n\n", "\r\n", "\t", "\u{A0}", "\u{202F}", "\u{200D}", "\u{301}",
    ]

    private func text(_ seed: UInt64) -> [UInt8] {
        var generator = SeededRandom(seed: seed)
        let count = Int.random(in: 0...120, using: &generator)
        var text = (0..<count).map { _ in Self.parts.randomElement(using: &generator) ?? "" }
        // Texts in which most stops have a blank behind them, as in prose.
        if seed % 2 == 0 { text = text.map { $0 == "." ? ". " : $0 } }
        if seed % 16 == 0 { text.insert("\u{FF0E}", at: text.count / 2) }
        return Array(text.joined().utf8)
    }

    @Test(arguments: 0..<400 as Range<UInt64>) func `sentences are the same where only what stands between words is looked at`(seed: UInt64)
    {
        let bytes = text(seed)
        let start = seed % 3 == 0 ? bytes.firstIndex(of: UInt8(ascii: " ")) ?? 0 : 0
        let span = ByteSpan(start, bytes.count)
        let gaps = gaps(bytes, span)
        var found: [ByteSpan] = []
        gaps.withUnsafeBufferPointer { gaps in
            let hidesStops = bytes.withUnsafeBufferPointer { SentenceGaps.mayHideStops(in: $0) }
            #expect(hidesStops == (seed % 16 == 0))
            let places = hidesStops ? nil : SentenceGaps(gaps, from: start)
            SentenceSegmenter.forEachSentence(in: bytes, span: span, gaps: places) { found.append($0) }
        }
        #expect(found == SentenceSegmenter.sentences(in: bytes, span: span), "\(String(decoding: bytes, as: UTF8.self))")
    }

    /// Those in which a sentence may end.
    private func gaps(_ bytes: [UInt8], _ span: ByteSpan) -> [cv_gap] {
        let words = WordSegmenter.words(in: bytes, span: span)
        let starts = [span.start] + words.map(\.end)
        let ends = words.map(\.start) + [span.end]
        return zip(starts, ends).filter { start, end in
            Array(bytes[start..<end]).withUnsafeBufferPointer { SentenceGaps.mayEnd(in: $0) }
        }.map { cv_gap(start: UInt32($0 - span.start), end: UInt32($1 - span.start)) }
    }

    @Test(arguments: 0..<400 as Range<UInt64>) func `an end that is seen at a glance is the one that is reasoned out`(seed: UInt64) {
        let bytes = text(1000 + seed)
        bytes.withUnsafeBufferPointer { buffer in
            let reader = SentenceReader(bytes: buffer, span: ByteSpan(0, buffer.count))
            for start in [0, buffer.count / 3] {
                for offset in start..<buffer.count {
                    guard let ending = reader.plainEnding(at: offset, sentenceStart: start) else { continue }
                    let stop = reader.stop(at: offset)
                    #expect(ending.end == stop.end && ending.next == reader.startBehind(stop, sentenceStart: start))
                }
            }
        }
    }

    @Test func `most ends of prose are seen at a glance`() {
        let bytes = Array("They waited. The rest left.\n\n\u{201C}We know nothing.\u{201D} (The bridge is shut!) So it was?".utf8)
        bytes.withUnsafeBufferPointer { buffer in
            let reader = SentenceReader(bytes: buffer, span: ByteSpan(0, buffer.count))
            let ends = bytes.indices.filter { [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(bytes[$0]) }
            #expect(ends.count == 5 && ends.allSatisfy { reader.plainEnding(at: $0, sentenceStart: 0) != nil })
        }
    }
}
