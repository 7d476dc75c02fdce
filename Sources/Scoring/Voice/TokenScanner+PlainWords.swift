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

    /// Reads the plain words from a letter on; true where a word of another kind stopped it.
    @inline(__always)
    private mutating func readPlainWords(_ text: UnsafePointer<UInt8>, _ blocks: UnsafePointer<cv_block>) -> Bool {
        // Kept out of `self` while reading, so that they stand in registers.
        var (place, next, found) = (offset, nextToken, flags)
        var blank = followsBlank ? VoiceToken.Flags.afterBlank : VoiceToken.Flags(rawValue: 0)
        defer { (offset, nextToken, flags, followsBlank) = (place, next, found, blank == .afterBlank) }
        let table = vocabulary.table
        let lastStart = bytes.count &- PlainWord.mostBytes
        var borders = PlainWordBorders(of: letters(in: blocks, place >> 6) & (.max << UInt64(place & 63)), number: place >> 6)
        while true {
            while !borders.isEmpty {
                guard borders.isInWord || borders.next == place else { return false }
                if !borders.isInWord { borders.pass() }
                guard !borders.isEmpty else { break }
                let wordEnd = borders.next
                borders.pass()
                guard place <= lastStart, PlainWord.isPlain(from: place, to: wordEnd, text) else { return true }
                let token = table.token(from: place, to: wordEnd, of: text, blank)
                found.formUnion(token.flags)
                next.initialize(to: token)
                next += 1
                (place, blank) = (wordEnd, VoiceToken.Flags(rawValue: 0))
                guard place < end, text[place] == 0x20 else { return false }
                (place, blank) = (wordEnd &+ 1, .afterBlank)
            }
            guard borders.nextBlock < end else { return borders.isInWord }
            borders.go(to: letters(in: blocks, borders.nextBlock >> 6))
        }
    }

    /// The letters of a block that stand before the passage's end.
    @inline(__always)
    private func letters(in blocks: UnsafePointer<cv_block>, _ number: Int) -> UInt64 {
        let base = number << 6
        return blocks[number].letter & (base + 64 <= end ? .max : (1 << UInt64(end - base)) - 1)
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

/// The places in a block of 64 bytes where letters and other bytes meet: a word begins at one and ends at the next.
private struct PlainWordBorders {
    private var borders: UInt64
    private var base: Int
    /// Whether the next border is a word's end.
    private(set) var isInWord = false

    @inline(__always)
    init(of letters: UInt64, number: Int) {
        borders = letters ^ letters << 1
        base = number << 6
    }

    @inline(__always) var isEmpty: Bool { borders == 0 }
    @inline(__always) var next: Int { base | borders.trailingZeroBitCount }
    @inline(__always) var nextBlock: Int { base + 64 }

    @inline(__always)
    mutating func pass() {
        borders &= borders &- 1
        isInWord.toggle()
    }

    /// Goes on in the next block, into which a word under way may reach.
    @inline(__always)
    mutating func go(to letters: UInt64) {
        borders = letters ^ (letters << 1 | (isInWord ? 1 : 0))
        base += 64
    }
}

/// Up to fifteen letters of ASCII, with nothing behind them that might belong to the word.
struct PlainWord {
    let key: WordKey
    /// Whether it has capitals, and whether it has nothing else.
    let capitals: VoiceToken.Flags

    /// How many bytes are read of each word.
    static let mostBytes = 16
    private static let blanks: UInt64 = 0x2020_2020_2020_2020

    /// For each number of bytes up to 15, masks over the first eight and the last eight of sixteen.
    typealias Masks = UnsafePointer<(head: UInt64, tail: UInt64)>

    static func makeMasks() -> [(head: UInt64, tail: UInt64)] {
        (0..<mostBytes).map { (head: mask(of: min($0, 8)), tail: mask(of: max($0 - 8, 0))) }
    }

    private static func mask(of byteCount: Int) -> UInt64 {
        let bits = UInt64(8 * byteCount)
        return bits < 64 ? (1 << bits) - 1 : .max
    }

    /// Takes the letters at `start`, behind which sixteen bytes can be read; no branch depends on how many they are, since that follows no pattern.
    @inline(__always)
    init(in text: UnsafePointer<UInt8>, at start: Int, count: Int, masks: Masks) {
        let letters = UnsafeRawPointer(text + start)
        let mask = masks[count]
        let head = letters.loadUnaligned(as: UInt64.self).littleEndian & mask.head
        let tail = letters.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian & mask.tail
        key = WordKey(low: head | Self.blanks & mask.head, high: tail | Self.blanks & mask.tail)
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
