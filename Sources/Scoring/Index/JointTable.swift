import CVectors
import Words

/// Numbers what stands between words, and counts how often each string stands there.
///
/// One blank, by far the most frequent, has the number 0, so that who meets one need not ask. Other strings of up to seven bytes are looked up by
/// their bytes in a small table of those that came last, before the table of all.
struct JointTable {
    static let blank: UInt32 = 0

    private var numbers = ByteStringNumbers()
    /// By number, blanks left out.
    private(set) var counts: [UInt32] = [0]
    /// By number, whether a sentence may end there.
    private var stops: [Bool] = [false]
    /// In memory of its own, so that no passage counts a reference.
    private let recent = Self.emptyRecent()

    /// Words of a passage that do not have one blank before them, and memory for what is found out about these places.
    struct Others {
        var words = UnsafeBufferPointer<UInt32>(start: nil, count: 0)
        /// The words of the passage, which get what stands before them.
        var column: UnsafeMutablePointer<UInt32>?
        /// Room for a gap of each word, and two more.
        let gaps: UnsafeMutablePointer<cv_gap>?
        var gapCount = 0

        init(gaps: UnsafeMutablePointer<cv_gap>?) { self.gaps = gaps }

        func put(_ joint: UInt32, at word: Int) { column?[word] = joint << UInt32(cv_joint_shift) }

        mutating func append(_ gap: cv_gap) {
            gaps?[gapCount] = gap
            gapCount += 1
        }
    }

    private static func emptyRecent() -> GrowingBuffer<cv_joint> {
        let recent = GrowingBuffer<cv_joint>()
        recent.extend(by: 256).update(repeating: cv_joint(key: .max, number: 0, has_stop: 0))
        return recent
    }

    init() { _ = numbers.number(of: " ") }

    var rows: RowTable { numbers.rows }

    mutating func number(of string: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let bytes = UnsafeBufferPointer(rebasing: text[string])
        guard string.count <= cv_longest_joint, string.lowerBound + 8 <= text.count else { return numberOfAny(bytes) }
        let key = cv_joint_key(bytes.baseAddress, string.count)
        let place = cv_joint_place(key)
        let recent = recent.values
        if recent[place].key == key { return recent[place].number }
        let number = numberOfAny(bytes)
        recent[place] = cv_joint(key: key, number: number, has_stop: hasStop(number) ? 1 : 0)
        return number
    }

    /// Writes and counts the numbers of the strings before some of `words`, those of a passage without its first, up to one that is to be asked for by itself, and lists those in which
    /// a sentence may end; gives its place among `others`, or how many these are.
    mutating func number(_ others: inout Others, from first: Int, of words: inout cv_stretch) -> Int {
        counts.withUnsafeMutableBufferPointer { counts in
            var table = cv_joints(
                recent: recent.values.baseAddress, counts: counts.baseAddress, stops: others.gaps, stop_count: others.gapCount)
            let place = cv_know_joints(&table, &words, others.words.baseAddress, first, others.words.count, others.column.map { $0 + 1 })
            others.gapCount = table.stop_count
            return place
        }
    }

    /// Whether a sentence may end in the string of that number.
    func hasStop(_ number: UInt32) -> Bool { stops[Int(number)] }

    mutating func count(_ number: UInt32) { counts[Int(number)] += 1 }

    private mutating func numberOfAny(_ string: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let number = numbers.number(of: string)
        if number == counts.count {
            counts.append(0)
            stops.append(SentenceGaps.mayEnd(in: string))
        }
        return UInt32(truncatingIfNeeded: number)
    }

    /// All joints from the most frequent to the rarest, equal ones by their bytes; and the place of each in that order.
    ///
    /// - Parameter wordCount: all words, so that what no other string stands before has a blank.
    func ranked(wordCount: Int) -> (order: [Int], rank: [UInt32]) {
        var counts = counts.map(Int.init)
        counts[Int(Self.blank)] = wordCount - counts.reduce(0, +)
        let rows = rows
        let order = counts.indices.sorted { left, right in
            counts[left] != counts[right] ? counts[left] > counts[right] : rows[left].lexicographicallyPrecedes(rows[right])
        }
        var rank = [UInt32](repeating: 0, count: order.count)
        for (place, joint) in order.enumerated() { rank[joint] = UInt32(truncatingIfNeeded: place) }
        return (order, rank)
    }
}
