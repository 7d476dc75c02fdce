import Lexicons
import Scoring
import TestSupport
import Testing
import Tuning

@Suite struct ConcordanceSearchTests {
    private func lines(_ pattern: String, in text: String, lexicon: Lexicon? = nil, language: String? = "en") -> [ConcordanceLine] {
        guard let parsed = TermPatternParser.parse(pattern).pattern else { return [] }
        return ConcordanceSearch(pattern: parsed, lexicon: lexicon, voices: .full).lines(in: [makeArticle(text, language: language)])
    }

    @Test func eachHitStandsInItsSentenceWithPlaceAndVoice() throws {
        let found = lines("occup*", in: "The occupied hill is quiet.\n\"An occupation,\" Ana Holt said.")
        #expect(found.map(\.surface) == ["occupied", "occupation"])
        #expect(found.map(\.place) == ["a.txt  S  own", "a.txt  S  quoted"])
        #expect(found[0].left.hasSuffix("The ") && found[0].right.hasPrefix(" hill"))
    }

    @Test func aPatternIsReadInTheLanguageOfTheLexiconBesideIt() {
        let turkish = Lexicon(name: "L", version: "1", language: "tr", concepts: [], speakers: [])
        let text = "I\u{15E}GAL bitti, i\u{15F}gal de."
        #expect(lines("i\u{15F}gal", in: text, language: nil).map(\.surface) == ["I\u{15E}GAL", "i\u{15F}gal"])
        #expect(lines("i\u{15F}gal", in: text, lexicon: turkish, language: nil).map(\.surface) == ["i\u{15F}gal"])
    }

    @Test func theLeftSideIsAsWideForEveryLine() {
        let found = lines("hill", in: "Hill. The old hill above the town behind the river beyond the last of the many bridges was a hill.")
        #expect(found.count == 3)
        #expect(Set(found.map(\.left.count)) == [ConcordanceSearch.sideWidth])
    }

    @Test func everyHitKeepsItsContextHoweverManyThereAre() {
        let found = lines("hill", in: (0..<40).map { "The hill \($0) is green." }.joined(separator: "\n"))
        #expect(found.count == 40)
        #expect(found.allSatisfy { !$0.right.isEmpty })
    }

    private func selected(_ change: (inout ConcordanceSearch.Selection) -> Void) -> [String] {
        let lexicon = makeLexicon(concepts: [("dam", ["threat": ["menace", "peril"], "project": ["project"]])])
        let articles = [
            makeArticle("Every menace zooms.\n\"A menace arises,\" Ana Holt said.", id: "a", source: "Left"),
            makeArticle("Any peril boils.\nThis project calms.", id: "b", source: "Right"),
        ]
        var selection = ConcordanceSearch.Selection()
        change(&selection)
        return ConcordanceSearch(lexicon: lexicon, voices: .full).lines(in: articles, selection: selection).map {
            $0.surface + $0.right.prefix(3)
        }
    }

    @Test func aSelectionIsBySourceVoiceFramingAndTerm() {
        #expect(selected { $0.sources = ["right"] } == ["peril bo", "project ca"])
        #expect(selected { $0.voices = [.quoted] } == ["menace ar"])
        #expect(selected { $0.framings = [FramingReference(concept: "dam", framing: "project")] } == ["project ca"])
        #expect(selected { $0.terms = ["peril"] } == ["peril bo"])
        #expect(selected { $0.sources = ["nobody"] } == [])
    }

    @Test func linesAreSortedByTheWordsOnEitherSideBySourceOrByVoice() {
        #expect(selected { $0.order = .right } == ["menace ar", "peril bo", "project ca", "menace zo"])
        #expect(selected { $0.order = .left } == ["menace ar", "peril bo", "menace zo", "project ca"])
        #expect(selected { $0.order = .voice }.last == "menace ar")
        #expect(selected { $0.order = .source } == ["menace zo", "menace ar", "peril bo", "project ca"])
    }
}
