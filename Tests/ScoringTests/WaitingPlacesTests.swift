import TestSupport
import Testing

@testable import Scoring

@Suite struct WaitingPlacesTests {
    /// Words are put in near one that goes forward, and taken as soon as none can come before them.
    @Test(arguments: 0..<20) func patternsComeInTheOrderOfTheirWords(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let most = [3, 60, 200, 447][seed % 4]
        let step = [1, 5, 90, 3_000][seed / 4 % 4]
        var places = WaitingPlaces()
        var waiting: [(word: Int, pattern: Int32)] = []
        var word = Int.random(in: 0..<1_000, using: &random)
        for _ in 0..<150 {
            word += Int.random(in: 1...step, using: &random)
            expectSame(&places, &waiting, before: word - most)
            for _ in 0..<Int.random(in: 0..<5, using: &random) {
                let entry = (max(0, word - Int.random(in: 0...most, using: &random)), Int32.random(in: 0..<6, using: &random))
                places.insert(entry.0, pattern: entry.1)
                waiting.append(entry)
            }
            #expect(places.first == waiting.map(\.word).min() ?? .max)
        }
        expectSame(&places, &waiting, before: .max)
        #expect(places.first == .max)
    }

    /// Takes what lies before a word from both.
    private func expectSame(_ places: inout WaitingPlaces, _ waiting: inout [(word: Int, pattern: Int32)], before limit: Int) {
        while places.first < limit {
            let word = places.first
            var patterns: [Int32] = []
            while let pattern = places.takePattern() { patterns.append(pattern) }
            #expect(patterns.sorted() == waiting.filter { $0.word == word }.map(\.pattern).sorted())
            #expect(waiting.allSatisfy { $0.word >= word })
            waiting.removeAll { $0.word == word }
        }
        #expect(waiting.allSatisfy { $0.word >= limit })
    }
}
