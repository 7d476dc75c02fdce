import Foundation

/// An encoding of text in bytes, by the names people give it.
package enum TextEncoding: Hashable, Sendable {
    case utf8
    case utf16(isLittleEndian: Bool)
    /// One byte a character; the raw value of a Foundation encoding.
    case singleByte(UInt)
    /// One or more bytes a character; the raw value of a Foundation encoding.
    case multiByte(UInt)

    /// Nil where no encoding has this name. Letter case, hyphens, underscores and blanks do not matter.
    ///
    /// As on the Web, Latin-1 means Windows-1252, which differs only in bytes that Latin-1 text does not use (WHATWG Encoding Standard, 4.2).
    package init?(name: String) {
        let key = name.lowercased().filter { $0.isLetter || $0.isNumber }
        switch key {
        case "utf8", "ascii", "usascii": self = .utf8
        case "utf16", "utf16le": self = .utf16(isLittleEndian: true)
        case "utf16be": self = .utf16(isLittleEndian: false)
        default:
            if let encoding = Self.singleByteNames[key] {
                self = .singleByte(encoding.rawValue)
            } else if let code = Self.singleByteCodes[key] {
                self = .singleByte(Self.foundationValue(of: code))
            } else if let code = Self.multiByteCodes[key] {
                self = .multiByte(Self.foundationValue(of: code))
            } else {
                return nil
            }
        }
    }

    /// Names to offer where one is unknown.
    package static let examples = "utf-8, utf-16, latin-1, windows-1252, windows-1251, iso-8859-2, iso-8859-9, shift-jis"

    private static let singleByteNames: [String: String.Encoding] = [
        "latin1": .windowsCP1252, "iso88591": .windowsCP1252, "windows1252": .windowsCP1252, "cp1252": .windowsCP1252,
        "ansi": .windowsCP1252,
        "latin2": .isoLatin2, "iso88592": .isoLatin2, "windows1250": .windowsCP1250, "cp1250": .windowsCP1250,
        "windows1251": .windowsCP1251,
        "cp1251": .windowsCP1251, "windows1253": .windowsCP1253, "cp1253": .windowsCP1253, "windows1254": .windowsCP1254,
        "cp1254": .windowsCP1254,
        "latin5": .windowsCP1254, "iso88599": .windowsCP1254, "macroman": .macOSRoman, "macintosh": .macOSRoman,
    ]

    /// Encodings that Foundation knows by CoreFoundation's numbers only (CFStringEncodingExt.h).
    private static let singleByteCodes: [String: UInt] = [
        "iso88595": 0x205, "iso88597": 0x207, "iso885914": 0x20E, "iso885915": 0x20F, "latin9": 0x20F, "koi8r": 0xA02,
        "windows1256": 0x506, "cp1256": 0x506, "windows1257": 0x507, "cp1257": 0x507,
    ]
    private static let multiByteCodes: [String: UInt] = [
        "shiftjis": 0xA01, "sjis": 0xA01, "cp932": 0x420, "eucjp": 0x920, "gb18030": 0x632, "gbk": 0x632, "gb2312": 0x632, "big5": 0xA03,
        "euckr": 0x940,
    ]

    private static func foundationValue(of code: UInt) -> UInt { 0x8000_0000 | code }

    /// `bytes` as UTF-8, and how many characters had to be replaced by U+FFFD because the encoding does not have them.
    func utf8(_ bytes: ArraySlice<UInt8>) -> (text: [UInt8], replacedCount: Int) {
        switch self {
        case .utf8:
            let repair = UTF8Repair(bytes.span)
            return (repair.text, repair.faults.replacedSequenceCount)
        case .utf16(let isLittleEndian): return Self.utf8(utf16: bytes, isLittleEndian: isLittleEndian)
        case .singleByte(let encoding): return Self.utf8(bytes, encoding: String.Encoding(rawValue: encoding))
        case .multiByte(let encoding): return Self.utf8(lines: bytes, encoding: String.Encoding(rawValue: encoding))
        }
    }

    private static func utf8(utf16 bytes: ArraySlice<UInt8>, isLittleEndian: Bool) -> (text: [UInt8], replacedCount: Int) {
        let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { offset in
            let (first, second) = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
            return isLittleEndian ? second << 8 | first : first << 8 | second
        }
        var text: [UInt8] = []
        text.reserveCapacity(units.count)
        var replacedCount =
            transcode(units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: false, into: { text.append($0) }) ? 1 : 0
        if !bytes.count.isMultiple(of: 2) {
            text += [0xEF, 0xBF, 0xBD]
            replacedCount += 1
        }
        return (text, replacedCount)
    }

    private static func utf8(_ bytes: ArraySlice<UInt8>, encoding: String.Encoding) -> (text: [UInt8], replacedCount: Int) {
        let characters = (0...255).map { byte in String(bytes: [UInt8(byte)], encoding: encoding).map { Array($0.utf8) } }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        var replacedCount = 0
        for byte in bytes {
            if let character = characters[Int(byte)] {
                text += character
            } else {
                text += [0xEF, 0xBF, 0xBD]
                replacedCount += 1
            }
        }
        return (text, replacedCount)
    }

    /// Line by line, since Foundation gives up the whole of what it cannot decode; none of these encodings has a line feed inside a character.
    private static func utf8(lines bytes: ArraySlice<UInt8>, encoding: String.Encoding) -> (text: [UInt8], replacedCount: Int) {
        var text: [UInt8] = []
        var replacedCount = 0
        for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            if number > 0 { text.append(0x0A) }
            if let decoded = String(bytes: line, encoding: encoding) {
                text += decoded.utf8
            } else {
                text += [0xEF, 0xBF, 0xBD]
                replacedCount += 1
            }
        }
        return (text, replacedCount)
    }
}
