package import Words

/// A passage as terms are looked for in it.
package struct PassageWords: Sendable {
    /// The whole text that the positions point into.
    package let bytes: [UInt8]
    /// The words of the passage, in order, as `WordSegmenter` cuts them.
    package let words: [ByteSpan]
    /// Its sentences, in order; only `near` asks for them.
    package let sentences: [ByteSpan]

    package init(bytes: [UInt8], words: [ByteSpan], sentences: [ByteSpan]) {
        self.bytes = bytes
        self.words = words
        self.sentences = sentences
    }

    /// The passage at `span`, cut by the project's word and sentence rules.
    package init(bytes: [UInt8], span: ByteSpan) {
        self.init(
            bytes: bytes, words: WordSegmenter.words(in: bytes, span: span), sentences: SentenceSegmenter.sentences(in: bytes, span: span)
        )
    }
}
