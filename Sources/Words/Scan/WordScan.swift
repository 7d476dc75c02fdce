import CVectors

/// Cuts text into words by bit masks: the words that `WordSegmenter` gives, ten times as fast where the text is mostly ASCII.
///
/// A word is a run of letters and digits, joined across one mark between two letters or two digits (UAX #29, WB5 to WB12), cut before 's. All that is
/// shifts of masks. The curly marks, dashes and ellipses of news text are looked at one by one; any other character beyond ASCII hands the stretch
/// between the blanks around it to `WordSegmenter`, whose rules need no character beyond a blank.
package struct WordScan {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let blocks: UnsafeBufferPointer<cv_block>
    private let text: [UInt8]
    private let end: Int
    private var words: [ByteSpan] = []

    /// The words of `span`, in order.
    ///
    /// - Parameter blocks: those of `text`.
    /// - Complexity: O(`span.count`).
    package static func words(in text: [UInt8], blocks: TextBlocks, span: ByteSpan) -> [ByteSpan] {
        text.withUnsafeBufferPointer { bytes in
            blocks.blocks.withUnsafeBufferPointer { blocks in
                var scan = WordScan(bytes: bytes, blocks: blocks, text: text, end: span.end)
                scan.words.reserveCapacity(span.count / 5)
                var start = span.start
                while start < span.end { start = scan.scan(from: start) }
                return scan.words
            }
        }
    }

    /// As above, into `words`, whose memory is used again; gives their number.
    package static func count(in text: [UInt8], blocks: TextBlocks, span: ByteSpan, into words: inout [ByteSpan]) -> Int {
        text.withUnsafeBufferPointer { bytes in
            blocks.blocks.withUnsafeBufferPointer { blocks in
                var scan = WordScan(bytes: bytes, blocks: blocks, text: text, end: span.end)
                swap(&scan.words, &words)
                scan.words.removeAll(keepingCapacity: true)
                var start = span.start
                while start < span.end { start = scan.scan(from: start) }
                swap(&scan.words, &words)
                return words.count
            }
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, blocks: UnsafeBufferPointer<cv_block>, text: [UInt8], end: Int) {
        self.bytes = bytes
        self.blocks = blocks
        self.text = text
        self.end = end
    }

    /// What one block passes on to the next.
    private struct Carry {
        /// Top bits of the block before: a letter, a digit, part of a word.
        var letter: UInt64 = 0
        var digit: UInt64 = 0
        var word: UInt64 = 0
        /// Bytes of a curly apostrophe inside a word that reach into this block.
        var joined: UInt64 = 0
        /// Where the word under way began.
        var wordStart = 0
    }

    /// Cuts from `start`, a boundary, to the end or to behind the next stretch that needs the full rules; gives where to go on.
    private mutating func scan(from start: Int) -> Int {
        var carry = Carry()
        for number in start >> 6...(end - 1) >> 6 {
            let range = mask(of: number, from: start)
            let block = blocks[number]
            let letter = block.letter & range
            let digit = block.digit & range
            let (nextLetter, nextDigit) = firstBits(of: number + 1)
            let letterMark = block.letter_mark & range & (letter << 1 | carry.letter) & (letter >> 1 | nextLetter << 63)
            let numberMark = block.number_mark & range & (digit << 1 | carry.digit) & (digit >> 1 | nextDigit << 63)
            var word = letter | digit | letterMark | numberMark | carry.joined
            carry.joined = 0
            var cuts = clitics(letterMark & block.number_mark, base: number << 6)
            var unusual = (block.unusual | block.beyond) & range
            while unusual != 0 {
                let bit = unusual.trailingZeroBitCount
                let place = number << 6 + bit
                switch mark(at: place, from: start) {
                case .joining(let isClitic):
                    word |= 7 << UInt64(bit)
                    if bit > 61 { carry.joined = 7 >> UInt64(64 - bit) }
                    if isClitic { cuts |= 1 << UInt64(bit) }
                    unusual &= ~(7 << UInt64(bit))
                case .parting(let byteCount): unusual &= ~(((1 << byteCount) - 1) << UInt64(bit))
                case .inside: unusual &= unusual - 1
                case .other: return handOver(around: place, from: start, word: word, cuts: cuts, block: number, carry)
                }
            }
            append(word, cuts: cuts, base: number << 6, &carry)
            carry.letter = letter >> 63
            carry.digit = digit >> 63
        }
        if carry.word != 0 { words.append(ByteSpan(carry.wordStart, end)) }
        return end
    }

    /// The bits of a block that lie in `start..<end`.
    private func mask(of number: Int, from start: Int) -> UInt64 {
        let base = number << 6
        let behind: UInt64 = base + 64 <= end ? .max : (1 << UInt64(end - base)) - 1
        return base >= start ? behind : behind & (.max << UInt64(start - base))
    }

    /// Whether a block begins with a letter or a digit that lies before the end, as the lowest bit.
    private func firstBits(of number: Int) -> (letter: UInt64, digit: UInt64) {
        guard number << 6 < end else { return (0, 0) }
        return (blocks[number].letter & 1, blocks[number].digit & 1)
    }

    /// Of the marks that join letters those that begin an 's at the word's end.
    private func clitics(_ marks: UInt64, base: Int) -> UInt64 {
        var marks = marks
        var cuts: UInt64 = 0
        while marks != 0 {
            let bit = marks.trailingZeroBitCount
            if bytes[base + bit] == UInt8(ascii: "'"), isClitic(letterAt: base + bit + 1) { cuts |= 1 << UInt64(bit) }
            marks &= marks - 1
        }
        return cuts
    }

    /// Whether the letter behind an apostrophe is an s that ends its word. Where a character decides that is neither ASCII nor one of the known marks,
    /// the stretch is handed over anyway.
    private func isClitic(letterAt place: Int) -> Bool {
        guard bytes[place] | 0x20 == UInt8(ascii: "s") else { return false }
        let next = place + 1
        guard next < end else { return true }
        if isLetter(next) || isDigit(next) { return false }
        switch bytes[next] {
        case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "'"): return !isLetter(next + 1)
        case 0xE2: return !(isCurlyApostrophe(at: next) && isLetter(next + 3))
        default: return true
        }
    }

    private func isLetter(_ place: Int) -> Bool { place < end && (bytes[place] | 0x20) &- 97 < 26 }
    private func isDigit(_ place: Int) -> Bool { place < end && bytes[place] &- 48 < 10 }

    private enum Mark {
        /// A curly apostrophe between two letters or two digits.
        case joining(isClitic: Bool)
        /// Punctuation that parts words.
        case parting(byteCount: UInt64)
        /// A later byte of a mark of the block before.
        case inside
        case other
    }

    /// The character whose byte at `place` is beyond ASCII, or a low line.
    private func mark(at place: Int, from start: Int) -> Mark {
        let byte = bytes[place]
        if byte & 0xC0 == 0x80 { return isInsideKnownMark(place, from: start) ? .inside : .other }
        if byte == 0xC2, place + 1 < end, bytes[place + 1] == 0xA0 { return .parting(byteCount: 2) }
        guard byte == 0xE2, place + 2 < end, bytes[place + 1] == 0x80 else { return .other }
        switch bytes[place + 2] {
        case 0x98, 0x99: return apostrophe(at: place, from: start)
        case 0x93, 0x94, 0x9C, 0x9D, 0xA6: return .parting(byteCount: 3)
        default: return .other
        }
    }

    /// U+2018 or U+2019.
    private func apostrophe(at place: Int, from start: Int) -> Mark {
        guard place > start else { return .parting(byteCount: 3) }
        if isLetter(place - 1), isLetter(place + 3) { return .joining(isClitic: isClitic(letterAt: place + 3)) }
        return isDigit(place - 1) && isDigit(place + 3) ? .joining(isClitic: false) : .parting(byteCount: 3)
    }

    private func isCurlyApostrophe(at place: Int) -> Bool {
        place + 2 < end && bytes[place] == 0xE2 && bytes[place + 1] == 0x80 && bytes[place + 2] & 0xFE == 0x98
    }

    /// Whether a continuation byte belongs to a character whose first byte was passed as a mark.
    private func isInsideKnownMark(_ place: Int, from start: Int) -> Bool {
        var first = place - 1
        while first > start, place - first < 3, bytes[first] & 0xC0 == 0x80 { first -= 1 }
        guard first >= start, bytes[first] & 0xC0 != 0x80 else { return false }
        if case .other = mark(at: first, from: start) { return false }
        return true
    }

    /// Appends the words that end in a block; `cuts` are places inside words where one ends and the next begins.
    private mutating func append(_ word: UInt64, cuts: UInt64, base: Int, _ carry: inout Carry) {
        let before = word << 1 | carry.word
        var starts = word & ~before | cuts
        var ends = ~word & before | cuts
        carry.word = word >> 63
        var wordStart = carry.wordStart
        while ends != 0 {
            let bit = ends.trailingZeroBitCount
            let startBit = starts.trailingZeroBitCount
            // The first start of the block belongs to the first end only where no word came in from the block before.
            if startBit < bit {
                wordStart = base + startBit
                starts &= starts - 1
            }
            words.append(ByteSpan(wordStart, base + bit))
            ends &= ends - 1
            if cuts >> UInt64(bit) & 1 != 0 {
                wordStart = base + bit
                starts &= ~(1 << UInt64(bit))
            }
        }
        if starts != 0 { wordStart = base + starts.trailingZeroBitCount }
        carry.wordStart = wordStart
    }

    /// Gives the stretch between the blanks around `place` to the full rules; words already cut in it are taken back.
    private mutating func handOver(around place: Int, from start: Int, word: UInt64, cuts: UInt64, block: Int, _ carry: Carry) -> Int {
        var lower = place
        while lower > start, !isBlank(bytes[lower - 1]) { lower -= 1 }
        var upper = place + 1
        while upper < end, !isBlank(bytes[upper]) { upper += 1 }
        let base = block << 6
        if lower > base {
            let kept: UInt64 = (1 << UInt64(lower - base)) - 1
            var carry = carry
            append(word & kept, cuts: cuts & kept, base: base, &carry)
        } else {
            while let last = words.last, last.start >= lower { words.removeLast() }
        }
        words += WordSegmenter.words(in: text, span: ByteSpan(lower, upper))
        return upper
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D }
}
