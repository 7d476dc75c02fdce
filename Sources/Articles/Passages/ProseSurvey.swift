import CVectors
import Words

/// What one pass over a passage's masks finds of the marks that page furniture has; pieces are what stands between blanks.
struct ProseSurvey {
    /// Pieces that begin with a letter, so at most as many as there are.
    private(set) var pieces = 0
    /// Marks that may part a breadcrumb.
    private(set) var breadcrumbMarks = 0
    /// Whether a piece is a word of letters that no date and no menu has.
    private(set) var hasPlainWord = false
    /// Whether no character may fold to one that a rule looks for, but for the marks below.
    private(set) var isPlain = true
    /// Pieces that begin before the last slash or "via", bracket before what may be a credit, and bar; nil where there is none.
    private(set) var lastSlash: Int?
    private(set) var lastBracket: Int?
    private(set) var lastBar: Int?

    private let bytes: [UInt8]
    private let end: Int

    /// - Parameters:
    ///   - blocks: those of `bytes`.
    ///   - marks: those of `bytes`.
    /// - Complexity: O(`span.count`).
    init(_ bytes: [UInt8], blocks: [cv_block], marks: [cv_prose_block], span: ByteSpan) {
        self.bytes = bytes
        end = span.end
        var carry = Carry(blank: 1 << UInt64(span.start & 63))
        let last = (span.end - 1) >> 6
        for number in span.start >> 6...last {
            let range = Self.mask(of: number, in: span)
            let letter = blocks[number].letter & range
            let blank = marks[number].blank & range
            let firsts = letter & (blank << 1 | carry.blank)
            let runStarts = letter & ~(letter << 1 | carry.letter)
            if !hasPlainWord { findPlainWord(among: firsts, base: number << 6) }
            // First, so that the pieces it adds count before the marks of the block, never behind them.
            look(atUnusual: (blocks[number].unusual | blocks[number].beyond) & range, base: number << 6, start: span.start)
            look(at: marks[number].telling & range, firsts: firsts, base: number << 6)
            let next = number < last ? blocks[number + 1].letter & Self.mask(of: number + 1, in: span) : 0
            let ofThree = (letter >> 1 | next << 63) & (letter >> 2 | next << 62) & ~(letter >> 3 | next << 61)
            findVia(runStarts & ofThree, firsts: firsts, base: number << 6)
            pieces += firsts.nonzeroBitCount
            carry = Carry(blank: blank >> 63, letter: letter >> 63)
        }
    }

    /// Top bits of the block before.
    private struct Carry {
        var blank: UInt64
        var letter: UInt64 = 0
    }

    /// The bits of a block that lie in `span`.
    private static func mask(of number: Int, in span: ByteSpan) -> UInt64 {
        let base = number << 6
        let behind: UInt64 = base + 64 <= span.end ? .max : (1 << UInt64(span.end - base)) - 1
        return base >= span.start ? behind : behind & (.max << UInt64(span.start - base))
    }

    private mutating func findPlainWord(among firsts: UInt64, base: Int) {
        var firsts = firsts
        while firsts != 0, !hasPlainWord {
            hasPlainWord = isPlainWord(at: base + firsts.trailingZeroBitCount)
            firsts &= firsts - 1
        }
    }

    /// Whether the letters from `place` on reach a blank or the end and are no word of dates and menus, all of which are ASCII.
    private func isPlainWord(at place: Int) -> Bool {
        var hash = FNVHash.start
        var isASCII = true
        var offset = place
        while offset < end {
            let byte = bytes[offset]
            if (byte | 0x20) &- 97 < 26 {
                hash = FNVHash.adding(hash, byte | 0x20)
                offset += 1
            } else if offset + 1 < end, isLetter(at: offset) {
                isASCII = false
                offset += 2
            } else {
                break
            }
        }
        return (offset == end || bytes[offset] == 0x20) && (!isASCII || StockForms.words[hash] == nil)
    }

    /// First bytes of the letters of Latin-1, Latin Extended-A and Cyrillic.
    static func isTwoByteLetter(_ byte: UInt8) -> Bool { (0xC3...0xC5).contains(byte) || byte == 0xD0 || byte == 0xD1 }

    /// Slashes, bars, brackets, arrows and control characters.
    private mutating func look(at telling: UInt64, firsts: UInt64, base: Int) {
        var telling = telling
        while telling != 0 {
            let bit = UInt64(telling.trailingZeroBitCount)
            let place = base + Int(bit)
            let before = pieces + (firsts & ((1 << bit) - 1)).nonzeroBitCount
            switch bytes[place] {
            case UInt8(ascii: "/"):
                breadcrumbMarks += 1
                lastSlash = before
            case UInt8(ascii: "|"):
                breadcrumbMarks += 1
                lastBar = before
            case UInt8(ascii: ">"): breadcrumbMarks += 1
            case UInt8(ascii: "("), UInt8(ascii: "["): if mayBeCredit(behind: place) { lastBracket = before }
            default: isPlain = false
            }
            telling &= telling - 1
        }
    }

    /// Whether the two letters behind a bracket begin one of the caption endings.
    private func mayBeCredit(behind place: Int) -> Bool {
        guard place + 2 < end else { return false }
        return StockForms.bracketHeads.contains(UInt32(Self.folded(bytes[place + 1])) << 8 | UInt32(Self.folded(bytes[place + 2])))
    }

    private static func folded(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }

    /// The low line, and characters beyond ASCII: marks that prose has, signs, letters.
    private mutating func look(atUnusual unusual: UInt64, base: Int, start: Int) {
        var unusual = unusual
        while unusual != 0 {
            let place = base + unusual.trailingZeroBitCount
            unusual &= unusual - 1
            let first = bytes[place]
            if first & 0xC0 == 0x80 || first < 0x80 { continue }
            guard place + 1 < end else { return isPlain = false }
            if isLetter(at: place) {
                guard place == start || bytes[place - 1] == 0x20 else { continue }
                pieces += 1
                if !hasPlainWord { hasPlainWord = isPlainWord(at: place) }
            } else {
                isPlain = isPlain && isHarmlessMark(at: place)
                if isBreadcrumbMark(at: place) { breadcrumbMarks += 1 }
            }
        }
    }

    /// Letters of Latin-1, Latin Extended-A and Cyrillic.
    private func isLetter(at place: Int) -> Bool {
        Self.isTwoByteLetter(bytes[place]) && !(bytes[place] == 0xC3 && bytes[place + 1] & 0xDF == 0x97)
    }

    /// Signs of Latin-1 with the no-break space (U+00A0 to U+00BF, × and ÷), dashes, curly marks, bullets, ellipses, arrowheads (U+2010 to U+2027,
    /// U+2030 to U+203F) and signs of currencies (U+20A0 to U+20BF): all but the no-break space fold to themselves.
    private func isHarmlessMark(at place: Int) -> Bool {
        let second = bytes[place + 1]
        switch bytes[place] {
        case 0xC2: return second >= 0xA0
        case 0xC3: return true
        case 0xE2:
            guard place + 2 < end else { return false }
            let third = bytes[place + 2]
            if second == 0x80 { return (0x90...0xA7).contains(third) || third >= 0xB0 }
            return second == 0x82 && third >= 0xA0
        default: return false
        }
    }

    /// › and ».
    private func isBreadcrumbMark(at place: Int) -> Bool {
        if bytes[place] == 0xC2 { return bytes[place + 1] == 0xBB }
        return bytes[place] == 0xE2 && place + 2 < end && bytes[place + 1] == 0x80 && bytes[place + 2] == 0xBA
    }

    /// Whether "via" stands as a run of letters of its own.
    ///
    /// - Parameter runs: where three letters begin that are no more.
    private mutating func findVia(_ runs: UInt64, firsts: UInt64, base: Int) {
        var runs = runs
        while runs != 0 {
            let bit = UInt64(runs.trailingZeroBitCount)
            let place = base + Int(bit)
            runs &= runs - 1
            guard bytes[place] | 0x20 == UInt8(ascii: "v"), place + 2 < end, bytes[place + 1] | 0x20 == UInt8(ascii: "i"),
                bytes[place + 2] | 0x20 == UInt8(ascii: "a")
            else { continue }
            lastSlash = max(lastSlash ?? 0, pieces + (firsts & ((1 << bit) - 1)).nonzeroBitCount)
        }
    }
}
