/// One line of a text file, without its end.
struct SourceLine {
    /// 1-based.
    let number: Int
    let bytes: ArraySlice<UInt8>

    var isBlank: Bool { bytes.trimmingBlanks.isEmpty }
    var text: String { bytes.text }

    /// 1-based column in characters (Unicode scalars) of the byte at `index` of the file.
    func column(of index: Int) -> Int { bytes[bytes.startIndex..<index].count { $0 & 0xC0 != 0x80 } + 1 }
}

/// The lines of a text; LF, CR LF and CR end lines, mixed as they come.
struct SourceLines: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var offset = 0
    private var number = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> SourceLine? {
        guard offset < bytes.count else { return nil }
        let start = offset
        offset = bytes.withUnsafeBufferPointer { $0[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } } ?? bytes.count
        let line = bytes[start..<offset]
        if offset < bytes.count {
            let isPair = bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
            offset += isPair ? 2 : 1
        }
        number += 1
        return SourceLine(number: number, bytes: line)
    }

    /// The first lines that are not blank.
    func first(_ count: Int) -> [SourceLine] {
        var lines: [SourceLine] = []
        for line in self where !line.isBlank {
            if lines.count == count { break }
            lines.append(line)
        }
        return lines
    }
}

extension UInt8 {
    var isBlank: Bool { self == 0x20 || self == 0x09 }
    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}

extension ArraySlice<UInt8> {
    var text: String { String(decoding: self, as: UTF8.self) }

    /// Without blanks and tabs at both ends, and without U+00A0 and U+FEFF, which look like them.
    var trimmingBlanks: ArraySlice<UInt8> {
        // Nearly every text ends in letters and signs of ASCII.
        if let first, let last, 0x21..<0x7F ~= first, 0x21..<0x7F ~= last { return self }
        // By places, since each slice counts a reference.
        var (start, end) = (startIndex, endIndex)
        func holds(_ bytes: (UInt8, UInt8), at place: Int) -> Bool {
            place >= start && place + 1 < end && self[place] == bytes.0 && self[place + 1] == bytes.1
        }
        while start < end {
            if self[start].isBlank {
                start += 1
            } else if holds((0xC2, 0xA0), at: start) {
                start += 2
            } else if holds((0xEF, 0xBB), at: start), start + 2 < end, self[start + 2] == 0xBF {
                start += 3
            } else {
                break
            }
        }
        while start < end {
            if self[end - 1].isBlank {
                end -= 1
            } else if holds((0xC2, 0xA0), at: end - 2) {
                end -= 2
            } else {
                break
            }
        }
        return self[start..<end]
    }

    /// The runs between blanks and tabs.
    var blankSeparated: [ArraySlice<UInt8>] { split(whereSeparator: \.isBlank) }

    /// A whole number in ASCII digits; leading zeros do not matter.
    var wholeNumber: Int? { !isEmpty && allSatisfy(\.isDigit) ? Int(text) : nil }
}
