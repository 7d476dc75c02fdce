import Articles
import Lexicons
import Scoring
import TestSupport
import Testing
import Words

@Suite("Whose words")
struct VoiceReaderTests {
    @Test("every letter is in the voice that the marks say, with the speaker they name", arguments: VoiceCaseTable.cases)
    func voices(_ example: (trap: String, text: String)) {
        let marked = VoiceMarkedText(example.text)
        let article = makeArticle(String(decoding: marked.text, as: UTF8.self), kinds: marked.kinds)
        let map = VoiceMap(spans: VoiceReader(speakers: []).spans(in: article))
        let expected = marked.voices
        let found = expected.indices.map { letter(map.voice(at: $0, in: .text)) }
        let letters = expected.indices.filter { isLetter(marked.text[$0]) }
        #expect(letters.map { expected[$0] } == letters.map { found[$0] }, "\(show(found, marked.text))")
        for mark in marked.expectations where !mark.speaker.isEmpty {
            guard let first = mark.span.range.first(where: { isLetter(marked.text[$0]) }) else { continue }
            #expect(map.span(at: first, in: .text)?.speaker?.displayName == mark.speaker)
        }
    }

    private func letter(_ voice: Voice) -> Character {
        switch voice {
        case .own: "o"
        case .reported: "r"
        case .quoted: "q"
        case .distanced: "d"
        }
    }

    private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 }

    /// The text with the letters of other voices than own replaced by their voice's letter.
    private func show(_ voices: [Character], _ text: [UInt8]) -> String {
        String(zip(voices, text).map { voice, byte in voice == "o" || !isLetter(byte) ? Character(Unicode.Scalar(byte)) : voice })
    }

    @Test("a speaker of the lexicon gets its name and side, under any alias")
    func lexiconSpeaker() throws {
        let speaker = Speaker(name: "Ana Ruiz", side: "Valley", aliases: ["Ruiz", "the water minister"])
        let article = makeArticle("The water minister said the dam was safe. Ruiz said the road was open.")
        let spans = VoiceReader(speakers: [speaker]).spans(in: article)
        #expect(spans.map { $0.speaker?.name } == ["Ana Ruiz", "Ana Ruiz"])
        #expect(spans.map { $0.speaker?.side } == ["Valley", "Valley"])
        #expect(spans.first?.speaker?.mentionText == "The water minister")
    }

    @Test(
        "a role noun stands for the lexicon's speaker who was named with it",
        arguments: [
            ("The Valley Ministry of Defence denied it. The ministry said the road was open.", "Valley Defence Ministry"),
            ("The Defense Ministry of Valley said it was so. The ministry said the road was open.", "Valley Defence Ministry"),
            ("Valley's Defence Ministry said it was so. The ministry said the road was open.", "Valley Defence Ministry"),
            ("The Valley president said it was so. The president said the road was open.", "Ana Ruiz"),
            ("Valley authorities said it was so. The authorities said the road was open.", "Valley authorities"),
        ])
    func roleNoun(_ example: (text: String, name: String)) throws {
        let speakers = [
            Speaker(name: "Valley Defence Ministry", side: "Valley", aliases: ["Valley Ministry of Defence"]),
            Speaker(name: "Ana Ruiz", side: "Valley", aliases: ["Valley's president"]),
            Speaker(name: "Valley", side: "Valley", aliases: []),
        ]
        let spans = VoiceReader(speakers: speakers).spans(in: makeArticle(example.text))
        #expect(spans.last?.speaker?.displayName == example.name)
    }

    @Test("each span carries the rule, the cue and the mention")
    func evidence() throws {
        let article = makeArticle("Ana Ruiz said the dam was safe.")
        let span = try #require(VoiceReader(speakers: []).spans(in: article).first)
        #expect(span.rule == .reportingVerb)
        #expect(span.cue.map { article.string($0) } == "said")
        #expect(span.speaker?.mention.map { article.string($0) } == "Ana Ruiz")
    }

    @Test("no spans where voices are off, quotation marks alone where only marks are asked for")
    func modes() {
        let article = makeArticle("“The dam is safe,” Ana Ruiz said. She said the road was open.")
        #expect(VoiceReader(speakers: [], mode: .none).spans(in: article).isEmpty)
        let marks = VoiceReader(speakers: [], mode: .marks).spans(in: article)
        #expect(marks.map { article.string($0.span) } == ["“The dam is safe,”"])
        #expect(marks.allSatisfy { $0.speaker == nil && $0.voice == .quoted })
    }

    @Test("another language than English gets quotation marks alone")
    func otherLanguage() {
        let english = makeArticle("«Дамба в порядке», — сказал мэр. Ana Ruiz said the dam was safe.")
        let article = Article(
            id: english.id, source: english.source, date: nil, dateIsInferred: false, title: nil, text: english.text, language: "ru",
            url: nil,
            otherKeys: [], sha256: "", passages: english.passages
        )
        #expect(VoiceReader(speakers: []).spans(in: article).map { article.string($0.span) } == ["«Дамба в порядке»"])
    }

    @Test("a mark without a partner ends with its paragraph and says so")
    func unbalanced() throws {
        let article = makeArticle("Ana Ruiz said: “The dam is safe.\n\nThe river rose.")
        let span = try #require(VoiceReader(speakers: []).spans(in: article).first)
        #expect(span.isUnbalanced)
        #expect(article.string(span.span) == "“The dam is safe.")
    }

    @Test("a title that stands apart is read in its own offsets")
    func title() throws {
        let body = makeArticle("The river rose.")
        let title = Array("Ruiz: Dam was repaired".utf8)
        let article = Article(
            id: "a", source: body.source, date: nil, dateIsInferred: false, title: title, text: body.text, language: nil, url: nil,
            otherKeys: [],
            sha256: "", passages: [Passage(field: .title, span: ByteSpan(0, title.count), kind: .headline)] + body.passages
        )
        let span = try #require(VoiceReader(speakers: []).spans(in: article).first)
        #expect(span.field == .title)
        #expect(article.string(span.span, in: .title) == "Dam was repaired")
    }
}
