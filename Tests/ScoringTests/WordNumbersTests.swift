import TestSupport
import Testing
import Words

@testable import Scoring

/// Numbers of words against a dictionary.
@Suite struct WordNumbersTests {
    @Test func `equal words have one number, others another, and each number its bytes`() {
        var generator = SeededRandom(seed: 11)
        var numbering = WordNumbers()
        var known: [[UInt8]: Int32] = [:]
        for _ in 0..<200 {
            var bytes: [UInt8] = []
            var words: [ByteSpan] = []
            for _ in 0..<200 {
                let start = bytes.count
                let count = Int.random(in: 1...5, using: &generator) == 1 ? Int.random(in: 1...70, using: &generator) : 2
                bytes += (0..<count).map { _ in UInt8.random(in: 97...100, using: &generator) }
                words.append(ByteSpan(start, bytes.count))
            }
            for (word, number) in zip(words, numbering.numbers(of: words, in: bytes)) {
                let letters = Array(bytes[word.range])
                if letters.count > WordNumbers.longestWord {
                    #expect(number == WordNumbers.none)
                } else {
                    #expect(number == known[letters] ?? Int32(known.count))
                    known[letters] = number
                    #expect(Array(numbering.word(Int(number))) == letters)
                }
            }
        }
        #expect(numbering.count == known.count)
    }
}
