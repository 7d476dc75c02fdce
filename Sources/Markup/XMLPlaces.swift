/// Follows the events of a well-formed document through its bytes, to say where each begins: libxml2 reads ahead, so that its own position is
/// some way behind, and its line is that of a tag's end.
struct XMLPlaces {
    struct Place: Hashable {
        /// 1-based; LF, CR LF and CR end lines.
        let line: Int
        /// 1-based, in characters (Unicode scalars).
        let column: Int
    }

    private static let comment = (begin: Array("<!--".utf8), end: Array("-->".utf8))
    private static let characterData = (begin: Array("<![CDATA[".utf8), end: Array("]]>".utf8))
    private static let instruction = (begin: Array("<?".utf8), end: Array("?>".utf8))

    private let bytes: [UInt8]
    private var offset = 0
    private var line = 1
    private var column = 1

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Where the next element begins.
    ///
    /// - Complexity: O(bytes) for all calls together.
    mutating func nextElement() -> Place {
        while offset < bytes.count, !(isSign("<") && isNameStart(offset + 1)) { skipMarkupOrCharacter() }
        let place = Place(line: line, column: column)
        skipTag()
        return place
    }

    /// Where the first character of the next text stands that is no blank; not moved where only blanks stand before the next element.
    mutating func nextText() -> Place {
        var ahead = self
        let isCharacterData = ahead.findText()
        let place = Place(line: ahead.line, column: ahead.column)
        guard ahead.offset < ahead.bytes.count, isCharacterData || !ahead.isSign("<") else { return place }
        let end = isCharacterData ? Self.characterData.end : [UInt8(ascii: "<")]
        while ahead.offset < ahead.bytes.count, !ahead.begins(with: end) { ahead.advance(by: 1) }
        self = ahead
        return place
    }

    /// Goes to the next character of text that is no blank, or to the next element; whether it stands in character data.
    private mutating func findText() -> Bool {
        var isCharacterData = false
        while offset < bytes.count {
            if isCharacterData, begins(with: Self.characterData.end) {
                advance(by: Self.characterData.end.count)
                isCharacterData = false
            } else if !isCharacterData, begins(with: Self.characterData.begin) {
                advance(by: Self.characterData.begin.count)
                isCharacterData = true
            } else if bytes[offset].isXMLBlank {
                advance(by: 1)
            } else if isCharacterData || !isSign("<") || isNameStart(offset + 1) {
                break
            } else {
                skipMarkupOrCharacter()
            }
        }
        return isCharacterData
    }

    /// Comments, instructions, character data, declarations and end tags as a whole; else one character.
    private mutating func skipMarkupOrCharacter() {
        if let closed = [Self.comment, Self.characterData, Self.instruction].first(where: { begins(with: $0.begin) }) {
            while offset < bytes.count, !begins(with: closed.end) { advance(by: 1) }
            advance(by: min(closed.end.count, bytes.count - offset))
        } else if isSign("<") {
            skipTag()
        } else {
            advance(by: 1)
        }
    }

    /// Up to the `>` that ends the tag; those in quoted values do not.
    private mutating func skipTag() {
        var quote: UInt8?
        while offset < bytes.count {
            let byte = bytes[offset]
            advance(by: 1)
            if byte == quote {
                quote = nil
            } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if quote == nil, byte == UInt8(ascii: ">") {
                return
            }
        }
    }

    private mutating func advance(by count: Int) {
        for _ in 0..<count {
            let byte = bytes[offset]
            offset += 1
            if byte == 0x0A || (byte == 0x0D && (offset == bytes.count || bytes[offset] != 0x0A)) {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80, byte != 0x0D {
                column += 1
            }
        }
    }

    private func isSign(_ sign: Unicode.Scalar) -> Bool { bytes[offset] == UInt8(ascii: sign) }

    private func isNameStart(_ index: Int) -> Bool {
        guard index < bytes.count else { return false }
        let byte = bytes[index]
        return byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":") || (0x61...0x7A).contains(byte | 0x20)
    }

    private func begins(with signs: [UInt8]) -> Bool {
        offset + signs.count <= bytes.count && bytes[offset] == signs[0] && bytes[offset..<(offset + signs.count)].elementsEqual(signs)
    }
}

extension UInt8 {
    fileprivate var isXMLBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
