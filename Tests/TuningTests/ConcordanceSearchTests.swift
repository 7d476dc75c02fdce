import Lexicons
import Scoring
import TestSupport
import Testing
import Tuning

@Suite struct ConcordanceSearchTests {
    private func lines(_ pattern: String, in text: String) -> [ConcordanceLine] {
        guard let parsed = TermPatternParser.parse(pattern).pattern else { return [] }
        return ConcordanceSearch(pattern: parsed, speakers: [], voices: .full).lines(in: [makeArticle(text)])
    }

    @Test func eachHitStandsInItsSentenceWithPlaceAndVoice() throws {
        let found = lines("occup*", in: "The occupied hill is quiet.\n\"An occupation,\" Ana Holt said.")
        #expect(found.map(\.surface) == ["occupied", "occupation"])
        #expect(found.map(\.place) == ["a.txt  S  own", "a.txt  S  quoted"])
        #expect(found[0].left.hasSuffix("The ") && found[0].right.hasPrefix(" hill"))
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
}
