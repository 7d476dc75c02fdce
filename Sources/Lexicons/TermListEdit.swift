import Diagnostics

/// Edits one list of terms in the bytes of a YAML file.
struct TermListEdit {
    private let bytes: [UInt8]
    private let items: [YAMLNode]
    /// Byte offset at which each line starts.
    private let lineStarts: [Int]

    init(_ text: String, _ list: YAMLNode) {
        bytes = Array(text.utf8)
        items = list.items ?? []
        var starts = [0]
        for (offset, byte) in bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
        lineStarts = starts
    }

    /// The text with one more item; nil where the layout cannot be edited.
    func adding(_ term: String) -> String? {
        guard let last = items.last else { return nil }
        if dash(of: last) == nil {
            guard let end = bracketItemEnd(last) else { return nil }
            return replacing(end..<end, with: ", " + YAMLText.plain(term))
        }
        // Behind the last item that is one line, so that no item of several lines is cut.
        guard let model = items.last(where: { isOneLine($0) }), let dash = dash(of: model) else { return nil }
        let line = lineRange(model.line)
        let prefix = String(decoding: bytes[line.lowerBound...dash], as: UTF8.self)
        let isLastLine = line.upperBound == bytes.count && !endsWithLineFeed(line)
        let added = prefix + " " + YAMLText.plain(term)
        return replacing(line.upperBound..<line.upperBound, with: isLastLine ? lineEnd + added : added + lineEnd)
    }

    /// The text without the item at `index`; nil where the layout cannot be edited.
    func removing(_ index: Int) -> String? {
        let item = items[index]
        guard let dash = dash(of: item) else { return removingFromBrackets(index) }
        var range = lineRange(item.line)
        let column = dash - range.lowerBound
        var end = item.line
        while let next = lastLineOfItem(behind: end, column: column) { end = next }
        range = range.lowerBound..<lineRange(end).upperBound
        // The last line of a file without a line feed at its end: the one before it goes instead.
        if range.upperBound == bytes.count, !endsWithLineFeed(range), range.lowerBound > 0 {
            let isPair = range.lowerBound > 1 && bytes[range.lowerBound - 2] == 0x0D
            range = (range.lowerBound - (isPair ? 2 : 1))..<range.upperBound
        }
        return replacing(range, with: "")
    }

    private func removingFromBrackets(_ index: Int) -> String? {
        guard let start = offset(of: items[index]), let end = bracketItemEnd(items[index]) else { return nil }
        if index > 0 {
            guard let before = bracketItemEnd(items[index - 1]), before <= start else { return nil }
            return replacing(before..<end, with: "")
        }
        guard items.count > 1, let next = offset(of: items[1]), next >= end else { return nil }
        return replacing(start..<next, with: "")
    }

    private var lineEnd: String { bytes.firstIndex(of: 0x0A).map { $0 > 0 && bytes[$0 - 1] == 0x0D } ?? false ? "\r\n" : "\n" }

    private func replacing(_ range: Range<Int>, with text: String) -> String {
        String(decoding: bytes[..<range.lowerBound] + Array(text.utf8) + bytes[range.upperBound...], as: UTF8.self)
    }

    /// The bytes of a line, its end included.
    private func lineRange(_ line: Int) -> Range<Int> {
        let start = lineStarts[line - 1]
        return start..<(line < lineStarts.count ? lineStarts[line] : bytes.count)
    }

    private func endsWithLineFeed(_ range: Range<Int>) -> Bool { !range.isEmpty && bytes[range.upperBound - 1] == 0x0A }

    /// The byte offset of a node, whose column counts Unicode scalars.
    private func offset(of node: YAMLNode) -> Int? {
        guard lineStarts.indices.contains(node.line - 1) else { return nil }
        var offset = lineStarts[node.line - 1]
        var column = 1
        // A byte order mark is no column.
        if offset == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
        while column < node.column, offset < bytes.count {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            column += 1
        }
        return offset
    }

    /// The offset of the dash that begins an item, where nothing but blanks stands before it on its line.
    private func dash(of item: YAMLNode) -> Int? {
        guard let start = offset(of: item), start > 0 else { return nil }
        var dash = start - 1
        while dash > lineStarts[item.line - 1], bytes[dash] == 0x20 { dash -= 1 }
        let before = bytes[lineStarts[item.line - 1]..<max(dash, lineStarts[item.line - 1])]
        return bytes[dash] == UInt8(ascii: "-") && dash < start - 1 && before.allSatisfy { $0 == 0x20 } ? dash : nil
    }

    private func isOneLine(_ item: YAMLNode) -> Bool {
        guard item.scalar != nil, let dash = dash(of: item) else { return false }
        return lastLineOfItem(behind: item.line, column: dash - lineStarts[item.line - 1]) == nil
    }

    /// The next line that belongs to an item whose dash stands at `column`: indented beyond it; blank lines and comments go with what follows them.
    private func lastLineOfItem(behind line: Int, column: Int) -> Int? {
        var next = line + 1
        while next <= lineStarts.count {
            let content = bytes[lineRange(next)]
            let indentation = content.prefix { $0 == 0x20 }.count
            let rest = content.dropFirst(indentation)
            if rest.first == nil || rest.first == 0x0A || rest.first == 0x0D || rest.first == UInt8(ascii: "#") {
                next += 1
                continue
            }
            return indentation > column ? next : nil
        }
        return nil
    }

    /// The offset behind the last byte of an item of a list in brackets.
    private func bracketItemEnd(_ item: YAMLNode) -> Int? {
        guard var offset = offset(of: item) else { return nil }
        let start = offset
        // The node of a mapping in braces begins at the brace or at its first key.
        var depth = 0
        var end = offset
        while offset < bytes.count {
            let byte = bytes[offset]
            if (byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")), offset == start || depth > 0 {
                guard let closing = quotationEnd(from: offset) else { return nil }
                offset = closing
                end = offset
                continue
            }
            if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { depth -= 1 }
            if depth < 0 || (depth == 0 && byte == UInt8(ascii: ",")) { return end }
            offset += 1
            if !byte.isBlank, byte != 0x0A, byte != 0x0D { end = offset }
        }
        return nil
    }

    private func quotationEnd(from start: Int) -> Int? {
        let mark = bytes[start]
        var offset = start + 1
        while offset < bytes.count {
            if bytes[offset] == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") {
                offset += 2
            } else if bytes[offset] == mark {
                guard mark == UInt8(ascii: "'"), offset + 1 < bytes.count, bytes[offset + 1] == mark else { return offset + 1 }
                offset += 2
            } else {
                offset += 1
            }
        }
        return nil
    }
}
