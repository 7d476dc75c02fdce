import Articles
import Scoring
import TestSupport
import Testing
import Words

@Suite("Voice map")
struct VoiceMapTests {
    private func span(_ start: Int, _ end: Int, _ voice: Voice) -> VoiceSpan {
        VoiceSpan(field: .text, span: ByteSpan(start, end), voice: voice, speaker: nil, rule: .marks)
    }

    @Test("own carve-out beats quoted beats distanced beats reported; of equals the shorter")
    func ranks() {
        let map = VoiceMap(spans: [
            span(0, 20, .reported), span(2, 12, .quoted), span(4, 6, .own), span(10, 16, .distanced), span(1, 19, .reported),
        ])
        let letters = (0..<21).map { map.voice(at: $0, in: .text).rawValue.prefix(1) }.joined()
        #expect(letters == "rrqqooqqqqqqddddrrrro")
        #expect(map.span(at: 18, in: .text)?.span == ByteSpan(1, 19))
        #expect(map.voice(at: 3, in: .title) == .own)
    }

    @Test("the voices of words are those of their first bytes")
    func words() {
        let map = VoiceMap(spans: [span(4, 8, .quoted), span(12, 14, .reported)])
        let words = [ByteSpan(0, 3), ByteSpan(4, 6), ByteSpan(7, 11), ByteSpan(13, 20)]
        #expect(map.voices(of: words, in: .text) == [.own, .quoted, .quoted, .reported])
    }

    @Test("equals painting byte by byte on random spans", arguments: 0..<40)
    func naiveTwin(_ seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let spans = (0..<Int.random(in: 0...30, using: &random)).map { _ in
            let start = Int.random(in: 0..<60, using: &random)
            return span(start, start + Int.random(in: 1...25, using: &random), Voice.allCases.randomElement(using: &random) ?? .own)
        }
        let map = VoiceMap(spans: spans)
        let rank: [Voice: Int] = [.own: 3, .quoted: 2, .distanced: 1, .reported: 0]
        let voices = map.voices(of: (0..<90).map { ByteSpan($0, $0 + 1) }, in: .text)
        for offset in 0..<90 {
            #expect(voices[offset] == map.voice(at: offset, in: .text))
            let over = spans.filter { $0.span.contains(offset) }
            let best = over.max { ((rank[$0.voice] ?? 0), -$0.span.count) < ((rank[$1.voice] ?? 0), -$1.span.count) }
            #expect(map.voice(at: offset, in: .text) == best?.voice ?? .own)
        }
    }
}
