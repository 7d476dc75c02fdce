extension SentenceReader {
    /// The answer for most stops at a glance: one stop of ASCII, closing marks, blanks, an opening mark or a capital; before a full stop a word that surely
    /// is no abbreviation.
    ///
    /// Nil says nothing.
    func plainEnding(at offset: Int, sentenceStart: Int) -> Ending? {
        let stop = bytes[offset]
        guard stop == UInt8(ascii: ".") || stop == UInt8(ascii: "?") || stop == UInt8(ascii: "!") else { return nil }
        guard let end = behindPlainClosingMarks(from: offset + 1) else { return nil }
        var next = end
        while next < span.end, isPlainBlank(bytes[next]) { next += 1 }
        if next == span.end { return Ending(end: end, next: next) }
        guard next > end, isPlainStart(at: next) else { return nil }
        guard stop != UInt8(ascii: ".") || isBehindPlainWord(offset, sentenceStart: sentenceStart) else { return nil }
        return Ending(end: end, next: next)
    }

    /// Nil before a character beyond ASCII that is no curly mark.
    private func behindPlainClosingMarks(from offset: Int) -> Int? {
        var offset = offset
        while offset < span.end {
            if bytes[offset] < 0x80 {
                guard SentenceMarks.closes(UInt32(bytes[offset])) else { return offset }
                offset += 1
            } else {
                guard isCurlyMark(at: offset) else { return nil }
                offset += 3
            }
        }
        return offset
    }

    private func isPlainBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") }

    private func isPlainStart(at offset: Int) -> Bool {
        switch bytes[offset] {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case 0..<0x80: SentenceMarks.opensASCII(bytes[offset])
        default: isCurlyMark(at: offset) && bytes[offset + 2] & 1 == 0
        }
    }

    /// U+2018 to U+201D without the low ones: all of them may close; those with even numbers open too.
    private func isCurlyMark(at offset: Int) -> Bool {
        guard offset + 3 <= span.end, bytes[offset] == 0xE2, bytes[offset + 1] == 0x80 else { return false }
        return 0x98...0x99 ~= bytes[offset + 2] || 0x9C...0x9D ~= bytes[offset + 2]
    }

    /// Whether two letters of ASCII or more stand before a full stop that are no abbreviation.
    ///
    /// What ends with two letters is no initial, and only words of letters alone are listed as abbreviations, of up to eight.
    private func isBehindPlainWord(_ offset: Int, sentenceStart: Int) -> Bool {
        guard offset - sentenceStart > 8 else { return false }
        let raw = UnsafeRawBufferPointer(bytes)
        let before = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset - 8, as: UInt64.self))
        let letters = ASCIIEight.others(than: before).leadingZeroBitCount / 8
        guard letters < 8 else { return isASCIILetter(bytes[offset - 9]) }
        guard letters > 1, bytes[offset - letters - 1] < 0x80 else { return false }
        let key = (before.byteSwapped | 0x2020_2020_2020_2020) & (1 << UInt64(letters * 8) - 1)
        return !Abbreviations.mayBe(key)
    }
}
