/// Reads one code point at a time from UTF-8 that is known to be valid, without making a `String`.
package enum ScalarDecoding {
    /// A code point and the number of bytes it takes.
    package typealias Decoded = (codePoint: UInt32, byteCount: Int)

    /// The code point that starts at `offset`; U+FFFD of one byte where `end` cuts it or the bytes are no UTF-8.
    @inlinable @inline(__always)
    package static func scalar<Bytes: RandomAccessCollection<UInt8>>(in bytes: Bytes, at offset: Int, end: Int) -> Decoded
    where Bytes.Index == Int {
        let first = bytes[offset]
        if first < 0x80 { return (UInt32(first), 1) }
        let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC0, offset + count <= end else { return (0xFFFD, 1) }
        var codePoint = UInt32(first) & (0xFF >> UInt32(count + 1))
        for next in bytes[offset + 1..<offset + count] { codePoint = codePoint << 6 | UInt32(next & 0x3F) }
        return (codePoint, count)
    }

    /// The code point that ends before `offset`; nil at `start`.
    static func scalar<Bytes: RandomAccessCollection<UInt8>>(in bytes: Bytes, before offset: Int, start: Int) -> Decoded?
    where Bytes.Index == Int {
        guard offset > start else { return nil }
        var first = offset - 1
        while first > start, offset - first < 4, bytes[first] & 0xC0 == 0x80 { first -= 1 }
        return scalar(in: bytes, at: first, end: offset)
    }
}
