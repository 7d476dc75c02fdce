import TestSupport
import Testing

@testable import Scoring

/// An array is the naive twin.
@Suite struct FlatListTests {
    private func check(_ list: borrowing FlatList<Int>, against twin: [Int]) {
        #expect(list.count == twin.count)
        #expect(list.isEmpty == twin.isEmpty)
        #expect(list.last == twin.last)
        #expect(list.indices.map { list[$0] } == twin)
    }

    @Test(arguments: 0..<20) func aListHoldsWhatAnArrayHolds(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var list = FlatList<Int>()
        var twin: [Int] = []
        for step in 0..<300 {
            switch Int.random(in: 0..<13, using: &random) {
            case 12:
                let removed = Int.random(in: 0...twin.count, using: &random)
                list.removeFirst(removed)
                twin.removeFirst(removed)
            case 0:
                list.removeAll()
                twin.removeAll()
            case 1:
                let count = Int.random(in: 0...40, using: &random)
                list.fill(count, with: step)
                twin = Array(repeating: step, count: count)
            case 2:
                let kept = Int.random(in: 0...twin.count, using: &random)
                list.keepFirst(kept)
                twin.removeSubrange(kept...)
            case 3: #expect(list.popLast() == twin.popLast())
            case 4 where !twin.isEmpty:
                let place = Int.random(in: twin.indices, using: &random)
                list[place] += step
                twin[place] += step
            default:
                list.append(step)
                twin.append(step)
            }
            check(list, against: twin)
        }
    }
}
