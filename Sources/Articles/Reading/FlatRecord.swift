/// A record read by one pass over its bytes: a JSON object of strings, whole numbers, true, false and null, as nearly all records are.
///
/// Whatever else JSON allows - and whatever it does not - gives nil and is left to the strict parser, so this one has no faults to tell.
struct FlatRecord {
    enum Value: Equatable {
        /// Escapes resolved, valid UTF-8.
        case string([UInt8])
        /// As written.
        case number(String)
        case truth(Bool)
        case null
    }

    private(set) var members: [String: Value] = [:]
    /// In the order of the record.
    private(set) var keys: [String] = []
    private let bytes: ArraySlice<UInt8>
    private var offset: Int

    /// - Parameter bytes: valid UTF-8.
    /// - Complexity: O(`bytes`).
    init?(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        offset = bytes.startIndex
        skipBlanks()
        guard take(UInt8(ascii: "{")) else { return nil }
        repeat {
            guard readMember() else { return nil }
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")), offset == bytes.endIndex else { return nil }
    }

    private mutating func skipBlanks() {
        while offset < bytes.endIndex, bytes[offset] <= 0x20, JSONString.isBlank(bytes[offset]) { offset += 1 }
    }

    /// Passes `byte` and the blanks behind it.
    private mutating func take(_ byte: UInt8) -> Bool {
        guard offset < bytes.endIndex, bytes[offset] == byte else { return false }
        offset += 1
        skipBlanks()
        return true
    }

    /// A key that is there twice is left to the strict parser.
    private mutating func readMember() -> Bool {
        skipBlanks()
        guard case .string(let letters)? = string() else { return false }
        skipBlanks()
        guard take(UInt8(ascii: ":")), let value = value() else { return false }
        skipBlanks()
        let key = String(decoding: letters, as: UTF8.self)
        keys.append(key)
        return members.updateValue(value, forKey: key) == nil
    }

    private mutating func value() -> Value? {
        guard offset < bytes.endIndex else { return nil }
        switch bytes[offset] {
        case UInt8(ascii: "\""): return string()
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
        case UInt8(ascii: "t"): return word("true", .truth(true))
        case UInt8(ascii: "f"): return word("false", .truth(false))
        case UInt8(ascii: "n"): return word("null", .null)
        default: return nil
        }
    }

    private mutating func word(_ word: String, _ value: Value) -> Value? {
        guard bytes[offset...].starts(with: word.utf8) else { return nil }
        offset += word.utf8.count
        return value
    }

    /// A whole number that fits 64 bits and has no leading zero.
    private mutating func number() -> Value? {
        let start = offset
        while offset < bytes.endIndex, bytes[offset] &- 48 < 10 { offset += 1 }
        let isPlain = offset - start == 1 || (offset - start <= 18 && bytes[start] != UInt8(ascii: "0"))
        guard isPlain, offset < bytes.endIndex,
            bytes[offset] == UInt8(ascii: ",") || bytes[offset] == UInt8(ascii: "}") || JSONString.isBlank(bytes[offset])
        else { return nil }
        return .number(String(decoding: bytes[start..<offset], as: UTF8.self))
    }

    private mutating func string() -> Value? {
        guard offset < bytes.endIndex, bytes[offset] == UInt8(ascii: "\"") else { return nil }
        let start = offset + 1
        var place = start
        var isEscaped = false
        while true {
            place = JSONString.nextSpecial(in: bytes, from: place)
            guard place < bytes.endIndex, bytes[place] >= 0x20 else { return nil }
            if bytes[place] == UInt8(ascii: "\"") { break }
            isEscaped = true
            place += 2
        }
        offset = place + 1
        guard isEscaped else { return .string(Array(bytes[start..<place])) }
        return JSONString.unescaped(bytes[start..<place]).map { .string($0) }
    }
}

/// The inside of a JSON string (RFC 8259, section 7).
enum JSONString {
    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    /// The next quotation mark, backslash or control character from `start` on; the end where there is none.
    ///
    /// Eight bytes at a time: a byte minus a limit borrows into its top bit where it lies below it (Hacker's Delight, 2nd edition, section 6-1).
    static func nextSpecial(in bytes: ArraySlice<UInt8>, from start: Int) -> Int {
        unsafe bytes.span.bytes.firstSpecial(from: start - bytes.startIndex).map { $0 + bytes.startIndex } ?? bytes.endIndex
    }

    /// The next line feed or carriage return from `start` on; the end where there is none. Both are control characters, which lines of JSON have
    /// only at their ends, so the search stops at hardly anything else.
    static func nextLineEnd(in text: [UInt8], from start: Int) -> Int {
        var place = start
        while let found = unsafe text.span.bytes.firstControl(from: place) {
            if text[found] == 0x0A || text[found] == 0x0D { return found }
            place = found + 1
        }
        return text.count
    }

    /// Nil where an escape is none, a surrogate has no partner, or the text would hold U+0000.
    static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var copied = text.startIndex
        while true {
            let escape = nextSpecial(in: text, from: copied)
            result += text[copied..<escape]
            guard escape < text.endIndex else { return result }
            guard escape + 1 < text.endIndex else { return nil }
            if let plain = plainEscape(text[escape + 1]) {
                result.append(plain)
                copied = escape + 2
            } else {
                guard let (scalar, length) = scalar(text[escape...]), scalar != "\0" else { return nil }
                result += UTF8.encode(scalar).map(Array.init) ?? []
                copied = escape + length
            }
        }
    }

    private static func plainEscape(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        default: nil
        }
    }

    /// The scalar of `\uXXXX`, or of two of them that are a pair of surrogates, and the bytes it is written in.
    private static func scalar(_ text: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
        guard let first = codeUnit(text) else { return nil }
        if let scalar = Unicode.Scalar(UInt32(first)) { return (scalar, 6) }
        guard UTF16.isLeadSurrogate(first), let second = codeUnit(text.dropFirst(6)), UTF16.isTrailSurrogate(second) else { return nil }
        let codePoint = 0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF))
        return Unicode.Scalar(codePoint).map { ($0, 12) }
    }

    private static func codeUnit(_ text: ArraySlice<UInt8>) -> UInt16? {
        guard text.count >= 6, text.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else { return nil }
        var value: UInt16 = 0
        for byte in text.dropFirst(2).prefix(4) {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else { return nil }
            value = value << 4 | UInt16(digit)
        }
        return value
    }
}

extension RawSpan {
    /// The first quotation mark, backslash or byte below 0x20 from `start` on.
    fileprivate func firstSpecial(from start: Int) -> Int? {
        var offset = start
        while offset + 8 <= byteCount {
            let word = unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
            let found = Self.flags(UInt64(littleEndian: word))
            if found != 0 { return offset + found.trailingZeroBitCount / 8 }
            offset += 8
        }
        while offset < byteCount {
            let byte = unsafe unsafeLoad(fromByteOffset: offset, as: UInt8.self)
            if byte < 0x20 || byte == 0x22 || byte == 0x5C { return offset }
            offset += 1
        }
        return nil
    }

    /// The first byte below 0x20 from `start` on.
    fileprivate func firstControl(from start: Int) -> Int? {
        var offset = start
        while offset + 8 <= byteCount {
            let word = UInt64(littleEndian: unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
            let found = (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
            if found != 0 { return offset + found.trailingZeroBitCount / 8 }
            offset += 8
        }
        while offset < byteCount {
            if unsafe unsafeLoad(fromByteOffset: offset, as: UInt8.self) < 0x20 { return offset }
            offset += 1
        }
        return nil
    }

    /// The top bit of each byte that is special; above the first one also of others, which does not matter.
    private static func flags(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops = ones << 7
        let quotes = word ^ (ones &* 0x22)
        let slashes = word ^ (ones &* 0x5C)
        return (word &- ones &* 0x20) & ~word & tops | (quotes &- ones) & ~quotes & tops | (slashes &- ones) & ~slashes & tops
    }
}
