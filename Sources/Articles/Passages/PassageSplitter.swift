import Words

/// Cuts a text into passages: its lines, or the blocks between blank lines where the text is Markdown or wrapped near one width.
struct PassageSplitter {
    private let bytes: [UInt8]
    private let format: TextFormat

    init(bytes: [UInt8], format: TextFormat) {
        self.bytes = bytes
        self.format = format
    }

    /// A line without its line end and without blanks at either end.
    struct Line {
        let span: ByteSpan
        let followsBlankLine: Bool
    }

    /// The passages of `body`, in order.
    ///
    /// - Complexity: O(`body.count`).
    /// - Parameter text: into whose memory that of the splitter is read.
    func units(in body: ByteSpan, of text: inout PassageText) -> [PassageUnit] {
        text.read(bytes, body: body)
        let drafts = drafts(in: body)
        var units: [PassageUnit] = []
        units.reserveCapacity(drafts.count)
        for draft in drafts { units.append(PassageUnit(draft, of: text)) }
        return units
    }

    private func drafts(in body: ByteSpan) -> [PassageUnit.Draft] {
        let lines = lines(in: body)
        switch format {
        case .markdown: return markdownDrafts(lines)
        case .plain:
            if isWrapped(lines) { return blocks(lines) }
            return lines.map { PassageUnit.Draft(span: $0.span, opensBlock: $0.followsBlankLine) }
        }
    }

    /// Lines that hold anything; LF, CR LF and CR each end a line.
    private func lines(in body: ByteSpan) -> [Line] {
        var lines: [Line] = []
        var start = body.start
        var followsBlankLine = true
        while start < body.end {
            let end = min(ByteScan.lineEnd(in: bytes.span, from: start), body.end)
            if let span = trimmed(ByteSpan(start, end)) {
                lines.append(Line(span: span, followsBlankLine: followsBlankLine))
                followsBlankLine = false
            } else {
                followsBlankLine = true
            }
            let isPair = end + 1 < body.end && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
            start = end + (isPair ? 2 : 1)
        }
        return lines
    }

    /// `span` without blanks (also U+00A0 and U+FEFF) at either end; nil where nothing is left.
    private func trimmed(_ span: ByteSpan) -> ByteSpan? {
        var (start, end) = (span.start, span.end)
        while start < end, let count = blankLength(at: start, end: end) { start += count }
        while start < end, let count = blankLength(before: end, start: start) { end -= count }
        return start < end ? ByteSpan(start, end) : nil
    }

    private static let longBlanks: [[UInt8]] = [[0xC2, 0xA0], [0xEF, 0xBB, 0xBF], [0xE2, 0x80, 0xA8], [0xE3, 0x80, 0x80]]

    private func blankLength(at offset: Int, end: Int) -> Int? {
        if isBlank(bytes[offset]) { return 1 }
        guard bytes[offset] >= 0xC2 else { return nil }
        return Self.longBlanks.first { bytes[offset..<end].starts(with: $0) }?.count
    }

    private func blankLength(before end: Int, start: Int) -> Int? {
        if isBlank(bytes[end - 1]) { return 1 }
        guard bytes[end - 1] >= 0x80 else { return nil }
        return Self.longBlanks.first { bytes[start..<end].suffix($0.count).elementsEqual($0) }?.count
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0B || byte == 0x0C }

    /// Whether the lines are those of paragraphs wrapped at one width: nearly every line that another follows in its block would overflow the
    /// usual width with that line's first word.
    private func isWrapped(_ lines: [Line]) -> Bool {
        let pairs = lines.dropFirst().count { !$0.followsBlankLine }
        guard pairs >= 4, pairs * 2 > lines.count else { return false }
        var lengths: [(line: Int, withNextWord: Int)] = []
        for (line, next) in zip(lines, lines.dropFirst()) where !next.followsBlankLine {
            let length = characterCount(line.span)
            let firstWord = next.span.range.prefix { !isBlank(bytes[$0]) }
            lengths.append((length, length + 1 + characterCount(ByteSpan(firstWord.startIndex, firstWord.endIndex))))
        }
        let width = lengths.map(\.line).sorted()[lengths.count * 9 / 10]
        let fullLines = lengths.count { $0.withNextWord * 100 >= width * 95 && $0.line <= width * 115 / 100 }
        return (30...140).contains(width) && fullLines * 10 >= lengths.count * 8
    }

    private func characterCount(_ span: ByteSpan) -> Int {
        bytes[span.range].count { $0 & 0xC0 != 0x80 }
    }

    private func blocks(_ lines: [Line]) -> [PassageUnit.Draft] {
        var spans: [ByteSpan] = []
        for line in lines {
            if line.followsBlankLine || spans.isEmpty {
                spans.append(line.span)
            } else {
                spans[spans.count - 1].end = line.span.end
            }
        }
        return spans.map { PassageUnit.Draft(span: $0, opensBlock: true) }
    }

    private func markdownDrafts(_ lines: [Line]) -> [PassageUnit.Draft] {
        var drafts: [PassageUnit.Draft] = []
        var open: PassageUnit.Draft?
        func close() {
            if let open { drafts.append(open) }
            open = nil
        }
        for line in lines {
            if line.followsBlankLine { close() }
            let mark = MarkdownLine(bytes: bytes, span: line.span)
            if mark.isSetextUnderline, open != nil, open?.mark == nil {
                open?.mark = .heading
                close()
            } else if let kind = mark.kind, kind != .quotation || open?.mark != .quotation {
                close()
                open = PassageUnit.Draft(span: mark.content, mark: kind, opensBlock: true)
                if kind != .listItem, kind != .quotation { close() }
            } else if open != nil {
                open?.span.end = line.span.end
            } else {
                open = PassageUnit.Draft(span: line.span, opensBlock: true)
            }
        }
        close()
        return drafts
    }
}
