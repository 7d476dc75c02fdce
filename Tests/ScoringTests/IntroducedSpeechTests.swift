import Articles
import Foundation
import Lexicons
import Scoring
import TestSupport
import Testing

@Suite("Introduced speech")
struct IntroducedSpeechTests {
    static let lexicon = makeLexicon(
        concepts: [("status", ["disputed": ["disputed"]])],
        speakers: [
            Speaker(name: "Ana Holt", side: "North", aliases: ["Holt"]), Speaker(name: "Ivo Brandt", side: "South", aliases: ["Brandt"]),
        ])

    static func tally(_ articles: [Article], voices: VoiceMode = .full) -> [ArticleTally] {
        LexiconScorer(lexicon: lexicon, voices: voices).score(articles)
    }

    struct Example: Sendable {
        let text: String
        /// Verb, group and side of each introduction.
        let found: [String]
    }

    @Test(
        "a verb is kept with its base form, its group and its speaker's side",
        arguments: [
            Example(text: "Ana Holt said that the bridge was safe.", found: ["say neutral North"]),
            Example(text: "Ivo Brandt claimed that the bridge was safe.", found: ["claim doubt South"]),
            Example(text: "A miller admitted that the bridge was old.", found: ["admit concession -"]),
            Example(
                text: "Ana Holt said that the weir was \"safe and dry\". Ivo Brandt insisted that it leaks.",
                found: ["say neutral North", "insist insistence South"]),
            Example(text: "\"We built it,\" Ana Holt said, \"and we will keep it.\"", found: ["say neutral North"]),
            Example(text: "According to Ana Holt, the bridge was safe.", found: []),
            Example(text: "The bridge was safe.", found: []),
        ])
    func verbs(_ example: Example) {
        let tally = Self.tally([makeArticle(example.text)])[0]
        let found = tally.introductions.map { speech in
            "\(speech.verb) \(speech.implies) \(speech.speaker.flatMap { tally.speakers[$0].side } ?? "-")"
        }
        #expect(found == example.found)
    }

    @Test("the place is that of the verb, in bytes and in words")
    func place() throws {
        let text = "One line.\nSo, Ana Holt claimed that the bridge was safe."
        let article = makeArticle(text)
        let speech = try #require(Self.tally([article])[0].introductions.first)
        #expect(article.string(speech.span, in: speech.field) == "claimed")
        #expect((speech.surface, speech.passageIndex, speech.word) == ("claimed", 1, 3))
        #expect(speech.context?.left == "So, Ana Holt ")
        #expect(speech.context?.right == " that the bridge was safe.")
    }

    @Test("of many verbs of one group and side the first three keep their sentence")
    func bound() {
        let text = [String](repeating: "Ana Holt said that the bridge was safe.", count: 5).enumerated()
            .map { "Day \($0). \($1)" }.joined(separator: "\n")
        let introductions = Self.tally([makeArticle(text)])[0].introductions
        #expect(introductions.map { $0.context != nil } == [true, true, true, false, false])
    }

    @Test("a verb in text that an earlier article or passage has too is set aside")
    func repeats() {
        let text = "Ana Holt said that the bridge was safe."
        let settled = SettledTally(Tally(Self.tally([makeArticle("\(text)\n\(text)")])))
        #expect(settled.articles[0].tally.introductions.map(\.status) == [.counted, .duplicate])
    }

    @Test("verbs outside the publication's words to its readers do not count")
    func readerFacing() {
        let article = makeArticle("Ana Holt said that the bridge was safe.", kinds: [.link])
        #expect(Self.tally([article])[0].introductions.isEmpty)
    }

    @Test("without rules of attribution there are no verbs; a language without rules is said to have been read by marks")
    func marksOnly() {
        let article = makeArticle("Ana Holt said that the bridge was safe.")
        #expect(Self.tally([article], voices: .marks)[0].introductions.isEmpty)
        #expect(!Self.tally([article])[0].readsMarksOnly)
        let french = makeArticle("\u{AB} Le pont tient \u{BB}, a dit Ana Holt.", language: "fr")
        #expect(Self.tally([french])[0].readsMarksOnly)
        #expect(!Self.tally([french], voices: .marks)[0].readsMarksOnly)
    }

    @Test("a line of scores read back is the same tally, verbs and cues of hits included")
    func roundTrip() throws {
        let tally = Self.tally([makeArticle("Ana Holt claimed that the disputed bridge was safe.")])[0]
        #expect(tally.hits.map(\.cue) == ["claimed"])
        guard case .article(let read) = try ScoreLine(json: Data(ScoreLine.article(tally).json)) else {
            Issue.record("not an article")
            return
        }
        #expect(read == tally)
    }
}
