import Articles
import TestSupport
import Testing

@Suite struct SharedTextFinderTests {
    static func text(_ source: String, _ passages: [UInt32]...) -> RepeatFinder.Text {
        RepeatFinder.Text(
            doc: "\(source)\(passages.count)", sourceKey: source, date: nil, passages: passages.map { WordSignature(words: $0) })
    }

    @Test func aRunOf25IsMarkedInBothSourcesAndOneOf24InNeither() {
        let long = SharedTextFinder.find(in: [Self.text("a", [900] + Array(1...25)), Self.text("b", Array(1...25), [901])])
        #expect(long == [[[1..<26]], [[0..<25], []]])
        let short = SharedTextFinder.find(in: [Self.text("a", Array(1...24)), Self.text("b", Array(1...24))])
        #expect(short == [[[]], [[]]])
    }

    @Test func runsGoAcrossPassagesAndAreCutAtTheirBorders() {
        let found = SharedTextFinder.find(in: [Self.text("a", Array(1...10), Array(11...30)), Self.text("b", Array(1...30))])
        #expect(found == [[[0..<10], [0..<20]], [[0..<30]]])
    }

    @Test func textOfOneSourceAloneIsNotShared() {
        #expect(SharedTextFinder.find(in: [Self.text("a", Array(1...30)), Self.text("a", Array(1...30))]) == [[[]], [[]]])
        #expect(SharedTextFinder.find(in: []).isEmpty)
    }

    /// Every word of every run of 25 that another source has, found by comparing all places with all.
    @Test func markedWordsAreThoseOfANaiveSearchInFirstPlaces() {
        var random = SeededRandom(seed: 3)
        for _ in 0..<40 {
            let agency = (0..<60).map { _ in UInt32(random.next() % 1000) }
            let texts = ["a", "b"].map { source in
                let start = Int(random.next() % 30)
                let noise = (0..<20).map { _ in UInt32(random.next() % 1000) }
                return Self.text(source, noise + agency[start..<min(60, start + 30)] + noise)
            }
            let words = texts.map(\.words)
            let marked = SharedTextFinder.find(in: texts).map { $0[0].flatMap(Array.init) }
            #expect(marked[0] == Self.naive(words[0], words[1]) && marked[1] == Self.naive(words[1], words[0]))
        }
    }

    private static func naive(_ words: [UInt32], _ others: [UInt32]) -> [Int] {
        var marked: Set<Int> = []
        for start in 0...(words.count - 25) {
            let run = words[start..<start + 25]
            for other in 0...(others.count - 25) where run.elementsEqual(others[other..<other + 25]) {
                marked.formUnion(start..<start + 25)
            }
        }
        return marked.sorted()
    }
}
