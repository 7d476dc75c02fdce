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

    /// Words with apostrophes of both kinds, of other scripts, with letters that fold to ASCII, and ones that fold alike.
    private static let words = [
        "we", "saw", "Ana", "ANA", "Holt", "O'Brien", "O\u{2019}Brien", "A", "B", "\u{C9}tretat", "E\u{301}tretat",
        "\u{411}\u{430}\u{43A}\u{443}",
        "\u{212A}elvin", "Kelvin", "Stra\u{DF}e", "Strasse", "U.S", "end.", "Velden's", "Upper-Velden", "\u{201C}Rain", "7", "Q7",
        "X" + String(repeating: "x", count: 70), "Mr.", "(Lima)",
    ]

    @Test func namesAreThoseThatADictionaryOfStringsCounts() {
        let lexicon = makeLexicon(concepts: [("a", ["b": ["unused"]])])
        var random = SeededRandom(seed: 83)
        // One behind the other, as they use the same memory; a large one among them.
        let articles = (0..<400).map { number in
            let lines = (0..<Int.random(in: 1..<4, using: &random)).map { _ in
                (0..<Int.random(in: 1..<80, using: &random)).map { _ in Self.words.randomElement(using: &random) ?? "" }.joined(
                    separator: " ")
            }
            let places =
                number == 200
                ? (0..<900).map { "at Place\(String($0, radix: 2).map { $0 == "0" ? "o" : "i" })" }.joined(separator: " ") : ""
            return makeArticle(lines.joined(separator: "\n") + "\n" + places, id: "\(number)")
        }
        let tallies = LexiconScorer(lexicon: lexicon, voices: .none).score(articles)
        for (tally, article) in zip(tallies, articles) { #expect(tally.names == NaiveNames.names(article)) }
    }
}
