import Words

/// Cuts only what the rules of quotation marks look at.
///
/// These look at a mark and the tokens beside it, at the passage's last token, and at nothing further away except where a closing mark has no partner.
extension TokenScanner {
    /// The tokens of `span` between the white space around each mark, those before and behind, and the last; none where no mark stands.
    ///
    /// Fewer than `scan` gives, and each the same.
    /// - Complexity: O(`span.count`), with eight bytes a step where there are no marks.
    static func scanAroundMarks(
        _ text: ClassifiedText, span: ByteSpan, vocabulary: VoiceVocabulary, to buffers: VoiceBuffers
    ) -> ScannedPassage {
        let search = MarkSearch(in: text.bytes, upTo: span.end)
        guard var mark = search.next(from: span.start) else {
            return ScannedPassage(tokens: VoiceTokens(first: nil, count: 0), landmarks: buffers.emptyLandmarks(), holdsCue: false)
        }
        var scanner = TokenScanner(text, span: span, vocabulary: vocabulary, to: buffers, readsWords: false)
        while true {
            scanner.skip(to: scanner.startOfTokens(before: scanner.startOfStretch(before: mark)))
            scanner.scan(upTo: scanner.endOfStretch(from: mark))
            let next = search.next(from: scanner.offset)
            scanner.scanNextTokens(before: next ?? span.end)
            guard let next else { break }
            mark = next
        }
        scanner.skip(to: scanner.startOfTokens(before: span.end))
        scanner.scan(upTo: span.end)
        return scanner.scanned(in: buffers)
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

    /// Where the bytes before `place` begin that are no white space; not before what has been scanned.
    private func startOfStretch(before place: Int) -> Int {
        var place = place
        while place > offset, !isBlank(at: place - 1) { place -= 1 }
        return place
    }

    /// Where the last stretch before `place` begins that holds a token; not before what has been scanned.
    private func startOfTokens(before place: Int) -> Int {
        var start = place
        var holdsToken = false
        while start > offset, !holdsToken {
            while start > offset, isBlank(at: start - 1) { start -= 1 }
            let stretchEnd = start
            start = startOfStretch(before: start)
            holdsToken = self.holdsToken(start..<stretchEnd)
        }
        return start
    }

    /// Whether a stretch has more than white space beyond ASCII.
    private func holdsToken(_ stretch: Range<Int>) -> Bool {
        var place = stretch.lowerBound
        while place < stretch.upperBound {
            let scalar = DecodedScalar(in: bytes, at: place, end: stretch.upperBound)
            if !ByteClass.isBlankScalar(scalar.codePoint) { return true }
            place += scalar.byteCount
        }
        return false
    }
}
