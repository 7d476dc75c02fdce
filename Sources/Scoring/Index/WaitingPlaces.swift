/// Words at which patterns may begin, in their order, while more are found near them.
///
/// A ring with a list of patterns for each word: no sorting, however many there are.
struct WaitingPlaces: ~Copyable {
    /// Words that may lie between the first and the last.
    static let reach = 7 * 64

    /// The first word; `Int.max` where there is none.
    private(set) var first = Int.max
    /// A bit for each word, 64 words a block; those before `first` say nothing.
    private var blocks = SIMD8<UInt64>.zero
    private var newestBlock = 0
    /// The number of the first entry of each word that has any.
    private var heads = FlatList<Int32>()
    private var entries = FlatList<WaitingPattern>()
    private var free: Int32 = -1

    init() { heads.fill(8 * 64, with: -1) }

    /// - Parameter word: less than `reach` before or behind all there are.
    @inline(__always)
    mutating func insert(_ word: Int, pattern: Int32) {
        let block = word >> 6
        if block > newestBlock { goOn(to: block) }
        let slot = word & 511
        let bit = UInt64(1) << UInt64(word & 63)
        let head = blocks[block & 7] & bit == 0 ? -1 : heads[slot]
        blocks[block & 7] |= bit
        heads[slot] = add(WaitingPattern(pattern: pattern, next: head))
        first = min(first, word)
    }

    private mutating func goOn(to block: Int) {
        if block - newestBlock >= 8 { blocks = .zero } else { for next in newestBlock + 1...block { blocks[next & 7] = 0 } }
        newestBlock = block
    }

    @inline(__always)
    private mutating func add(_ entry: WaitingPattern) -> Int32 {
        guard free >= 0 else {
            entries.append(entry)
            return Int32(entries.count - 1)
        }
        let place = free
        free = entries[Int(place)].next
        entries[Int(place)] = entry
        return place
    }

    /// Takes a pattern from the first word; where none is left there, nil, and the next word is the first.
    @inline(__always)
    mutating func takePattern() -> Int32? {
        let head = heads[first & 511]
        guard head >= 0 else {
            goOn()
            return nil
        }
        let entry = entries[Int(head)]
        heads[first & 511] = entry.next
        entries[Int(head)].next = free
        free = head
        return entry.pattern
    }

    private mutating func goOn() {
        let word = first + 1
        var block = word >> 6
        var bits = block > newestBlock ? 0 : blocks[block & 7] & .max << UInt64(word & 63)
        while bits == 0 {
            block += 1
            guard block <= newestBlock else {
                first = .max
                return
            }
            bits = blocks[block & 7]
        }
        first = block << 6 + bits.trailingZeroBitCount
    }
}

/// A pattern that may begin at a word.
struct WaitingPattern: BitwiseCopyable {
    let pattern: Int32
    /// The number of the next one of the same word, or of the next that is free; below 0 for none.
    var next: Int32
}
