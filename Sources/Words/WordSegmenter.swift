/// Cuts text into words: Unicode words (UAX #29) holding a letter or digit, cut at hyphens and before 's.
///
/// `Baku's counter-offensive` holds four words: `Baku`, `'s`, `counter`, `offensive`; `don't`, `U.S` and `3.5` are one each.
package enum WordSegmenter {
    /// The words of `span`, in order.
    ///
    /// - Complexity: O(`span.count`).
    package static func words(in bytes: [UInt8], span: ByteSpan) -> [ByteSpan] {
        var words: [ByteSpan] = []
        words.reserveCapacity(span.count / 6)
        let scanner = WordBoundaryScanner(bytes: bytes, end: span.end)
        var offset = span.start
        while offset < span.end {
            let segment = asciiSegment(scanner, from: offset) ?? scanner.segment(from: offset)
            if segment.holdsLetterOrDigit { appendWords(of: ByteSpan(offset, segment.end), in: bytes, to: &words) }
            offset = segment.end
        }
        return words
    }

    /// Every word boundary of `span` as UAX #29 has them, both ends included; empty where the span is.
    ///
    /// - Complexity: O(`span.count`).
    package static func boundaries(in bytes: [UInt8], span: ByteSpan) -> [Int] {
        guard !span.isEmpty else { return [] }
        let scanner = WordBoundaryScanner(bytes: bytes, end: span.end)
        var boundaries = [span.start]
        var offset = span.start
        while offset < span.end {
            offset = scanner.segment(from: offset).end
            boundaries.append(offset)
        }
        return boundaries
    }

    /// The segment from `start` where it and the character behind it are ASCII, the common case; nil where the full rules are needed.
    private static func asciiSegment(_ scanner: WordBoundaryScanner, from start: Int) -> WordBoundaryScanner.Segment? {
        var segment = WordBoundaryScanner.Segment(end: start, holdsLetterOrDigit: false)
        var last = WordProperty.BreakClass.other
        while segment.end < scanner.end {
            guard let property = asciiProperty(scanner, at: segment.end) else { return nil }
            let nextClass = property.breakClass
            if nextClass.isLetter || nextClass == .numeric || nextClass == .extendNumLet {
                segment.holdsLetterOrDigit = segment.holdsLetterOrDigit || property.isLetterOrDigit
            } else {
                guard last.canPrecede(nextClass), segment.end + 1 < scanner.end else { break }
                guard let following = asciiProperty(scanner, at: segment.end + 1) else { return nil }
                guard last.isLetter ? following.breakClass.isLetter : following.breakClass == .numeric else { break }
            }
            last = nextClass
            segment.end += 1
        }
        return segment.end > start ? segment : asciiSeparator(scanner, at: start)
    }

    private static func asciiProperty(_ scanner: WordBoundaryScanner, at offset: Int) -> WordProperty? {
        let byte = scanner.bytes[offset]
        return byte < 0x80 ? scanner.table[ascii: byte] : nil
    }

    /// One ASCII character outside words; whether a blank joins the next does not matter to words.
    private static func asciiSeparator(_ scanner: WordBoundaryScanner, at start: Int) -> WordBoundaryScanner.Segment? {
        guard start + 1 == scanner.end || scanner.bytes[start + 1] < 0x80 else { return nil }
        return WordBoundaryScanner.Segment(end: start + 1, holdsLetterOrDigit: false)
    }

    /// Cuts a Unicode word at the hyphens and blanks inside it and before 's.
    private static func appendWords(of segment: ByteSpan, in bytes: [UInt8], to words: inout [ByteSpan]) {
        var start = segment.start
        var offset = segment.start
        while offset < segment.end {
            let length = innerCutLength(in: bytes, at: offset, of: segment)
            if length > 0 {
                appendWords(ofPiece: ByteSpan(start, offset), in: bytes, to: &words)
                start = offset + length
            }
            offset += max(1, length)
        }
        appendWords(ofPiece: ByteSpan(start, segment.end), in: bytes, to: &words)
    }

    private static func appendWords(ofPiece piece: ByteSpan, in bytes: [UInt8], to words: inout [ByteSpan]) {
        let word = withoutMarksAround(piece, in: bytes)
        let clitic = cliticStart(of: word, in: bytes)
        appendWord(ByteSpan(word.start, clitic), in: bytes, to: &words)
        if clitic < word.end { words.append(ByteSpan(clitic, word.end)) }
    }

    /// Drops what a cut leaves of marks and punctuation alone.
    private static func appendWord(_ piece: ByteSpan, in bytes: [UInt8], to words: inout [ByteSpan]) {
        // Nearly all pieces begin with an ASCII letter.
        if !piece.isEmpty, bytes[piece.start] | 0x20 >= UInt8(ascii: "a"), bytes[piece.start] | 0x20 <= UInt8(ascii: "z") {
            return words.append(piece)
        }
        let table = WordProperty.table
        var offset = piece.start
        while offset < piece.end {
            let scalar = ScalarDecoding.scalar(in: bytes, at: offset, end: piece.end)
            if table[scalar.codePoint].isLetterOrDigit { return words.append(piece) }
            offset += scalar.byteCount
        }
    }

    /// Bytes of the hyphen or the blank at `offset` that parts words; 0 where there is none.
    ///
    /// Of all hyphens only the Armenian one (U+058A, ALetter) stands inside a Unicode word; U+002D, U+2010 and U+2011 are boundaries already, and the
    /// soft one (U+00AD, Format) is one that no reader sees. The narrow blank (U+202F, ExtendNumLet) joins the digits of a number, but stands before the
    /// stops and inside the quotation marks of French text.
    private static func innerCutLength(in bytes: [UInt8], at offset: Int, of segment: ByteSpan) -> Int {
        if bytes[offset] == 0xD6, offset + 1 < segment.end, bytes[offset + 1] == 0x8A { return 2 }
        guard bytes[offset] == 0xE2, offset + 2 < segment.end, bytes[offset + 1] == 0x80, bytes[offset + 2] == 0xAF else { return 0 }
        let before = ScalarDecoding.scalar(in: bytes, before: offset, start: segment.start)
        guard let before, WordProperty.of(before.codePoint).breakClass == .numeric, offset + 3 < segment.end else { return 3 }
        let behind = ScalarDecoding.scalar(in: bytes, at: offset + 3, end: segment.end)
        return WordProperty.of(behind.codePoint).breakClass == .numeric ? 0 : 3
    }

    /// Low lines join words to names, but around words they are emphasis: `_war zone_`. Blanks are joined to a letter behind them that is a picture too, where
    /// a joiner stands between.
    private static func withoutMarksAround(_ piece: ByteSpan, in bytes: [UInt8]) -> ByteSpan {
        var (start, end) = (piece.start, piece.end)
        while start < end, bytes[start] == UInt8(ascii: "_") || bytes[start] == UInt8(ascii: " ") { start += 1 }
        while start < end, bytes[end - 1] == UInt8(ascii: "_") { end -= 1 }
        return ByteSpan(start, end)
    }

    /// Where the 's at the end of a word starts, behind which characters may stand that no reader sees; the word's end where there is none or nothing
    /// stands before it.
    ///
    /// A letter always stands before it: UAX #29 joins an apostrophe to the letter behind it only then.
    private static func cliticStart(of word: ByteSpan, in bytes: [UInt8]) -> Int {
        let end = visibleEnd(of: word, in: bytes)
        guard end - word.start > 2, bytes[end - 1] | 0x20 == UInt8(ascii: "s") else { return word.end }
        let letter = end - 1
        guard let mark = ScalarDecoding.scalar(in: bytes, before: letter, start: word.start) else { return word.end }
        let start = letter - mark.byteCount
        return Apostrophe.isApostrophe(mark.codePoint) && start > word.start ? start : word.end
    }

    private static func visibleEnd(of word: ByteSpan, in bytes: [UInt8]) -> Int {
        var end = word.end
        while end > word.start, bytes[end - 1] >= 0x80 {
            guard let last = ScalarDecoding.scalar(in: bytes, before: end, start: word.start), let scalar = Unicode.Scalar(last.codePoint),
                scalar.properties.isDefaultIgnorableCodePoint
            else { break }
            end -= last.byteCount
        }
        return end
    }
}

extension WordProperty.BreakClass {
    /// Whether `mark` may stand inside a word after this class (WB6, WB12).
    fileprivate func canPrecede(_ mark: Self) -> Bool {
        isLetter ? mark.isMidLetterOrQuote : self == .numeric && mark.isMidNumberOrQuote
    }
}
