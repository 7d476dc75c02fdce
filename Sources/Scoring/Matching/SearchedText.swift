import Words

/// A stretch of a text with its words, as terms are looked for in it.
struct SearchedText {
    /// The whole text.
    let bytes: [UInt8]
    /// Those of the stretch; the search has those hashed that it asks for.
    let words: TextWords
    /// The stretch in the text.
    let span: ByteSpan
    let passages: SearchedPassages
    /// Those of the only passage, where they are known already.
    var sentences: [ByteSpan]?

    /// The bytes of a word, in the text.
    func span(_ word: Int) -> ByteSpan {
        words.span(word).moved(by: span.start)
    }

    func forEachSentence(ofPassage number: Int, _ body: (ByteSpan) -> Void) {
        if let sentences { return sentences.forEach(body) }
        SentenceSegmenter.forEachSentence(in: bytes, span: passages.all[number].span, gaps: nil, body)
    }
}
