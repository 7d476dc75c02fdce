/// Cuts JSON text into records without parsing them: the lines of JSON lines, the elements of one array, or values one after the other.
///
/// So a fault in one record does not lose the others, and nesting is known before a parser recurses into it.
struct JSONRecords {
    struct Record: Sendable {
        /// In the text, 0-based.
        let bytes: Range<Int>
        /// 1-based.
        let line: Int
        /// Of those that begin on this line, 1-based.
        var numberOnLine = 1
    }

    private enum Form { case lines, array, values }

    /// Where the text is an array: whether its closing bracket is missing; known behind the last record.
    private(set) var isUnclosedArray = false
    /// Line of what follows the array's end.
    private(set) var lineAfterArray: Int?

    private let form: Form
    /// Bytes of a line that are looked at before they are released.
    private let window: Int
    private var offset = 0
    private var line = 1
    /// Of the last record.
    private var lastLine = 0
    private var numberOnLine = 0
    private var isAtEnd = false

    /// - Parameter isDocument: whether an object may go over several lines, as in `.json` files.
    init(_ text: Span<UInt8>, isDocument: Bool, window: Int = InputBytes.windowLength) {
        self.window = window
        var first = 0
        while first < text.count, Self.isBlank(text[first]) { first += 1 }
        if first < text.count, text[first] == UInt8(ascii: "[") {
            form = .array
            skipBlanks(text)
            offset += 1
        } else if isDocument, first < text.count, text[first] == UInt8(ascii: "{") {
            form = .values
        } else {
            form = .lines
        }
    }

    /// The next record; nil behind the last.
    ///
    /// - Parameters:
    ///   - text: the same each time.
    ///   - release: takes parts of a long line that are passed and looked at only if the record is read.
    /// - Complexity: O(the record).
    mutating func next(in text: Span<UInt8>, release: (Range<Int>) -> Void = { _ in }) -> Record? {
        guard !isAtEnd else { return nil }
        let record =
            switch form {
            case .lines: nextLine(text, release)
            case .array: nextElement(text)
            case .values: nextValue(text)
            }
        isAtEnd = record == nil
        return record
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }

    private mutating func skipBlanks(_ text: Span<UInt8>) {
        while offset < text.count, Self.isBlank(text[offset]) {
            line += text[offset] == 0x0A ? 1 : 0
            offset += 1
        }
    }

    private mutating func nextLine(_ text: Span<UInt8>, _ release: (Range<Int>) -> Void) -> Record? {
        while offset < text.count {
            let end = lineEnd(text, release)
            let record = Record(bytes: offset..<end, line: line)
            let isPair = end + 1 < text.count && text[end] == 0x0D && text[end + 1] == 0x0A
            offset = end + (isPair ? 2 : 1)
            line += 1
            if record.bytes.contains(where: { !Self.isBlank(text[$0]) }) { return record }
        }
        return nil
    }

    private func lineEnd(_ text: Span<UInt8>, _ release: (Range<Int>) -> Void) -> Int {
        var start = offset
        while true {
            let window = start..<min(start + window, text.count)
            let end = ByteScan.lineEnd(in: text.extracting(..<window.upperBound), from: start)
            if end < window.upperBound || end == text.count { return end }
            release(window)
            start = end
        }
    }

    private mutating func nextElement(_ text: Span<UInt8>) -> Record? {
        while true {
            skipBlanks(text)
            guard offset < text.count else {
                isUnclosedArray = true
                return nil
            }
            if text[offset] == UInt8(ascii: "]") { break }
            if text[offset] != UInt8(ascii: ",") { return value(text) }
            offset += 1
        }
        offset += 1
        skipBlanks(text)
        if offset < text.count { lineAfterArray = line }
        return nil
    }

    private mutating func nextValue(_ text: Span<UInt8>) -> Record? {
        skipBlanks(text)
        return offset < text.count ? value(text) : nil
    }

    /// One value up to the comma, bracket or blank behind it.
    private mutating func value(_ text: Span<UInt8>) -> Record {
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
        numberOnLine = startLine == lastLine ? numberOnLine + 1 : 1
        lastLine = startLine
        return Record(bytes: start..<offset, line: startLine, numberOnLine: numberOnLine)
    }

    /// Depth of brackets, strings left out.
    struct Nesting {
        private(set) var depth = 0
        private(set) var isInString = false
        private var isEscaped = false
        private(set) var deepest = 0

        init() {}

        /// Of a whole record.
        init(of bytes: Span<UInt8>) {
            for offset in bytes.indices { take(bytes[offset]) }
        }

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
