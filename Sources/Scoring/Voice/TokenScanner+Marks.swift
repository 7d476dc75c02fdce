import Words

/// Cuts only what the rules of quotation marks look at.
///
/// These look at a mark and the tokens beside it, and at nothing further away except where a mark has no partner.
extension TokenScanner {
    /// The tokens of `span` between the white space around each mark, and behind a mark at such a stretch's end those of the next; none where no mark stands.
    ///
    /// Fewer than `scan` gives, and each the same. Enough to pair all marks, but where one has no partner to say how far it reaches.
    /// - Complexity: O(`span.count`), with eight bytes a step where there are no marks.
    static func scanAroundMarks(
        _ text: ClassifiedText, span: ByteSpan, to buffers: VoiceBuffers
    ) -> ScannedPassage {
        let search = MarkSearch(in: text.bytes, upTo: span.end)
        guard var mark = search.next(from: span.start) else {
            return ScannedPassage(tokens: VoiceTokens(first: nil, count: 0), landmarks: buffers.emptyLandmarks(), holdsCue: false)
        }
        var scanner = TokenScanner(text, span: span, vocabulary: nil, to: buffers)
        while true {
            scanner.skip(to: scanner.startOfStretch(before: mark))
            let first = scanner.nextToken
            scanner.scan(upTo: scanner.endOfStretch(from: mark))
            let next = search.next(from: scanner.offset)
            if scanner.mayOpenAtEnd(from: first) { scanner.scanNextTokens(before: next ?? span.end) }
            guard let next else { break }
            mark = next
        }
        return scanner.scanned(in: buffers)
    }

    /// All tokens of `span`, but words without what they are.
    static func scanBare(_ text: ClassifiedText, span: ByteSpan, to buffers: VoiceBuffers) -> ScannedPassage {
        var scanner = TokenScanner(text, span: span, vocabulary: nil, to: buffers)
        scanner.scan(upTo: span.end)
        return scanner.scanned(in: buffers)
    }

    /// Whether the stretch whose tokens begin at `first` ends with a mark that what follows may bear on: any but a double one that closes by its shape
    /// or may close by what stands before it.
    private func mayOpenAtEnd(from first: UnsafeMutablePointer<VoiceToken>) -> Bool {
        guard nextToken > first else { return false }
        let last = (nextToken - 1).pointee
        guard last.kind == .mark else { return false }
        let mark = QuotationMark(rawValue: last.index)
        guard mark == .straightDouble || mark == .rightDouble, nextToken - 1 > first else { return true }
        switch (nextToken - 2).pointee.kind {
        case .word, .number, .comma, .stop, .abbreviationStop, .ellipsis, .colon, .semicolon, .closeBracket, .closeSquare: return false
        case .dash, .openBracket, .openSquare, .slash, .mark, .other, .quotation: return true
        }
    }

    /// Reads a word of which only its place counts.
    mutating func scanBareWord() {
        var place = offset + 1
        while place < end, ByteClass.of(bytes[place]) == .letter { place += 1 }
        guard place == end || PlainWord.isEnded(by: bytes[place], count: place - offset) else { return scanJoinedWord() }
        append(.word, byteCount: place - offset)
    }

    /// Goes on at the start of a stretch.
    private mutating func skip(to start: Int) {
        guard start > offset else { return }
        offset = start
        followsBlank = true
    }

    /// Scans the next stretch that holds a token, unless it reaches beyond `limit`.
    private mutating func scanNextTokens(before limit: Int) {
        let first = nextToken
        while nextToken == first, offset < limit {
            var start = offset
            while start < limit, isBlank(at: start) { start += 1 }
            let stretchEnd = endOfStretch(from: start)
            guard stretchEnd <= limit else { return }
            scan(upTo: stretchEnd)
        }
    }

    private func isBlank(at place: Int) -> Bool { ByteClass.of(bytes[place]) == .blank }

    private func endOfStretch(from place: Int) -> Int {
        var place = place
        while place < passageEnd, !isBlank(at: place) { place += 1 }
        return place
    }

    /// Where the white space before `place` ends; not before what has been scanned.
    private func startOfStretch(before place: Int) -> Int {
        var place = place
        while place > offset, !isBlank(at: place - 1) { place -= 1 }
        return place
    }
}
