import TestSupport
import Testing

@testable import Scoring

/// The perfect hash of the vocabulary against a dictionary.
@Suite struct WordPlacesTests {
    @Test(arguments: [0, 1, 2, 3, 100, 5_000])
    func eachWordHasTheNumberThatADictionaryGivesIt(count: Int) {
        var random = SeededRandom(seed: UInt64(count))
        let keys = Self.keys(count, &random)
        let places = WordPlaces(of: keys)
        let naive = Dictionary(uniqueKeysWithValues: zip(keys, 1...))
        for key in keys { #expect(places.number(of: key) == naive[key]) }
    }

    @Test func anotherWordHasTheNumberOfAWordThatExistsOrNone() {
        var random = SeededRandom(seed: 7)
        let all = Self.keys(4_000, &random)
        let places = WordPlaces(of: Array(all.prefix(2_000)))
        let numbers = all.suffix(2_000).map { places.number(of: $0) }
        #expect(numbers.allSatisfy { (0...2_000).contains($0) })
        #expect(numbers.filter { $0 == 0 }.count > 1_950)
    }

    /// Different words of one to sixteen letters.
    private static func keys(_ count: Int, _ random: inout SeededRandom) -> [WordKey] {
        var found: [WordKey] = []
        var known: Set<WordKey> = []
        while found.count < count {
            let letters = (0..<Int.random(in: 1...16, using: &random)).map { _ in
                Character(Unicode.Scalar(UInt8.random(in: 97...122, using: &random)))
            }
            guard let key = WordKey(String(letters)), known.insert(key).inserted else { continue }
            found.append(key)
        }
        return found
    }
}
