import Words

/// The windows of 25 words in texts that may stand in another text too, so that equal runs need be looked for nowhere else.
///
/// Each window is known by its fingerprint, the least hash of the stretches of 13 words in it (winnowing): equal windows have equal ones, and windows side
/// by side mostly share theirs, so that only one in seven is looked up. A window is given where another text has its fingerprint; chance may add one that
/// is not shared, never leave one out, and so does a text that holds a window twice.
/// Source: Schleimer, Wilkerson and Aiken (2003), Winnowing: local algorithms for document fingerprinting, SIGMOD.
package struct SharedWindows: Sendable {
    static let length = RepeatFinder.runLength
    static let stretchLength = 13

    /// By text, in the order given: starts of windows in the words of all its passages, ascending, ranges not touching.
    private let starts: [[Range<Int>]]

    /// - Complexity: O(words).
    package init(of texts: [RepeatFinder.Text], threads: Int = 1) {
        let fingerprints = OrderedParallel(threads: threads).map(texts, state: { Winnowing() }) { text, winnowing in
            winnowing.fingerprints(of: text.words)
        }
        let count = fingerprints.reduce(0) { $0 + $1.hashes.count }
        var table = FingerprintTable(capacity: count)
        var slots: [UInt32] = []
        slots.reserveCapacity(count)
        for text in fingerprints { table.insert(text.hashes, into: &slots) }
        var first = 0
        starts = fingerprints.map { text in
            defer { first += text.hashes.count }
            return text.starts { table.isShared(slots[first + $0]) }
        }
    }

    /// - Parameter text: its index in the order given.
    package subscript(text: Int) -> [Range<Int>] { starts[text] }
}

/// The fingerprints of a text's windows, one for each run of windows side by side that have the same.
private struct Fingerprints: Sendable {
    fileprivate(set) var hashes: [UInt64] = []
    /// Where each run begins; texts of 4 GB, the most that can be asked for, have fewer words than fit.
    fileprivate var firstWindows: [Int32] = []
    fileprivate let windowCount: Int

    /// The starts of the windows in those runs that `isWanted` wants, runs side by side as one.
    func starts(where isWanted: (Int) -> Bool) -> [Range<Int>] {
        var starts: [Range<Int>] = []
        for run in firstWindows.indices where isWanted(run) {
            let first = Int(firstWindows[run])
            let end = run + 1 < firstWindows.count ? Int(firstWindows[run + 1]) : windowCount
            if let last = starts.last, last.upperBound == first {
                starts[starts.count - 1] = last.lowerBound..<end
            } else {
                starts.append(first..<end)
            }
        }
        return starts
    }
}

/// Finds the fingerprints of one text after the other, in memory that each uses again.
private struct Winnowing: ~Copyable {
    /// The hash of each stretch of words.
    private var stretches = FlatBuffer<UInt64>()

    /// - Complexity: O(`words`).
    mutating func fingerprints(of words: [UInt32]) -> Fingerprints {
        let windowCount = max(0, words.count - SharedWindows.length + 1)
        var found = Fingerprints(windowCount: windowCount)
        guard windowCount > 0 else { return found }
        found.hashes.reserveCapacity(windowCount / 5)
        found.firstWindows.reserveCapacity(windowCount / 5)
        stretches.reserve(words.count)
        unsafe RollingHash.write(of: words.span, length: SharedWindows.stretchLength, to: stretches.base)
        let stretches = unsafe UnsafePointer(stretches.base)
        var (least, place) = (UInt64.max, -1)
        for window in 0..<windowCount {
            let last = window &+ SharedWindows.length &- SharedWindows.stretchLength
            let before = least
            if place < window {
                (least, place) = unsafe Self.least(of: stretches, from: window, to: last)
            } else if unsafe stretches[last] <= least {
                (least, place) = unsafe (stretches[last], last)
            }
            if window == 0 || least != before {
                found.hashes.append(least)
                found.firstWindows.append(Int32(truncatingIfNeeded: window))
            }
        }
        return found
    }

    /// The last of the least of some stretches.
    @unsafe
    private static func least(of stretches: UnsafePointer<UInt64>, from first: Int, to last: Int) -> (hash: UInt64, place: Int) {
        var (least, place) = unsafe (stretches[first], first)
        for other in first...last where unsafe stretches[other] <= least { (least, place) = unsafe (stretches[other], other) }
        return (least, place)
    }
}

/// Fingerprints and which of them stand twice: open addressing in a table of one size.
private struct FingerprintTable {
    /// Bits of the hash that its place does not tell; 0 where the slot is free.
    private var tags: [UInt32]
    /// A bit for each slot.
    private var shared: [UInt64]
    private let multiplier: UInt64
    private let shift: UInt64

    /// - Parameter capacity: the most fingerprints that are inserted.
    init(capacity: Int) {
        var size = 64
        while size * 3 < capacity * 4 { size *= 2 }
        tags = [UInt32](repeating: 0, count: size)
        shared = [UInt64](repeating: 0, count: size / 64)
        shift = 64 - UInt64(size.trailingZeroBitCount)
        // Drawn anew in each run, so that no text can be written whose fingerprints all want one slot.
        multiplier = UInt64.random(in: 0...UInt64.max) | 1
    }

    /// Appends the slots of a text's fingerprints to `slots`; what was there before is shared.
    mutating func insert(_ hashes: [UInt64], into slots: inout [UInt32]) {
        touch(hashes)
        for hash in hashes {
            let (slot, tag) = place(of: hash)
            if tags[slot] == 0 { tags[slot] = tag } else { shared[slot >> 6] |= 1 << UInt64(slot & 63) }
            slots.append(UInt32(truncatingIfNeeded: slot))
        }
    }

    func isShared(_ slot: UInt32) -> Bool { shared[Int(slot >> 6)] >> UInt64(slot & 63) & 1 != 0 }

    /// Reads where the hashes belong all at once, so that the waits for memory overlap and the work behind finds it in the cache.
    private func touch(_ hashes: [UInt64]) {
        var sum: UInt32 = 0
        for hash in hashes { sum &+= tags[Int(truncatingIfNeeded: (hash &* multiplier) &>> shift)] }
        withExtendedLifetime(sum) {}
    }

    /// The slot that holds the hash, else the free one where it belongs.
    private func place(of hash: UInt64) -> (slot: Int, tag: UInt32) {
        let spread = hash &* multiplier
        let tag = UInt32(truncatingIfNeeded: spread) | 1
        var slot = Int(truncatingIfNeeded: spread &>> shift)
        while tags[slot] != 0, tags[slot] != tag { slot = (slot &+ 1) & (tags.count &- 1) }
        return (slot, tag)
    }
}
