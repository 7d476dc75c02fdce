import TestSupport
import Testing

@testable import Scoring

/// The perfect hash of the vocabulary against a set.
@Suite struct WordPlacesTests {
    @Test(arguments: [0, 1, 2, 3, 100, 5_000])
    func eachWordHasAPlaceOfItsOwn(count: Int) {
        var random = SeededRandom(seed: UInt64(count))
        let keys = Self.keys(count, &random)
        let places = WordPlaces(of: keys)
        let taken = keys.map { places.place(of: $0) }
        #expect(Set(taken).count == count)
        #expect(taken.allSatisfy { (0..<places.count).contains($0) })
    }

    @Test func anotherWordHasAPlaceThatExists() {
        var random = SeededRandom(seed: 7)
        let all = Self.keys(4_000, &random)
        let places = WordPlaces(of: Array(all.prefix(2_000)))
        #expect(all.suffix(2_000).allSatisfy { (0..<places.count).contains(places.place(of: $0)) })
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
