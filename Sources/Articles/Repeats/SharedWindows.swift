import Words

/// The windows of 25 words in texts that may stand in another text too, so that equal runs need be looked for nowhere else.
///
/// Each window is known by its fingerprint, the least hash of the stretches of 13 words in it (winnowing): equal windows have equal ones, and windows side
/// by side mostly share theirs, so that only one in seven is looked up. A window is given where another text has its fingerprint; chance may add one that
/// is not shared, never leave one out.
/// Source: Schleimer, Wilkerson and Aiken (2003), Winnowing: local algorithms for document fingerprinting, SIGMOD.
package struct SharedWindows: Sendable {
    static let length = RepeatFinder.runLength
    static let stretchLength = 13

    /// By text, in the order given: starts of windows in the words of all its passages, ascending, ranges not touching.
    private let starts: [[Range<Int>]]

    /// - Complexity: O(words).
    package init(of texts: [RepeatFinder.Text], threads: Int = 1) {
        let fingerprints = OrderedParallel(threads: threads).map(texts) { Fingerprints(of: $0.words) }
        var table = FingerprintTable(capacity: fingerprints.reduce(0) { $0 + $1.hashes.count })
        let slots = fingerprints.enumerated().map { table.insert($1.hashes, of: $0) }
        starts = zip(fingerprints, slots).map { $0.starts(where: $1.map(table.isShared)) }
    }

    /// - Parameter text: its index in the order given.
    package subscript(text: Int) -> [Range<Int>] { starts[text] }
}

/// The fingerprints of a text's windows, one for each run of windows side by side that have the same.
private struct Fingerprints: Sendable {
    private(set) var hashes: [UInt64] = []
    /// Where each run begins; texts of 4 GB, the most that can be asked for, have fewer words than fit.
    private var firstWindows: [Int32] = []
    private let windowCount: Int

    init(of words: [UInt32]) {
        windowCount = max(0, words.count - SharedWindows.length + 1)
        guard windowCount > 0 else { return }
        self.hashes.reserveCapacity(windowCount / 5)
        firstWindows.reserveCapacity(windowCount / 5)
        let hashes = RollingHash.hashes(of: words, length: SharedWindows.stretchLength)
        let stretches = hashes.span
        var (least, place) = (UInt64.max, -1)
        for window in 0..<windowCount {
            let last = window + SharedWindows.length - SharedWindows.stretchLength
            let before = least
            if place < window {
                (least, place) = Self.least(of: stretches, in: window...last)
            } else if stretches[last] <= least {
                (least, place) = (stretches[last], last)
            }
            if window == 0 || least != before {
                self.hashes.append(least)
                firstWindows.append(Int32(truncatingIfNeeded: window))
            }
        }
    }

    /// The last of the least.
    private static func least(of stretches: Span<UInt64>, in places: ClosedRange<Int>) -> (hash: UInt64, place: Int) {
        var place = places.lowerBound
        for other in places where stretches[other] <= stretches[place] { place = other }
        return (stretches[place], place)
    }

    /// The starts of the windows in those runs that `isWanted` names, runs side by side as one.
    func starts(where isWanted: [Bool]) -> [Range<Int>] {
        var starts: [Range<Int>] = []
        for run in isWanted.indices where isWanted[run] {
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

/// Fingerprints, each with the first text that has it: open addressing in a table of one size.
private struct FingerprintTable {
    private struct Slot {
        /// Bits of the hash that its place does not tell.
        var tag: UInt32 = 0
        /// The number of the text; `free` where the slot is.
        var text: UInt32 = Self.free

        static let free = UInt32.max
    }

    private var slots: [Slot]
    /// A bit for each slot.
    private var shared: [UInt64]
    private let multiplier: UInt64
    private let shift: UInt64

    /// - Parameter capacity: the most fingerprints that are inserted.
    init(capacity: Int) {
        var size = 64
        while size * 3 < capacity * 4 { size *= 2 }
        slots = [Slot](repeating: Slot(), count: size)
        shared = [UInt64](repeating: 0, count: size / 64)
        shift = 64 - UInt64(size.trailingZeroBitCount)
        // Drawn anew in each run, so that no text can be written whose fingerprints all want one slot.
        multiplier = UInt64.random(in: 0...UInt64.max) | 1
    }

    /// The slots of a text's fingerprints; what another text has before is shared.
    mutating func insert(_ hashes: [UInt64], of text: Int) -> [UInt32] {
        let number = UInt32(truncatingIfNeeded: text)
        touch(hashes)
        return hashes.map { hash in
            let (slot, tag) = place(of: hash)
            if slots[slot].text == Slot.free {
                slots[slot] = Slot(tag: tag, text: number)
            } else if slots[slot].text != number {
                shared[slot >> 6] |= 1 << UInt64(slot & 63)
            }
            return UInt32(truncatingIfNeeded: slot)
        }
    }

    func isShared(_ slot: UInt32) -> Bool { shared[Int(slot >> 6)] >> UInt64(slot & 63) & 1 != 0 }

    /// Reads where the hashes belong all at once, so that the waits for memory overlap and the work behind finds it in the cache.
    private func touch(_ hashes: [UInt64]) {
        var sum: UInt32 = 0
        for hash in hashes { sum &+= slots[Int(truncatingIfNeeded: (hash &* multiplier) &>> shift)].tag }
        withExtendedLifetime(sum) {}
    }

    /// The slot that holds the hash, else the free one where it belongs.
    private func place(of hash: UInt64) -> (slot: Int, tag: UInt32) {
        let spread = hash &* multiplier
        let tag = UInt32(truncatingIfNeeded: spread)
        var slot = Int(truncatingIfNeeded: spread &>> shift)
        while slots[slot].text != Slot.free, slots[slot].tag != tag { slot = (slot &+ 1) & (slots.count &- 1) }
        return (slot, tag)
    }
}
