import Words

/// Finds where in a passage quotation marks may stand, eight bytes at a time.
///
/// Every mark is found; what is found and is none is an apostrophe or the like, which the token scanner tells apart.
struct MarkSearch {
    private let bytes: TextBytes
    private let end: Int

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let tops: UInt64 = 0x8080_8080_8080_8080

    init(in bytes: TextBytes, upTo end: Int) {
        precondition(end <= bytes.count, "a passage lies inside its text")
        self.bytes = bytes
        self.end = end
    }

    /// The first byte at or behind `offset` with which a mark may begin; nil where there is none.
    func next(from offset: Int) -> Int? {
        var place = candidate(from: offset)
        while place < end, !mayBegin(at: place) { place = candidate(from: place + 1) }
        return place < end ? place : nil
    }

    /// The first straight mark, backquote or byte beyond ASCII at or behind `offset`.
    private func candidate(from offset: Int) -> Int {
        guard let base = bytes.base else { return end }
        let text = UnsafeRawPointer(base)
        var place = offset
        while place + 32 <= end {
            var found: UInt64 = 0
            for part in 0..<4 {
                found |= Self.candidates(text.loadUnaligned(fromByteOffset: place + 8 * part, as: UInt64.self).littleEndian)
            }
            if found != 0 { break }
            place += 32
        }
        while place + 8 <= end {
            let found = Self.candidates(text.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian)
            if found != 0 { return place + found.trailingZeroBitCount >> 3 }
            place += 8
        }
        while place < end, Self.candidates(UInt64(base[place])) & 0x80 == 0 { place += 1 }
        return place
    }

    /// The top bits of the bytes that may begin a mark: the lowest of them is right, those above it may not be.
    @inline(__always)
    private static func candidates(_ bytes: UInt64) -> UInt64 {
        zeros(bytes ^ 0x22 &* ones) | zeros(bytes ^ 0x27 &* ones) | zeros(bytes ^ 0x60 &* ones) | bytes & tops
    }

    /// The top bits of the bytes that are 0 (Hacker's Delight, 2nd edition, section 6-1).
    @inline(__always)
    private static func zeros(_ bytes: UInt64) -> UInt64 { (bytes &- ones) & ~bytes & tops }

    private func mayBegin(at place: Int) -> Bool {
        switch bytes[place] {
        case 0x22, 0x60: true
        case 0x27: !joinsLetters(at: place, byteCount: 1)
        case 0xC2: byte(at: place + 1) == 0xAB || byte(at: place + 1) == 0xBB
        case 0xE2 where byte(at: place + 1) == 0x80:
            byte(at: place + 2) == 0x99
                ? !joinsLetters(at: place, byteCount: 3) : [0x98...0x9F, 0xB9...0xBA].contains { $0 ~= byte(at: place + 2) }
        case 0xE3, 0xEF: true
        default: false
        }
    }

    /// Whether letters of ASCII stand on both sides, which makes an apostrophe.
    private func joinsLetters(at place: Int, byteCount: Int) -> Bool {
        place > 0 && ByteClass.of(bytes[place - 1]) == .letter && ByteClass.of(byte(at: place + byteCount)) == .letter
    }

    /// 0 behind the end.
    private func byte(at place: Int) -> UInt8 { place < end ? bytes[place] : 0 }
}
