import Articles
import Scoring
import TestSupport
import Testing
import Words

@Suite("Voices on hostile text")
struct VoiceHostileTests {
    private static let pieces: [String] = [
        "\"", "'", "“", "”", "‘", "’", "«", "»", "„", "‚", "‹", "›", "「", "」", "``", "''", "[", "]", "(", ")", "—", "–", "-", ",", ".",
        "...", "…",
        "?",
        "!", ":", ";", " ", " ", " ", "\n", "\n\n", "said", "says", "that", "told", "Ana Ruiz", "he", "she", "according to", "accused",
        "of", "to",
        "denied",
        "so-called", "what", "called", "in his words", "vowed", "was", "the dam", "but", ", but", "who", "which", "U.S.", "Mr.", "5' 2\"",
        "'90s",
        "\u{0}",
        "дамба", "水", "é", "\u{200B}", "🙂", "READ MORE:", "saying", "as", "put it", "accusations", "/TASS/", "quoted",
        "per", "al-Hadi", "von", "A.", "President", "it", "they", "The rebels", "close to", "at the gate", "branded", "a", "say",
    ]

    @Test("random soup of marks and cues never fails, and every span lies on character borders inside its passage", arguments: 0..<200)
    func randomSoup(_ seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let words = (0..<Int.random(in: 0...120, using: &random)).map { _ in
            (Self.pieces.randomElement(using: &random) ?? "") + (Bool.random(using: &random) ? " " : "")
        }
        let kinds = (0..<8).map { _ in PassageKind.allCases.randomElement(using: &random) ?? .body }
        check(makeArticle(words.joined(), kinds: seed.isMultiple(of: 2) ? kinds : []))
    }

    private func check(_ article: Article) {
        for mode in VoiceMode.allCases {
            let spans = VoiceReader(speakers: [], mode: mode).spans(in: article)
            for span in spans {
                let bytes = article.bytes(of: span.field)
                #expect(!span.span.isEmpty && span.span.end <= bytes.count)
                #expect(isBorder(span.span.start, bytes) && isBorder(span.span.end, bytes))
                #expect(article.passages.contains { $0.field == span.field && $0.span.contains(span.span) })
                for part in [span.cue, span.speaker?.mention].compactMap(\.self) {
                    #expect(isBorder(part.start, bytes) && isBorder(part.end, bytes))
                }
            }
            #expect(spans.map(\.span.start) == spans.map(\.span.start).sorted())
            #expect(spans == VoiceReader(speakers: [], mode: mode).spans(in: article))
            let quoted = spans.filter { $0.voice == .quoted && $0.rule != .dialogueDash }
            for (left, right) in zip(quoted, quoted.dropFirst()) { #expect(left.span.end <= right.span.start) }
        }
    }

    private func isBorder(_ offset: Int, _ bytes: [UInt8]) -> Bool { offset == bytes.count || bytes[offset] & 0xC0 != 0x80 }

    private static let floods: [(String, String)] = [
        ("straight marks", String(repeating: "\"", count: 20_000)), ("spaced marks", String(repeating: "\" ", count: 10_000)),
        ("opening marks", String(repeating: "“", count: 20_000)), ("closing marks", String(repeating: "”", count: 20_000)),
        ("nested marks", String(repeating: "“a ", count: 10_000) + String(repeating: "b” ", count: 10_000)),
        ("apostrophes", String(repeating: "'", count: 20_000)), ("opening singles", String(repeating: " '", count: 10_000)),
        ("possessives", String(repeating: "'a as' ", count: 8_000)), ("said", String(repeating: "said ", count: 10_000)),
        ("named said", String(repeating: "Ana Ruiz said ", count: 4_000)), ("commas", String(repeating: "Ana, said, ", count: 4_000)),
        ("brackets", "“" + String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000) + "”"),
        ("one long name", String(repeating: "N", count: 10_000) + " said it was over."),
        ("a name of many words", String(repeating: "Ana ", count: 5_000) + "said it was over."),
        ("dashes", String(repeating: "said - ", count: 6_000)), ("guillemets", String(repeating: "»«", count: 8_000)),
        ("sentences about somebody and pronouns", String(repeating: "The rebels left. They said it was so. ", count: 3_000)),
    ]

    @Test("floods of one thing are read to their end", arguments: floods)
    func readsFlood(_ flood: (String, String)) { check(makeArticle(flood.1)) }

    @Test("a paragraph of hundreds of kilobytes is read sentence by sentence to its end")
    func longParagraph() {
        let sentence = "Ana Ruiz said the dam was safe. "
        let spans = VoiceReader(speakers: []).spans(in: makeArticle(String(repeating: sentence, count: 12_000)))
        #expect(spans.count == 12_000)
        #expect(spans.allSatisfy { $0.voice == .reported && $0.span.count == 16 && $0.speaker?.displayName == "Ana Ruiz" })
        #expect(zip(spans, spans.dropFirst()).allSatisfy { $1.span.start - $0.span.start == sentence.utf8.count })
    }

    @Test("a word of any length is read alike in the middle and at the very end of a text", arguments: 1...20)
    func wordLengths(_ length: Int) {
        let clause = "the dam was " + String(repeating: "a", count: length)
        for text in ["Ana Ruiz said \(clause)", "Ana Ruiz said \(clause), but the road behind it stayed closed."] {
            let spans = VoiceReader(speakers: []).spans(in: makeArticle(text))
            #expect(spans.map(\.span) == [ByteSpan(14, 14 + clause.utf8.count)])
            #expect(spans.first?.speaker?.displayName == "Ana Ruiz")
        }
    }

    @Test("bytes that are no UTF-8 do not stop it")
    func brokenBytes() {
        let bytes: [UInt8] = [0xFF, 0x22, 0xE2, 0x80, 0x20, 0xC3, 0x22, 0x80, 0x80, 0xF0, 0x9F, 0x73, 0x61, 0x69, 0x64, 0xE2]
        let body = makeArticle("x")
        let article = Article(
            id: "b", source: body.source, date: nil, dateIsInferred: false, title: nil, text: bytes, language: nil, url: nil, otherKeys: [],
            sha256: "",
            passages: [Passage(field: .text, span: ByteSpan(0, bytes.count), kind: .body)]
        )
        _ = VoiceReader(speakers: []).spans(in: article)
    }

    @Test("an article without passages or text has no spans")
    func empty() {
        #expect(VoiceReader(speakers: []).spans(in: makeArticle("")).isEmpty)
        #expect(VoiceReader(speakers: []).spans(in: makeArticle("\n\n")).isEmpty)
    }

    @Test("text behind a headline that ends all carry-over leaves the spans before it as they are")
    func locality() {
        let first = "“The dam is safe,” Ana Ruiz said.\n\nTom Hale said the road was open."
        let alone = VoiceReader(speakers: []).spans(in: makeArticle(first))
        let second = makeArticle(first + "\nWater levels\n“Who pays?” Ivo Brandt asked.", kinds: [.body, .body, .headline, .body])
        let both = VoiceReader(speakers: []).spans(in: second)
        #expect(Array(both.prefix(alone.count)) == alone)
    }
}
