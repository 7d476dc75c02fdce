/// Cuts a passage into sentences by the rules of English news prose (abbreviations, initials, closing marks after the stop).
///
/// A sentence ends at a stop, the marks that close behind it and references to sources ("[1]"), white space and a plausible start (a letter that
/// is not lower case, a digit, an opening mark, a dash), or where the passage ends. Stops of other scripts (Sentence_Break STerm, UAX #29) count too; the ideographic ones
/// need no white space. A doubtful stop does not end a sentence: two sentences taken for one do less harm than one cut at "Gen."
package enum SentenceSegmenter {
    /// The sentences of `span`, in order, white space between them left out.
    ///
    /// - Complexity: O(`span.count`).
    package static func sentences(in bytes: [UInt8], span: ByteSpan) -> [ByteSpan] {
        var sentences: [ByteSpan] = []
        // Most passages have no more, and room for them is one piece of memory.
        sentences.reserveCapacity(4)
        forEachSentence(in: bytes, span: span) { sentences.append($0) }
        return sentences
    }

    /// Calls `body` with the sentences of `span`, in order, white space between them left out.
    ///
    /// - Complexity: O(`span.count`).
    package static func forEachSentence(in bytes: [UInt8], span: ByteSpan, _ body: (ByteSpan) -> Void) {
        forEachSentence(in: bytes, span: span, gaps: nil, body)
    }

    /// The same where the words are known: of their text only what stands between them is looked at.
    ///
    /// - Complexity: O(bytes of `gaps` + number of sentences).
    package static func forEachSentence(in bytes: [UInt8], span: ByteSpan, gaps: SentenceGaps?, _ body: (ByteSpan) -> Void) {
        bytes.withUnsafeBufferPointer { bytes in
            var reader = SentenceReader(bytes: bytes, span: span, gaps: gaps)
            var start = reader.skipBlanks(from: span.start)
            while let ending = reader.stopEnding(sentenceFrom: start) {
                body(ByteSpan(start, ending.end))
                start = ending.next
            }
            let end = reader.trimBlanks(to: span.end, start: start)
            if start < end { body(ByteSpan(start, end)) }
        }
    }

    /// Where the first sentence of `span` ends; nil where the span holds only white space.
    ///
    /// - Complexity: O(length of the sentence).
    package static func endOfFirstSentence(in bytes: [UInt8], span: ByteSpan) -> Int? {
        bytes.withUnsafeBufferPointer { endOfFirstSentence(in: $0, span: span) }
    }

    /// Behind what refers to sources ("[1]", "[citation needed]", raised figures) from the end of a stop on; where nothing does, `offset`.
    ///
    /// - Complexity: O(1).
    package static func endOfReferences(in bytes: UnsafeBufferPointer<UInt8>, from offset: Int, to end: Int) -> Int {
        SentenceReader(bytes: bytes, span: ByteSpan(offset, end)).behindReferences(from: offset)
    }

    /// The same of bytes that are held elsewhere.
    package static func endOfFirstSentence(in bytes: UnsafeBufferPointer<UInt8>, span: ByteSpan) -> Int? {
        var reader = SentenceReader(bytes: bytes, span: span)
        let start = reader.skipBlanks(from: span.start)
        if let ending = reader.stopEnding(sentenceFrom: start) { return ending.end }
        let end = reader.trimBlanks(to: span.end, start: start)
        return start < end ? end : nil
    }
}
