import Words

/// Pairs the marks of a text by what each does: a machine of two states, for passages in which all marks are double ones or apostrophes, most of news
/// text that has any.
///
/// No branch depends on a mark but where to stop.
struct DoubleMarks: ~Copyable {
    /// Where quotations begin and end, by turns: their number is odd where a mark is open.
    private var bounds = FlatBuffer<UInt32>(room: Self.mostAtOnce + 2)
    private var count = 0

    /// Marks.
    private static let mostAtOnce = 1 << 10

    /// Why the pairing stops before its end, and where the mark that is open begins.
    enum Stop {
        /// At a mark that the bytes beside it do not decide.
        case undecided(open: Int?)
        /// At a passage's end.
        case open(start: Int)
    }

    /// Begins anew with no mark open, or with the one that begins at `start`.
    mutating func begin(withOpen start: Int? = nil) {
        count = start == nil ? 0 : 1
        bounds.base[0] = UInt32(truncatingIfNeeded: start ?? 0)
    }

    /// Adds the quotations of marks `next` to before `end`, and gives why it stopped before; `next` is then the mark where it did.
    ///
    /// - Complexity: O(marks).
    mutating func pair(
        at places: UnsafePointer<UInt32>, _ events: UnsafePointer<MarkEvent>, from next: inout Int, to end: Int,
        into stretches: inout FlatList<VoiceStretch>
    ) -> Stop? {
        while next < end {
            let isStopped = pairSome(at: places, events, from: &next, to: min(end, next &+ Self.mostAtOnce))
            let open = takePairs(into: &stretches)
            guard isStopped else { continue }
            count = 0
            let start = open > 0 ? Int(bounds.base[0]) : nil
            return events[next].leavesOpen(open) ? .open(start: start ?? Int(places[next])) : .undecided(open: start)
        }
        return nil
    }

    @inline(__always)
    private mutating func pairSome(
        at places: UnsafePointer<UInt32>, _ events: UnsafePointer<MarkEvent>, from next: inout Int, to end: Int
    ) -> Bool {
        let bounds = bounds.base
        var (count, number, isStopped) = (count, next, false)
        while number < end {
            let (event, open) = (events[number], count & 1)
            let outcome = event.outcome(open: open)
            bounds[count] = places[number] &+ UInt32(truncatingIfNeeded: event.byteCount & (0 &- open))
            if outcome & MarkEvent.stops != 0 {
                isStopped = true
                break
            }
            count &+= outcome & 1
            number &+= 1
        }
        (self.count, next) = (count, number)
        return isStopped
    }

    /// Moves the bounds of whole quotations to a list; gives how many marks are open, of which the bound stands first then.
    @inline(__always)
    private mutating func takePairs(into stretches: inout FlatList<VoiceStretch>) -> Int {
        let (bounds, taken, open) = (bounds.base, count / 2, count & 1)
        let first = stretches.count
        let end = stretches.reserve(taken) + first
        for number in 0..<taken {
            let (start, behind) = (Int(bounds[2 &* number]), Int(bounds[2 &* number &+ 1]))
            (end + number).initialize(to: VoiceStretch(markFrom: start, to: behind, isUnbalanced: false))
        }
        stretches.hold(first + taken)
        bounds[0] = bounds[2 &* taken]
        count = open
        return open
    }
}
