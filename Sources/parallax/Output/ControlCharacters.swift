/// Characters that act on a terminal instead of showing: escape sequences, overwritten lines, text turned round.
///
/// C0 (tabs and line ends apart), U+007F and C1 of ECMA-48, section 5, and the overrides and isolates of Unicode Standard Annex 9, section 2.
enum ControlCharacters {
    /// The text with another in the place of each of them.
    ///
    /// - Complexity: O(bytes); text without any is handed back.
    static func replaced(in text: String, by replacement: (UInt32) -> String) -> String {
        guard text.utf8.contains(where: canBegin) else { return text }
        let bytes = Array(text.utf8)
        var shown: [UInt8] = []
        shown.reserveCapacity(bytes.count)
        var next = 0
        while next < bytes.count {
            if let found = character(at: next, in: bytes[...]) {
                shown += replacement(found.value).utf8
                next += found.length
            } else {
                shown.append(bytes[next])
                next += 1
            }
        }
        return String(decoding: shown, as: UTF8.self)
    }

    private static func canBegin(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != 0x0A && byte != 0x09 || byte == 0x7F || byte == 0xC2 || byte == 0xE2
    }

    /// The character of this kind that begins at a byte, as its value and its length in UTF-8.
    private static func character(at place: Int, in bytes: ArraySlice<UInt8>) -> (value: UInt32, length: Int)? {
        let byte = bytes[place]
        guard canBegin(byte) else { return nil }
        let rest = bytes[(place + 1)...].prefix(2)
        switch (byte, rest.first, rest.dropFirst().first) {
        case (0x0D, 0x0A?, _): return nil
        case (0xC2, let second?, _): return second < 0xA0 ? (UInt32(second), 2) : nil
        case (0xE2, 0x80?, let third?): return (0xAA...0xAE).contains(third) ? (0x2000 + UInt32(third & 0x3F), 3) : nil
        case (0xE2, 0x81?, let third?): return (0xA6...0xA9).contains(third) ? (0x2040 + UInt32(third & 0x3F), 3) : nil
        case (0xC2, _, _), (0xE2, _, _): return nil
        default: return (UInt32(byte), 1)
        }
    }
}
