import CVectors

/// Marks, stops, dashes and brackets.
extension TokenScanner {
    mutating func append(_ kind: VoiceToken.Kind, byteCount: Int) {
        write(kind, byteCount: byteCount, flags: kind.mayEndSentence ? .ending : VoiceToken.Flags(rawValue: 0))
    }

    private mutating func appendDash(byteCount: Int) {
        write(.dash, byteCount: byteCount, flags: .dash)
    }

    mutating func append(_ mark: QuotationMark, byteCount: Int) {
        write(.mark, byteCount: byteCount, flags: .quotes, index: mark.rawValue)
    }

    @inline(__always)
    private mutating func write(_ kind: VoiceToken.Kind, byteCount: Int, flags: VoiceToken.Flags, index: Int32 = -1) {
        var token = VoiceToken(start: offset, end: offset &+ byteCount, kind: kind, flags: flags)
        if followsBlank { token.flags.insert(.afterBlank) }
        token.index = index
        followsBlank = false
        append(token)
        offset += byteCount
    }

    mutating func scanPunctuation() {
        switch bytes[offset] {
        case 0x22: append(.straightDouble, byteCount: 1)
        case 0x27: scanSingle(byteCount: 1, mark: .straightSingle)
        case 0x60:
            if isByte(0x60, at: offset + 1) {
                append(.backquotes, byteCount: 2)
            } else {
                append(.leftSingle, byteCount: 1)
            }
        case 0x2C: append(.comma, byteCount: 1)
        case 0x2E: scanStops()
        case 0x21, 0x3F: append(.stop, byteCount: 1)
        case 0x3A: append(.colon, byteCount: 1)
        case 0x3B: append(.semicolon, byteCount: 1)
        case 0x28, 0x7B: append(.openBracket, byteCount: 1)
        case 0x29, 0x7D: append(.closeBracket, byteCount: 1)
        case 0x5B: append(.openSquare, byteCount: 1)
        case 0x5D:
            state.holds_brackets = 1
            append(.closeSquare, byteCount: 1)
        case 0x2F: append(.slash, byteCount: 1)
        case 0x2D: scanHyphens()
        default: append(.other, byteCount: 1)
        }
    }

    func isByte(_ byte: UInt8, at place: Int) -> Bool { place < end && bytes[place] == byte }

    mutating func scanStops() {
        var count = 1
        while isByte(0x2E, at: offset + count) { count += 1 }
        append(count > 1 ? .ellipsis : .stop, byteCount: count)
    }

    /// A hyphen set off by blanks, or two of them, serve as a dash.
    mutating func scanHyphens() {
        var count = 1
        while isByte(0x2D, at: offset + count) { count += 1 }
        let blankBehind = offset + count >= end || ByteClass.of(bytes[offset + count]) == .blank
        count > 1 || (followsBlank && blankBehind) ? appendDash(byteCount: count) : append(.other, byteCount: count)
    }

    mutating func scanSingle(byteCount: Int, mark: QuotationMark) {
        let next = offset + byteCount
        if mark == .straightSingle, isByte(0x27, at: next) {
            append(.twoSingles, byteCount: 2)
        } else if mark == .rightSingle, next + 2 < end, bytes[next] == 0xE2, bytes[next + 1] == 0x80, bytes[next + 2] == 0x99 {
            append(.twoSingles, byteCount: 6)
        } else if mark == .leftSingle, next + 2 < end, bytes[next] == 0xE2, bytes[next + 1] == 0x80, bytes[next + 2] == 0x98 {
            append(.backquotes, byteCount: 6)
        } else {
            append(mark, byteCount: byteCount)
        }
    }

    /// Takes in a curly mark, a dash or an ellipsis of news text; false where something else stands there.
    @inline(__always)
    mutating func appendCommonMark() -> Bool {
        guard bytes[offset] == 0xE2, offset &+ 2 < end, bytes[offset + 1] == 0x80 else { return false }
        switch bytes[offset + 2] {
        case 0x98: scanSingle(byteCount: 3, mark: .leftSingle)
        case 0x99: scanSingle(byteCount: 3, mark: .rightSingle)
        case 0x9C: append(.leftDouble, byteCount: 3)
        case 0x9D: append(.rightDouble, byteCount: 3)
        case 0x93, 0x94: appendDash(byteCount: 3)
        default: return false
        }
        return true
    }

    mutating func appendMark(_ scalar: DecodedScalar) {
        switch scalar.codePoint {
        case 0x201C: append(.leftDouble, byteCount: scalar.byteCount)
        case 0x201D, 0x201F: append(.rightDouble, byteCount: scalar.byteCount)
        case 0x201E: append(.lowDouble, byteCount: scalar.byteCount)
        case 0xFF02: append(.straightDouble, byteCount: scalar.byteCount)
        case 0x2018, 0x201B: scanSingle(byteCount: scalar.byteCount, mark: .leftSingle)
        case 0x2019: scanSingle(byteCount: scalar.byteCount, mark: .rightSingle)
        case 0x201A: append(.lowSingle, byteCount: scalar.byteCount)
        case 0xAB: append(.leftGuillemet, byteCount: scalar.byteCount)
        case 0xBB: append(.rightGuillemet, byteCount: scalar.byteCount)
        case 0x2039: append(.leftAngle, byteCount: scalar.byteCount)
        case 0x203A: append(.rightAngle, byteCount: scalar.byteCount)
        case 0x300C, 0x300E, 0x301D: append(.leftCorner, byteCount: scalar.byteCount)
        case 0x300D, 0x300F, 0x301E: append(.rightCorner, byteCount: scalar.byteCount)
        case 0x2012...0x2015: appendDash(byteCount: scalar.byteCount)
        case 0x2026: append(.ellipsis, byteCount: scalar.byteCount)
        case 0x3002, 0xFF01, 0xFF1F: append(.stop, byteCount: scalar.byteCount)
        case 0x3001, 0xFF0C, 0x60C: append(.comma, byteCount: scalar.byteCount)
        default: append(.other, byteCount: scalar.byteCount)
        }
    }
}
