/// What a repair of bytes has to set right.
struct UTF8Faults {
    private(set) var replacedSequenceCount = 0
    /// 0-based byte offset of the first ill-formed sequence.
    private(set) var firstReplaced: Int?
    private(set) var nullCount = 0
    private(set) var firstNull: Int?

    init() {}

    /// - Complexity: O(`bytes`); nothing is held.
    init(of bytes: Span<UInt8>) {
        UTF8Repair.forEachFault(in: bytes) { place, isNull in note(place.lowerBound, isNull: isNull) }
    }

    mutating func note(_ offset: Int, isNull: Bool) {
        if isNull {
            nullCount += 1
            firstNull = firstNull ?? offset
        } else {
            replacedSequenceCount += 1
            firstReplaced = firstReplaced ?? offset
        }
    }
}

/// Makes any bytes valid UTF-8: each maximal part of an ill-formed sequence becomes one U+FFFD, and so does each U+0000.
///
/// Source: the Unicode Standard 15.0, section 3.9, "U+FFFD Substitution of Maximal Subparts" (also the WHATWG Encoding Standard, UTF-8 decoder).
struct UTF8Repair {
    private(set) var text: [UInt8] = []
    private(set) var faults = UTF8Faults()

    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// - Complexity: O(`bytes`).
    init(_ bytes: Span<UInt8>) {
        var copied = 0
        Self.forEachFault(in: bytes) { place, isNull in
            append(bytes.extracting(copied..<place.lowerBound))
            text += Self.replacement
            faults.note(place.lowerBound, isNull: isNull)
            copied = place.upperBound
        }
        append(bytes.extracting(copied...))
    }

    private mutating func append(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { unsafe text.append(contentsOf: $0) }
    }

    /// Hands over each place that a repair changes, in order.
    static func forEachFault(in bytes: Span<UInt8>, _ take: (Range<Int>, _ isNull: Bool) -> Void) {
        var offset = 0
        while offset < bytes.count {
            let length = sequenceLength(in: bytes, at: offset)
            let isNull = bytes[offset] == 0
            if isNull || !length.isWellFormed { take(offset..<offset + length.count, isNull) }
            offset += length.count
        }
    }

    /// Bytes of the sequence at `offset`: the whole of a well-formed one, the maximal subpart of an ill-formed one.
    private static func sequenceLength(in bytes: Span<UInt8>, at offset: Int) -> (count: Int, isWellFormed: Bool) {
        let first = bytes[offset]
        if first < 0x80 { return (1, true) }
        let needed: Int
        switch first {
        case 0xC2...0xDF: needed = 1
        case 0xE0...0xEF: needed = 2
        case 0xF0...0xF4: needed = 3
        default: return (1, false)
        }
        for count in 1...needed {
            guard offset + count < bytes.count else { return (count, false) }
            let range = count == 1 ? secondByteRange(after: first) : 0x80...0xBF
            guard range.contains(bytes[offset + count]) else { return (count, false) }
        }
        return (needed + 1, true)
    }

    /// Table 3-7 of the Standard: keeps out overlong forms, surrogates and what lies beyond U+10FFFF.
    private static func secondByteRange(after first: UInt8) -> ClosedRange<UInt8> {
        switch first {
        case 0xE0: 0xA0...0xBF
        case 0xED: 0x80...0x9F
        case 0xF0: 0x90...0xBF
        case 0xF4: 0x80...0x8F
        default: 0x80...0xBF
        }
    }
}
