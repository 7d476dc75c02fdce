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
        /// The form's row among the others where these bytes are not all that there is to know.
        let form: Int32

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
        Self.sort(&keys, by: Order(spellings: spellings, rows: table.rows, forms: forms))
        take(keys, forms)
    }

    private static func sort(_ keys: inout [Key], by order: Order) {
        sortByFirstBytes(&keys)
        keys.withUnsafeMutableBufferPointer { keys in
            var start = 0
            while start < keys.count {
                var end = start + 1
                while end < keys.count, keys[end].high == keys[start].high { end += 1 }
                if end > start + 1 { keys[start..<end].sort(by: order.precedes) }
                start = end
            }
        }
    }

    /// A radix sort by the first eight bytes of the forms, the last of them first (Knuth, The Art of Computer Programming 3, section 5.2.5).
    private static func sortByFirstBytes(_ keys: inout [Key]) {
        guard let first = keys.first else { return }
        var sorted = keys
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            var starts = [Int](repeating: 0, count: 257)
            for key in keys { starts[Int(key.high >> shift & 0xFF) + 1] += 1 }
            if starts[Int(first.high >> shift & 0xFF) + 1] == keys.count { continue }
            for byte in 1..<starts.count { starts[byte] += starts[byte - 1] }
            for key in keys {
                let byte = Int(key.high >> shift & 0xFF)
                sorted[starts[byte]] = key
                starts[byte] += 1
            }
            swap(&keys, &sorted)
        }
    }

    /// The order of spellings whose forms have the same first eight bytes.
    private struct Order {
        let spellings: [cv_spelling]
        let rows: RowTable
        let forms: RowTable

        func precedes(_ left: Key, _ right: Key) -> Bool {
            if left.low != right.low { return left.low < right.low }
            if left.form < 0, right.form < 0 {
                let (one, other) = (spellings[Int(left.spelling)].shortBytes, spellings[Int(right.spelling)].shortBytes)
                return (one.high, one.low) < (other.high, other.low)
            }
            let (one, other) = (SortedVocabulary.bytes(left, forms), SortedVocabulary.bytes(right, forms))
            if one != other { return one.lexicographicallyPrecedes(other) }
            return rows[Int(left.spelling)].lexicographicallyPrecedes(rows[Int(right.spelling)])
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
        return Key(high: withSmallLetters(bytes.high), low: withSmallLetters(bytes.low), spelling: spelling, form: -1)
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

    /// Sets the sixth bit of each of eight ASCII bytes that is a capital letter.
    private static func withSmallLetters(_ bytes: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let fromA = bytes &+ ones &* (0x80 - 0x41)
        let aboveZ = bytes &+ ones &* (0x80 - 0x5B)
        return bytes | (fromA & ~aboveZ & (ones &* 0x80)) >> 2
    }
}

extension cv_spelling {
    /// Of a word of at most 16 bytes all of them, the first one highest, zeros behind.
    fileprivate var shortBytes: (high: UInt64, low: UInt64) {
        let rest = length > 8 ? tail >> UInt64(8 * (16 - length)) : 0
        return (head.byteSwapped, rest.byteSwapped)
    }
}
