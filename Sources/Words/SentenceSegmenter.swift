/// Cuts a passage into sentences by the rules of English news prose (abbreviations, initials, closing marks after the stop).
///
/// A sentence ends at a stop, the marks that close behind it, white space and a plausible start (a letter that is not lower case, a digit, an
/// opening mark, a dash), or where the passage ends. Stops of other scripts (Sentence_Break STerm, UAX #29) count too; the ideographic ones
/// need no white space. A doubtful stop does not end a sentence: two sentences taken for one do less harm than one cut at "Gen."
package enum SentenceSegmenter {
    /// The sentences of `span`, in order, white space between them left out.
    ///
    /// - Complexity: O(`span.count`).
    package static func sentences(in bytes: [UInt8], span: ByteSpan) -> [ByteSpan] {
        let reader = SentenceReader(bytes: bytes, span: span)
        var sentences: [ByteSpan] = []
        var start = reader.skipBlanks(from: span.start)
        var offset = start
        while offset < span.end {
            let scalar = reader.scalar(at: offset)
            guard reader.isStop(scalar.codePoint) else {
                offset += scalar.byteCount
                continue
            }
            let stop = reader.stop(at: offset)
            if reader.endsSentence(stop, sentenceStart: start) {
                sentences.append(ByteSpan(start, stop.end))
                start = reader.skipBlanks(from: stop.end)
                offset = start
            } else {
                offset = stop.marksEnd
            }
        }
        let end = reader.trimBlanks(to: span.end, start: start)
        if start < end { sentences.append(ByteSpan(start, end)) }
        return sentences
    }
}
