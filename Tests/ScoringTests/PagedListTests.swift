import TestSupport
import Testing

@testable import Scoring

@Suite struct PagedListTests {
    @Test(arguments: 0..<10) func aPagedListHoldsWhatAnArrayHolds(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let list = PagedList<Int32>()
        defer { list.deallocate() }
        var array: [Int32] = []
        for number in 0..<Int32(10_000) {
            switch Int.random(in: 0..<10, using: &random) {
            case 0:
                let place = Int.random(in: max(0, array.count - 5)...array.count, using: &random)
                list.insert(number, at: place)
                array.insert(number, at: place)
            case 1 where !array.isEmpty:
                let place = Int.random(in: 0..<array.count, using: &random)
                list[place] = number
                array[place] = number
            default:
                list.append(number)
                array.append(number)
            }
        }
        #expect((0..<list.count).map { list[$0] } == array)
    }
}
