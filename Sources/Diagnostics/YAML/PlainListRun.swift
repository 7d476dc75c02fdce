/// Lines of a list one below the other, each a dash and a text that needs no parser: what long lists of terms consist of.
///
/// Yams takes some 6,000 instructions for each node. Of such lines it is shown the first and the last only, with empty lines between them, so
/// that all else keeps its line; the others are put between the two again (`YAMLConversion`).
struct PlainListRun {
    /// The texts of the lines between the first and the last, as byte ranges.
    private(set) var texts: [Range<Int>] = []
    /// 1-based.
    let firstLine: Int
    /// 1-based, of the texts.
    let column: Int
    /// From the start of the second line to that of the last.
    private(set) var hidden: Range<Int>

    var lastLine: Int { firstLine + texts.count + 1 }

    /// - Parameter reader: at the dash of the first line.
    /// - Returns: nil where fewer than three such lines stand together.
    init?(_ reader: ByteLineReader) {
        guard reader.isInIndentation else { return nil }
        firstLine = reader.line
        column = reader.column + 3
        hidden = 0..<0
        // Of the bytes alone, since a line of an array would count a reference.
        reader.bytes.withUnsafeBufferPointer { readLines(of: $0, from: reader.offset - reader.column, indentation: reader.column) }
        if texts.isEmpty { return nil }
    }

    private mutating func readLines(of bytes: UnsafeBufferPointer<UInt8>, from start: Int, indentation: Int) {
        guard let first = PlainListLine(of: bytes, from: start, indentation: indentation) else { return }
        hidden = first.end..<first.end
        var last: PlainListLine?
        while let line = PlainListLine(of: bytes, from: last?.end ?? first.end, indentation: indentation) {
            if let last {
                texts.append(last.text)
                hidden = hidden.lowerBound..<last.end
            }
            last = line
        }
    }
}

/// A line of nothing but blanks, a dash, a blank and a text that reads as it is written: in quotation marks without escapes, or bare and
/// beginning with a letter (YAML 1.2.2, sections 7.3.1 to 7.3.3).
struct PlainListLine {
    /// Without quotation marks.
    let text: Range<Int>
    /// Where the next line begins.
    let end: Int

    init?(of bytes: UnsafeBufferPointer<UInt8>, from start: Int, indentation: Int) {
        let dash = start + indentation
        guard dash + 2 < bytes.count, (start..<dash).allSatisfy({ bytes[$0] == 0x20 }), bytes[dash] == UInt8(ascii: "-"),
            bytes[dash + 1] == 0x20
        else { return nil }
        let first = bytes[dash + 2]
        let mark: UInt8? = first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") ? first : nil
        guard mark != nil || first.isLetter else { return nil }
        let textStart = mark == nil ? dash + 2 : dash + 3
        var place = textStart
        while place < bytes.count, mark == nil ? bytes[place].isPlainInBlock : bytes[place] != mark && bytes[place].isPlainInQuotation {
            place += 1
        }
        text = textStart..<place
        if mark != nil {
            guard place < bytes.count, bytes[place] == mark else { return nil }
            place += 1
        }
        guard !text.isEmpty, mark != nil || bytes[place - 1] != 0x20 else { return nil }
        if place < bytes.count, bytes[place] == 0x0D { place += 1 }
        guard place < bytes.count, bytes[place] == 0x0A else { return nil }
        end = place + 1
    }
}

extension UInt8 {
    /// Of ASCII, or of a letter of two bytes in UTF-8. U+0080 to U+00BF are left out: a line end and control characters are among them.
    fileprivate var isLetter: Bool { (self | 0x20) &- 97 < 26 || (0xC3..<0xE0).contains(self) }

    /// Whether it is itself within quotation marks, whatever stands beside it.
    fileprivate var isPlainInQuotation: Bool {
        (0x20..<0x7F).contains(self) && self != UInt8(ascii: "\\") || (0x80..<0xE0).contains(self) && self != 0xC2
    }

    /// Whether it is itself in a bare text of a block, whatever stands beside it: no colon, no number sign.
    fileprivate var isPlainInBlock: Bool { isPlainInQuotation && self != UInt8(ascii: ":") && self != UInt8(ascii: "#") }
}
