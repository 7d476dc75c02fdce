/// Unsigned numbers in bytes of seven bits, the least significant first (LEB128, DWARF 5 section 7.6).
enum Varint {
    static func append(_ value: Int, to bytes: inout [UInt8]) {
        var rest = UInt64(truncatingIfNeeded: value)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// Bytes of the largest number.
    static var mostBytes: Int { 10 }

    /// Writes a number where there is room for `mostBytes`; gives the place behind it.
    @inline(__always) static func write(_ value: Int, to bytes: UnsafeMutableBufferPointer<UInt8>, at place: Int) -> Int {
        var (rest, place) = (UInt64(truncatingIfNeeded: value), place)
        while rest >= 0x80 {
            bytes[place] = UInt8(truncatingIfNeeded: rest) | 0x80
            rest >>= 7
            place += 1
        }
        bytes[place] = UInt8(truncatingIfNeeded: rest)
        return place + 1
    }

    /// Bytes that `append` takes.
    static func byteCount(_ value: UInt32) -> Int { value < 0x80 ? 1 : (38 - value.leadingZeroBitCount) / 7 }
}

/// Reads what `Varint` wrote; at the end of the bytes, and for numbers that do not fit, it gives nil.
struct VarintReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var offset = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool { offset >= bytes.count }

    mutating func next() -> Int? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while offset < bytes.count, shift < 63 {
            let byte = bytes[offset]
            offset += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int(truncatingIfNeeded: value) }
            shift += 7
        }
        return nil
    }

    /// A number of bytes, then the bytes as text.
    mutating func string() -> String? {
        guard let count = next(), count <= bytes.count - offset else { return nil }
        defer { offset += count }
        return String(decoding: bytes[offset..<offset + count], as: UTF8.self)
    }
}
