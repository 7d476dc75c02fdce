import Words

/// Cuts a passage into tokens in one pass.
///
/// These words serve the rules of voice alone: "Azerbaijan's" is one word with a possessive, "U.S." and "so-called" are one word each.
struct TokenScanner {
    private let bytes: [UInt8]
    private let end: Int
    private let passageStart: Int
    private let vocabulary: VoiceVocabulary
    private var offset: Int
    private var followsBlank = true
    private(set) var tokens: ContiguousArray<VoiceToken>

    /// The tokens of `span`; `reusing` gives back the memory of an earlier passage's.
    static func tokens(
        in bytes: [UInt8], span: ByteSpan, vocabulary: VoiceVocabulary, reusing: consuming ContiguousArray<VoiceToken> = []
    ) -> ContiguousArray<VoiceToken> {
        var scanner = TokenScanner(bytes: bytes, span: span, vocabulary: vocabulary, tokens: reusing)
        scanner.scan()
        return scanner.tokens
    }

    private init(bytes: [UInt8], span: ByteSpan, vocabulary: VoiceVocabulary, tokens: consuming ContiguousArray<VoiceToken>) {
        self.bytes = bytes
        self.vocabulary = vocabulary
        passageStart = span.start
        offset = span.start
        end = span.end
        self.tokens = tokens
        self.tokens.removeAll(keepingCapacity: true)
        self.tokens.reserveCapacity(span.count / 5 + 4)
    }

    private mutating func scan() {
        while offset < end {
            switch ByteClass.of(bytes[offset]) {
            case .blank:
                offset += 1
                followsBlank = true
            case .letter, .digit: scanWord()
            case .other: scanPunctuation()
            case .high: scanBeyondASCII()
            }
        }
    }

    private mutating func scanBeyondASCII() {
        let scalar = DecodedScalar(in: bytes, at: offset, end: end)
        if ByteClass.isBlankScalar(scalar.codePoint) {
            offset += scalar.byteCount
            followsBlank = true
        } else if ByteClass.isWordScalar(scalar.codePoint) {
            scanWord()
        } else {
            appendMark(scalar)
        }
    }

    /// What has been read of a word so far.
    fileprivate struct Word {
        let start: Int
        var key = WordKey(low: 0, high: 0)
        var keyCount = 0
        var letterCount = 0
        var hasLower = false
        /// The last apostrophe and how much of the key stands before it.
        var apostrophe: (offset: Int, keyCount: Int)?
    }

    /// Most words are letters of ASCII with a blank or a mark behind them; `scanJoinedWord` reads the rest.
    private mutating func scanWord() {
        let start = offset
        var word = Word(start: start)
        var place = start
        var lowerBits: UInt8 = 0
        while place < end {
            let byte = bytes[place]
            let lower = byte | 0x20
            guard lower &- 97 < 26 else { break }
            word.key.append(lower, at: place - start)
            lowerBits |= byte
            place += 1
        }
        let next = place < end ? bytes[place] : 0x20
        guard place > start, next < 0x80, next &- 48 >= 10, next != 0x27, next != 0x2D, next != 0x26, next != 0x2E || place - start > 1
        else {
            return scanJoinedWord()
        }
        word.keyCount = place - start
        word.letterCount = word.keyCount
        word.hasLower = lowerBits & 0x20 != 0
        offset = place
        finish(word)
    }

    /// Reads letters, digits and what joins them, up to where the word ends.
    private mutating func scanJoinedWord() {
        var word = Word(start: offset)
        var segmentStart = offset
        var hasDot = false
        while offset < end {
            let byte = bytes[offset]
            switch ByteClass.of(byte) {
            case .letter:
                let lower = byte | 0x20
                if byte == lower { word.hasLower = true }
                word.letterCount += 1
                word.append(lower)
                offset += 1
            case .digit:
                word.append(byte)
                offset += 1
            case .blank: return finish(word)
            case .other:
                guard let joined = joiner(byte, segmentStart: segmentStart, hasDot: hasDot) else { return finish(word) }
                if byte == 0x27 { word.apostrophe = (offset, word.keyCount) }
                if byte == 0x2E { hasDot = true }
                word.append(byte)
                offset += 1
                segmentStart = offset
                if joined == .last { return finish(word) }
            case .high:
                guard appendBeyondASCII(to: &word) else { return finish(word) }
            }
        }
        finish(word)
    }

    /// Takes in a letter or an apostrophe beyond ASCII; false where the word ends before it.
    private mutating func appendBeyondASCII(to word: inout Word) -> Bool {
        let scalar = DecodedScalar(in: bytes, at: offset, end: end)
        if scalar.codePoint == 0x2019 || scalar.codePoint == 0x2BC {
            guard isLetter(before: offset), isLetter(at: offset + scalar.byteCount) else { return false }
            word.apostrophe = (offset, word.keyCount)
            word.append(0x27)
        } else {
            guard ByteClass.isWordScalar(scalar.codePoint) else { return false }
            word.hasLower = true
            word.letterCount += 1
            for place in offset..<offset + scalar.byteCount { word.append(bytes[place]) }
        }
        offset += scalar.byteCount
        return true
    }

    private enum Joiner { case inner, last }

    /// Whether the mark at `offset` belongs to the word: hyphens, apostrophes and commas inside it, the stops of "U.S.".
    private func joiner(_ byte: UInt8, segmentStart: Int, hasDot: Bool) -> Joiner? {
        switch byte {
        case 0x27: return isLetter(before: offset) && isLetter(at: offset + 1) ? .inner : nil
        case 0x2D, 0x26: return isLetterOrDigit(at: offset + 1) && isLetterOrDigit(before: offset) ? .inner : nil
        case 0x2C: return isDigit(at: offset - 1) && isDigit(at: offset + 1) ? .inner : nil
        case 0x2E:
            if isDigit(at: offset - 1), isDigit(at: offset + 1) { return .inner }
            guard offset - segmentStart == 1, isLetter(before: offset) else { return nil }
            if isLetter(at: offset + 1), offset + 2 >= end || bytes[offset + 2] == 0x2E || !isLetter(at: offset + 2) { return .inner }
            return hasDot ? .last : nil
        default: return nil
        }
    }

    private func isDigit(at place: Int) -> Bool { place >= passageStart && place < end && ByteClass.of(bytes[place]) == .digit }

    private func isLetter(at place: Int) -> Bool {
        guard place < end else { return false }
        switch ByteClass.of(bytes[place]) {
        case .letter: return true
        case .high: return ByteClass.isWordScalar(DecodedScalar(in: bytes, at: place, end: end).codePoint)
        case .other, .digit, .blank: return false
        }
    }

    private func isLetter(before place: Int) -> Bool {
        guard let scalar = DecodedScalar(in: bytes, before: place, start: passageStart) else { return false }
        return scalar.byteCount == 1
            ? ByteClass.of(UInt8(truncatingIfNeeded: scalar.codePoint)) == .letter : ByteClass.isWordScalar(scalar.codePoint)
    }

    private func isLetterOrDigit(at place: Int) -> Bool { isLetter(at: place) || isDigit(at: place) }
    private func isLetterOrDigit(before place: Int) -> Bool { isLetter(before: place) || isDigit(at: place - 1) }

    private mutating func finish(_ word: Word) {
        var token = VoiceToken(start: word.start, end: offset, kind: word.letterCount > 0 ? .word : .number)
        if followsBlank { token.flags.insert(.afterBlank) }
        followsBlank = false
        var stemEnd = offset
        var entry = word.keyCount <= 16 ? vocabulary.entry(for: word.key) : nil
        if entry == nil, let apostrophe = word.apostrophe, bytes[offset - 1] | 0x20 == 0x73, word.keyCount == apostrophe.keyCount + 2 {
            token.flags.insert(.possessive)
            stemEnd = apostrophe.offset
            entry = apostrophe.keyCount <= 16 ? vocabulary.entry(for: word.key.prefix(apostrophe.keyCount)) : nil
        }
        if let entry {
            token.classes = entry.classes
            token.verbForm = entry.form
            token.index = entry.verb
        }
        setShape(of: &token, stemEnd: stemEnd, hasLower: word.hasLower, letterCount: word.letterCount)
        if bytes[offset - 1] == 0x2E { token.flags.insert(.endsInStop) }
        tokens.append(token)
    }

    private func setShape(of token: inout VoiceToken, stemEnd: Int, hasLower: Bool, letterCount: Int) {
        let first = bytes[token.start]
        if first >= 65 && first <= 90 {
            token.flags.insert(.capitalized)
            if !hasLower, letterCount > 1 { token.flags.insert(.allCapitals) }
        } else if first >= 0xC3, letterCount > 0, isUppercaseBeyondASCII(at: token.start) {
            token.flags.insert(.capitalized)
        }
        let count = stemEnd - token.start
        guard count >= 2 else { return }
        let last = bytes[stemEnd - 1]
        let secondLast = bytes[stemEnd - 2]
        switch last {
        case 0x73 where secondLast != 0x73: token.flags.insert(.endsInS)
        case 0x64 where secondLast == 0x65 && count > 3: token.flags.insert(.endsInEd)
        case 0x79 where secondLast == 0x6C && count > 4: token.flags.insert(.endsInLy)
        case 0x67 where secondLast == 0x6E && count > 4 && bytes[stemEnd - 3] == 0x69: token.flags.insert(.endsInIng)
        default: break
        }
    }

    private func isUppercaseBeyondASCII(at place: Int) -> Bool {
        Unicode.Scalar(DecodedScalar(in: bytes, at: place, end: end).codePoint)?.properties.isUppercase ?? false
    }

    private mutating func append(_ kind: VoiceToken.Kind, byteCount: Int, mark: QuotationMark? = nil) {
        var token = VoiceToken(start: offset, end: offset + byteCount, kind: kind)
        if followsBlank { token.flags.insert(.afterBlank) }
        if let mark { token.index = mark.rawValue }
        followsBlank = false
        tokens.append(token)
        offset += byteCount
    }

    private mutating func scanPunctuation() {
        switch bytes[offset] {
        case 0x22: append(.mark, byteCount: 1, mark: .straightDouble)
        case 0x27: scanSingle(byteCount: 1, mark: .straightSingle)
        case 0x60:
            if isByte(0x60, at: offset + 1) {
                append(.mark, byteCount: 2, mark: .backquotes)
            } else {
                append(.mark, byteCount: 1, mark: .leftSingle)
            }
        case 0x2C: append(.comma, byteCount: 1)
        case 0x2E: scanStops()
        case 0x21, 0x3F: append(.stop, byteCount: 1)
        case 0x3A: append(.colon, byteCount: 1)
        case 0x3B: append(.semicolon, byteCount: 1)
        case 0x28, 0x7B: append(.openBracket, byteCount: 1)
        case 0x29, 0x7D: append(.closeBracket, byteCount: 1)
        case 0x5B: append(.openSquare, byteCount: 1)
        case 0x5D: append(.closeSquare, byteCount: 1)
        case 0x2F: append(.slash, byteCount: 1)
        case 0x2D: scanHyphens()
        default: append(.other, byteCount: 1)
        }
    }

    private func isByte(_ byte: UInt8, at place: Int) -> Bool { place < end && bytes[place] == byte }

    private mutating func scanStops() {
        var count = 1
        while isByte(0x2E, at: offset + count) { count += 1 }
        append(count > 1 ? .ellipsis : .stop, byteCount: count)
    }

    /// A hyphen set off by blanks, or two of them, serve as a dash.
    private mutating func scanHyphens() {
        var count = 1
        while isByte(0x2D, at: offset + count) { count += 1 }
        let blankBehind = offset + count >= end || ByteClass.of(bytes[offset + count]) == .blank
        append(count > 1 || (followsBlank && blankBehind) ? .dash : .other, byteCount: count)
    }

    private mutating func scanSingle(byteCount: Int, mark: QuotationMark) {
        let next = offset + byteCount
        if mark == .straightSingle, isByte(0x27, at: next) {
            append(.mark, byteCount: 2, mark: .twoSingles)
        } else if mark == .rightSingle, next + 2 < end, bytes[next] == 0xE2, bytes[next + 1] == 0x80, bytes[next + 2] == 0x99 {
            append(.mark, byteCount: 6, mark: .twoSingles)
        } else if mark == .leftSingle, next + 2 < end, bytes[next] == 0xE2, bytes[next + 1] == 0x80, bytes[next + 2] == 0x98 {
            append(.mark, byteCount: 6, mark: .backquotes)
        } else {
            append(.mark, byteCount: byteCount, mark: mark)
        }
    }

    private mutating func appendMark(_ scalar: DecodedScalar) {
        switch scalar.codePoint {
        case 0x201C: append(.mark, byteCount: scalar.byteCount, mark: .leftDouble)
        case 0x201D, 0x201F: append(.mark, byteCount: scalar.byteCount, mark: .rightDouble)
        case 0x201E: append(.mark, byteCount: scalar.byteCount, mark: .lowDouble)
        case 0xFF02: append(.mark, byteCount: scalar.byteCount, mark: .straightDouble)
        case 0x2018, 0x201B: scanSingle(byteCount: scalar.byteCount, mark: .leftSingle)
        case 0x2019: scanSingle(byteCount: scalar.byteCount, mark: .rightSingle)
        case 0x201A: append(.mark, byteCount: scalar.byteCount, mark: .lowSingle)
        case 0xAB: append(.mark, byteCount: scalar.byteCount, mark: .leftGuillemet)
        case 0xBB: append(.mark, byteCount: scalar.byteCount, mark: .rightGuillemet)
        case 0x2039: append(.mark, byteCount: scalar.byteCount, mark: .leftAngle)
        case 0x203A: append(.mark, byteCount: scalar.byteCount, mark: .rightAngle)
        case 0x300C, 0x300E, 0x301D: append(.mark, byteCount: scalar.byteCount, mark: .leftCorner)
        case 0x300D, 0x300F, 0x301E: append(.mark, byteCount: scalar.byteCount, mark: .rightCorner)
        case 0x2012...0x2015: append(.dash, byteCount: scalar.byteCount)
        case 0x2026: append(.ellipsis, byteCount: scalar.byteCount)
        case 0x3002, 0xFF01, 0xFF1F: append(.stop, byteCount: scalar.byteCount)
        case 0x3001, 0xFF0C, 0x60C: append(.comma, byteCount: scalar.byteCount)
        default: append(.other, byteCount: scalar.byteCount)
        }
    }
}

extension TokenScanner.Word {
    @inline(__always)
    fileprivate mutating func append(_ byte: UInt8) {
        key.append(byte, at: keyCount)
        keyCount += 1
    }
}

extension WordKey {
    /// Adds a byte; those behind the sixteenth are not kept, since such words are in no table.
    @inline(__always)
    mutating func append(_ byte: UInt8, at place: Int) {
        if place < 8 { low |= UInt64(byte) << UInt64(8 * place) } else if place < 16 { high |= UInt64(byte) << UInt64(8 * (place - 8)) }
    }

    /// The key of the word's first `count` bytes, at most 16.
    func prefix(_ count: Int) -> WordKey {
        WordKey(
            low: count < 8 ? low & ((1 << UInt64(8 * count)) - 1) : low,
            high: count <= 8 ? 0 : count < 16 ? high & ((1 << UInt64(8 * (count - 8))) - 1) : high
        )
    }
}
