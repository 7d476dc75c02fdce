import CVectors

/// Numbers what stands between words, and counts how often each string stands there.
///
/// One blank, by far the most frequent, has the number 0, so that who meets one need not ask. Other strings of up to seven bytes are looked up by
/// their bytes in a small table of those that came last, before the table of all.
struct JointTable {
    static let blank: UInt32 = 0

    private var numbers = ByteStringNumbers()
    /// By number, blanks left out.
    private(set) var counts: [UInt32] = [0]
    private var recent = [cv_joint](repeating: cv_joint(key: .max, number: 0), count: 256)

    init() { _ = numbers.number(of: " ") }

    var rows: RowTable { numbers.rows }

    mutating func number(of string: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let bytes = UnsafeBufferPointer(rebasing: text[string])
        guard string.count <= cv_longest_joint, string.lowerBound + 8 <= text.count else { return numberOfAny(bytes) }
        let key = cv_joint_key(bytes.baseAddress, string.count)
        let place = cv_joint_place(key)
        if recent[place].key == key { return recent[place].number }
        let number = numberOfAny(bytes)
        recent[place] = cv_joint(key: key, number: number)
        return number
    }

    /// Writes and counts the numbers of the strings before some words of a stretch, up to one that is to be asked for by itself; gives its place among
    /// `others`, or how many these are.
    ///
    /// - Parameter joints: of the stretch's first word.
    mutating func number(
        _ others: UnsafeBufferPointer<UInt32>, from first: Int, of words: inout cv_stretch, into joints: UnsafeMutablePointer<UInt8>?
    ) -> Int {
        counts.withUnsafeMutableBufferPointer { counts in
            recent.withUnsafeBufferPointer { recent in
                var table = cv_joints(recent: recent.baseAddress, counts: counts.baseAddress)
                return cv_know_joints(&table, &words, others.baseAddress, first, others.count, joints)
            }
        }
    }

    mutating func count(_ number: UInt32) { counts[Int(number)] += 1 }

    private mutating func numberOfAny(_ string: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let number = numbers.number(of: string)
        if number == counts.count { counts.append(0) }
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
