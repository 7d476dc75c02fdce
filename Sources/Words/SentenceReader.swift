/// The questions that sentence segmentation asks of a text: where a stop ends and whether a sentence ends with it.
struct SentenceReader {
    let bytes: UnsafeBufferPointer<UInt8>
    let span: ByteSpan
    /// Where to look for stops; nil for everywhere.
    var gaps: SentenceGaps?

    /// A stop or a run of them, and the closing marks behind it.
    struct Stop {
        let start: Int
        /// Offset after the stops.
        let marksEnd: Int
        /// Offset after the closing marks and marks of reference.
        let end: Int
        /// One full stop alone, which may belong to an abbreviation.
        let isSingleFullStop: Bool
        /// Ideographic, so no blank follows.
        let isWide: Bool
    }

    private func scalar(at offset: Int) -> ScalarDecoding.Decoded {
        ScalarDecoding.scalar(in: bytes, at: offset, end: span.end)
    }

    func skipBlanks(from offset: Int) -> Int {
        var offset = offset
        while offset < span.end, bytes[offset] < 0x80 {
            guard isBlank(UInt32(bytes[offset])) else { return offset }
            offset += 1
        }
        return skip(from: offset, while: isBlank)
    }

    func trimBlanks(to end: Int, start: Int) -> Int {
        var end = end
        while let last = ScalarDecoding.scalar(in: bytes, before: end, start: start), isBlank(last.codePoint) { end -= last.byteCount }
        return end
    }

    private func skip(from offset: Int, limit: Int = .max, while matches: (UInt32) -> Bool) -> Int {
        var offset = offset
        var count = 0
        while offset < span.end, count < limit {
            let next = scalar(at: offset)
            guard matches(next.codePoint) else { break }
            offset += next.byteCount
            count += 1
        }
        return offset
    }

    /// Where a sentence ends, and where the next may begin.
    struct Ending {
        let end: Int
        let next: Int
    }

    /// The end of the sentence begun at `start`, at the first stop that ends it; nil where none does.
    mutating func stopEnding(sentenceFrom start: Int) -> Ending? {
        var offset = start
        while true {
            offset = nextStopCandidate(from: offset)
            guard offset < span.end else { return nil }
            if let ending = plainEnding(at: offset, sentenceStart: start) { return ending }
            let scalar = scalar(at: offset)
            guard SentenceMarks.isStop(scalar.codePoint) else {
                offset += scalar.byteCount
                continue
            }
            let stop = stop(at: offset)
            if let next = startBehind(stop, sentenceStart: start) { return Ending(end: stop.end, next: next) }
            offset = stop.marksEnd
        }
    }

    private mutating func nextStopCandidate(from offset: Int) -> Int {
        while let gap = gaps?.first {
            let place = nextStopCandidate(from: max(offset, gap.lowerBound), to: gap.upperBound)
            if place < gap.upperBound { return place }
            gaps?.removeFirst()
        }
        return gaps == nil ? nextStopCandidate(from: offset, to: span.end) : span.end
    }

    /// The first byte from `offset` on that is a stop of ASCII or begins a character beyond it; `end` or a place behind it where there is none.
    private func nextStopCandidate(from offset: Int, to end: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var offset = offset
        while offset + 8 <= end {
            let eight = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            let marks = Self.stopCandidates(of: eight)
            guard marks == 0 else { return offset + marks.trailingZeroBitCount / 8 }
            offset += 8
        }
        while offset < end, bytes[offset] < 0x80, bytes[offset] != 0x2E, bytes[offset] != 0x21, bytes[offset] != 0x3F {
            offset += 1
        }
        return offset
    }

    /// The highest bit of each byte that is a full stop, an exclamation mark, a question mark or beyond ASCII; of the lowest such byte surely, of
    /// those above it perhaps too.
    @inline(__always)
    private static func stopCandidates(of eight: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        // Where a byte is 0, subtracting 1 borrows into its highest bit (Warren, Hacker's Delight, section 6-1).
        let zeros = { (bytes: UInt64) in (bytes &- ones) & ~bytes }
        let stops = zeros(eight ^ ones &* 0x2E) | zeros(eight ^ ones &* 0x21) | zeros(eight ^ ones &* 0x3F)
        return (stops | eight) & (ones &* 0x80)
    }

    func stop(at start: Int) -> Stop {
        let first = scalar(at: start)
        let marksEnd = skip(from: start, while: SentenceMarks.isStop)
        let end = behindReferences(from: skip(from: marksEnd, while: SentenceMarks.closes))
        return Stop(
            start: start, marksEnd: marksEnd, end: end,
            isSingleFullStop: first.codePoint == 0x2E && marksEnd == start + 1,
            isWide: first.codePoint >= 0x80 && SentenceMarks.wideStops.contains(first.codePoint)
        )
    }

    /// Behind what refers to sources right after a stop, as encyclopedias set it: "[1]", "[2][3]", "[citation needed]", raised figures.
    func behindReferences(from offset: Int) -> Int {
        var offset = offset
        // A limit, since stops in brackets would each look through all brackets behind them.
        for _ in 0..<16 where offset < span.end {
            if bytes[offset] == UInt8(ascii: "[") {
                let longest = offset..<min(offset + 34, span.end)
                let close = bytes[longest].dropFirst().firstIndex(where: Self.endsReference)
                guard let close, bytes[close] == UInt8(ascii: "]") else { return offset }
                offset = close + 1
            } else {
                let next = scalar(at: offset)
                guard SentenceMarks.raisedFigures.contains(next.codePoint) else { return offset }
                offset += next.byteCount
            }
        }
        return offset
    }

    private static func endsReference(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "]") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    /// Where the next sentence may begin if the one begun at `sentenceStart` ends with `stop`; nil if it does not.
    func startBehind(_ stop: Stop, sentenceStart: Int) -> Int? {
        let next = skipBlanks(from: stop.end)
        if next == span.end || stop.isWide { return next }
        guard next > stop.end, isPlausibleStart(at: next) else { return nil }
        guard stop.isSingleFullStop else { return next }
        return belongsToWord(stop, sentenceStart: sentenceStart, next: next) ? nil : next
    }

    private func isPlausibleStart(at offset: Int) -> Bool {
        if bytes[offset] < 0x80 { return isPlausibleASCIIStart(at: offset) }
        let first = scalar(at: offset)
        if SentenceMarks.opens(first.codePoint) { return true }
        // Georgian is written without capitals: to UAX #29 its letters are of no case (OLetter), though capitals for signs exist.
        if 0x10D0...0x10FF ~= first.codePoint { return true }
        guard let properties = Unicode.Scalar(first.codePoint)?.properties else { return false }
        switch properties.generalCategory {
        case .currencySymbol: return true
        case .uppercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber, .letterNumber, .otherNumber: return true
        case .lowercaseLetter: return isUppercase(at: offset + first.byteCount)  // a name such as "iPhone"
        default: return false
        }
    }

    private func isPlausibleASCIIStart(at offset: Int) -> Bool {
        switch bytes[offset] {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "$"): true
        case UInt8(ascii: "a")...UInt8(ascii: "z"): isUppercase(at: offset + 1)
        default: SentenceMarks.opensASCII(bytes[offset])
        }
    }

    private func isUppercase(at offset: Int) -> Bool {
        guard offset < span.end else { return false }
        if bytes[offset] < 0x80 { return bytes[offset] &- UInt8(ascii: "A") < 26 }
        return Unicode.Scalar(scalar(at: offset).codePoint)?.properties.isUppercase ?? false
    }

    /// Whether the full stop is that of an abbreviation, an initial or a list's number rather than the sentence's.
    private func belongsToWord(_ stop: Stop, sentenceStart: Int, next: Int) -> Bool {
        let start = startOfWord(before: stop.start, sentenceStart: sentenceStart)
        guard start < stop.start, !isPlainWord(start..<stop.start) else { return false }
        // A number is no abbreviation, but it may be that of a list's entry.
        if (start..<stop.start).allSatisfy({ bytes[$0] &- UInt8(ascii: "0") < 10 }) { return start == sentenceStart }
        if let answer = belongsToWordOfASCII(start..<stop.start, stop, next: next) { return answer }
        let word = String(decoding: bytes[start..<stop.start], as: UTF8.self)
        let opensSentence = start == sentenceStart
        if opensSentence, !isASCIILetter(bytes[start]), word.allSatisfy(\.isNumber) { return true }
        let following = wordAfterOpeningMarks(at: next)
        switch Abbreviations.kind(of: word) {
        case .neverLast: return stop.end == stop.marksEnd
        case .beforeNumber: return following.first?.isNumber ?? false
        case .mayBeLast: return !Abbreviations.startsSentence(following)
        case nil: return isInitials(word) && !Abbreviations.startsSentence(following) && following.first?.isLetter == true
        }
    }

    /// The same of a word with letters, digits and stops of ASCII, not digits alone, before another of ASCII; nil for others.
    private func belongsToWordOfASCII(_ word: Range<Int>, _ stop: Stop, next: Int) -> Bool? {
        var key: UInt64 = 0
        var isLowerCase = true
        for offset in word {
            let byte = bytes[offset]
            guard isASCIILetter(byte) || byte == UInt8(ascii: ".") || byte &- UInt8(ascii: "0") < 10 else { return nil }
            key = key << 8 | UInt64(byte | 0x20)
            if byte &- UInt8(ascii: "A") < 26 { isLowerCase = false }
        }
        let kind = word.count <= Abbreviations.longest ? Abbreviations.kind(ofKey: key, isLowerCase: isLowerCase) : nil
        if kind == .neverLast { return stop.end == stop.marksEnd }
        let following = rangeOfWordAfterOpeningMarks(at: next)
        guard bytes[following].allSatisfy({ $0 < 0x80 }) else { return nil }
        let first = following.isEmpty ? 0 : bytes[following.lowerBound]
        switch kind {
        case .beforeNumber: return first &- UInt8(ascii: "0") < 10
        case .neverLast, .mayBeLast: return !startsSentence(following)
        case nil: return isASCIILetter(first) && isInitials(ofASCII: word) && !startsSentence(following)
        }
    }

    private func startsSentence(_ word: Range<Int>) -> Bool {
        Abbreviations.startsSentence(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[word]))
    }

    /// "J", "U.S", "Ph.D", of ASCII.
    private func isInitials(ofASCII word: Range<Int>) -> Bool {
        if word.count == 4, bytes[word].elementsEqual("Ph.D".utf8) { return true }
        guard word.count % 2 == 1 else { return false }
        for offset in word where (offset - word.lowerBound) % 2 == 0 ? !isASCIILetter(bytes[offset]) : bytes[offset] != UInt8(ascii: ".") {
            return false
        }
        return word.count > 1 || bytes[word.lowerBound] & 0x20 == 0
    }

    /// Whether the bytes are letters of ASCII that are neither an abbreviation nor an initial: nearly all words before a full stop.
    private func isPlainWord(_ word: Range<Int>) -> Bool {
        guard word.count > 1, word.count <= Abbreviations.longest else {
            return word.count > 1 && word.allSatisfy { isASCIILetter(bytes[$0]) }
        }
        var key: UInt64 = 0
        for offset in word {
            guard isASCIILetter(bytes[offset]) else { return false }
            key = key << 8 | UInt64(bytes[offset] | 0x20)
        }
        return !Abbreviations.mayBe(key)
    }

    func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

    /// "J", "U.S", "p.m", "D.C": single letters with stops between them; "Ph.D" is the one common longer form.
    private func isInitials(_ word: String) -> Bool {
        if word == "Ph.D" { return true }
        if word.utf8.allSatisfy({ $0 < 0x80 }) { return isInitialsOfASCII(Array(word.utf8)) }
        let letters = word.split(separator: ".", omittingEmptySubsequences: false)
        guard letters.allSatisfy({ $0.count == 1 && $0.first?.isLetter == true }) else { return false }
        return letters.count > 1 || letters.first?.first?.isUppercase == true
    }

    private func isInitialsOfASCII(_ word: [UInt8]) -> Bool {
        guard word.count % 2 == 1 else { return false }
        for (place, byte) in word.enumerated() where place % 2 == 0 ? !isASCIILetter(byte) : byte != UInt8(ascii: ".") { return false }
        return word.count > 1 || word[0] & 0x20 == 0
    }

    /// Where the letters, digits and inner stops before `offset` begin; no word of interest is longer than 24 bytes.
    private func startOfWord(before offset: Int, sentenceStart: Int) -> Int {
        var start = offset
        let limit = max(sentenceStart, offset - 24)
        while start > limit, isASCIILetter(bytes[start - 1]) { start -= 1 }
        while let previous = ScalarDecoding.scalar(in: bytes, before: start, start: limit) {
            guard previous.codePoint == 0x2E || WordProperty.of(previous.codePoint).isLetterOrDigit else { break }
            start -= previous.byteCount
        }
        return start
    }

    /// The letters or digits at `offset`, a few opening marks before them left out; at most 16 of them.
    private func wordAfterOpeningMarks(at offset: Int) -> String {
        String(decoding: bytes[rangeOfWordAfterOpeningMarks(at: offset)], as: UTF8.self)
    }

    private func rangeOfWordAfterOpeningMarks(at offset: Int) -> Range<Int> {
        let start = skip(from: offset, limit: 4) { SentenceMarks.opens($0) || isBlank($0) }
        let end = skip(from: start, limit: 16) { codePoint in
            guard codePoint < 0x80 else { return WordProperty.of(codePoint).isLetterOrDigit }
            return isASCIILetter(UInt8(truncatingIfNeeded: codePoint)) || codePoint &- 0x30 < 10
        }
        return start..<end
    }

    /// White_Space of PropList.txt.
    private func isBlank(_ codePoint: UInt32) -> Bool {
        if codePoint < 0x80 { return codePoint == 0x20 || (9...13).contains(codePoint) }
        // The quotation marks and dashes of English text.
        if 0x2010...0x201F ~= codePoint { return false }
        return Unicode.Scalar(codePoint)?.properties.isWhitespace ?? false
    }
}

/// Marks around the border of two sentences, as code points.
enum SentenceMarks {
    /// Quotation marks and brackets that may close behind a stop; the straight ones close and open.
    static let closing = codePoints("\"')]}\u{201D}\u{2019}\u{BB}\u{203A}\u{201C}\u{2018}\u{300D}\u{300F}\u{3011}\u{FF09}")
    /// Quotation marks, brackets, dashes and bullets that may stand before a sentence.
    static let opening = codePoints(
        "\"'([{\u{201C}\u{2018}\u{AB}\u{2039}\u{201E}\u{201A}\u{300C}\u{300E}\u{3010}\u{FF08}\u{BF}\u{A1}-\u{2013}\u{2014}\u{2015}\u{2022}\u{201D}\u{BB}"
    )
    static func closes(_ codePoint: UInt32) -> Bool {
        codePoint < 0x80 ? isAny(of: closingASCII, UInt8(truncatingIfNeeded: codePoint)) : closing.contains(codePoint)
    }

    static func opens(_ codePoint: UInt32) -> Bool {
        codePoint < 0x80 ? opensASCII(UInt8(truncatingIfNeeded: codePoint)) : opening.contains(codePoint)
    }

    static func opensASCII(_ byte: UInt8) -> Bool { isAny(of: openingASCII, byte) }

    /// The marks of `closing` and `opening` below U+0080, whose look-up needs no hashing.
    private static let closingASCII: StaticString = "\"')]}"
    private static let openingASCII: StaticString = "\"'([{-"

    private static func isAny(of marks: StaticString, _ byte: UInt8) -> Bool {
        marks.withUTF8Buffer { $0.contains(byte) }
    }

    static func isStop(_ codePoint: UInt32) -> Bool {
        if codePoint < 0x80 { return codePoint == 0x2E || codePoint == 0x21 || codePoint == 0x3F }
        // The quotation marks and dashes of English text stand in no range below.
        if 0x2010...0x201F ~= codePoint { return false }
        return codePoint == 0x2026 || SentenceStopRanges.contains(codePoint)
    }

    static let raisedFigures = codePoints("\u{B9}\u{B2}\u{B3}\u{2070}\u{2074}\u{2075}\u{2076}\u{2077}\u{2078}\u{2079}")

    /// Stops of scripts that set no blank between sentences.
    static let wideStops = codePoints("\u{3002}\u{FF01}\u{FF1F}\u{FF0E}\u{FF61}")

    private static func codePoints(_ text: String) -> Set<UInt32> { Set(text.unicodeScalars.map(\.value)) }
}

extension SentenceStopRanges {
    static func contains(_ codePoint: UInt32) -> Bool {
        var low = 0
        var high = bounds.count / 2
        while low < high {
            let middle = (low + high) / 2
            if bounds[middle * 2 + 1] < codePoint { low = middle + 1 } else { high = middle }
        }
        return low * 2 < bounds.count && bounds[low * 2] <= codePoint
    }
}
