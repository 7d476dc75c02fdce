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

    /// Cuts a Unicode word at the hyphens inside it and before 's.
    private static func appendWords(of segment: ByteSpan, in bytes: [UInt8], to words: inout [ByteSpan]) {
        let clitic = cliticStart(of: segment, in: bytes)
        var start = segment.start
        var offset = segment.start
        while offset < clitic {
            let hyphenLength = innerHyphenLength(in: bytes, at: offset, end: clitic)
            if hyphenLength > 0 {
                appendWord(ByteSpan(start, offset), in: bytes, to: &words)
                start = offset + hyphenLength
            }
            offset += max(1, hyphenLength)
        }
        appendWord(ByteSpan(start, clitic), in: bytes, to: &words)
        if clitic < segment.end { words.append(ByteSpan(clitic, segment.end)) }
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

    /// Bytes of the hyphen at `offset`; 0 where there is none.
    ///
    /// Of all hyphens only the soft one (U+00AD, Format) and the Armenian one (U+058A, ALetter) stand inside a Unicode word;
    /// U+002D, U+2010 and U+2011 are boundaries already.
    private static func innerHyphenLength(in bytes: [UInt8], at offset: Int, end: Int) -> Int {
        guard bytes[offset] >= 0xC2, offset + 1 < end else { return 0 }
        let isSoft = bytes[offset] == 0xC2 && bytes[offset + 1] == 0xAD
        let isArmenian = bytes[offset] == 0xD6 && bytes[offset + 1] == 0x8A
        return isSoft || isArmenian ? 2 : 0
    }

    /// Where the 's at the end of a word starts; the word's end where there is none or nothing stands before it.
    ///
    /// A letter always stands before it: UAX #29 joins an apostrophe to the letter behind it only then.
    private static func cliticStart(of word: ByteSpan, in bytes: [UInt8]) -> Int {
        guard word.count > 2, bytes[word.end - 1] | 0x20 == UInt8(ascii: "s") else { return word.end }
        let letter = word.end - 1
        guard let mark = ScalarDecoding.scalar(in: bytes, before: letter, start: word.start) else { return word.end }
        let start = letter - mark.byteCount
        return Apostrophe.isApostrophe(mark.codePoint) && start > word.start ? start : word.end
    }
}

extension WordProperty.BreakClass {
    /// Whether `mark` may stand inside a word after this class (WB6, WB12).
    fileprivate func canPrecede(_ mark: Self) -> Bool {
        isLetter ? mark.isMidLetterOrQuote : self == .numeric && mark.isMidNumberOrQuote
    }
}
