import CVectors

/// The hot path of the scanner: most of English text is words of ASCII letters with one blank between them.
///
/// Where such words begin and end is read from the bit masks of the text's letters, so that no word waits until the one before it is done; sixteen
/// letters are read at a time as two numbers, which are the word's key at once. Finding words and looking them up in two loops was tried: slower. All other words go to `scanJoinedWord`, which finds the same
/// tokens letter by letter.
extension TokenScanner {
    /// Reads the plain words from a letter on, up to whatever else comes; where that is a word of another kind, up to its end.
    mutating func scanWords() {
        guard let text = bytes.base, let blocks else { return scanJoinedWord() }
        if readPlainWords(text, blocks) { scanJoinedWord() }
    }

    /// Reads the plain words from a letter on, with the commas and full stops between them; true where a word of another kind stopped it.
    @inline(__always)
    private mutating func readPlainWords(_ text: UnsafePointer<UInt8>, _ blocks: UnsafePointer<cv_block>) -> Bool {
        // Kept out of `self` while reading, so that they stand in registers.
        var (place, next, found) = (offset, nextToken, flags)
        var blank = followsBlank ? VoiceToken.Flags.afterBlank : VoiceToken.Flags(rawValue: 0)
        defer { (offset, nextToken, flags, followsBlank) = (place, next, found, blank == .afterBlank) }
        guard let table = vocabulary?.table else { return true }
        let lastStart = bytes.count &- PlainWord.mostBytes
        var number = place >> 6
        var letters = self.letters(in: blocks, number) & (.max << UInt64(place & 63))
        var isInWord: UInt64 = 0
        while true {
            let following = self.letters(in: blocks, number &+ 1)
            // The bytes behind words, and of these the ones with a letter behind.
            var ends = ~letters & (letters << 1 | isInWord)
            let joining = ends & (letters >> 1 | following << 63)
            while ends != 0 {
                let wordEnd = number << 6 | ends.trailingZeroBitCount
                guard place <= lastStart, PlainWord.isPlain(from: place, to: wordEnd, text) else { return true }
                let token = table.token(from: place, to: wordEnd, of: text, blank)
                found.formUnion(token.flags)
                next.initialize(to: token)
                next += 1
                (place, blank) = (wordEnd, VoiceToken.Flags(rawValue: 0))
                if text[wordEnd] == 0x20 {
                    let joins = joining & (0 &- ends) & ends != 0
                    guard joins || wordEnd < end else { return false }
                    (place, blank) = (wordEnd &+ 1, .afterBlank)
                    guard joins else { return false }
                } else {
                    guard let kind = plainPunctuation(at: wordEnd, text) else { return false }
                    if kind == .stop { landmarks.stops.append(next - firstToken) }
                    next.initialize(to: VoiceToken(start: wordEnd, end: wordEnd &+ 1, kind: kind))
                    next += 1
                    (place, blank) = (wordEnd &+ 2, .afterBlank)
                }
                ends &= ends &- 1
            }
            isInWord = letters >> 63
            number &+= 1
            guard number << 6 < end else { return isInWord != 0 }
            letters = following
        }
    }

    /// A comma or a full stop with a blank and a letter behind it.
    @inline(__always)
    private func plainPunctuation(at place: Int, _ text: UnsafePointer<UInt8>) -> VoiceToken.Kind? {
        guard text[place] & ~2 == 0x2C, place &+ 2 < end, text[place + 1] == 0x20, ByteClass.of(text[place + 2]) == .letter else {
            return nil
        }
        return text[place] == 0x2C ? .comma : .stop
    }

    /// The letters of a block that stand before the passage's end; none where the block does not.
    @inline(__always)
    private func letters(in blocks: UnsafePointer<cv_block>, _ number: Int) -> UInt64 {
        let room = end &- number << 6
        if room >= 64 { return blocks[number].letter }
        return room > 0 ? blocks[number].letter & ~(.max &<< UInt64(truncatingIfNeeded: room)) : 0
    }
}

extension VoiceVocabulary.Table {
    /// The token of a plain word.
    @inline(__always)
    fileprivate func token(from start: Int, to end: Int, of text: UnsafePointer<UInt8>, _ blank: VoiceToken.Flags) -> VoiceToken {
        let word = PlainWord(in: text, at: start, count: end &- start, masks: masks)
        let entry = lookUp(word.key)
        let flags = VoiceToken.Flags(rawValue: word.capitals.rawValue | blank.rawValue | entry.flags.rawValue)
        var token = VoiceToken(start: start, end: end, kind: .word, flags: flags)
        token.classes = entry.classes
        token.verbForm = entry.form
        token.index = entry.verb
        return token
    }
}

/// Up to fifteen letters of ASCII, with nothing behind them that might belong to the word.
struct PlainWord {
    let key: WordKey
    /// Whether it has capitals, and whether it has nothing else.
    let capitals: VoiceToken.Flags

    /// How many bytes are read of each word.
    static let mostBytes = 16
    fileprivate static let blanks: UInt64 = 0x2020_2020_2020_2020

    /// For each number of bytes up to 15: all ones, and blanks, over as many of the first eight and the last eight of sixteen.
    struct Mask {
        let head, tail, headBlanks, tailBlanks: UInt64

        init(byteCount: Int) {
            head = Self.ones(min(byteCount, 8))
            tail = Self.ones(max(byteCount - 8, 0))
            headBlanks = head & PlainWord.blanks
            tailBlanks = tail & PlainWord.blanks
        }

        private static func ones(_ byteCount: Int) -> UInt64 { byteCount < 8 ? (1 << UInt64(8 * byteCount)) - 1 : .max }
    }

    typealias Masks = UnsafePointer<Mask>

    static func makeMasks() -> [Mask] { (0..<mostBytes).map(Mask.init) }

    /// Takes the letters at `start`, behind which sixteen bytes can be read; no branch depends on how many they are, since that follows no pattern.
    @inline(__always)
    init(in text: UnsafePointer<UInt8>, at start: Int, count: Int, masks: Masks) {
        let letters = UnsafeRawPointer(text + start)
        let mask = masks + count
        let head = letters.loadUnaligned(as: UInt64.self).littleEndian & mask.pointee.head
        let tail = letters.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian & mask.pointee.tail
        key = WordKey(low: head | mask.pointee.headBlanks, high: tail | mask.pointee.tailBlanks)
        let isCapitalized = UInt16(truncatingIfNeeded: ~head >> 5 & 1)
        let isAllCapitals: UInt16 = (head | tail) & Self.blanks == 0 && count > 1 ? VoiceToken.Flags.allCapitals.rawValue : 0
        capitals = VoiceToken.Flags(rawValue: isCapitalized &* VoiceToken.Flags.capitalized.rawValue | isAllCapitals)
    }

    /// Whether letters are a word by themselves, and not too long.
    @inline(__always)
    static func isPlain(from start: Int, to end: Int, _ text: UnsafePointer<UInt8>) -> Bool {
        end &- start < mostBytes && isEnded(by: text[end], count: end &- start)
    }

    /// Whether the byte behind the letters surely ends the word: no digit, apostrophe, hyphen, ampersand or letter beyond ASCII, nor an initial's stop.
    @inline(__always)
    static func isEnded(by byte: UInt8, count: Int) -> Bool {
        byte == 0x20 || byte < 0x80 && byte &- 48 >= 10 && byte != 0x27 && byte != 0x2D && byte != 0x26 && (byte != 0x2E || count > 1)
    }
}
