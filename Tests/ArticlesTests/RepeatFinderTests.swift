import Articles
import Foundation
import TestSupport
import Testing
import Words

@Suite struct RepeatFinderTests {
    private func text(_ doc: String, source: String = "S", date: String? = nil, _ passages: [[UInt32]]) -> RepeatFinder.Text {
        RepeatFinder.Text(doc: doc, sourceKey: source, date: date.flatMap(ArticleDate.init), passages: passages.map(WordSignature.init))
    }

    private func words(_ range: ClosedRange<UInt32>) -> [UInt32] { Array(range) }

    @Test(arguments: [(24, 0), (25, 1), (26, 1)])
    func `a run counts from twenty-five words on`(length: UInt32, runs: Int) {
        let run = words(1000...1000 + length - 1)
        let repeats = RepeatFinder.find(in: [text("a", [[1, 2] + run + [3]]), text("b", [[9] + run + [8, 7]])])
        #expect(repeats.runs.count == runs)
        #expect(repeats.uncounted[0] == [[]])
        #expect(repeats.uncounted[1][0].map(\.words) == (runs == 1 ? [1..<Int(length) + 1] : []))
    }

    @Test func `runs go across passages, and the ranges count within each`() {
        let repeats = RepeatFinder.find(in: [text("a", [words(1...40)]), text("b", [[90, 91] + words(5...14), words(15...34) + [92]])])
        #expect(repeats.runs.map(\.laterWords) == [2..<32])
        #expect(repeats.runs.map(\.earlierWords) == [4..<34])
        #expect(repeats.uncounted[1].map { $0.map(\.words) } == [[2..<12], [0..<20]])
    }

    @Test(
        arguments: [
            ("2020-01-01", "2020-01-02", "a"), ("2020-01-02", "2020-01-01", "b"), (nil, "2020-01-01", "b"), ("2020-01-01", nil, "a"),
            (nil, nil, "a"),
            ("2020-01-01", "2020-01-01", "a"),
        ] as [(String?, String?, String)])
    func `the earlier article keeps its words: by date, unknown dates last, then by doc`(first: String?, second: String?, earlier: String) {
        let repeats = RepeatFinder.find(in: [text("b", date: second, [words(1...30)]), text("a", date: first, [words(1...30)])])
        #expect(repeats.runs.map(\.earlier) == [earlier])
    }

    @Test func `articles of different sources repeat nothing`() {
        #expect(RepeatFinder.find(in: [text("a", [words(1...50)]), text("b", source: "T", [words(1...50)])]).runs.isEmpty)
    }

    @Test func `an equal passage within one article is a duplicate at any length, an empty one never`() {
        let repeats = RepeatFinder.find(in: [text("a", [[1], [], [2, 3], [1], [], [2, 3]])])
        let reasons: [RepeatFinder.Reason?] = [nil, nil, nil, .duplicate(passage: 0), nil, .duplicate(passage: 2)]
        #expect(repeats.uncounted[0].map { $0.first?.reason } == reasons)
        #expect(repeats.uncounted[0][5].first?.words == 0..<2)
    }

    @Test func `no text, an empty text and a text of no words repeat nothing`() {
        #expect(RepeatFinder.find(in: []).runs.isEmpty)
        #expect(RepeatFinder.find(in: [text("a", []), text("b", [[]])]).uncounted == [[], [[]]])
    }

    @Test(arguments: 0..<60)
    func `covered words are those of the naive twin`(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let pool = (0..<200).map { _ in UInt32.random(in: 0..<3, using: &random) }
        let texts = (0..<5).map { number in
            let passages = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                let start = Int.random(in: 0..<150, using: &random)
                return Array(pool[start..<start + Int.random(in: 0..<50, using: &random)]) + [UInt32.random(in: 0..<3, using: &random)]
            }
            return text("\(number)", passages)
        }
        let repeats = RepeatFinder.find(in: texts)
        for (index, found) in repeats.uncounted.enumerated() {
            let earlier = texts[..<index].map(\.words)
            #expect(coveredWords(found, texts[index]) == naiveCoveredWords(texts[index], earlier: earlier))
            for ranges in found { #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.words.upperBound <= $1.words.lowerBound }) }
        }
        for run in repeats.runs { #expect(run.earlierWords.count == run.laterWords.count && run.wordCount >= 25) }
    }

    private func coveredWords(_ found: [[RepeatFinder.Uncounted]], _ text: RepeatFinder.Text) -> [Bool] {
        found.enumerated().flatMap { passage, ranges in
            (0..<text.place(ofPassage: passage).count).map { word in ranges.contains { $0.words.contains(word) } }
        }
    }

    /// Each window of 25 words against each of each earlier text, each passage against each before it.
    private func naiveCoveredWords(_ text: RepeatFinder.Text, earlier: [[UInt32]]) -> [Bool] {
        let words = text.words
        var covered = [Bool](repeating: false, count: words.count)
        for start in words.indices.dropLast(24) {
            let window = words[start..<start + 25]
            let isKnown = earlier.contains { other in other.indices.dropLast(24).contains { other[$0..<$0 + 25] == window } }
            if isKnown { for word in window.indices { covered[word] = true } }
        }
        let passages = (0..<text.passageCount).map { text.words[text.place(ofPassage: $0)] }
        for (index, passage) in passages.enumerated() where passages[..<index].contains(passage) {
            for word in passage.indices { covered[word] = true }
        }
        return covered
    }

    @Test func `one word a million times takes no longer than its length`() {
        let words = [UInt32](repeating: 7, count: 1_000_000)
        let time = ContinuousClock().measure {
            let repeats = RepeatFinder.find(in: [
                text("a", [words]), text("b", [words]), text("c", [Array(words.dropLast(3)) + [1, 2, 3]]),
            ])
            #expect(repeats.runs.map(\.wordCount) == [1_000_000, 999_997])
        }
        #expect(time < .seconds(60))
    }

    @Test(.enabled(if: hasSharedData("seeds")))
    func `the two reference articles of one agency share two runs`() throws {
        let texts = try ["000_62116935d5a906c8.txt", "001_3c32ffcd6a7bb311.txt"].map { file in
            let bytes = Array(try sharedData("seeds/\(file)"))
            let passages = PassageClassifier.passages(title: nil, text: bytes, body: ByteSpan(0, bytes.count), format: .plain)
            let searched = passages.filter(\.kind.isSearched).map { WordSignature(bytes: bytes, span: $0.span) }
            return RepeatFinder.Text(doc: file, sourceKey: "TASS", date: nil, passages: searched)
        }
        #expect(RepeatFinder.find(in: texts).runs.map(\.wordCount) == [62, 99])
    }
}
