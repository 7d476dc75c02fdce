import TestSupport
import Testing

@testable import Articles

/// Edited copies of articles: found from a resemblance of 0.8, within a source and across.
@Suite struct NearDuplicateFinderTests {
    private func text(_ words: [UInt32], doc: String, source: String) -> RepeatFinder.Text {
        RepeatFinder.Text(doc: doc, sourceKey: source, date: nil, passages: [WordSignature(words: words)])
    }

    private func words(_ count: Int, _ generator: inout SeededRandom) -> [UInt32] {
        (0..<count).map { _ in UInt32.random(in: 0..<1 << 24, using: &generator) }
    }

    /// Every `step`-th word another one.
    private func edited(_ words: [UInt32], every step: Int) -> [UInt32] {
        words.enumerated().map { $0.offset % step == step / 2 ? $0.element ^ 1 : $0.element }
    }

    /// The definition, with sets.
    private func resemblance(_ one: [UInt32], _ other: [UInt32]) -> Double {
        let sets = [one, other].map { words in Set((0...max(0, words.count - 5)).map { Array(words[$0..<min(words.count, $0 + 5)]) }) }
        return Double(sets[0].intersection(sets[1]).count) / Double(sets[0].union(sets[1]).count)
    }

    @Test(arguments: 0..<40) func copiesAreThoseThatTheDefinitionNames(seed: Int) {
        var generator = SeededRandom(seed: UInt64(seed))
        let original = words(Int.random(in: 60...400, using: &generator), &generator)
        let copy = edited(original, every: Int.random(in: 8...120, using: &generator))
        let found = NearDuplicateFinder.find(in: [text(original, doc: "a", source: "A"), text(copy, doc: "b", source: "A")])
        #expect(found.original == [nil, resemblance(original, copy) >= 0.8 ? 0 : nil])
    }

    @Test func copiesAreFoundAmongManyOtherTexts() {
        var generator = SeededRandom(seed: 97)
        let originals = (0..<150).map { _ in words(Int.random(in: 150...300, using: &generator), &generator) }
        let copies = originals.map { edited($0, every: Int.random(in: 50...90, using: &generator)) }
        let texts = (originals + copies).enumerated().map { text($1, doc: String(1_000 + $0), source: "A") }
        let isCopy = zip(originals, copies).map { resemblance($0, $1) >= 0.8 }
        #expect(isCopy.count(where: \.self) > 100)
        let found = NearDuplicateFinder.find(in: texts).original
        #expect(found == originals.map { _ in nil } + isCopy.indices.map { isCopy[$0] ? $0 : nil })
    }

    @Test func aCopyCountsOnceForTheEarliestAndAcrossSourcesForBoth() {
        var generator = SeededRandom(seed: 3)
        let original = words(200, &generator)
        let texts = [
            text(edited(original, every: 90), doc: "c", source: "A"), text(original, doc: "a", source: "A"),
            text(edited(original, every: 70), doc: "d", source: "B"), text(words(200, &generator), doc: "e", source: "B"),
        ]
        let found = NearDuplicateFinder.find(in: texts)
        #expect(found.original == [1, nil, nil, nil])
        #expect(found.acrossSources.map(\.earlier) == [1] && found.acrossSources.map(\.later) == [2])
    }

    @Test func ofAnEditedCopyOnlyWhatBothHaveIsShared() {
        var generator = SeededRandom(seed: 4)
        let original = words(120, &generator)
        var copy = original
        copy[50] ^= 1
        let texts = [text(original, doc: "a", source: "A"), text(copy, doc: "b", source: "B")]
        let shared = SharedTextFinder.find(in: texts, nearDuplicates: NearDuplicateFinder.find(in: texts))
        #expect(shared == [[[0..<50, 51..<120]], [[0..<50, 51..<120]]])
    }

    @Test func shortTextsAndFloodsOfOneWordAreHandled() {
        let short = (0..<4).map { text([1, 2, 3, 4, 5, 6], doc: "\($0)", source: "A") }
        #expect(NearDuplicateFinder.find(in: short).original == [nil, nil, nil, nil])
        let flood = (0..<50).map { text([UInt32](repeating: 7, count: 5_000), doc: "\($0)", source: "S\($0 % 3)") }
        let found = NearDuplicateFinder.find(in: flood)
        #expect(found.original.count { $0 == nil } == 3)
        #expect(NearDuplicateFinder.find(in: []).original.isEmpty)
    }
}
