/// One character of a text and where it stands.
struct FoldedCharacter {
    let start: Int
    let end: Int
    /// The code point.
    let value: UInt32

    /// Marks that combine with a letter count as letters, so that no word ends at an accent.
    var isLetter: Bool {
        if value < 0x80 { return isASCIILetter }
        if let isLetter = isWesternLetter { return isLetter }
        guard let properties = Unicode.Scalar(value)?.properties else { return false }
        return properties.isAlphabetic || properties.generalCategory == .nonspacingMark
    }

    /// By the blocks of Unicode that texts in Latin and Cyrillic have most of: Latin-1 from À on, Latin Extended-A and B, the letters of Cyrillic, General
    /// Punctuation; nil for other blocks.
    private var isWesternLetter: Bool? {
        switch value {
        case 0xC0...0x24F: value != 0xD7 && value != 0xF7
        case 0x400...0x481: true
        case 0x2000...0x206F: false
        default: nil
        }
    }

    var isASCIILetter: Bool { (value | 0x20) &- 97 < 26 }

    var isNumber: Bool {
        if value < 0x80 { return value &- 48 < 10 }
        return isWesternLetter == nil && Unicode.Scalar(value)?.properties.numericType != nil
    }
}

/// The characters of valid UTF-8, one after the other.
struct FoldedCharacters: Sequence, IteratorProtocol {
    private let bytes: ArraySlice<UInt8>
    private var offset: Int

    init(bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        offset = bytes.startIndex
    }

    mutating func next() -> FoldedCharacter? {
        guard offset < bytes.endIndex else { return nil }
        let character = Self.character(in: bytes, at: offset)
        offset = character.end
        return character
    }

    /// The character that begins at `offset`.
    static func character(in bytes: ArraySlice<UInt8>, at offset: Int) -> FoldedCharacter {
        let first = bytes[offset]
        if first < 0x80 { return FoldedCharacter(start: offset, end: offset + 1, value: UInt32(first)) }
        let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC0, offset + count <= bytes.endIndex else {
            return FoldedCharacter(start: offset, end: offset + 1, value: 0xFFFD)
        }
        var value = UInt32(first) & (0xFF >> UInt32(count + 1))
        for place in offset + 1..<offset + count { value = value << 6 | UInt32(bytes[place] & 0x3F) }
        return FoldedCharacter(start: offset, end: offset + count, value: value)
    }

    /// The character that ends at `end`.
    static func character(in bytes: ArraySlice<UInt8>, before end: Int) -> FoldedCharacter {
        var start = end - 1
        while start > bytes.startIndex, end - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return character(in: bytes, at: start)
    }
}
