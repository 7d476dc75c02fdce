/// What a character is to the token scanner.
enum ByteClass: UInt8, Sendable {
    case other, letter, digit, blank, high

    @inline(__always)
    static func of(_ byte: UInt8) -> ByteClass {
        if (byte | 0x20) &- 97 < 26 { return .letter }
        if byte >= 0x80 { return .high }
        if byte == 32 || byte &- 9 < 5 { return .blank }
        return byte &- 48 < 10 ? .digit : .other
    }

    /// Whether a character beyond ASCII belongs to words: all but spaces, punctuation and symbols that news text sets between words.
    static func isWordScalar(_ codePoint: UInt32) -> Bool {
        switch codePoint {
        case 0x80...0xBF: codePoint == 0xAA || codePoint == 0xB5 || codePoint == 0xBA
        case 0xD7, 0xF7, 0x1680, 0x2000...0x206F, 0x2190...0x2BFF, 0x3000...0x3020, 0xFE10...0xFE6F, 0xFEFF, 0xFF00...0xFF0F,
            0xFF1A...0xFF20,
            0xFFFD:
            false
        default: codePoint < 0x1F000 || codePoint > 0x1FAFF
        }
    }

    static func isBlankScalar(_ codePoint: UInt32) -> Bool {
        switch codePoint {
        case 9...13, 32, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
        default: false
        }
    }
}

/// One code point of UTF-8 and how many bytes it takes; what is no UTF-8 is U+FFFD of one byte.
struct DecodedScalar {
    let codePoint: UInt32
    let byteCount: Int

    @inline(__always)
    init(in bytes: TextBytes, at offset: Int, end: Int) {
        let first = bytes[offset]
        let count = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 0
        guard count > 0, offset + count <= end else {
            codePoint = 0xFFFD
            byteCount = 1
            return
        }
        var value = count == 1 ? UInt32(first) : UInt32(first) & (0xFF >> UInt32(count + 1))
        var place = offset + 1
        while place < offset + count {
            value = value << 6 | UInt32(bytes[place] & 0x3F)
            place += 1
        }
        codePoint = value
        byteCount = count
    }

    /// The code point that ends before `offset`; nil at `start`.
    init?(in bytes: TextBytes, before offset: Int, start: Int) {
        guard offset > start else { return nil }
        var first = offset - 1
        while first > start, offset - first < 4, bytes[first] & 0xC0 == 0x80 { first -= 1 }
        self.init(in: bytes, at: first, end: offset)
    }
}
