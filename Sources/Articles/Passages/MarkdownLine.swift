import Words

/// What one line of Markdown says it is (CommonMark 0.31.2, chapters 4 and 5), as far as passages need it.
struct MarkdownLine {
    let kind: PassageUnit.Mark?
    /// The line without the marks at its front.
    let content: ByteSpan
    let isSetextUnderline: Bool

    init(bytes: [UInt8], span: ByteSpan) {
        let line = bytes[span.range]
        isSetextUnderline = line.allSatisfy { $0 == UInt8(ascii: "=") } || (line.count >= 2 && line.allSatisfy { $0 == UInt8(ascii: "-") })
        (kind, content) = Self.read(line, span: span)
    }

    private static func read(_ line: ArraySlice<UInt8>, span: ByteSpan) -> (PassageUnit.Mark?, ByteSpan) {
        let hashes = line.prefix { $0 == UInt8(ascii: "#") }.count
        if (1...6).contains(hashes), line.count > hashes, line[line.startIndex + hashes] == 0x20 {
            return (.heading, withoutClosingHashes(line, start: span.start + hashes))
        }
        if isRule(line) { return (.rule, span) }
        if line.first == UInt8(ascii: ">") { return (.quotation, contentSpan(line, from: span.start + 1)) }
        if let image = bracketed(line, prefix: "![") { return (.image, image.isEmpty ? span : image) }
        if let link = bracketed(line, prefix: "[") { return (.link, link.isEmpty ? span : link) }
        if let length = listMarkLength(line) { return (.listItem, contentSpan(line, from: span.start + length)) }
        return (nil, span)
    }

    private static func contentSpan(_ line: ArraySlice<UInt8>, from start: Int) -> ByteSpan {
        let content = line[start...].drop { $0 == 0x20 || $0 == 0x09 }
        return content.isEmpty ? ByteSpan(line.startIndex, line.endIndex) : ByteSpan(content.startIndex, line.endIndex)
    }

    private static func withoutClosingHashes(_ line: ArraySlice<UInt8>, start: Int) -> ByteSpan {
        let content = contentSpan(line, from: start)
        var end = content.end
        while end > content.start, line[end - 1] == UInt8(ascii: "#") { end -= 1 }
        guard end > content.start, line[end - 1] == 0x20 || end == content.end else { return content }
        while end > content.start, line[end - 1] == 0x20 { end -= 1 }
        return end > content.start ? ByteSpan(content.start, end) : content
    }

    private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
        guard let mark = line.first, "-*_".utf8.contains(mark) else { return false }
        return line.allSatisfy { $0 == mark || $0 == 0x20 } && line.count { $0 == mark } >= 3
    }

    /// The words in the brackets of a line that is one link or image and nothing else.
    private static func bracketed(_ line: ArraySlice<UInt8>, prefix: String) -> ByteSpan? {
        guard line.starts(with: prefix.utf8), line.last == UInt8(ascii: ")") else { return nil }
        let start = line.startIndex + prefix.utf8.count
        guard let close = line[start...].firstIndex(of: UInt8(ascii: "]")), close + 1 < line.endIndex, line[close + 1] == UInt8(ascii: "("),
            line[(close + 2)...].firstIndex(of: UInt8(ascii: ")")) == line.endIndex - 1
        else { return nil }
        return ByteSpan(start, close)
    }

    /// Bytes of `- `, `* `, `+ ` or `1. ` and the like.
    private static func listMarkLength(_ line: ArraySlice<UInt8>) -> Int? {
        guard let first = line.first else { return nil }
        if "-*+".utf8.contains(first) { return line.dropFirst().first == 0x20 ? 2 : nil }
        let digits = line.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
        guard (1...9).contains(digits) else { return nil }
        let rest = line.dropFirst(digits)
        return (rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")")) && rest.dropFirst().first == 0x20 ? digits + 2 : nil
    }
}
