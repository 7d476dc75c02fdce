import Articles
import Foundation
import Lexicons
import Scoring
import TestSupport
import Testing
import Tuning

@Suite struct SuggestionSearchTests {
    static let seedRemovals = [
        "occup", "disput", "unrecogni", "(anti|counter)-?terror", "counter-?offensive", "liberat", "clash", "hostilit", "cease-?fire",
        "withdr",
    ]
    static let harbourRemovals = [
        "unlawful", "walkout", "shutdown", "disruption", "militant", "scab", "clash", "crackdown", "peaceful", "blockade", "sabotage",
        "lockout", "compromise", "legitimate",
    ]

    private func found(_ lexicon: Lexicon, _ articles: [Article], most: Int = 20, rejected: Set<String> = []) -> [Suggestion] {
        SuggestionSearch(lexicon: lexicon, rejected: rejected).suggestions(in: articles, most: most).suggestions
    }

    /// How many of the words come back among the first twenty once the lexicon has lost all of their forms.
    private func returning(_ removals: [String], to lexicon: Lexicon, in articles: [Article]) throws -> [String] {
        try removals.filter { removal in
            let expression = try Regex(removal).ignoresCase()
            let words = found(lexicon.removing(expression), articles).flatMap(\.forms).map(\.word)
            return words.contains { $0.contains(expression) }
        }
    }

    @Test(.enabled(if: hasSharedData("seeds")))
    func aFramingWordTakenFromTheLexiconComesBackAmongTheFirstTwentyInTheSeeds() throws {
        let folder = try #require(sharedFolder()).appending(path: "seeds")
        let lexicon = try lexiconAt(Program.root.appendingPathComponent("lexicons/karabakh.yaml"))
        let returning = try returning(Self.seedRemovals, to: lexicon, in: articlesIn(folder))
        #expect(returning.count >= 7, "\(returning)")
    }

    @Test func aFramingWordTakenFromTheLexiconComesBackAmongTheFirstTwentyInTheHarbourDispute() throws {
        let returning = try returning(Self.harbourRemovals, to: Harbour.lexicon(), in: Harbour.articles())
        #expect(Double(returning.count) >= 0.7 * Double(Self.harbourRemovals.count), "\(returning)")
    }

    @Test func noListedWordIsSuggested() throws {
        let lexicon = try Harbour.lexicon()
        let listed = Set(lexicon.concepts.flatMap(\.framings).flatMap(\.terms).map(\.pattern.source))
        let words = Set(found(lexicon, Harbour.articles(), most: 500).flatMap(\.forms).map(\.word))
        #expect(words.count > 50)
        #expect(words.isDisjoint(with: listed))
    }

    @Test func aRejectedWordAndItsInflectionsNeverComeBack() throws {
        let before = found(try Harbour.lexicon(), Harbour.articles(), most: 40)
        let unwanted = try #require(before.first { $0.forms.count > 1 })
        let after = found(try Harbour.lexicon(), Harbour.articles(), most: 500, rejected: [unwanted.word])
        #expect(!after.contains { !Set($0.forms.map(\.word)).isDisjoint(with: unwanted.forms.map(\.word)) })
        #expect(after.count > before.count)
    }

    @Test func anInflectionOfAListedWordIsSuggestedForItsFraming() throws {
        let lexicon = makeLexicon(concepts: [("dam", ["project": ["project"], "threat": ["menace", "danger"]])])
        let articles = [
            makeArticle("The dam is a menace. It menaces the valley, and the menacing wall grows.\nThe project is a danger to the valley.")
        ]
        let suggestion = try #require(found(lexicon, articles).first { $0.forms.contains { $0.word == "menaces" } })
        #expect(suggestion.reasons.contains(.formOf("menace")))
        #expect(suggestion.framing == FramingReference(concept: "dam", framing: "threat"))
    }

    @Test func aMisspeltListedWordIsSuggestedForItsFraming() throws {
        let lexicon = makeLexicon(concepts: [("dam", ["recognised": ["recognised"]])])
        let articles = [makeArticle("It is a recognised dam.\nIt is a recognized dam by now.")]
        let suggestion = try #require(found(lexicon, articles).first { $0.word == "recognized" })
        #expect(suggestion.reasons.contains(.spelledLike("recognised")))
    }

    @Test func aWordInTheSlotOfListedOnesSaysWhichSlotAndWhichWords() throws {
        let lexicon = makeLexicon(concepts: [("status", ["disputed": ["disputed"]])])
        let articles = [
            makeArticle("They met in the disputed region of Orsa.", id: "a"), makeArticle("She saw the breakaway region of Orsa.", id: "b"),
        ]
        let suggestion = try #require(found(lexicon, articles).first { $0.word == "breakaway" })
        #expect(suggestion.reasons.contains(.standsLike(slot: "the ___ region", listed: ["disputed"])))
        #expect(suggestion.framing?.framing == "disputed")
        #expect(suggestion.examples.first?.context.left == "She saw the ")
    }

    @Test func aWordOfOneSourceIsSaidToSetItApart() throws {
        let articles = Harbour.articles()
        let suggestion = try #require(found(try Harbour.lexicon().removing(/scab/), articles).first { $0.word == "scabs" })
        #expect(suggestion.reasons.contains { if case .setsApart(source: "Red Tide", _) = $0 { true } else { false } })
        #expect(suggestion.sources.first?.source == "Red Tide")
    }

    @Test func theSameTextsGiveTheSameSuggestionsForAnyNumberOfThreads() throws {
        let search = SuggestionSearch(lexicon: try Harbour.lexicon())
        let one = search.suggestions(in: Harbour.articles(), most: 50, threads: 1).suggestions
        let two = search.suggestions(in: Harbour.articles(), most: 50, threads: 3).suggestions
        #expect(one.map(\.word) == two.map(\.word))
        #expect(one.map(\.reasons) == two.map(\.reasons))
    }

    @Test(arguments: [
        "", " ", "The the the.", "1 2 3", "\u{0}\u{FFFD}", String(repeating: "a-", count: 3000), String(repeating: "menace ", count: 5000),
    ])
    func anyTextIsSearchedWithoutHarm(text: String) {
        let lexicon = makeLexicon(concepts: [("dam", ["threat": ["menace"]])])
        #expect(found(lexicon, text.isEmpty ? [] : [makeArticle(text)]).count <= 20)
    }
}
