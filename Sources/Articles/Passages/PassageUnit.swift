import Words

/// One passage before its kind is known, with what classification asks of it; the text that it is of is given where its letters are asked for.
struct PassageUnit: BitwiseCopyable {
    /// What Markdown says the passage is.
    enum Mark: BitwiseCopyable { case heading, image, link, listItem, quotation, rule }

    /// Trimmed: no blanks at either end.
    let span: ByteSpan
    let mark: Mark?
    /// Whether a blank line (or the start of the text) stands before it.
    let opensBlock: Bool
    let wordCount: Int
    /// Of at most `shortLimit` bytes, not all blank; no pattern fits another.
    let isShort: Bool
    /// The last character that is no closing mark or blank.
    let lastCharacter: Unicode.Scalar?
    let startsUpper: Bool
    /// Ends as a sentence does: a stop, in any script.
    let endsWithStop: Bool
    /// Whether it is short and no stock phrase can claim it.
    let isProse: Bool
    /// The first eight bytes in lower case, where all are ASCII and blanks stand alone; else 0.
    let opening: UInt64

    static let shortLimit = 600

    /// What a unit is made of before its text is looked at.
    struct Draft {
        var span: ByteSpan
        var mark: Mark?
        let opensBlock: Bool
    }

    init(_ draft: Draft, of text: borrowing PassageText) {
        span = draft.span
        mark = draft.mark
        opensBlock = draft.opensBlock
        isShort = span.count <= Self.shortLimit && Self.isVisible(text.bytes, span)
        let head = Self.head(of: span)
        wordCount = text.wordCount(of: head)
        isProse = isShort && ProseCheck.isProse(text.bytes, blocks: text.blocks, marks: text.marks, span: span, wordCount: wordCount)
        lastCharacter = Self.lastCharacter(text.bytes, span)
        startsUpper = Self.startsUpper(text.bytes, head)
        endsWithStop = lastCharacter.map(Self.isStop) ?? false
        opening = Self.opening(text.bytes, span)
    }

    private static func opening(_ bytes: [UInt8], _ span: ByteSpan) -> UInt64 {
        guard span.count >= 8 else { return 0 }
        var opening: UInt64 = 0
        for offset in span.start..<span.start + 8 {
            let byte = bytes[offset]
            guard byte > 0x20 || (byte == 0x20 && opening & 0xFF != 0x20), byte < 0x80 else { return 0 }
            opening = opening << 8 | UInt64(folded(byte))
        }
        return opening
    }

    /// Whether it holds anything but blanks, those beyond ASCII included.
    private static func isVisible(_ bytes: [UInt8], _ span: ByteSpan) -> Bool {
        if let first = bytes[span.range].first, first > 0x20, first < 0x80 { return true }
        if span.count >= 3, isCurlyMark(bytes, at: span.start) { return true }
        return !String(decoding: bytes[span.range], as: UTF8.self).allSatisfy(\.isWhitespace)
    }

    /// Of a long passage only the head and tail matter here, so that a line of many megabytes costs nothing.
    private static func head(of span: ByteSpan) -> ByteSpan {
        span.count <= shortLimit ? span : ByteSpan(span.start, span.start + shortLimit)
    }

    private static func startsUpper(_ bytes: [UInt8], _ head: ByteSpan) -> Bool {
        if let first = firstLetter(bytes, head) { return (first | 0x20) &- 97 < 26 ? first < 97 : true }
        let string = String(decoding: bytes[head.range], as: UTF8.self)
        let opening = string.unicodeScalars.first { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        return opening.map { !$0.properties.isLowercase } ?? false
    }

    /// The first letter or digit where that is ASCII, behind ASCII and curly marks; nil where another character decides.
    private static func firstLetter(_ bytes: [UInt8], _ head: ByteSpan) -> UInt8? {
        var offset = head.start
        while offset < head.end {
            let byte = bytes[offset]
            if byte >= 0x80 {
                guard offset + 2 < head.end, isCurlyMark(bytes, at: offset) else { return nil }
                offset += 3
            } else {
                if (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 { return byte }
                offset += 1
            }
        }
        return nil
    }

    /// A dash, a curly mark (U+2010 to U+201F) or an ellipsis.
    private static func isCurlyMark(_ bytes: [UInt8], at place: Int) -> Bool {
        bytes[place] == 0xE2 && bytes[place + 1] == 0x80 && ((0x90...0x9F).contains(bytes[place + 2]) || bytes[place + 2] == 0xA6)
    }

    private static func lastCharacter(_ bytes: [UInt8], _ span: ByteSpan) -> Unicode.Scalar? {
        if let last = lastByte(bytes, span) { return Unicode.Scalar(last) }
        // A cut through a character gives one U+FFFD at the front, never at the end.
        let tail = String(decoding: bytes[max(span.start, span.end - 32)..<span.end], as: UTF8.self)
        return tail.unicodeScalars.last { !"\"'\u{201D}\u{2019}\u{BB})]*_ \u{A0}".unicodeScalars.contains($0) }
    }

    /// The last character where it is ASCII and at most three closing marks stand behind it; nil where this does not tell.
    private static func lastByte(_ bytes: [UInt8], _ span: ByteSpan) -> UInt8? {
        var end = span.end
        for _ in 0..<4 {
            guard end > span.start else { return nil }
            let byte = bytes[end - 1]
            if byte < 0x80 {
                guard isClosingMark(byte) else { return byte }
                end -= 1
            } else {
                // The closing curly marks ” and ’.
                guard end - 3 >= span.start, byte == 0x9D || byte == 0x99, isCurlyMark(bytes, at: end - 3) else { return nil }
                end -= 3
            }
        }
        return nil
    }

    private static func isClosingMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "*"), UInt8(ascii: "_"), 0x20: true
        default: false
        }
    }

    /// Made anew each time, so asked only where the bytes do not tell. Empty where not short.
    func text(in bytes: [UInt8]) -> FoldedText { isShort ? FoldedText(bytes, span: span) : .empty }

    /// Of a long passage those of its head; counted anew each time, since few passages are asked.
    func sentenceCount(in bytes: [UInt8]) -> Int { SentenceSegmenter.sentences(in: bytes, span: Self.head(of: span)).count }

    /// Whether the folded text surely differs: most do so in their first eight bytes.
    func isUnlike(_ text: FoldedText) -> Bool {
        guard opening != 0 else { return false }
        return text.bytes.count < 8 || text.bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } != opening
    }

    /// Whether the texts of two units surely differ within their first 64 bytes: neither is the other nor begins it.
    func beginsUnlike(_ other: PassageUnit, in bytes: [UInt8]) -> Bool {
        var followsBlank = true
        for offset in 0..<min(span.count, other.span.count, 64) {
            let (mine, theirs) = (bytes[span.start + offset], bytes[other.span.start + offset])
            guard mine >= 0x20, theirs >= 0x20 else { return false }
            // Runs of blanks count as one, so two in a row end the comparison.
            let isBlank = mine == 0x20 || theirs == 0x20
            if isBlank, followsBlank { return false }
            let followedBlank = followsBlank
            followsBlank = isBlank
            if mine < 0x80, theirs < 0x80 {
                if Self.folded(mine) != Self.folded(theirs) { return true }
            } else if mine == theirs {
                // Another character than a curly mark may be a blank.
                followsBlank = mine < 0xC0 ? followedBlank : !beginsCurlyMark(at: offset, in: bytes)
            } else {
                // No ASCII character spells a curly mark; other characters may be blanks or fold to ASCII.
                return theirs < 0x80 && beginsCurlyMark(at: offset, in: bytes)
                    || mine < 0x80 && other.beginsCurlyMark(at: offset, in: bytes)
            }
        }
        return false
    }

    /// Whether a dash, a curly mark or an ellipsis (U+2010 to U+201F, U+2026) stands at `offset` of the passage.
    private func beginsCurlyMark(at offset: Int, in bytes: [UInt8]) -> Bool {
        let place = span.start + offset
        return offset + 2 < span.count && Self.isCurlyMark(bytes, at: place)
    }

    private static func folded(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }

    private static func isStop(_ character: Unicode.Scalar) -> Bool {
        switch character {
        case ".", "!", "?", "\u{2026}", "\u{3002}", "\u{FF01}", "\u{FF1F}", "\u{61F}", "\u{6D4}", "\u{589}", "\u{964}": true
        default: false
        }
    }

    private var endsWithFullStop: Bool { endsWithStop && lastCharacter != "?" && lastCharacter != "!" }
    /// Short, begins like a title and does not end like a sentence or an introduction to one.
    func isTitleLike(words limit: Int) -> Bool {
        (1...limit).contains(wordCount) && isShort && startsUpper && !endsWithFullStop && lastCharacter != ":" && lastCharacter != ","
            && lastCharacter != ";" && mark != .listItem && mark != .quotation
    }

    /// Long enough, and ended, as a paragraph of an article is.
    var isParagraph: Bool { !isShort || (endsWithStop && wordCount >= 8) || wordCount > 40 }
}
