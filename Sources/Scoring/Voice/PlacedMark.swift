import Words

/// A quotation mark and what stands beside it: all that pairing asks.
struct PlacedMark: BitwiseCopyable {
    let start: Int
    let end: Int
    let mark: QuotationMark
    var before = Neighbour.none
    var after = Neighbour.none
    /// Its number among the tokens; -1 where it was found by bytes.
    var token = -1
    /// Whether nothing but blanks stands before it in its passage.
    var isFirst = false
    /// Of a single mark: a word in s before it and a word behind the blank: "the rebels' massacre".
    var isPluralPossessive = false
    /// Of a single mark: '90s, 'n', 'em, 'til, 'cause, 'tis: an apostrophe for what is left out.
    var isElision = false

    /// What stands beside a mark.
    enum Neighbour { case word, digit, blank, opening, dash, stop, mark, other, none }

    init(_ mark: QuotationMark, start: Int, end: Int) {
        self.mark = mark
        self.start = start
        self.end = end
    }

    var isSingle: Bool { mark.family == .single }

    /// Whether a word that an apostrophe begins stands in these bytes, its first six where it is longer: two digits, three with an s, or one of a few.
    static func isElided(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        if let first = word.first, ByteClass.of(first) == .digit, word.count <= 3 { return word.last == 0x73 || word.count == 2 }
        return ElidedWords.contains(word)
    }
}

extension PlacedMark {
    /// A mark among the tokens of a passage.
    init(token: Int, in tokens: VoiceTokens, _ bytes: TextBytes, span: ByteSpan) {
        self.init(QuotationMark(rawValue: tokens[token].index) ?? .straightDouble, start: tokens[token].start, end: tokens[token].end)
        self.token = token
        isFirst = token == 0
        before = Self.before(token, in: tokens, bytes, span: span)
        let next = token + 1
        guard next < tokens.count else { return }
        after = tokens[next].flags.contains(.afterBlank) ? .blank : Self.neighbour(tokens[next], isBefore: false, bytes)
        guard isSingle else { return }
        isPluralPossessive = before == .word && after == .blank && bytes[start - 1] | 0x20 == 0x73 && tokens[next].kind == .word
        isElision = Self.isElided(bytes[tokens[next].start..<min(tokens[next].end, tokens[next].start + 6)])
    }

    private static func before(_ token: Int, in tokens: VoiceTokens, _ bytes: TextBytes, span: ByteSpan) -> Neighbour {
        if tokens[token].start == span.start { return .none }
        if tokens[token].flags.contains(.afterBlank) { return .blank }
        return token > 0 ? neighbour(tokens[token - 1], isBefore: true, bytes) : .none
    }

    private static func neighbour(_ token: VoiceToken, isBefore: Bool, _ bytes: TextBytes) -> Neighbour {
        switch token.kind {
        case .word, .quotation: isBefore && ByteClass.of(bytes[token.end - 1]) == .digit ? .digit : .word
        case .number: .digit
        case .openBracket, .openSquare: isBefore ? .opening : .word
        case .dash, .slash: .dash
        case .comma, .stop, .abbreviationStop, .ellipsis, .colon, .semicolon, .closeBracket, .closeSquare: .stop
        case .mark: .mark
        case .other: isBefore ? .other : .word
        }
    }
}
