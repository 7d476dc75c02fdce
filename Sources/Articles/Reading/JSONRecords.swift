/// Cuts JSON text into records without parsing them: the lines of JSON lines, the elements of one array, or values one after the other.
///
/// So a fault in one record does not lose the others, and nesting is known before a parser recurses into it.
struct JSONRecords {
    struct Record: Sendable {
        let bytes: ArraySlice<UInt8>
        /// 1-based.
        let line: Int

        /// How its brackets and strings stand; read anew each time, since only what is unusual needs it.
        var nesting: Nesting {
            var nesting = Nesting()
            for byte in bytes { nesting.take(byte) }
            return nesting
        }
    }

    /// Where the text is an array: whether its closing bracket is missing.
    private(set) var isUnclosedArray = false
    /// Line of what follows the array's end.
    private(set) var lineAfterArray: Int?
    private(set) var records: [Record] = []

    private let text: [UInt8]
    private var offset = 0
    private var line = 1

    /// - Parameter isDocument: whether an object may go over several lines, as in `.json` files.
    /// - Complexity: O(`text`).
    init(_ text: [UInt8], isDocument: Bool) {
        self.text = text
        let first = text.first { !Self.isBlank($0) }
        if first == UInt8(ascii: "[") {
            readArray()
        } else if isDocument, first == UInt8(ascii: "{") {
            readValues()
        } else {
            readLines()
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }

    private mutating func skipBlanks() {
        while offset < text.count, Self.isBlank(text[offset]) {
            line += text[offset] == 0x0A ? 1 : 0
            offset += 1
        }
    }

    private mutating func readLines() {
        while offset < text.count {
            let end = JSONString.nextLineEnd(in: text, from: offset)
            let bytes = text[offset..<end]
            if bytes.contains(where: { !Self.isBlank($0) }) { records.append(Record(bytes: bytes, line: line)) }
            let isPair = end + 1 < text.count && text[end] == 0x0D && text[end + 1] == 0x0A
            offset = end + (isPair ? 2 : 1)
            line += 1
        }
    }

    private mutating func readArray() {
        skipBlanks()
        offset += 1
        while true {
            skipBlanks()
            guard offset < text.count else { return isUnclosedArray = true }
            if text[offset] == UInt8(ascii: "]") { break }
            if text[offset] == UInt8(ascii: ",") { offset += 1 } else { readValue() }
        }
        offset += 1
        skipBlanks()
        if offset < text.count { lineAfterArray = line }
    }

    private mutating func readValues() {
        skipBlanks()
        while offset < text.count {
            readValue()
            skipBlanks()
        }
    }

    /// One value up to the comma, bracket or blank behind it.
    private mutating func readValue() {
        let (start, startLine) = (offset, line)
        var scan = Nesting()
        while offset < text.count {
            let byte = text[offset]
            let isEnd =
                scan.isClosed && (byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") || Self.isBlank(byte))
            if isEnd, offset > start { break }
            scan.take(byte)
            line += byte == 0x0A ? 1 : 0
            offset += 1
            if scan.isClosed, byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") { break }
        }
        records.append(Record(bytes: text[start..<offset], line: startLine))
    }

    /// Depth of brackets, strings left out.
    struct Nesting {
        private var depth = 0
        private var isInString = false
        private var isEscaped = false
        private(set) var deepest = 0

        var isClosed: Bool { depth <= 0 && !isInString }

        mutating func take(_ byte: UInt8) {
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                }
                return
            }
            switch byte {
            case UInt8(ascii: "\""): isInString = true
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                deepest = max(deepest, depth)
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            default: break
            }
        }
    }
}
