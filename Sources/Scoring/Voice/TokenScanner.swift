import CVectors
import Words

/// Cuts a passage into tokens in one pass.
///
/// These words serve the rules of voice alone: "Azerbaijan's" is one word with a possessive, "U.S." and "so-called" are one word each. Most tokens are
/// cut in C (`cv_voice_tokens`); what is rare in English news is cut here byte by byte, and so is all where no instruction path is given.
struct TokenScanner {
    let bytes: TextBytes
    /// Nil where of a word only its place counts; then the rules' tables need not be made.
    let vocabulary: VoiceVocabulary?
    /// How far it has come, with the tokens and the landmarks.
    var state: cv_voice_scan

    /// Writes the tokens of `span`, which is no longer than the buffers were made for, to their front, and notes the landmarks among them.
    ///
    /// - Parameter path: nil where nothing is to be cut in C.
    /// - Complexity: O(`span.count`).
    static func scan(
        _ bytes: TextBytes, span: ByteSpan, vocabulary: VoiceVocabulary, to buffers: VoiceBuffers, path: InstructionPath? = .best
    ) -> ScannedPassage {
        precondition(span.count < buffers.capacity && span.start >= 0 && span.end <= bytes.count, "the buffers hold a token for each byte")
        var scanner = TokenScanner(bytes, span: span, vocabulary: vocabulary, to: buffers.tokens, buffers.emptyLandmarks())
        if let path, let base = bytes.base {
            var text = cv_voice_text(bytes: base, count: bytes.count, runs: buffers.runs)
            cv_voice_runs(path.kernels, base + span.start, span.count, bytes.count - span.start, &text.runs)
            scanner.scan(text, path)
        } else {
            scanner.scan()
        }
        cv_voice_lists(path?.kernels ?? cv_plain, NameRun.functionClasses.rawValue, &scanner.state)
        return scanner.scanned(in: buffers)
    }

    /// What has been scanned to the front of the buffers.
    private func scanned(in buffers: VoiceBuffers) -> ScannedPassage {
        ScannedPassage(
            tokens: VoiceTokens(first: buffers.tokens, count: state.count), landmarks: VoiceLandmarks(state),
            holdsBrackets: state.holds_brackets != 0, holdsDash: state.holds_dash != 0)
    }

    /// The kind and the mark of the first token in the first bytes of `span`.
    static func first(of bytes: TextBytes, span: ByteSpan) -> (kind: VoiceToken.Kind, mark: Int32)? {
        let head = ByteSpan(span.start, min(span.end, span.start + mostBytesOfMark))
        return withUnsafeTemporaryAllocation(of: VoiceToken.self, capacity: mostBytesOfMark) { tokens in
            guard let first = tokens.baseAddress else { return nil }
            var scanner = TokenScanner(bare: bytes, span: head, to: first)
            scanner.scan()
            return scanner.state.count > 0 ? (first.pointee.kind, first.pointee.index) : nil
        }
    }

    /// Two single marks of three bytes each, and a blank before them.
    private static let mostBytesOfMark = 8

    /// Of a text whose words need not be known, nor where rules begin.
    init(bare bytes: TextBytes, span: ByteSpan, to tokens: UnsafeMutablePointer<VoiceToken>) {
        self.init(bytes, span: span, vocabulary: nil, to: tokens, VoiceLandmarks())
    }

    private init(
        _ bytes: TextBytes, span: ByteSpan, vocabulary: VoiceVocabulary?, to tokens: UnsafeMutablePointer<VoiceToken>,
        _ landmarks: VoiceLandmarks
    ) {
        self.bytes = bytes
        self.vocabulary = vocabulary
        state = cv_voice_scan()
        (state.offset, state.start, state.end) = (span.start, span.start, span.end)
        state.tokens = UnsafeMutableRawPointer(tokens)
        (state.stops, state.marks) = (landmarks.stops.base, landmarks.marks.base)
        (state.cues, state.names) = (landmarks.cues.base, landmarks.names.base)
        followsBlank = true
    }

    /// Where the passage ends.
    @inline(__always) var end: Int { state.end }

    @inline(__always) var offset: Int {
        get { state.offset }
        set { state.offset = newValue }
    }

    /// Whether white space stands before the next byte.
    @inline(__always) var followsBlank: Bool {
        get { state.after_blank != 0 }
        set { state.after_blank = newValue ? UInt32(VoiceToken.Flags.afterBlank.rawValue) : 0 }
    }

    mutating func scan() {
        while offset < end { scanNext() }
    }

    /// The same, but for what is rare, in C.
    private mutating func scan(_ text: cv_voice_text, _ path: InstructionPath) {
        guard let vocabulary else { return scan() }
        var text = text
        while offset < end {
            cv_voice_tokens(path.kernels, vocabulary.table, &text, &state)
            if offset < end { scanNext() }
        }
    }

    private mutating func scanNext() {
        switch ByteClass.of(bytes[offset]) {
        case .blank:
            offset += 1
            followsBlank = true
        case .letter: vocabulary == nil ? scanBareWord() : scanJoinedWord()
        case .digit: scanJoinedWord()
        case .other: scanPunctuation()
        case .high: scanBeyondASCII()
        }
    }

    private mutating func scanBeyondASCII() {
        if appendCommonMark() { return }
        let scalar = DecodedScalar(in: bytes, at: offset, end: end)
        if ByteClass.isBlankScalar(scalar.codePoint) {
            offset += scalar.byteCount
            followsBlank = true
        } else if ByteClass.isWordScalar(scalar.codePoint) {
            scanJoinedWord()
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

    /// Reads letters, digits and what joins them, up to where the word ends.
    mutating func scanJoinedWord() {
        var word = Word(start: offset)
        var segmentStart = offset
        var hasDot = false
        while offset < end {
            let byte = bytes[offset]
            switch ByteClass.of(byte) {
            case .letter: appendLetters(to: &word)
            case .digit:
                word.append(byte)
                offset += 1
            case .blank: return finish(word)
            case .other:
                guard let joined = joining.joiner(at: offset, segmentStart: segmentStart, hasDot: hasDot) else { return finish(word) }
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

    /// Takes in the letters of ASCII at `offset`, all of them in one step where they fit.
    @inline(__always)
    private mutating func appendLetters(to word: inout Word) {
        let start = offset
        repeat { offset += 1 } while offset < end && ByteClass.of(bytes[offset]) == .letter
        let count = offset - start
        word.letterCount += count
        if let letters = bytes.shortWord(at: start..<offset), word.keyCount + count <= 8 {
            let blanks = Self.blanks & (.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* count))
            if letters & blanks != 0 { word.hasLower = true }
            word.key.low |= (letters | blanks) << UInt64(8 * word.keyCount)
            word.keyCount += count
        } else {
            for place in start..<offset {
                let lower = bytes[place] | 0x20
                if bytes[place] == lower { word.hasLower = true }
                word.append(lower)
            }
        }
    }

    private static let blanks: UInt64 = 0x2020_2020_2020_2020

    /// Takes in a letter or an apostrophe beyond ASCII; false where the word ends before it.
    private mutating func appendBeyondASCII(to word: inout Word) -> Bool {
        let scalar = DecodedScalar(in: bytes, at: offset, end: end)
        if joins(scalar) {
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

    /// Whether an apostrophe beyond ASCII stands between letters; U+02BC is elsewhere a letter itself.
    private func joins(_ scalar: DecodedScalar) -> Bool {
        (scalar.codePoint == 0x2019 || scalar.codePoint == 0x2BC) && joining.isLetter(before: offset)
            && joining.isLetter(at: offset + scalar.byteCount)
    }

    @inline(__always)
    private var joining: JoiningMarks { JoiningMarks(bytes: bytes, start: state.start, end: end) }

    /// Each token takes at least one byte of the passage, so there is always room, in the lists too.
    @inline(__always)
    mutating func append(_ token: VoiceToken) {
        (state.tokens.assumingMemoryBound(to: VoiceToken.self) + state.count).initialize(to: token)
        if let noted = state.cues, !token.flags.isDisjoint(with: .noted) {
            noted[state.cue_count] = Int32(truncatingIfNeeded: state.count)
            state.cue_count += 1
        }
        state.count += 1
    }

    private mutating func finish(_ word: Word) {
        var token = VoiceToken(start: word.start, end: offset, kind: word.letterCount > 0 ? .word : .number)
        if followsBlank { token.flags.insert(.afterBlank) }
        followsBlank = false
        guard let vocabulary else { return append(token) }
        var entry = word.keyCount <= 16 ? vocabulary.lookUp(word.key) : VoiceVocabulary.Entry()
        if entry.isUnknown, let apostrophe = word.apostrophe, bytes[offset - 1] | 0x20 == 0x73, word.keyCount == apostrophe.keyCount + 2 {
            token.flags.insert(.possessive)
            entry = apostrophe.keyCount <= 16 ? vocabulary.lookUp(word.key.prefix(apostrophe.keyCount)) : VoiceVocabulary.Entry()
        }
        token.classes = entry.classes
        token.verbForm = entry.form
        token.index = entry.verb
        token.flags.formUnion(entry.flags)
        token.flags.formUnion(Self.capitals(of: word, bytes, end: end))
        if bytes[offset - 1] == 0x2E { token.flags.insert(.endsInStop) }
        append(token)
    }

    private static func capitals(of word: Word, _ bytes: TextBytes, end: Int) -> VoiceToken.Flags {
        let first = bytes[word.start]
        if first >= 65 && first <= 90 { return !word.hasLower && word.letterCount > 1 ? [.capitalized, .allCapitals] : .capitalized }
        guard first >= 0xC3, word.letterCount > 0 else { return VoiceToken.Flags(rawValue: 0) }
        let scalar = Unicode.Scalar(DecodedScalar(in: bytes, at: word.start, end: end).codePoint)
        return scalar?.properties.isUppercase ?? false ? .capitalized : VoiceToken.Flags(rawValue: 0)
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

/// The tokens of a passage and where among them the rules begin.
struct ScannedPassage {
    let tokens: VoiceTokens
    let landmarks: VoiceLandmarks
    /// Whether there is a closing square bracket or a dash.
    var holdsBrackets = false
    var holdsDash = false
}
