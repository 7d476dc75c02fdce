import CVectors
import Words

/// Cuts what the rules of quotation marks look at: where tokens stand and of what kind they are, but not what their words mean.
extension TokenScanner {
    /// All tokens of `span`, with words of which only the place counts.
    ///
    /// - Complexity: O(`span.count`).
    static func scanBare(_ bytes: TextBytes, span: ByteSpan, to memory: inout BareTokens) -> VoiceTokens {
        let tokens = memory.emptied(for: span)
        var scanner = TokenScanner(bare: bytes, span: span, to: tokens)
        scanner.scan()
        return VoiceTokens(first: tokens, count: scanner.state.count)
    }

    /// The word or number that begins at `place`, a letter or a digit.
    static func word(at place: Int, in span: ByteSpan, of bytes: TextBytes) -> VoiceToken {
        withUnsafeTemporaryAllocation(of: VoiceToken.self, capacity: 1) { tokens in
            guard let first = tokens.baseAddress else { preconditionFailure("there is room for one token") }
            var scanner = TokenScanner(bare: bytes, span: span, to: first)
            scanner.offset = place
            scanner.scanJoinedWord()
            return first.pointee
        }
    }

    /// Reads a word of which only its place counts.
    mutating func scanBareWord() {
        var place = offset + 1
        while place < end, ByteClass.of(bytes[place]) == .letter { place += 1 }
        guard place == end || Self.isEnded(by: bytes[place], count: place - offset) else { return scanJoinedWord() }
        append(.word, byteCount: place - offset)
    }

    /// Whether the byte behind letters surely ends the word: no digit, apostrophe, hyphen, ampersand or letter beyond ASCII, nor an initial's stop.
    private static func isEnded(by byte: UInt8, count: Int) -> Bool {
        byte == 0x20 || byte < 0x80 && byte &- 48 >= 10 && byte != 0x27 && byte != 0x2D && byte != 0x26 && (byte != 0x2E || count > 1)
    }
}

/// Memory for the tokens of one passage after the other.
struct BareTokens: ~Copyable {
    private var tokens = FlatBuffer<VoiceToken>(room: 0)

    /// Room for a token of each byte.
    fileprivate mutating func emptied(for span: ByteSpan) -> UnsafeMutablePointer<VoiceToken> {
        tokens.reserve(span.count + 1)
        return tokens.base
    }
}
