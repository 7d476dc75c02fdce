/// The inside of a JSON string (RFC 8259, section 7).
enum JSONString {
    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    /// The scalar that the escape at `offset` stands for, and its length in bytes; nil where there is none, or it stands for U+0000 or half a pair.
    static func escape(_ bytes: Span<UInt8>, at offset: Int) -> (scalar: UInt32, length: Int)? {
        guard offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\") else { return nil }
        switch bytes[offset + 1] {
        case UInt8(ascii: "n"): return (0x0A, 2)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return (UInt32(bytes[offset + 1]), 2)
        case UInt8(ascii: "t"): return (0x09, 2)
        case UInt8(ascii: "r"): return (0x0D, 2)
        case UInt8(ascii: "b"): return (0x08, 2)
        case UInt8(ascii: "f"): return (0x0C, 2)
        case UInt8(ascii: "u"): return codePoint(bytes, at: offset)
        default: return nil
        }
    }

    /// Of `\uXXXX`, or of two of them that are a pair of surrogates.
    private static func codePoint(_ bytes: Span<UInt8>, at offset: Int) -> (scalar: UInt32, length: Int)? {
        guard let first = codeUnit(bytes, at: offset), first != 0 else { return nil }
        guard 0xD800...0xDFFF ~= first else { return (first, 6) }
        guard first < 0xDC00, let second = codeUnit(bytes, at: offset + 6), 0xDC00...0xDFFF ~= second else { return nil }
        return (0x10000 + ((first & 0x3FF) << 10 | (second & 0x3FF)), 12)
    }

    private static func codeUnit(_ bytes: Span<UInt8>, at offset: Int) -> UInt32? {
        guard offset + 6 <= bytes.count, bytes[offset] == UInt8(ascii: "\\"), bytes[offset + 1] == UInt8(ascii: "u") else { return nil }
        var value: UInt32 = 0
        for place in offset + 2..<offset + 6 {
            guard let digit = digit(bytes[place]) else { return nil }
            value = value << 4 | digit
        }
        return value
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        if byte &- 48 < 10 { return UInt32(byte) - 48 }
        let letter = (byte | 0x20) &- 97
        return letter < 6 ? UInt32(letter) + 10 : nil
    }

    /// Writes a scalar as UTF-8; gives the number of its bytes.
    @unsafe
    static func write(_ scalar: UInt32, to target: UnsafeMutableBufferPointer<UInt8>, at start: Int) -> Int {
        if scalar < 0x80 {
            unsafe target[start] = UInt8(scalar)
            return 1
        }
        let count = scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
        unsafe target[start] = UInt8(truncatingIfNeeded: (0xF00 >> count) | Int(scalar >> UInt32(6 * (count - 1))))
        for place in 1..<count {
            unsafe target[start + place] = UInt8(0x80 | (scalar >> UInt32(6 * (count - 1 - place))) & 0x3F)
        }
        return count
    }
}
