/// The hot path of the scanner: most of English text is words of ASCII letters with one blank between them.
///
/// Eight letters are read at a time as one number, which is the word's key at once, so that a word costs some dozen steps and no loop over
/// its letters. All other words go to `scanJoinedWord`, which finds the same tokens letter by letter.
extension TokenScanner {
    /// Reads plain words up to whatever else comes; false where the first is none.
    mutating func scanPlainWords() -> Bool {
        let first = offset
        guard let text = bytes.baseAddress else { return false }
        while let word = PlainWord(in: text, at: offset, end: end) {
            append(word, text)
            offset += word.count
            guard offset < end, text[offset] == 0x20 else { break }
            offset += 1
            followsBlank = true
        }
        return offset > first
    }

    @inline(__always)
    private mutating func append(_ word: PlainWord, _ text: UnsafePointer<UInt8>) {
        var token = VoiceToken(start: offset, end: offset + word.count, kind: .word)
        token.flags = word.ending(in: text, at: offset)
        if followsBlank { token.flags.insert(.afterBlank) }
        followsBlank = false
        if text[offset] <= 0x5A {
            token.flags.insert(.capitalized)
            if !word.hasLower, word.count > 1 { token.flags.insert(.allCapitals) }
        }
        let entry = vocabulary.lookUp(word.key)
        token.classes = entry.classes
        token.verbForm = entry.form
        token.index = entry.verb
        append(token)
    }
}

/// Up to fifteen letters of ASCII, with nothing behind them that might belong to the word.
private struct PlainWord {
    let key: WordKey
    let count: Int
    let hasLower: Bool

    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// Nil where the bytes at `start` are another word, no word, or too near to the end of the text for reading sixteen.
    @inline(__always)
    init?(in text: UnsafePointer<UInt8>, at start: Int, end: Int) {
        guard start + 16 <= end else { return nil }
        let letters = UnsafeRawPointer(text + start)
        let head = letters.loadUnaligned(as: UInt64.self).littleEndian
        let tail = letters.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian
        // No branch on whether there are more than eight: their number follows no pattern.
        let first = Self.letterCount(head)
        let more = first == 8 ? Self.letterCount(tail) : 0
        let low = head & Self.mask(first)
        let high = tail & Self.mask(more)
        let count = first + more
        guard count > 0, count < 16, Self.endsWord(text[start + count], count: count) else { return nil }
        let blanks = Self.ones &* 0x20
        key = WordKey(low: low | blanks & Self.mask(first), high: high | blanks & Self.mask(more))
        hasLower = (low | high) & blanks != 0
        self.count = count
    }

    /// How many of eight bytes, from the lowest, are letters: each byte's high bit tells without carrying into the next.
    @inline(__always)
    private static func letterCount(_ bytes: UInt64) -> Int {
        let lower = (bytes | ones &* 0x20) & (ones &* 0x7F)
        let isLetter = (lower &+ ones &* (0x80 - 0x61)) & ~(lower &+ ones &* (0x80 - 0x7B)) & ~bytes
        return (~isLetter & (ones &* 0x80)).trailingZeroBitCount >> 3
    }

    /// The lowest `count` bytes.
    @inline(__always)
    private static func mask(_ count: Int) -> UInt64 { count >= 8 ? .max : (1 &<< UInt64(8 * count)) &- 1 }

    /// Whether the byte behind the letters surely ends the word: no digit, apostrophe, hyphen, ampersand or letter beyond ASCII, nor an initial's stop.
    @inline(__always)
    private static func endsWord(_ byte: UInt8, count: Int) -> Bool {
        byte == 0x20 || byte < 0x80 && byte &- 48 >= 10 && byte != 0x27 && byte != 0x2D && byte != 0x26 && (byte != 0x2E || count > 1)
    }

    /// What the last letters say of the word's form.
    @inline(__always)
    func ending(in text: UnsafePointer<UInt8>, at start: Int) -> VoiceToken.Flags {
        guard count >= 2 else { return [] }
        let last = start + count - 1
        return VoiceToken.Flags.ending(
            last: text[last], secondLast: text[last - 1], thirdLast: count > 2 ? text[last - 2] : 0, count: count)
    }
}

extension VoiceToken.Flags {
    /// The flag of an ending in -s, -ed, -ly or -ing of a word with `count` bytes; short words have none but -s.
    @inline(__always)
    static func ending(last: UInt8, secondLast: UInt8, thirdLast: UInt8, count: Int) -> VoiceToken.Flags {
        // All four are asked without a branch, since the last letter of a word follows no pattern.
        let pair = UInt16(secondLast) << 8 | UInt16(last)
        let s: UInt16 = last == 0x73 && secondLast != 0x73 ? Self.endsInS.rawValue : 0
        let ed: UInt16 = pair == 0x6564 && count > 3 ? Self.endsInEd.rawValue : 0
        let ly: UInt16 = pair == 0x6C79 && count > 4 ? Self.endsInLy.rawValue : 0
        let ing: UInt16 = pair == 0x6E67 && thirdLast == 0x69 && count > 4 ? Self.endsInIng.rawValue : 0
        return VoiceToken.Flags(rawValue: s | ed | ly | ing)
    }
}
