import CVectors
import Words

/// The spellings of a segment in the order of their folded forms.
struct SortedVocabulary {
    /// The spelling that comes n-th, and for each spelling its place.
    private(set) var order: [Int] = []
    private(set) var rank: [UInt32] = []
    private(set) var folded = RowTable()
    /// For each folded form its first spelling, and a last entry behind all.
    private(set) var firstSpelling: [UInt32] = []
    /// For each spelling the bytes of its postings.
    let postingBytes: [UInt32]

    /// A spelling as it sorts.
    private struct Key {
        /// The folded form's first 16 bytes, the first one highest, zeros behind.
        let high: UInt64
        let low: UInt64
        let spelling: UInt32
        /// The form's row among the others where these bytes are not all that there is to know; else -1.
        let form: Int32
        /// Of a form that these bytes are: whether each is not a capital letter in the spelling, the first one highest.
        var small: UInt16 = 0

        func isAlike(_ other: Key) -> Bool { high == other.high && low == other.low }
    }

    init(_ table: SpellingTable, folding: String?) {
        let spellings = table.spellings
        postingBytes = spellings.map(\.posting_bytes)
        var forms = RowTable()
        var keys: [Key] = []
        keys.reserveCapacity(spellings.count)
        for (number, spelling) in spellings.enumerated() {
            let short = folding == nil ? Self.shortKey(spelling, UInt32(truncatingIfNeeded: number)) : nil
            keys.append(short ?? Self.key(UInt32(truncatingIfNeeded: number), table.rows, &forms, folding))
        }
        Self.sort(&keys, spellings: table.rows, forms: forms)
        take(keys, forms)
    }

    private static func sort(_ keys: inout [Key], spellings: RowTable, forms: RowTable) {
        sortByFirstBytes(&keys)
        keys.withUnsafeMutableBufferPointer { keys in
            var start = 0
            while start < keys.count {
                var end = start + 1
                while end < keys.count, keys[end].high == keys[start].high { end += 1 }
                if end > start + 1 { sort(UnsafeMutableBufferPointer(rebasing: keys[start..<end]), spellings, forms) }
                start = end
            }
        }
    }

    /// Sorts keys of the same first eight bytes; most are two to five, put where they belong one by one.
    private static func sort(_ keys: UnsafeMutableBufferPointer<Key>, _ spellings: RowTable, _ forms: RowTable) {
        guard keys.count <= mostInserted else {
            var keys = keys
            return keys.sort { precedes($0, $1, spellings, forms) }
        }
        for number in 1..<keys.count {
            let key = keys[number]
            var place = number
            while place > 0, precedes(key, keys[place - 1], spellings, forms) {
                keys[place] = keys[place - 1]
                place -= 1
            }
            keys[place] = key
        }
    }

    private static let mostInserted = 24

    @inline(__always) private static func precedes(_ left: Key, _ right: Key, _ spellings: RowTable, _ forms: RowTable) -> Bool {
        if left.low != right.low { return left.low < right.low }
        if left.form < 0, right.form < 0 { return left.small < right.small }
        return precedesInFull(left, right, spellings, forms)
    }

    @inline(never) private static func precedesInFull(_ left: Key, _ right: Key, _ spellings: RowTable, _ forms: RowTable) -> Bool {
        let (one, other) = (bytes(left, forms), bytes(right, forms))
        if one != other { return one.lexicographicallyPrecedes(other) }
        return spellings[Int(left.spelling)].lexicographicallyPrecedes(spellings[Int(right.spelling)])
    }

    /// A radix sort by the first eight bytes of the forms, the last of them first (Knuth, The Art of Computer Programming 3, section 5.2.5).
    private static func sortByFirstBytes(_ keys: inout [Key]) {
        var sorted = keys
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            keys.withUnsafeBufferPointer { keys in
                sorted.withUnsafeMutableBufferPointer { sorted in
                    withUnsafeTemporaryAllocation(of: Int.self, capacity: 257) { places in
                        places.initialize(repeating: 0)
                        for key in keys { places[Int(key.high >> shift & 0xFF) + 1] += 1 }
                        for byte in 1..<places.count { places[byte] += places[byte - 1] }
                        for key in keys {
                            let byte = Int(key.high >> shift & 0xFF)
                            sorted[places[byte]] = key
                            places[byte] += 1
                        }
                    }
                }
            }
            swap(&keys, &sorted)
        }
    }

    private mutating func take(_ keys: [Key], _ forms: RowTable) {
        order = keys.map { Int($0.spelling) }
        rank = [UInt32](repeating: 0, count: keys.count)
        var last: Key?
        for (place, key) in keys.enumerated() {
            rank[Int(key.spelling)] = UInt32(truncatingIfNeeded: place)
            if let last, last.isAlike(key), last.form < 0 && key.form < 0 || Self.bytes(last, forms) == Self.bytes(key, forms) { continue }
            last = key
            if key.form < 0 { append(key) } else { folded.append(forms[Int(key.form)]) }
            firstSpelling.append(UInt32(truncatingIfNeeded: place))
        }
        firstSpelling.append(UInt32(truncatingIfNeeded: keys.count))
    }

    /// Appends a form that the key holds, of 1 to 16 bytes.
    private mutating func append(_ key: Key) {
        let zeros = key.low != 0 ? key.low.trailingZeroBitCount : 64 + key.high.trailingZeroBitCount
        withUnsafeBytes(of: (key.high.bigEndian, key.low.bigEndian)) { folded.append($0.prefix(16 - zeros / 8)) }
    }

    /// The key of a word of at most 16 bytes, all ASCII, which folds byte by byte; nil for others.
    private static func shortKey(_ key: cv_spelling, _ spelling: UInt32) -> Key? {
        guard key.length <= 16, (key.head | key.tail) & 0x8080_8080_8080_8080 == 0 else { return nil }
        let bytes = key.shortBytes
        let (high, low) = (capitals(bytes.high), capitals(bytes.low))
        return Key(
            high: bytes.high | high >> 2, low: bytes.low | low >> 2, spelling: spelling, form: -1,
            small: ~UInt16(truncatingIfNeeded: gathered(high) << 8 | gathered(low)))
    }

    private static func key(_ spelling: UInt32, _ rows: RowTable, _ forms: inout RowTable, _ folding: String?) -> Key {
        let form = FoldedForm.bytes(of: rows[Int(spelling)], language: folding)
        forms.append(form)
        let number = { (bytes: ArraySlice<UInt8>) in
            bytes.reduce(0) { $0 << 8 | UInt64($1) } << UInt64(8 * (8 - bytes.count))
        }
        return Key(
            high: number(form.prefix(8)), low: number(form.dropFirst(8).prefix(8)), spelling: spelling, form: Int32(forms.count - 1))
    }

    /// All bytes of a form.
    private static func bytes(_ key: Key, _ forms: RowTable) -> [UInt8] {
        if key.form >= 0 { return Array(forms[Int(key.form)]) }
        let bytes = [key.high, key.low].flatMap { half in (0..<8).map { UInt8(truncatingIfNeeded: half >> UInt64(56 - 8 * $0)) } }
        return bytes.reversed().drop { $0 == 0 }.reversed()
    }

    /// The highest bit of each of eight ASCII bytes that is a capital letter.
    private static func capitals(_ bytes: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let fromA = bytes &+ ones &* (0x80 - 0x41)
        let aboveZ = bytes &+ ones &* (0x80 - 0x5B)
        return fromA & ~aboveZ & (ones << 7)
    }

    /// The highest bits of eight bytes in one: each of the product's highest bits is the sum of one of them alone.
    private static func gathered(_ tops: UInt64) -> UInt64 { ((tops >> 7) &* 0x0102_0408_1020_4080) >> 56 }
}

extension cv_spelling {
    /// Of a word of at most 16 bytes all of them, the first one highest, zeros behind.
    fileprivate var shortBytes: (high: UInt64, low: UInt64) {
        let rest = length > 8 ? tail >> UInt64(8 * (16 - length)) : 0
        return (head.byteSwapped, rest.byteSwapped)
    }
}
