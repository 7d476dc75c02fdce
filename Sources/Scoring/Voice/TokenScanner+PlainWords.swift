/// The hot path of the scanner: most of English text is words of ASCII letters with one blank between them.
///
/// Eight letters are read at a time as one number, which is the word's key at once, so that a word costs some dozen steps and no loop over
/// its letters. All other words go to `scanJoinedWord`, which finds the same tokens letter by letter.
extension TokenScanner {
    /// Reads plain words up to whatever else comes; false where the first is none.
    mutating func scanPlainWords() -> Bool {
        guard let text = bytes.base else { return false }
        // Kept out of `self` while reading, so that they stand in registers.
        var place = offset
        var blank = followsBlank ? VoiceToken.Flags.afterBlank : VoiceToken.Flags(rawValue: 0)
        var next = nextToken
        while let word = PlainWord(in: text, at: place, end: end, textEnd: bytes.count) {
            next.initialize(to: token(of: word, at: place, blank))
            next += 1
            place &+= word.count
            blank = VoiceToken.Flags(rawValue: 0)
            guard place < end, text[place] == 0x20 else { break }
            place &+= 1
            blank = .afterBlank
        }
        let hasRead = place > offset
        offset = place
        nextToken = next
        followsBlank = blank == .afterBlank
        return hasRead
    }

    @inline(__always)
    private func token(of word: PlainWord, at place: Int, _ blank: VoiceToken.Flags) -> VoiceToken {
        var token = VoiceToken(start: place, end: place &+ word.count, kind: .word)
        let entry = vocabulary.lookUp(word.key)
        token.flags = VoiceToken.Flags(rawValue: word.capitals.rawValue | blank.rawValue | entry.flags.rawValue)
        token.classes = entry.classes
        token.verbForm = entry.form
        token.index = entry.verb
        return token
    }
}

/// Up to fifteen letters of ASCII, with nothing behind them that might belong to the word.
private struct PlainWord {
    let key: WordKey
    let count: Int
    /// Whether it has capitals, and whether it has nothing else.
    let capitals: VoiceToken.Flags

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let blanks: UInt64 = 0x2020_2020_2020_2020

    /// Nil where the bytes at `start` are another word, no word, reach beyond `end`, or stand too near to the text's end for reading sixteen.
    ///
    /// No branch depends on how long the word is, since that follows no pattern.
    @inline(__always)
    init?(in text: UnsafePointer<UInt8>, at start: Int, end: Int, textEnd: Int) {
        guard start &+ 16 <= textEnd else { return nil }
        let letters = UnsafeRawPointer(text + start)
        let head = letters.loadUnaligned(as: UInt64.self).littleEndian
        let tail = letters.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian
        let endOfHead = Self.nonLetters(head)
        let endOfTail = Self.nonLetters(tail)
        let headMask = Self.mask(before: endOfHead)
        // All ones where the first eight bytes are letters, so that those behind count too.
        let goesOn = UInt64(bitPattern: Int64(bitPattern: headMask) >> 63)
        let tailMask = Self.mask(before: endOfTail) & goesOn
        let count = (endOfHead.trailingZeroBitCount &+ endOfTail.trailingZeroBitCount & Int(bitPattern: UInt(goesOn))) >> 3
        guard count > 0, count < 16, start &+ count <= end, Self.endsWord(text[start &+ count], count: count) else { return nil }
        key = WordKey(low: (head | Self.blanks) & headMask, high: (tail | Self.blanks) & tailMask)
        let hasSmall = (head & headMask | tail & tailMask) & Self.blanks != 0
        let isCapitalized = UInt16(truncatingIfNeeded: ~head >> 5 & 1)
        let isAllCapitals: UInt16 = !hasSmall && count > 1 ? VoiceToken.Flags.allCapitals.rawValue : 0
        capitals = VoiceToken.Flags(rawValue: isCapitalized &* VoiceToken.Flags.capitalized.rawValue | isAllCapitals)
        self.count = count
    }

    /// The lowest bit of each of eight bytes that is no letter: its high bit tells without carrying into the next.
    @inline(__always)
    private static func nonLetters(_ bytes: UInt64) -> UInt64 {
        let lower = (bytes | blanks) & (ones &* 0x7F)
        let isLetter = (lower &+ ones &* (0x80 - 0x61)) & ~(lower &+ ones &* (0x80 - 0x7B)) & ~bytes
        return (~isLetter >> 7) & ones
    }

    /// All bits below the lowest that is set; all where none is.
    @inline(__always)
    private static func mask(before bits: UInt64) -> UInt64 { (bits &- 1) & ~bits }

    /// Whether the byte behind the letters surely ends the word: no digit, apostrophe, hyphen, ampersand or letter beyond ASCII, nor an initial's stop.
    @inline(__always)
    private static func endsWord(_ byte: UInt8, count: Int) -> Bool {
        byte == 0x20 || byte < 0x80 && byte &- 48 >= 10 && byte != 0x27 && byte != 0x2D && byte != 0x26 && (byte != 0x2E || count > 1)
    }
}
