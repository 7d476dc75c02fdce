import TestSupport
import Testing

@testable import Words

@Suite struct HashedNumbersTests {
    @Test(arguments: [0, 1, 7, 20, 500, 5_000]) func numbersAreThoseOfADictionary(count: Int) {
        var random = SeededRandom(seed: UInt64(count))
        var numbers = HashedNumbers()
        var twin: [UInt64: Int] = [:]
        for number in 0..<count {
            // Keys of few bits come again and again, and zero is among them.
            let key = UInt64.random(in: 0...UInt64(count), using: &random) << UInt64.random(in: 0...50, using: &random)
            numbers[key] = number
            twin[key] = number
        }
        #expect(twin.allSatisfy { numbers[$0.key] == $0.value })
        for _ in 0..<200 {
            let key = UInt64.random(in: 0...UInt64.max, using: &random)
            #expect(numbers[key] == twin[key])
        }
    }

    @Test func keysThatDifferInTheirHighBitsAloneAreTold() {
        var numbers = HashedNumbers()
        for bit in UInt64(0)..<64 { numbers[1 << bit] = Int(bit) }
        for bit in UInt64(0)..<64 { #expect(numbers[1 << bit] == Int(bit)) }
        #expect(numbers[0] == nil)
    }

    @Test func whatIsRemovedIsGoneAndItsRoomTakesOthers() {
        var random = SeededRandom(seed: 84)
        var numbers = HashedNumbers()
        for count in [40, 5, 3_000, 60, 0, 700] {
            let keys = (0..<count).map { _ in UInt64.random(in: 0...UInt64.max, using: &random) }
            for (number, key) in keys.enumerated() { numbers[key] = number }
            #expect(keys.enumerated().allSatisfy { numbers[$1] == $0 })
            numbers.removeAll()
            #expect(keys.allSatisfy { numbers[$0] == nil })
        }
    }
}
