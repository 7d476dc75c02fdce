/// Folds texts of Latin and Cyrillic letters and of the marks and signs that news has, of which no character becomes longer nor joins a blank before it.
@safe
struct PlainFolding: ~Copyable {
    /// With room for the whole text.
    private let target: UnsafeMutableBufferPointer<UInt8>
    /// Bytes that were written.
    private(set) var count = 0

    /// - Parameter target: with room for as many bytes as the text has.
    @unsafe
    init(into target: UnsafeMutableBufferPointer<UInt8>) { unsafe self.target = target }

    /// False where a character needs more than its two or three bytes to fold.
    ///
    /// - Complexity: O(`text`).
    mutating func fold(_ text: Span<UInt8>) -> Bool {
        precondition(unsafe target.count >= text.count, "room for the text")
        var offset = 0
        while offset < text.count {
            if offset + 8 <= text.count, foldEight(of: text, from: offset) {
                offset += 8
                continue
            }
            let byte = text[offset]
            offset += 1
            if byte == 0x20 || byte &- 9 < 5 {
                appendBlank()
            } else if byte < 0x80 {
                append(byte &- 65 < 26 ? byte | 0x20 : byte)
            } else {
                guard let length = append(byte, before: text.extracting(offset...)) else { return false }
                offset += length
            }
        }
        if unsafe count > 0 && target[count - 1] == 0x20 { count -= 1 }
        return true
    }

    /// Folds eight bytes at once where all are ASCII and no blank stands behind another or is none but a space; else none.
    @inline(__always)
    private mutating func foldEight(of text: Span<UInt8>, from offset: Int) -> Bool {
        let tops: UInt64 = 0x8080_8080_8080_8080
        let ones: UInt64 = 0x0101_0101_0101_0101
        let eight = unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
        // Below 0x80, a sum tells in its highest bit what is at least so much.
        guard eight & tops == 0, (eight &+ ones &* 0x60) & tops == tops else { return false }
        let blanks = ~((eight ^ ones &* 0x20) &+ ones &* 0x7F) & tops
        let followsBlank = unsafe count == 0 || target[count - 1] == 0x20
        guard blanks & (blanks << 8 | (followsBlank ? 0x80 : 0)) == 0 else { return false }
        let capitals = (eight &+ ones &* (0x80 - 65)) & ~(eight &+ ones &* (0x80 - 91)) & tops
        let folded = eight | capitals >> 2
        unsafe UnsafeMutableRawPointer(target.baseAddress.unsafelyUnwrapped).storeBytes(of: folded, toByteOffset: count, as: UInt64.self)
        count += 8
        return true
    }

    @inline(__always)
    private mutating func append(_ byte: UInt8) {
        unsafe target[count] = byte
        count += 1
    }

    private mutating func append(_ first: UInt8, _ second: UInt8) {
        append(first)
        append(second)
    }

    private mutating func appendBlank() {
        if unsafe count > 0 && target[count - 1] != 0x20 { append(0x20) }
    }

    /// Appends the character that begins with `first` where it is one of Latin-1 or Cyrillic or a mark or sign that prose has, and gives the number of its
    /// further bytes; nil for all others.
    private mutating func append(_ first: UInt8, before rest: Span<UInt8>) -> Int? {
        guard let second = rest.isEmpty ? nil : rest[0] else { return nil }
        if first == 0xC2, second == 0xA0 {
            appendBlank()
            return 1
        }
        switch first {
        case 0xC2 where second > 0xA0: append(first, second)
        case 0xC3: append(first, second < 0x9F && second != 0x97 ? second | 0x20 : second)
        case 0xD0, 0xD1:
            guard let (first, second) = Self.foldedCyrillic(first, second) else { return nil }
            append(first, second)
        case 0xC4...0xC9:
            guard let (first, second) = Self.foldedLatin(first, second) else { return nil }
            append(first, second)
        case 0xE2: return appendMark(second, rest)
        case 0xF0: return appendPicture(second, rest)
        default: return nil
        }
        return 1
    }

    /// U+0100 to U+024F where the small letter is one of them too.
    private static func foldedLatin(_ first: UInt8, _ second: UInt8) -> (UInt8, UInt8)? {
        let value = UInt32(first & 0x1F) << 6 | UInt32(second & 0x3F)
        guard value < 0x250, let small = Unicode.Scalar(value)?.properties.lowercaseMapping.utf8, small.count == 2 else { return nil }
        return small.first.flatMap { first in small.last.map { (first, $0) } }
    }

    /// U+1F000 to U+1FAFF but for the modifiers of skin (U+1F3FB to U+1F3FF), which join what stands before.
    private mutating func appendPicture(_ second: UInt8, _ rest: Span<UInt8>) -> Int? {
        guard rest.count > 2, second == 0x9F, (0x80..<0xAC).contains(rest[1]), rest[1] != 0x8F || rest[2] < 0xBB else { return nil }
        append(0xF0, second)
        append(rest[1], rest[2])
        return 3
    }

    /// U+0400 to U+045F: the capitals stand 80 and 32 before their small letters (chart of Cyrillic).
    private static func foldedCyrillic(_ first: UInt8, _ second: UInt8) -> (UInt8, UInt8)? {
        if first == 0xD1 { return second < 0xA0 ? (first, second) : nil }
        switch second {
        case 0x80..<0x90: return (0xD1, second + 0x10)
        case 0x90..<0xA0: return (0xD0, second + 0x20)
        case 0xA0..<0xB0: return (0xD1, second - 0x20)
        default: return (first, second)
        }
    }

    private mutating func appendMark(_ second: UInt8, _ rest: Span<UInt8>) -> Int? {
        guard rest.count > 1, Self.isPlainMark(second, rest[1]) else { return nil }
        if second == 0x80, rest[1] & 0xFE == 0x98 {
            append(UInt8(ascii: "'"))
        } else {
            append(0xE2, second)
            append(rest[1])
        }
        return 2
    }

    /// U+200B, U+2010 to U+2027, U+2030 to U+203F, U+20A0 to U+20BF, and arrows and signs without letters: U+2190 to U+243F, U+2500 to U+2BFF.
    private static func isPlainMark(_ second: UInt8, _ third: UInt8) -> Bool {
        switch second {
        case 0x80: third == 0x8B || (0x90..<0xA8).contains(third) || third >= 0xB0
        case 0x82: third >= 0xA0
        case 0x86: third >= 0x90
        case 0x87...0x90, 0x94...0xAF: true
        default: false
        }
    }
}
