import Articles
import Lexicons
import Scoring
import TestSupport
import Testing

@Suite struct ArticleNamesTests {
    static func names(_ text: String) -> [String] {
        let lexicon = makeLexicon(concepts: [("a", ["b": ["unused"]])])
        return LexiconScorer(lexicon: lexicon, voices: .full).score([makeArticle(text)])[0].names
    }

    @Test(arguments: [
        ("On Monday the mayor met Ana Holt. Then Holt left.", ["ana holt", "holt", "monday"]),
        ("Rain fell. Snow fell. Wind rose.", []), ("\u{201C}Rain fell,\u{201D} said Ivo Brandt.", ["brandt", "ivo brandt"]),
        ("The road to Upper-Velden is shut; Velden's school too.", ["upper velden", "velden"]),
        ("He saw A, B and the Lower Old Mill House Bridge Road.", []), ("Near \u{C9}tretat a boat sank.", ["\u{E9}tretat"]), ("", []),
    ])
    func namesAreCapitalisedRunsInsideSentences(text: String, expected: [String]) {
        #expect(Self.names(text) == expected)
    }

    @Test func headlinesNameNothingSinceTheirWordsAreAllCapitalised() {
        let lexicon = makeLexicon(concepts: [("a", ["b": ["unused"]])])
        let article = makeArticle("Storm Hits The Old Harbour", kinds: [.headline])
        #expect(LexiconScorer(lexicon: lexicon, voices: .full).score([article])[0].names.isEmpty)
    }

    @Test func atMost32NamesAreKeptTheMostMentionedFirst() {
        let many = (0..<100).map { "we saw Place\(String(repeating: "x", count: $0)) and Velden." }.joined(separator: " ")
        let names = Self.names(many)
        #expect(names.count == 32 && names.contains("velden") && names == names.sorted())
    }
}
