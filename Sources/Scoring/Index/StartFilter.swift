import CVectors

/// Tells words at which a term may start from the rest, for many words at once and without a branch for each.
///
/// Most starts that the postings of a phrase's rarest word give are none: another word stands there, or another one behind it. A set of bits over
/// the meanings of two words in a row finds nearly all of these before the search looks at any.
struct StartFilter {
    /// A word at which some term may start.
    struct Start {
        let word: UInt32
        /// The word's meaning, less than 0 by `mustLook` where the words behind it decide what starts there.
        private let signed: Int32

        @inline(__always) init(word: UInt32, meaning: Int32, mustLook: Int32) { (self.word, signed) = (word, meaning | mustLook &<< 31) }

        /// Whether more must be asked than the word's meaning.
        @inline(__always) var mustLook: Bool { signed < 0 }
        @inline(__always) var meaning: Int { Int(signed & Int32.max) }
    }

    /// By meaning.
    private var demands: [Demand] = []
    /// Bits by `place(first, second)`: meanings with which some phrase goes on.
    private var pairs = [UInt64](repeating: 0, count: 1 << (pairBits - 6))

    /// Whether a start is let through, and whether the search must look at it: the lower two bits where the next word does not go on with a phrase, the two
    /// above where it does.
    private struct Demand: OptionSet {
        let rawValue: UInt8
        static let keep = Demand(rawValue: 0b01_01)
        static let look = Demand(rawValue: 0b10_10)
        static let keepPair = Demand(rawValue: 0b01_00)
        static let lookAtPair = Demand(rawValue: 0b10_00)

        var asksForNextWord: Bool { rawValue & 3 != rawValue >> 2 }
    }

    private static let pairBits = 16
    /// Words between asking for a line of the column and its use.
    private static let lead = 64
    /// Pairs of meanings; a lexicon of more lets all through that stand in any.
    private static let mostPairs = 1 << 14

    init(_ beginnings: Beginnings, meanings: borrowing SegmentMeanings) {
        demands = (0..<meanings.count).map { Self.demand(of: $0, beginnings) }
        let meaningsOfPattern = meanings.meaningsOfPattern
        var count = 0
        for meaning in 0..<meanings.count where demands[meaning].asksForNextWord {
            for entry in beginnings.entries(of: meaning) where entry.second >= 0 {
                let seconds = meaningsOfPattern[Int(entry.second)]
                count += seconds.count
                guard count <= Self.mostPairs else {
                    pairs = pairs.map { _ in UInt64.max }
                    return
                }
                for second in seconds { insert(Int32(truncatingIfNeeded: meaning), second) }
            }
        }
    }

    private static func demand(of meaning: Int, _ beginnings: Beginnings) -> Demand {
        let entries = beginnings.entries(of: meaning)
        if entries.isEmpty { return [] }
        if entries.allSatisfy({ $0.second >= 0 }) { return [.keepPair, .lookAtPair] }
        switch beginnings.kinds[meaning] {
        case .nothing: return []
        case .word: return .keep
        case .chains: return [.keep, .lookAtPair]
        case .general: return [.keep, .look]
        }
    }

    private mutating func insert(_ first: Int32, _ second: Int32) {
        let place = Self.place(first, second)
        pairs[place >> 6] |= 1 << UInt64(place & 63)
    }

    @inline(__always)
    private static func place(_ first: Int32, _ second: Int32) -> Int {
        let both = UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
        return Int(truncatingIfNeeded: (both &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - pairBits))
    }

    /// Writes those of some words at which a term may start, in order; gives their number.
    ///
    /// The column lies far from any cache; its lines are asked for some words ahead, so that they come together.
    func keep(
        _ words: UnsafeBufferPointer<UInt32>, of segment: SegmentView, _ meanings: borrowing SegmentMeanings,
        in kept: UnsafeMutableBufferPointer<Start>
    ) -> Int {
        guard let column = segment.column.baseAddress else { return 0 }
        for word in words.prefix(Self.lead) { cv_fetch(column + Int(word)) }
        let last = segment.column.count - 1
        let meanings = meanings.ofSpelling
        return demands.withUnsafeBufferPointer { demands in
            pairs.withUnsafeBufferPointer { pairs in
                var count = 0
                for index in 0..<words.count {
                    if index &+ Self.lead < words.count { cv_fetch(column + Int(words[index &+ Self.lead])) }
                    let word = words[index]
                    let meaning = meanings[segment.spelling(Int(word))]
                    let next = meanings[segment.spelling(min(Int(word) &+ 1, last))]
                    let place = Self.place(meaning, next)
                    let isPair = UInt8(truncatingIfNeeded: pairs[place &>> 6] &>> UInt64(place & 63)) & 1
                    let here = demands[Int(meaning)].rawValue &>> (isPair &<< 1)
                    kept[count] = Start(word: word, meaning: meaning, mustLook: Int32(here &>> 1))
                    count &+= Int(here & 1)
                }
                return count
            }
        }
    }
}
