import Words

/// One character of a text and where it stands.
struct FoldedCharacter {
    let start: Int
    let end: Int
    /// The code point.
    let value: UInt32

    /// Marks that combine with a letter count as letters, so that no word ends at an accent.
    var isLetter: Bool {
        if value < 0x80 { return (value | 0x20) &- 97 < 26 }
        guard let properties = Unicode.Scalar(value)?.properties else { return false }
        return properties.isAlphabetic || properties.generalCategory == .nonspacingMark
    }

    var isNumber: Bool {
        if value < 0x80 { return value &- 48 < 10 }
        return Unicode.Scalar(value)?.properties.numericType != nil
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
        let start = offset
        let scalar = ScalarDecoding.scalar(in: bytes, at: start, end: bytes.endIndex)
        offset += scalar.byteCount
        return FoldedCharacter(start: start, end: offset, value: scalar.codePoint)
    }
}
