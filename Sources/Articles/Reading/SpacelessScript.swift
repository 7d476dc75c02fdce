/// Scripts that set no blanks between words: the word rules give whole sentences or single characters there, so counts would mean nothing.
///
/// Source: the Line_Break classes SA and ID of Unicode Standard Annex #14 (Thai, Lao, Tibetan, Myanmar, Khmer; Han, Hiragana, Katakana, Yi).
/// Hangul, which has blanks, is none of them.
enum SpacelessScript {
    /// Whether more than a quarter of the bytes of `text` are such characters: a name in another text is no reason to refuse it.
    ///
    /// - Complexity: O(`text`).
    static func prevails(in text: [UInt8]) -> Bool {
        let bytes = text.span
        // Each of them has three bytes beyond ASCII, of which nearly all texts have fewer.
        guard beyondCount(bytes) * 4 > bytes.count else { return false }
        var count = 0
        for offset in 0..<max(0, bytes.count - 2) where bytes[offset] >= 0xE0 && isSpaceless(bytes[offset], bytes[offset + 1]) {
            count += 1
        }
        return count * 3 * 4 > text.count
    }

    /// Bytes that are not ASCII.
    private static func beyondCount(_ bytes: Span<UInt8>) -> Int {
        var (count, offset) = (0, 0)
        while offset + 8 <= bytes.count {
            let tops = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080
            // Counting bits takes long where no instruction does it.
            if tops != 0 { count += tops.nonzeroBitCount }
            offset += 8
        }
        while offset < bytes.count {
            count += bytes[offset] >= 0x80 ? 1 : 0
            offset += 1
        }
        return count
    }

    /// By the first two bytes of three, which stand for 64 code points: U+0E00 to U+0FFF, U+1000 to U+109F, U+1780 to U+17FF, U+3040 to U+30FF,
    /// U+3400 to U+A4CF, U+F900 to U+FAFF.
    private static func isSpaceless(_ first: UInt8, _ second: UInt8) -> Bool {
        switch first {
        case 0xE0: (0xB8...0xBF).contains(second)
        case 0xE1: (0x80...0x82).contains(second) || (0x9E...0x9F).contains(second)
        case 0xE3: (0x81...0x83).contains(second) || second >= 0x90
        case 0xE4...0xE9: true
        case 0xEA: second <= 0x93
        case 0xEF: (0xA4...0xAB).contains(second)
        default: false
        }
    }
}
