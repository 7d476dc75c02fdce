import TestSupport
import Testing

@testable import Scoring

@Suite struct PatternWordsTests {
    @Test(arguments: 0..<9) func `words stand as in an array, few and many`(count: Int) {
        var random = SeededRandom(seed: UInt64(count))
        let numbers = (0..<count).map { _ in Int32.random(in: .min ... .max, using: &random) }
        let words = PatternWords(numbers)
        #expect(words.count == count)
        #expect(words.elementsEqual(numbers))
        #expect(words.reversed() == numbers.reversed())
        #expect(words.withBytes { Array($0) } == numbers.withUnsafeBytes { Array($0) })
    }
}
