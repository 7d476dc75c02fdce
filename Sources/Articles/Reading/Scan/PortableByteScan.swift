import Words

/// `ByteScan` in plain Swift, for processors that `CVectors` has no instructions for: eight bytes at a time in a 64-bit word.
///
/// Every test leaves its answer in the top bit of each byte (Hacker's Delight, 2nd edition, section 6-1).
enum PortableByteScan {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let tops: UInt64 = 0x8080_8080_8080_8080

    static func lineEnd(in bytes: Span<UInt8>) -> Int {
        var offset = 0
        while offset + 8 <= bytes.count {
            let word = word(of: bytes, at: offset)
            let ends = isByte(word, 0x0A) | isByte(word, 0x0D)
            if ends != 0 { return offset + ends.trailingZeroBitCount / 8 }
            offset += 8
        }
        while offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
        return offset
    }

    static func isSound(_ bytes: Span<UInt8>) -> Bool {
        var offset = 0
        while offset + 8 <= bytes.count {
            if isByte(word(of: bytes, at: offset), 0) != 0 { return false }
            offset += 8
        }
        while offset < bytes.count {
            if bytes[offset] == 0 { return false }
            offset += 1
        }
        return (try? UTF8Span(validating: bytes)) != nil
    }

    /// Eight bytes, the first lowest; letters behind the text's end.
    private static func word(of bytes: Span<UInt8>, at offset: Int) -> UInt64 {
        if offset + 8 <= bytes.count {
            return UInt64(littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        return (offset..<offset + 8).reversed().reduce(0) { $0 << 8 | UInt64($1 < bytes.count ? bytes[$1] : 0x61) }
    }

    /// Top bits of the bytes that are `byte`, exact for each: the sum carries into no other.
    private static func isByte(_ word: UInt64, _ byte: UInt64) -> UInt64 {
        let difference = word ^ byte &* ones
        return ~((difference & ~tops &+ ~tops) | difference) & tops
    }
}
