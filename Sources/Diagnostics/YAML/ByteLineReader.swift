/// A cursor over YAML text that knows its line and column and can pass over whole scalars.
struct ByteLineReader {
    let bytes: [UInt8]
    private(set) var offset = 0
    /// 1-based.
    private(set) var line = 1
    private var lineStart = 0
    /// Whether only blanks (no tabs) stand before the cursor on its line.
    private(set) var isInIndentation = true
    /// Whether only blanks and dashes of lists stand before the cursor on its line.
    private(set) var isFirstOnLine = true

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            offset = 3
            lineStart = 3
        }
    }

    var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }
    /// 0-based, in bytes.
    var column: Int { offset - lineStart }

    func byte(ahead count: Int) -> UInt8? { offset + count < bytes.count ? bytes[offset + count] : nil }

    /// The 1-based column, in Unicode scalars, of a place on the line being read or on an earlier one.
    func column(of place: Int) -> Int {
        var start = place
        while start > 0, !isLineEnd(bytes[start - 1]), !(start == 3 && bytes[0] == 0xEF) { start -= 1 }
        return bytes[start..<place].count { $0 & 0xC0 != 0x80 } + 1
    }

    func text(from start: Int, to end: Int? = nil) -> String {
        String(decoding: bytes[start..<(end ?? offset)], as: UTF8.self)
    }

    func scalarLength(at place: Int) -> Int {
        1 + bytes[(place + 1)...].prefix { $0 & 0xC0 == 0x80 }.count
    }

    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
    func isBlankOrLineEnd(_ byte: UInt8) -> Bool { isBlank(byte) || isLineEnd(byte) }

    private func isFlowIndicator(_ byte: UInt8) -> Bool { ",[]{}".utf8.contains(byte) }

    var isAfterBlank: Bool { offset == lineStart || isBlank(bytes[offset - 1]) }
    /// Whether the character under the cursor stands alone, as `- `, `? ` and `: ` do.
    var isIndicator: Bool { byte(ahead: 1).map(isBlankOrLineEnd) ?? true }

    var isDocumentMark: Bool {
        let mark = bytes[offset...].prefix(3)
        return (mark.elementsEqual("---".utf8) || mark.elementsEqual("...".utf8)) && byte(ahead: 3).map(isBlankOrLineEnd) ?? true
    }

    mutating func advance() {
        guard let byte else { return }
        offset += 1
        isInIndentation = isInIndentation && byte == 0x20
        isFirstOnLine = isFirstOnLine && (byte == 0x20 || byte == UInt8(ascii: "-"))
        if byte == 0x0A || (byte == 0x0D && self.byte != 0x0A) {
            line += 1
            lineStart = offset
            isInIndentation = true
            isFirstOnLine = true
        }
    }

    mutating func advance(by count: Int) {
        for _ in 0..<count { advance() }
    }

    /// To the start of a later line.
    mutating func skipLines(to start: Int, line: Int) {
        (offset, lineStart, self.line) = (start, start, line)
        (isInIndentation, isFirstOnLine) = (true, true)
    }

    mutating func skipBlanks() {
        while let byte, isBlank(byte) { advance() }
    }

    /// To the end of the line, before its line end.
    mutating func skipLine() {
        while let byte, !isLineEnd(byte) { advance() }
    }

    mutating func skipWord(inFlow: Bool) {
        advance()
        while let byte, !isBlankOrLineEnd(byte), !(inFlow && isFlowIndicator(byte)) { advance() }
    }

    /// Past the closing quotation mark, over line ends; to the end of the text where it is missing.
    mutating func skipQuoted() {
        guard let mark = byte else { return }
        advance()
        while let byte {
            if byte == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") {
                advance(by: 2)
            } else if byte == mark {
                advance()
                guard mark == UInt8(ascii: "'"), self.byte == mark else { return }
                advance()
            } else {
                advance()
            }
        }
    }

    /// Over a plain scalar as far as it goes on its line, blanks behind it left.
    mutating func skipPlainLine(inFlow: Bool) {
        var end = offset
        var place = offset
        while place < bytes.count, !isLineEnd(bytes[place]) {
            let next = place + 1 < bytes.count ? bytes[place + 1] : 0x0A
            let byte = bytes[place]
            if byte == UInt8(ascii: ":"), isBlankOrLineEnd(next) || (inFlow && isFlowIndicator(next)) { break }
            if inFlow, isFlowIndicator(byte) { break }
            if byte == UInt8(ascii: "#"), place > offset, isBlank(bytes[place - 1]) { break }
            place += 1
            if !isBlank(byte) { end = place }
        }
        // A token that is no scalar must not hold the scan up.
        advance(by: max(1, end - offset))
    }

    /// Over the further lines of a plain scalar: in block context those indented beyond its parent, up to a comment.
    mutating func skipPlainContinuation(inFlow: Bool, parentColumn: Int) {
        guard !inFlow else { return }
        while true {
            var ahead = self
            ahead.skipBlanks()
            guard let byte = ahead.byte, isLineEnd(byte) else { return }
            while let byte = ahead.byte, isBlankOrLineEnd(byte) { ahead.advance() }
            guard let first = ahead.byte, ahead.column > parentColumn, first != UInt8(ascii: "#"), ahead.isInIndentation else { return }
            if ahead.column == 0, ahead.isDocumentMark { return }
            var beyond = ahead
            beyond.skipPlainLine(inFlow: false)
            if beyond.isAtKeyColon(inFlow: false, afterQuotation: false) { return }
            self = beyond
        }
    }

    /// Over the header of a block scalar and its lines, which are blank or indented beyond `parentColumn`.
    mutating func skipBlockScalar(parentColumn: Int) {
        skipLine()
        while byte != nil {
            advance()
            var ahead = self
            while ahead.byte == 0x20 { ahead.advance() }
            guard let first = ahead.byte else { break }
            guard isLineEnd(first) || ahead.column > parentColumn else { return }
            self = ahead
            skipLine()
        }
    }

    /// Whether a colon that makes the scalar before it a key comes next, on the same line.
    func isAtKeyColon(inFlow: Bool, afterQuotation: Bool) -> Bool {
        var ahead = self
        ahead.skipBlanks()
        guard ahead.byte == UInt8(ascii: ":") else { return false }
        guard let next = ahead.byte(ahead: 1) else { return true }
        return isBlankOrLineEnd(next) || (inFlow && (afterQuotation || isFlowIndicator(next)))
    }

    mutating func skipKeyColon() {
        skipBlanks()
        advance()
    }
}
