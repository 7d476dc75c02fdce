import CVectors

/// The hot path of the scanner: most of English text is words of ASCII letters with one blank between them.
///
/// Where such words begin and end is read from the bit masks of the text's letters, so that no word waits until the one before it is done; sixteen
/// letters are read at a time as two numbers, which are the word's key at once. All other words go to `scanJoinedWord`, which finds the same tokens
/// letter by letter.
extension TokenScanner {
    /// Reads the plain words from a letter on, up to whatever else comes; where that is a word of another kind, up to its end.
    mutating func scanWords() {
        guard let text = bytes.base, let blocks else { return scanJoinedWord() }
        // Kept out of `self` while reading, so that they stand in registers.
        let table = vocabulary.table
        var next = nextToken
        var place = offset
        var found = flags
        var blank = followsBlank ? VoiceToken.Flags.afterBlank : VoiceToken.Flags(rawValue: 0)
        var number = place >> 6
        var letters = letters(in: blocks, number) & (.max << UInt64(place & 63))
        var isInWord = false
        var isPlain = true
        reading: while true {
            let base = number << 6
            var borders = letters ^ (letters << 1 | (isInWord ? 1 : 0))
            while true {
                if !isInWord {
                    guard borders != 0 else { break }
                    guard base + borders.trailingZeroBitCount == place else { break reading }
                    borders &= borders &- 1
                    isInWord = true
                }
                guard borders != 0 else { break }
                let wordEnd = base + borders.trailingZeroBitCount
                borders &= borders &- 1
                guard let word = PlainWord(in: text, from: place, to: wordEnd, textEnd: bytes.count) else {
                    isPlain = false
                    break reading
                }
                let token = table.token(of: word, blank)
                found.formUnion(token.flags)
                next.initialize(to: token)
                next += 1
                isInWord = false
                place = wordEnd
                blank = VoiceToken.Flags(rawValue: 0)
                guard place < end, text[place] == 0x20 else { break reading }
                place += 1
                blank = .afterBlank
            }
            number += 1
            guard number << 6 < end else {
                isPlain = !isInWord
                break
            }
            letters = self.letters(in: blocks, number)
        }
        offset = place
        nextToken = next
        flags = found
        followsBlank = blank == .afterBlank
        if !isPlain { scanJoinedWord() }
    }

    /// The letters of a block that stand before the passage's end.
    @inline(__always)
    private func letters(in blocks: UnsafePointer<cv_block>, _ number: Int) -> UInt64 {
        let base = number << 6
        return blocks[number].letter & (base + 64 <= end ? .max : (1 << UInt64(end - base)) - 1)
    }
}

/// Up to fifteen letters of ASCII, with nothing behind them that might belong to the word.
struct PlainWord {
    let start: Int
    let end: Int
    let key: WordKey
    /// Whether it has capitals, and whether it has nothing else.
    let capitals: VoiceToken.Flags

    private static let blanks: UInt64 = 0x2020_2020_2020_2020

    /// Takes the letters from `start` to `end`; nil where there are too many, or they are part of a longer word, or stand too near to the text's end for
    /// reading sixteen bytes.
    ///
    /// No branch depends on how long the word is, since that follows no pattern.
    @inline(__always)
    init?(in text: UnsafePointer<UInt8>, from start: Int, to end: Int, textEnd: Int) {
        let count = end &- start
        guard count < 16, start &+ 16 <= textEnd, Self.isEnded(by: text[end], count: count) else { return nil }
        let letters = UnsafeRawPointer(text + start)
        let headMask = UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* min(count, 8))
        let tailMask = (UInt64.max &>> 1) &>> UInt64(truncatingIfNeeded: 63 &- 8 &* max(count &- 8, 0))
        let head = letters.loadUnaligned(as: UInt64.self).littleEndian & headMask
        let tail = letters.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian & tailMask
        key = WordKey(low: head | Self.blanks & headMask, high: tail | Self.blanks & tailMask)
        let isCapitalized = UInt16(truncatingIfNeeded: ~head >> 5 & 1)
        let isAllCapitals: UInt16 = (head | tail) & Self.blanks == 0 && count > 1 ? VoiceToken.Flags.allCapitals.rawValue : 0
        capitals = VoiceToken.Flags(rawValue: isCapitalized &* VoiceToken.Flags.capitalized.rawValue | isAllCapitals)
        self.start = start
        self.end = end
    }

    /// Whether the byte behind the letters surely ends the word: no digit, apostrophe, hyphen, ampersand or letter beyond ASCII, nor an initial's stop.
    @inline(__always)
    static func isEnded(by byte: UInt8, count: Int) -> Bool {
        byte == 0x20 || byte < 0x80 && byte &- 48 >= 10 && byte != 0x27 && byte != 0x2D && byte != 0x26 && (byte != 0x2E || count > 1)
    }
}

extension VoiceVocabulary.Table {
    /// The token of a plain word.
    @inline(__always)
    fileprivate func token(of word: PlainWord, _ blank: VoiceToken.Flags) -> VoiceToken {
        let entry = lookUp(word.key)
        var token = VoiceToken(start: word.start, end: word.end, kind: .word)
        token.flags = VoiceToken.Flags(rawValue: word.capitals.rawValue | blank.rawValue | entry.flags.rawValue)
        token.classes = entry.classes
        token.verbForm = entry.form
        token.index = entry.verb
        return token
    }
}
