import Words

/// What a run of one pattern needs and the next uses again.
final class PatternMemory {
    /// `state` has read the word before `end`.
    struct Spot: BitwiseCopyable {
        let state: Int32
        let end: Int
    }

    /// Spots of a pattern up to which it is run anew where it was run before: that is faster than remembering.
    static let mostSpotsUnremembered = 512

    /// Spots that were reached and not yet left.
    @exclusivity(unchecked) var waiting = FlatList<Spot>()
    /// Where matches end, ascending, each once.
    @exclusivity(unchecked) private(set) var ends = FlatList<Int>()
    /// The ends of several runs, one behind the other.
    @exclusivity(unchecked) private var keptEnds = FlatList<Int>()
    /// For each pair of a state and a word the number of the run that came there last.
    @exclusivity(unchecked) private var reached = FlatBuffer<UInt32>(room: 0)
    @exclusivity(unchecked) private var run: UInt32 = 0

    /// Begins a run that can come to so many spots.
    @inline(__always)
    func begin(spots: Int) {
        waiting.removeAll()
        ends.removeAll()
        if spots > reached.room || run == .max { clear(room: spots) }
        run += 1
    }

    @inline(never)
    private func clear(room: Int) {
        reached.reserve(room)
        reached.base.update(repeating: 0, count: reached.room)
        run = 0
    }

    /// Whether the run was not there before.
    @inline(__always)
    func reach(_ place: Int) -> Bool {
        guard reached[place] != run else { return false }
        reached[place] = run
        return true
    }

    func addEnd(_ end: Int) {
        var place = ends.count
        while place > 0, ends[place - 1] >= end {
            if ends[place - 1] == end { return }
            place -= 1
        }
        ends.append(end)
        var last = ends.count - 1
        while last > place {
            ends[last] = ends[last - 1]
            last -= 1
        }
        ends[place] = end
    }

    /// Where they are kept.
    func keep(_ ends: UnsafeBufferPointer<Int>) -> Range<Int> {
        let first = keptEnds.count
        for end in ends { keptEnds.append(end) }
        return first..<keptEnds.count
    }

    /// Until more are kept.
    func kept(_ range: Range<Int>) -> UnsafeBufferPointer<Int> { UnsafeBufferPointer(rebasing: keptEnds.elements[range]) }

    func forgetKept() { keptEnds.removeAll() }
}
